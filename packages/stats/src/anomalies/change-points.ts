/** A stretch of a series described by one line. Positions are 0-based, `to` exclusive. */
export interface LineSegment {
  readonly from: number;
  readonly to: number;
  /** The line's value at `from`, and its step. */
  readonly start: number;
  readonly slope: number;
}

/** How to cut a series. */
export interface ChangePointOptions {
  /** Shortest stretch, at least 2. */
  readonly minimumLength: number;
  /** Standard deviation of the noise about the lines. */
  readonly noise: number;
  /** Cost of one more stretch in units of noise²; default 4 log n. */
  readonly penalty?: number;
}

/**
 * Cuts a series into stretches that each follow a line, with the least squared error plus penalty
 * (PELT: Killick, Fearnhead & Eckley 2012; exact, near linear time when changes are frequent).
 * @param values  no gaps; the noise should be close to independent with the given deviation
 */
export function segmentLines(values: Float64Array, options: ChangePointOptions): LineSegment[] {
  const n = values.length;
  const shortest = Math.max(2, options.minimumLength);
  if (n === 0) return [];
  if (n < 2 * shortest || !(options.noise > 0)) return [lineOver(values, 0, n)];
  const penalty = (options.penalty ?? 4 * Math.log(n)) * options.noise ** 2;
  const cost = lineCosts(values);
  const best = new Float64Array(n + 1).fill(Infinity);
  const cut = new Int32Array(n + 1);
  best[0] = -penalty;
  let candidates: number[] = [0];
  // Last end at which a start is still of use: a better cut only helps once its own stretch after
  // it has the shortest length.
  const useful = new Float64Array(n + 1).fill(Infinity);
  for (let end = shortest; end <= n; end++) {
    let least = Infinity;
    let at = 0;
    for (const from of candidates) {
      if (end - from < shortest) continue;
      const total = (best[from] ?? Infinity) + cost(from, end) + penalty;
      if (total < least) {
        least = total;
        at = from;
      }
    }
    best[end] = least;
    cut[end] = at;
    const kept: number[] = [];
    for (const from of candidates) {
      if (end - from >= shortest && (best[from] ?? Infinity) + cost(from, end) > least) {
        useful[from] = Math.min(useful[from] ?? Infinity, end + shortest - 1);
      }
      if ((useful[from] ?? Infinity) > end) kept.push(from);
    }
    const next = end - shortest + 1;
    if (next >= shortest) kept.push(next);
    candidates = kept;
  }
  const segments: LineSegment[] = [];
  for (let end = n; end > 0; end = cut[end] ?? 0) {
    segments.push(lineOver(values, cut[end] ?? 0, end));
  }
  return segments.reverse();
}

/** Residual sum of squares of the least-squares line over [from, to), in constant time. */
function lineCosts(values: Float64Array): (from: number, to: number) => number {
  const n = values.length;
  let centre = 0;
  for (const y of values) centre += y / n;
  const sumY = new Float64Array(n + 1);
  const sumYY = new Float64Array(n + 1);
  const sumTY = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) {
    const y = (values[t] ?? 0) - centre;
    sumY[t + 1] = (sumY[t] ?? 0) + y;
    sumYY[t + 1] = (sumYY[t] ?? 0) + y * y;
    sumTY[t + 1] = (sumTY[t] ?? 0) + t * y;
  }
  return (from, to) => {
    const length = to - from;
    const y = (sumY[to] ?? 0) - (sumY[from] ?? 0);
    const yy = (sumYY[to] ?? 0) - (sumYY[from] ?? 0);
    const ty = (sumTY[to] ?? 0) - (sumTY[from] ?? 0);
    const meanT = (from + to - 1) / 2;
    const spread = (length * (length * length - 1)) / 12;
    const covariance = ty - meanT * y;
    const explained = spread > 0 ? (covariance * covariance) / spread : 0;
    return Math.max(0, yy - (y * y) / length - explained);
  };
}

function lineOver(values: Float64Array, from: number, to: number): LineSegment {
  const length = to - from;
  let y = 0;
  let ty = 0;
  for (let t = from; t < to; t++) {
    y += values[t] ?? 0;
    ty += (t - from) * (values[t] ?? 0);
  }
  const meanT = (length - 1) / 2;
  const spread = (length * (length * length - 1)) / 12;
  const slope = spread > 0 ? (ty - meanT * y) / spread : 0;
  return { from, to, start: y / Math.max(1, length) - slope * meanT, slope };
}
