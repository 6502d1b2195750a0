import type { CellFigure, NarratedMetric, NarrativePeriod } from './facts.js';
import type { FigureOrigin, NarrativePart } from './narrative.js';
import { formatChange, formatMetric, formatPeriod, formatShare } from './number-format.js';
import type { NarrativePhrases } from './phrases.js';

/** Who tells: the sentences of a language, the locale's numbers, and how many members to name. */
export interface Teller {
  readonly phrases: NarrativePhrases;
  readonly locale: string;
  readonly named: number;
}

/** Fixed words. */
export function text(words: string): NarrativePart {
  return { kind: 'text', text: words };
}

/** A name that came with the facts. */
export function label(name: string): NarrativePart {
  return { kind: 'label', text: name };
}

/** A period as the locale writes it. */
export function period(stretch: NarrativePeriod, locale: string): NarrativePart {
  return label(formatPeriod(stretch, locale) ?? '');
}

/** A number as written, its exact value and where it comes from. */
export function figure(written: string, value: number, origin: FigureOrigin): NarrativePart {
  return { kind: 'figure', text: written, value, origin };
}

/** The number of a cell in the metric's own format. */
export function cellPart({ value, cell }: CellFigure, metric: NarratedMetric, locale: string) {
  return figure(formatMetric(value, metric, locale), value, { kind: 'cell', cell });
}

/** A change from a cell, with its sign; of ratios in percentage points. */
export function changePart({ value, cell }: CellFigure, metric: NarratedMetric, teller: Teller) {
  const written = formatChange(value, metric, teller.locale, teller.phrases.points, 'signed');
  return figure(written, value, { kind: 'cell', cell });
}

/** Whether shares of a number mean something: not of 0, nor of what only rounding left over. */
export function isShareable(whole: CellFigure): boolean {
  return Math.abs(whole.value) > 1e-9;
}

/** A part's share of a whole, as a percentage. */
export function share(part: CellFigure, whole: CellFigure, locale: string): NarrativePart {
  const value = part.value / whole.value;
  return figure(formatShare(value, locale), value, {
    kind: 'share',
    cells: [part.cell, whole.cell],
  });
}

/** Items with the commas and the "and" of the locale between them. */
export function list(
  items: readonly (readonly NarrativePart[])[],
  locale: string,
): readonly NarrativePart[] {
  const names = items.map((_, i) => String(i));
  const pieces = new Intl.ListFormat(locale, { type: 'conjunction' }).formatToParts(names);
  return pieces.flatMap((piece) =>
    piece.type === 'element' ? (items[Number(piece.value)] ?? []) : [text(piece.value)],
  );
}
