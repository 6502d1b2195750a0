import { stl } from './stl.js';

/** Whether a season keeps one shape throughout or may change slowly. */
export type SeasonShape = 'steady' | 'evolving';

/** A series taken apart into several seasons. */
export interface MultipleDecomposition {
  readonly trend: Float64Array;
  /** One series a season length, in the order given. */
  readonly seasonals: readonly Float64Array[];
  readonly remainder: Float64Array;
}

/**
 * Decomposition with nested seasons (Bandara, Hyndman & Bergmeir 2021): each season is refined in
 * turn, shortest first, on the series without the others, twice over.
 * @param seasonLengths  ascending; those above half the series are left out with a zero season
 */
export function mstl(
  values: Float64Array,
  seasonLengths: readonly number[],
  options: { readonly robust?: boolean; readonly shape?: SeasonShape } = {},
): MultipleDecomposition {
  const { robust = false, shape = 'evolving' } = options;
  const n = values.length;
  const seasonals = seasonLengths.map(() => new Float64Array(n));
  const rest = Float64Array.from(values);
  let trend = new Float64Array(n);
  const usable = seasonLengths.map((m) => m > 1 && n >= 2 * m);
  const rounds = usable.filter(Boolean).length > 1 ? 2 : 1;
  for (let round = 0; round < rounds; round++) {
    seasonLengths.forEach((m, i) => {
      const own = seasonals[i];
      if (!usable[i] || !own) return;
      for (let t = 0; t < n; t++) rest[t] = (rest[t] ?? 0) + (own[t] ?? 0);
      const seasonalSpan = shape === 'evolving' ? 11 + 4 * i : 'periodic';
      const part = stl(rest, { seasonLength: m, seasonalSpan, robust });
      own.set(part.seasonal);
      for (let t = 0; t < n; t++) rest[t] = (rest[t] ?? 0) - (own[t] ?? 0);
      trend = Float64Array.from(part.trend);
    });
  }
  return { trend, seasonals, remainder: rest.map((y, t) => y - (trend[t] ?? 0)) };
}
