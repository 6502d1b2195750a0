/** How a told number comes from result cells. */
export type FigureOrigin =
  | { readonly kind: 'cell'; readonly cell: string }
  | {
      /** |a − b|; ratio |a − b| / |b|; share a / b; sum; remainder a − the others; count of cells. */
      readonly kind: 'difference' | 'ratio' | 'share' | 'sum' | 'remainder' | 'count';
      readonly cells: readonly string[];
    };

/** A piece of a sentence: fixed words, a name or period given with the facts, or a number. */
export type NarrativePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'label'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly text: string;
      /** The exact number that the text rounds; without sign where words say the direction. */
      readonly value: number;
      readonly origin: FigureOrigin;
    };

/** A sentence in parts; its text is the parts' texts one behind the other. */
export interface NarrativeSentence {
  readonly text: string;
  readonly parts: readonly NarrativePart[];
}

/** A told fact, or why it cannot be told. */
export type Narrative =
  | {
      readonly kind: 'narrative';
      readonly locale: string;
      readonly text: string;
      readonly sentences: readonly NarrativeSentence[];
    }
  | {
      readonly kind: 'undefined';
      readonly reason:
        | 'unsupported_language'
        | 'not_a_number'
        | 'invalid_period'
        | 'invalid_currency';
    };

/**
 * Fills a template: {name} stands for the parts of that name. A name without parts leaves
 * nothing; a brace that names nothing stays as it is.
 */
export function fillTemplate(
  template: string,
  fillers: Readonly<Record<string, NarrativePart | readonly NarrativePart[]>>,
): NarrativeSentence {
  const parts: NarrativePart[] = [];
  template.split(/(\{[a-z]+\})/).forEach((piece) => {
    const name = /^\{([a-z]+)\}$/.exec(piece)?.[1];
    const filler = name !== undefined && Object.hasOwn(fillers, name) ? fillers[name] : undefined;
    if (filler === undefined) {
      if (piece !== '') parts.push({ kind: 'text', text: piece });
    } else if ('kind' in filler) parts.push(filler);
    else parts.push(...filler);
  });
  return { text: parts.map((part) => part.text).join(''), parts };
}
