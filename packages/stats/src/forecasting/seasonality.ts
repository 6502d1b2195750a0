import { autocorrelation } from './autocorrelation.js';

/**
 * Whether a season of length m shows in the autocorrelations: |r_m| beyond the 90 % limit of
 * Bartlett's formula, the test of the M3 and M4 competitions (Makridakis et al. 2020).
 * Series shorter than three seasons count as not seasonal.
 */
export function isSeasonal(values: Float64Array, seasonLength: number, critical = 1.645): boolean {
  if (seasonLength < 2 || values.length < 3 * seasonLength) return false;
  const r = autocorrelation(values, seasonLength);
  let sum = 0;
  for (let k = 1; k < seasonLength; k++) sum += (r[k] ?? 0) ** 2;
  const limit = critical * Math.sqrt((1 + 2 * sum) / values.length);
  return Math.abs(r[seasonLength] ?? 0) > limit;
}

/** How a season enters: added to the level, or multiplying it. */
export type SeasonKind = 'additive' | 'multiplicative';

/**
 * Seasonal indices by classical decomposition: centred moving average, then the mean per position
 * of the ratios (or differences) to it, normalised to mean 1 (or 0).
 * @param values  at least two full seasons; strictly positive for the multiplicative kind
 * @returns m indices; index i belongs to observations t with t mod m = i
 */
export function seasonalIndices(
  values: Float64Array,
  seasonLength: number,
  kind: SeasonKind,
): Float64Array {
  const m = seasonLength;
  const n = values.length;
  const trend = centredMovingAverage(values, m);
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  const half = Math.floor(m / 2);
  for (let t = half; t < n - half; t++) {
    const level = trend[t] ?? 0;
    const y = values[t] ?? 0;
    const i = t % m;
    sums[i] = (sums[i] ?? 0) + (kind === 'multiplicative' ? y / level : y - level);
    counts[i] = (counts[i] ?? 0) + 1;
  }
  let total = 0;
  for (let i = 0; i < m; i++) {
    const neutral = kind === 'multiplicative' ? 1 : 0;
    sums[i] = (counts[i] ?? 0) > 0 ? (sums[i] ?? 0) / (counts[i] ?? 1) : neutral;
    total += sums[i] ?? 0;
  }
  const mean = total / m;
  for (let i = 0; i < m; i++) {
    sums[i] = kind === 'multiplicative' ? (sums[i] ?? 0) / mean : (sums[i] ?? 0) - mean;
  }
  return sums;
}

/**
 * Moving average over one season centred on each point (2×m for even m).
 * @returns n values; the first and last ⌊m/2⌋ are 0 and bear no meaning
 */
export function centredMovingAverage(values: Float64Array, m: number): Float64Array {
  const n = values.length;
  const out = new Float64Array(n);
  const half = Math.floor(m / 2);
  const even = m % 2 === 0;
  for (let t = half; t < n - half; t++) {
    let sum = 0;
    for (let k = -half; k <= half; k++) {
      const weight = even && Math.abs(k) === half ? 0.5 : 1;
      sum += weight * (values[t + k] ?? 0);
    }
    out[t] = sum / m;
  }
  return out;
}
