import { discreteQuantile, poissonTails } from '../distributions/discrete.js';
import { normalSurvival } from '../distributions/normal.js';
import { densePicture } from './dense.js';
import type { AnomalyPicture, ChangePoint, PictureOptions } from './report.js';
import { medianOf } from './robust.js';

/** Zeros from which a series has no spread of its own beside that of its level. */
const sparseShare = 0.1;

/** Whether at least a tenth of the observations is zero. */
export function isSparse(series: Float64Array): boolean {
  let zeros = 0;
  for (const y of series) if (y === 0) zeros++;
  return zeros >= sparseShare * series.length && zeros < series.length;
}

/**
 * What a sparse series would be. Where it goes below zero, as revenue does with refunds, what comes
 * in and what goes out are two processes, and their usual ranges add up.
 */
export function sparsePicture(series: Float64Array, options: PictureOptions): AnomalyPicture {
  const [above, below] = [series.map((y) => Math.max(0, y)), series.map((y) => Math.max(0, -y))];
  if (!below.some((y) => y > 0)) return oneSided(series, options);
  const out = oneSided(below, options);
  if (!above.some((y) => y > 0)) return mirrored(out);
  const come = oneSided(above, options);
  const both = (f: (t: number) => number) => series.map((_, t) => f(t));
  return {
    expected: both((t) => (come.expected[t] ?? 0) - (out.expected[t] ?? 0)),
    lower: both((t) => (come.lower[t] ?? 0) - (out.upper[t] ?? 0)),
    upper: both((t) => (come.upper[t] ?? 0) - (out.lower[t] ?? 0)),
    spread: both((t) => Math.hypot(come.spread[t] ?? 0, out.spread[t] ?? 0)),
    scale: Math.hypot(come.scale, out.scale),
    changes: come.changes,
  };
}

function mirrored({ expected, lower, upper, changes, ...same }: AnomalyPicture): AnomalyPicture {
  const negated = (values: Float64Array) => values.map((y) => 0 - y);
  return {
    ...same,
    expected: negated(expected),
    lower: negated(upper),
    upper: negated(lower),
    changes: changes.map((one) => ({
      ...one,
      shift: -one.shift,
      slopeBefore: -one.slopeBefore,
      slopeAfter: -one.slopeAfter,
    })),
  };
}

/** Rounds of taking out what stands out and estimating anew. */
const rounds = 5;

/**
 * A series that is nowhere below zero: a compound Poisson process, whose variance is `unit` times its
 * mean, with the mean a running level times an index of each season. Counts have a unit of about 1,
 * amounts one of about an order's size. What stands out is clipped before the next estimate.
 * Changes of the level are looked for in blocks long enough to be seldom zero.
 */
function oneSided(series: Float64Array, options: PictureOptions): AnomalyPicture {
  const n = series.length;
  const seasons = seasonsOf(options.seasons);
  const tail = normalSurvival(options.threshold);
  const event = medianOf(series.filter((y) => y > 0));
  // from below: what is usual is let in round by round, what stands out never was
  let clipped: Float64Array = series.map((y) => Math.min(y, 2 * event));
  let expected: Float64Array = series;
  let upper = series;
  let unit = event;
  for (let round = 0; round < rounds; round++) {
    expected = meansOf(clipped, seasons, 2 * Math.min(unit, event));
    const scale = Math.max(unitOf(clipped, expected, seasons), 1e-6 * event);
    unit = scale;
    upper = expected.map((mean) => scale * poissonQuantile(mean / scale, 1 - tail, tail));
    clipped = series.map((y, t) => Math.min(y, upper[t] ?? y));
  }
  const lower = expected.map((mean) => unit * poissonQuantile(mean / unit, tail, 1 - tail));
  const spread = expected.map((mean) => Math.sqrt(unit * mean));
  const mean = expected.reduce((sum, one) => sum + one, 0) / n;
  return {
    expected,
    lower,
    upper,
    spread,
    scale: Math.sqrt(unit * mean),
    changes: changesOfBlocks(clipped, blockOf(unit / mean, options.seasons), options),
  };
}

/** A season by the place of each observation in it. */
interface Season {
  readonly length: number;
  place(t: number): number;
}

/** Nested seasons multiply: the hour of the day, and the day of the week. */
function seasonsOf(lengths: readonly number[]): readonly Season[] {
  return lengths.map((length, i): Season => {
    const inner = lengths[i - 1] ?? 1;
    return length % inner === 0
      ? { length: length / inner, place: (t) => Math.floor((t % length) / inner) }
      : { length, place: (t) => t % length };
  });
}

/** Level times season indices, each estimated with the others held; `prior` as of {@link seasonIndex}. */
function meansOf(clipped: Float64Array, seasons: readonly Season[], prior: number): Float64Array {
  const n = clipped.length;
  const present = clipped.filter((y) => y > 0).length / n;
  const longest = seasons.reduce((product, { length }) => product * length, 1);
  const window = Math.min(n, Math.max(2 * longest + 1, Math.ceil(30 / present)));
  const indices: Float64Array[] = seasons.map(({ length }) => new Float64Array(length).fill(1));
  const indexAt = (t: number, except?: number) =>
    seasons.reduce(
      (product, season, s) =>
        s === except ? product : product * (indices[s]?.[season.place(t)] ?? 1),
      1,
    );
  let level: Float64Array = runningRatio(clipped, new Float64Array(n).fill(1), window);
  for (let turn = 0; turn < 2; turn++) {
    seasons.forEach((season, s) => {
      const rest = level.map((mean, t) => mean * indexAt(t, s));
      indices[s] = seasonIndex(clipped, rest, season, prior);
    });
    level = runningRatio(
      clipped,
      level.map((_, t) => indexAt(t)),
      window,
    );
  }
  return level.map((mean, t) => mean * indexAt(t));
}

/** Sums by place over what the rest of the model has there, drawn to 1 as by `prior` more of both. */
function seasonIndex(
  clipped: Float64Array,
  rest: Float64Array,
  season: Season,
  prior: number,
): Float64Array {
  const seen = new Float64Array(season.length).fill(prior);
  const held = new Float64Array(season.length).fill(prior);
  for (let t = 0; t < clipped.length; t++) {
    const place = season.place(t);
    seen[place] = (seen[place] ?? 0) + (clipped[t] ?? 0);
    held[place] = (held[place] ?? 0) + (rest[t] ?? 0);
  }
  return seen.map((sum, place) => sum / (held[place] ?? 1));
}

/** Sum of one series over that of another in a window around each place. */
function runningRatio(above: Float64Array, below: Float64Array, window: number): Float64Array {
  const n = above.length;
  const sums = (of: Float64Array) => {
    const out = new Float64Array(n + 1);
    for (let t = 0; t < n; t++) out[t + 1] = (out[t] ?? 0) + (of[t] ?? 0);
    return out;
  };
  const [over, under] = [sums(above), sums(below)];
  return above.map((_, t) => {
    // at the ends the window stays as wide
    const from = Math.max(0, Math.min(n - window, t - (window >> 1)));
    const to = Math.min(n, from + window);
    const sum = (under[to] ?? 0) - (under[from] ?? 0);
    return sum > 0 ? ((over[to] ?? 0) - (over[from] ?? 0)) / sum : 0;
  });
}

/** Variance over mean, with what the seasons took given back. */
function unitOf(clipped: Float64Array, expected: Float64Array, seasons: readonly Season[]): number {
  const n = clipped.length;
  let squares = 0;
  let sum = 0;
  for (let t = 0; t < n; t++) {
    squares += ((clipped[t] ?? 0) - (expected[t] ?? 0)) ** 2;
    sum += expected[t] ?? 0;
  }
  const taken = seasons.reduce((places, { length }) => places + length - 1, 1);
  return ((n / Math.max(1, n - taken)) * squares) / sum;
}

/** Smallest k with P(X ≤ k) ≥ p, where q = 1 − p. */
const poissonQuantile = (mean: number, p: number, q: number): number =>
  mean === 0
    ? 0
    : discreteQuantile((k) => poissonTails(k, mean), p, q, mean, Math.sqrt(mean), 0, Infinity);

/** Events that a block has on average, so that it is seldom empty. */
const eventsPerBlock = 8;

/** Observations of a block with enough events: whole seasons of the shortest. */
function blockOf(observationsPerEvent: number, [season = 1]: readonly number[]): number {
  return season * Math.max(1, Math.ceil((eventsPerBlock * observationsPerEvent) / season));
}

/** Changes of the means of blocks, at the first observation of the block that each begins with. */
function changesOfBlocks(
  clipped: Float64Array,
  size: number,
  { seasons, threshold }: PictureOptions,
): readonly ChangePoint[] {
  const count = Math.floor(clipped.length / size);
  if (count < 12) return [];
  const offset = clipped.length - count * size;
  const blocks = Float64Array.from({ length: count }, (_, b) => {
    const block = clipped.subarray(offset + b * size, offset + (b + 1) * size);
    return block.reduce((sum, y) => sum + y, 0) / size;
  });
  const outer = seasons.filter((m) => m > size && m % size === 0 && count >= (2 * m) / size + 1);
  const { changes } = densePicture(blocks, {
    seasons: outer.map((m) => m / size),
    threshold,
    minimumLength: undefined,
  });
  return changes.map((change) => ({
    ...change,
    index: offset + change.index * size,
    slopeBefore: change.slopeBefore / size,
    slopeAfter: change.slopeAfter / size,
  }));
}
