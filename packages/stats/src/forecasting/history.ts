import { centredMovingAverage, seasonalIndices } from './seasonality.js';
import type { Observation } from './types.js';

/** A history without gaps. */
export interface History {
  readonly values: Float64Array;
  /** Positions cut off the front because nothing was known yet. */
  readonly trimmed: number;
  /** Gaps inside that were filled. */
  readonly filled: number;
  /** Gaps at the end: steps that must be forecast before the first one asked for. */
  readonly trailing: number;
}

/**
 * Makes a history complete: leading gaps are cut, trailing ones counted, inner ones filled on the
 * line between their neighbours, after taking out the season when two full seasons are known.
 */
export function completeHistory(raw: ArrayLike<Observation>, seasonLength: number): History {
  let first = 0;
  let last = raw.length - 1;
  while (first <= last && !isKnown(raw[first])) first++;
  while (last >= first && !isKnown(raw[last])) last--;
  const n = last - first + 1;
  const values = new Float64Array(Math.max(0, n));
  const gaps: number[] = [];
  for (let t = 0; t < n; t++) {
    const y = raw[first + t];
    if (isKnown(y)) values[t] = y;
    else gaps.push(t);
  }
  fillOnLines(values, gaps);
  if (gaps.length > 0 && seasonLength > 1 && n >= 3 * seasonLength) {
    const seasonal = knownSeason(values, gaps, seasonLength);
    const adjusted = values.map((y, t) => y - (seasonal[t % seasonLength] ?? 0));
    fillOnLines(adjusted, gaps);
    for (const t of gaps) values[t] = (adjusted[t] ?? 0) + (seasonal[t % seasonLength] ?? 0);
  }
  return { values, trimmed: first, filled: gaps.length, trailing: raw.length - 1 - last };
}

function isKnown(y: Observation): y is number {
  return typeof y === 'number' && Number.isFinite(y);
}

/** Additive indices from the known points alone, unless a position has none. */
function knownSeason(values: Float64Array, gaps: readonly number[], m: number): Float64Array {
  const trend = centredMovingAverage(values, m);
  const missing = new Set(gaps);
  const half = Math.floor(m / 2);
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  for (let t = half; t < values.length - half; t++) {
    if (missing.has(t)) continue;
    sums[t % m] = (sums[t % m] ?? 0) + (values[t] ?? 0) - (trend[t] ?? 0);
    counts[t % m] = (counts[t % m] ?? 0) + 1;
  }
  if (counts.some((count) => count === 0)) return seasonalIndices(values, m, 'additive');
  let mean = 0;
  for (let i = 0; i < m; i++) {
    sums[i] = (sums[i] ?? 0) / (counts[i] ?? 1);
    mean += (sums[i] ?? 0) / m;
  }
  return sums.map((index) => index - mean);
}

/** Fills positions (ascending, none first or last) on the lines between their neighbours. */
function fillOnLines(values: Float64Array, gaps: readonly number[]): void {
  let i = 0;
  while (i < gaps.length) {
    const start = gaps[i] ?? 0;
    let end = start;
    while (i + 1 < gaps.length && gaps[i + 1] === end + 1) {
      end++;
      i++;
    }
    i++;
    const before = values[start - 1] ?? 0;
    const after = values[end + 1] ?? 0;
    const steps = end - start + 2;
    for (let t = start; t <= end; t++) {
      const share = (t - start + 1) / steps;
      values[t] = before * (1 - share) + after * share;
    }
  }
}
