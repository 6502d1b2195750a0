import { fold } from '../../text/index.js';
import type { Piece } from '../cover/cover.js';
import { isCodeLike } from '../words/code-like.js';
import type { ReadingState } from './reading-state.js';
import { wordText } from './reading-state.js';

interface Option {
  readonly dimension: string;
  readonly value: string | boolean;
}

/**
 * The values that mended words may have been meant for, when taking the likeliest would be a guess: the
 * words or the value look like a name somebody gave ("secretB", "SKU-4"), where each character tells;
 * another value is about as near; or another differs from it by one character.
 * @returns undefined when the words name the value as they stand, or can hardly mean another
 */
export function doubtedValues(
  s: ReadingState,
  piece: Piece,
  found: readonly Option[],
): readonly Option[] | undefined {
  const words = s.words.slice(piece.from, piece.to);
  const slips = words.filter((word) => word.mended !== undefined);
  if (slips.length === 0 || found.some(({ value }) => typeof value === 'boolean')) return undefined;
  const rivals = slips.flatMap((slip) =>
    (slip.rivals ?? []).flatMap((rival) => {
      const phrase = words.map((word) => (word === slip ? rival : (word.forms[0] ?? word.fold)));
      return s.context.lexicon
        .find(phrase, s.language)
        .flatMap(({ target }) =>
          target.kind === 'value' ? [{ dimension: target.dimension, value: target.value }] : [],
        );
    }),
  );
  const options = distinct([...found, ...rivals, ...found.flatMap((one) => siblings(s, one))]);
  const isCode =
    isCodeLike(wordText(s, piece)) || found.some(({ value }) => isCodeLike(String(value)));
  return isCode || options.length > found.length ? options.slice(0, 4) : undefined;
}

/** Values of the same dimension that one character tells from this one. */
function siblings(s: ReadingState, { dimension, value }: Option): Option[] {
  if (typeof value !== 'string') return [];
  const values = s.catalogue.dimensions.find(({ name }) => name === dimension)?.values ?? [];
  const folded = fold(value);
  return values
    .filter((other) => other !== value && differByOne(fold(other), folded))
    .map((other) => ({ dimension, value: other }));
}

/** Whether one letter or digit more, less or other turns one text into the other. */
function differByOne(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(long.length > short.length ? at : at + 1) === long.slice(at + 1);
}

function distinct(options: readonly Option[]): Option[] {
  return [
    ...new Map(options.map((one) => [JSON.stringify([one.dimension, one.value]), one])).values(),
  ];
}
