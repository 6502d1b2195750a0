import { completeHistory } from '../forecasting/history.js';
import type { Observation } from '../forecasting/types.js';
import { type Undefined, undefinedBecause } from '../undefined.js';
import { densePicture } from './dense.js';
import type { AnomalyReport, DetectAnomaliesOptions, PointAnomaly } from './report.js';
import { isSparse, sparsePicture } from './sparse.js';

/**
 * Finds points that stand out, level shifts and turns of the trend.
 * Series that are seldom zero are judged by {@link densePicture}, sparse ones, such as the orders of
 * each hour of a small shop, by {@link sparsePicture}.
 * @returns undefined for fewer than 8 observations or a season length that is not whole
 */
export function detectAnomalies(
  values: ArrayLike<Observation>,
  options: DetectAnomaliesOptions = {},
): AnomalyReport | Undefined {
  const { seasonLength = 1, threshold = 4, minimumLength } = options;
  const asked = [seasonLength].flat();
  if (!asked.every((m) => Number.isInteger(m) && m >= 1)) {
    return undefinedBecause('season lengths must be whole numbers ≥ 1');
  }
  if (!(threshold > 0) || !Number.isFinite(threshold)) {
    return undefinedBecause('the threshold must be positive');
  }
  const { values: series, trimmed } = completeHistory(values, Math.min(...asked));
  const n = series.length;
  if (n < 8) return undefinedBecause('anomalies need at least eight observations');
  if (!series.every((y) => Math.abs(y) < 1e150)) {
    return undefinedBecause('the values are too large to square');
  }
  const seasons = [...new Set(asked)].filter((m) => m > 1 && n >= 2 * m + 1).sort((a, b) => a - b);
  const pictureOf = isSparse(series) ? sparsePicture : densePicture;
  const picture = pictureOf(series, { seasons, threshold, minimumLength });
  const points: PointAnomaly[] = [];
  for (let t = 0; t < n; t++) {
    const value = values[t + trimmed];
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    const expected = picture.expected[t] ?? 0;
    const spread = picture.spread[t] ?? 0;
    const above = value > (picture.upper[t] ?? 0);
    if (spread === 0 || !(above || value < (picture.lower[t] ?? 0))) continue;
    const direction = above ? 'above' : 'below';
    const deviations = Math.abs(value - expected) / spread;
    points.push({ index: t + trimmed, value, expected, direction, deviations });
  }
  const whole = (part: Float64Array) => stretch(part, values.length, trimmed);
  return {
    kind: 'anomalies',
    points,
    changes: picture.changes.map((change) => ({ ...change, index: change.index + trimmed })),
    expected: whole(picture.expected),
    lower: whole(picture.lower),
    upper: whole(picture.upper),
    scale: picture.scale,
    spread: whole(picture.spread),
  };
}

/** Puts values back to their places in the input, repeating the first and last beyond them. */
function stretch(values: Float64Array, length: number, offset: number): Float64Array {
  const last = values.length - 1;
  return Float64Array.from(
    { length },
    (_, t) => values[Math.max(0, Math.min(last, t - offset))] ?? 0,
  );
}
