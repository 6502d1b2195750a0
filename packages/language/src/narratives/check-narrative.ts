import type { FigureOrigin, Narrative } from './narrative.js';

/** A number of a narrative that the result cells do not bear out. */
export interface UnsupportedFigure {
  readonly text: string;
  readonly value: number;
  readonly origin: FigureOrigin;
  readonly reason: 'cell_missing' | 'differs';
}

const TOLERANCE = 1e-9;

/**
 * Recomputes every number of a narrative from the result cells it refers to; none is returned
 * when all are borne out. `cellValue` gives the number in a cell, undefined when there is none.
 */
export function unsupportedFigures(
  narrative: Narrative,
  cellValue: (cell: string) => number | undefined,
): readonly UnsupportedFigure[] {
  if (narrative.kind === 'undefined') return [];
  return narrative.sentences.flatMap((sentence) =>
    sentence.parts.flatMap((part): readonly UnsupportedFigure[] => {
      if (part.kind !== 'figure') return [];
      const { text, value, origin } = part;
      const expected = recompute(origin, cellValue);
      if (expected === undefined) return [{ text, value, origin, reason: 'cell_missing' }];
      const isSame = Math.abs(expected - value) <= TOLERANCE * Math.max(1, Math.abs(expected));
      return isSame ? [] : [{ text, value, origin, reason: 'differs' }];
    }),
  );
}

function recompute(
  origin: FigureOrigin,
  cellValue: (cell: string) => number | undefined,
): number | undefined {
  const names = origin.kind === 'cell' ? [origin.cell] : origin.cells;
  const values = names.flatMap((cell) => cellValue(cell) ?? []);
  const [first, second] = values;
  if (values.length < names.length || first === undefined) return undefined;
  switch (origin.kind) {
    case 'cell':
      return first;
    case 'difference':
      return second === undefined ? undefined : Math.abs(first - second);
    case 'ratio':
      return second === undefined ? undefined : Math.abs((first - second) / second);
    case 'share':
      return second === undefined ? undefined : first / second;
    case 'sum':
      return values.reduce((sum, value) => sum + value, 0);
    case 'remainder':
      return values.slice(1).reduce((left, value) => left - value, first);
    case 'count':
      return values.length;
  }
}
