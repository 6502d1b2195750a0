import { mstl } from '../forecasting/decomposition/mstl.js';
import { stl } from '../forecasting/decomposition/stl.js';
import { type LineSegment, segmentLines } from './change-points.js';
import type { AnomalyPicture, ChangePoint, PictureOptions } from './report.js';
import { madScale, medianOf, runningMedian } from './robust.js';

/** Longest window of the running median, whose cost grows with it. */
const LONGEST_MEDIAN = 101;

/** Seasons over which the shape of the season may change. */
const SEASONAL_SPAN = 21;

/**
 * What a series that is seldom zero would be: the season from a robust decomposition, changes from
 * PELT on the rest with single outliers clipped, the spread from the median absolute deviation of
 * what remains.
 * @param series  at least eight observations without gaps
 */
export function densePicture(
  series: Float64Array,
  { seasons, threshold, minimumLength }: PictureOptions,
): AnomalyPicture {
  const n = series.length;
  const { seasonal, taken } = seasonOf(series, seasons);
  const level = series.map((y, t) => y - (seasonal[t] ?? 0));
  const segments = coursesOf(level, minimumLength ?? Math.max(5, Math.ceil((seasons[0] ?? 1) / 2)));
  const baseline = robustBaseline(level, segments);
  const remainder = level.map((y, t) => y - (baseline[t] ?? 0));
  const typical = Math.max(...series.map((y) => Math.abs(y)));
  // The lines took some more of the noise of a short series.
  const scale = Math.max(
    ((1 + 4 / n) * usualSpread(remainder)) / Math.sqrt(1 - taken),
    1e-9 * typical,
  );
  const expected = baseline.map((b, t) => b + (seasonal[t] ?? 0));
  return {
    expected,
    lower: expected.map((y) => y - threshold * scale),
    upper: expected.map((y) => y + threshold * scale),
    spread: new Float64Array(n).fill(scale),
    scale,
    changes: changesBetween(segments, scale),
  };
}

/** The seasons together, and the share of the noise's variance that went with them. */
function seasonOf(
  series: Float64Array,
  seasons: readonly number[],
): { readonly seasonal: Float64Array; readonly taken: number } {
  const n = series.length;
  const [only] = seasons;
  if (only === undefined) return { seasonal: new Float64Array(n), taken: 0 };
  if (seasons.length > 1) {
    const { seasonals } = mstl(series, seasons, { robust: true, shape: 'steady' });
    const longest = seasons[seasons.length - 1] ?? only;
    const seasonal = series.map((_, t) => seasonals.reduce((sum, s) => sum + (s[t] ?? 0), 0));
    return { seasonal, taken: longest / n };
  }
  const evolving = n >= 12 * only;
  const seasonalSpan = evolving ? SEASONAL_SPAN : 'periodic';
  const { seasonal } = stl(series, { seasonLength: only, seasonalSpan, robust: true });
  return { seasonal, taken: evolving ? 2.5 / Math.min(SEASONAL_SPAN, n / only) : only / n };
}

/**
 * Stretches of a series without season. What lasts less than the shortest stretch is clipped to its
 * surroundings first, so that a short run of odd points is not taken for a change.
 */
function coursesOf(level: Float64Array, minimumLength: number): LineSegment[] {
  const smooth = runningMedian(level, Math.min(LONGEST_MEDIAN, 2 * minimumLength - 1));
  const rough = level.map((y, t) => y - (smooth[t] ?? 0));
  const limit = 3 * usualSpread(rough);
  const clipped = level.map((y, t) => {
    const centre = smooth[t] ?? 0;
    return Math.max(centre - limit, Math.min(centre + limit, y));
  });
  const steps = new Float64Array(Math.max(0, clipped.length - 1));
  for (let t = 0; t < steps.length; t++) steps[t] = (clipped[t + 1] ?? 0) - (clipped[t] ?? 0);
  const noise = madScale(steps) / Math.SQRT2;
  // Neighbouring errors that resemble each other look like changes: the penalty grows with them.
  const penalty = 6 * Math.log(level.length) * persistence(clipped);
  return segmentLines(clipped, { minimumLength, noise, penalty });
}

/** (1 + ρ) / (1 − ρ) of the deviations from a running median, at least 1: variance inflation. */
function persistence(values: Float64Array): number {
  const smooth = runningMedian(values, 25);
  const rest = values.map((y, t) => y - (smooth[t] ?? 0));
  let product = 0;
  let square = 0;
  for (let t = 0; t < rest.length; t++) {
    square += (rest[t] ?? 0) ** 2;
    if (t > 0) product += (rest[t] ?? 0) * (rest[t - 1] ?? 0);
  }
  const rho = square > 0 ? Math.max(0, Math.min(0.9, product / square)) : 0;
  return (1 + rho) / (1 - rho);
}

/** Lines of the stretches, each moved to the median of its own points. */
function robustBaseline(level: Float64Array, segments: readonly LineSegment[]): Float64Array {
  const out = new Float64Array(level.length);
  for (const { from, to, start, slope } of segments) {
    const rest = new Float64Array(to - from);
    for (let t = from; t < to; t++) rest[t - from] = (level[t] ?? 0) - start - slope * (t - from);
    const offset = medianOf(rest);
    for (let t = from; t < to; t++) out[t] = start + slope * (t - from) + offset;
  }
  return out;
}

/** MAD; where most values coincide, the mean absolute deviation instead. */
function usualSpread(values: Float64Array): number {
  const mad = madScale(values);
  if (mad > 0) return mad;
  let sum = 0;
  for (const y of values) sum += Math.abs(y);
  return (1.2533 * sum) / Math.max(1, values.length);
}

function changesBetween(segments: readonly LineSegment[], scale: number): ChangePoint[] {
  const out: ChangePoint[] = [];
  segments.forEach((after, i) => {
    const before = segments[i - 1];
    if (!before) return;
    const shift = after.start - (before.start + before.slope * (before.to - before.from));
    out.push({
      index: after.from,
      change: Math.abs(shift) > 2 * scale ? 'level' : 'trend',
      shift,
      slopeBefore: before.slope,
      slopeAfter: after.slope,
    });
  });
  return out;
}
