import { loess } from './loess.js';

/** A series taken apart: values = trend + seasonal + remainder, all of the same length. */
export interface Decomposition {
  readonly trend: Float64Array;
  readonly seasonal: Float64Array;
  readonly remainder: Float64Array;
  /** Robustness weights in [0, 1] of the last pass; low ones mark outliers. */
  readonly weights: Float64Array;
}

/** How to take a series apart. */
export interface StlOptions {
  readonly seasonLength: number;
  /** Span of the seasonal smoother in seasons, odd, ≥ 7; `periodic` for one fixed shape. Default 11. */
  readonly seasonalSpan?: number | 'periodic';
  /** Span of the trend smoother, odd; default the next odd ≥ 1.5 m / (1 − 1.5 / seasonalSpan). */
  readonly trendSpan?: number;
  /** Down-weights outliers over several passes. Default false. */
  readonly robust?: boolean;
  /** Distance between smoothed points, as a share of the span; 0 smooths at every point. Default .1. */
  readonly jump?: number;
}

/**
 * Seasonal-trend decomposition by loess (Cleveland, Cleveland, McRae & Terpenning 1990).
 * @param values  no gaps, at least two seasons; not checked here
 */
export function stl(values: Float64Array, options: StlOptions): Decomposition {
  const m = options.seasonLength;
  const n = values.length;
  const periodic = options.seasonalSpan === 'periodic';
  const seasonalSpan =
    typeof options.seasonalSpan === 'number' ? options.seasonalSpan : periodic ? 10 * n + 1 : 11;
  const trendSpan = options.trendSpan ?? nextOdd((1.5 * m) / (1 - 1.5 / seasonalSpan));
  const lowSpan = nextOdd(m);
  const share = options.jump ?? 0.1;
  const jump = (span: number): number => Math.max(1, Math.ceil(share * Math.min(span, n)));
  const passes = options.robust ? 16 : 1;
  const innerPasses = options.robust ? 1 : 2;
  let trend = new Float64Array(n);
  let seasonal = new Float64Array(n);
  let weights: Float64Array | undefined;
  const work = new Float64Array(n);
  for (let pass = 0; pass < passes; pass++) {
    for (let inner = 0; inner < innerPasses; inner++) {
      for (let t = 0; t < n; t++) work[t] = (values[t] ?? 0) - (trend[t] ?? 0);
      const cycle = smoothCycles(
        work,
        m,
        seasonalSpan,
        periodic ? 0 : 1,
        weights,
        jump(seasonalSpan),
      );
      const averaged = movingAverage(movingAverage(movingAverage(cycle, m), m), 3);
      const low = loess(averaged, lowSpan, 1, undefined, 1, n, jump(lowSpan));
      seasonal = new Float64Array(n);
      for (let t = 0; t < n; t++) seasonal[t] = (cycle[t + m] ?? 0) - (low[t] ?? 0);
      for (let t = 0; t < n; t++) work[t] = (values[t] ?? 0) - (seasonal[t] ?? 0);
      trend = Float64Array.from(loess(work, trendSpan, 1, weights, 1, n, jump(trendSpan)));
    }
    if (pass + 1 < passes) weights = bisquare(values, trend, seasonal);
  }
  if (periodic) seasonal = averageCycles(seasonal, m);
  return {
    trend,
    seasonal,
    remainder: values.map((y, t) => y - (trend[t] ?? 0) - (seasonal[t] ?? 0)),
    weights: weights ?? new Float64Array(n).fill(1),
  };
}

/** Smooths each position of the season by itself, one season beyond both ends: n + 2m values. */
function smoothCycles(
  values: Float64Array,
  m: number,
  span: number,
  degree: 0 | 1,
  weights: Float64Array | undefined,
  jump: number,
): Float64Array {
  const n = values.length;
  const out = new Float64Array(n + 2 * m);
  for (let phase = 0; phase < m; phase++) {
    const count = Math.floor((n - phase - 1) / m) + 1;
    const cycle = new Float64Array(count);
    const cycleWeights = weights ? new Float64Array(count) : undefined;
    for (let i = 0; i < count; i++) {
      cycle[i] = values[phase + i * m] ?? 0;
      if (cycleWeights) cycleWeights[i] = weights?.[phase + i * m] ?? 1;
    }
    const smooth = loess(cycle, span, degree, cycleWeights, 0, count + 2, jump);
    for (let i = 0; i < count + 2; i++) out[phase + i * m] = smooth[i] ?? 0;
  }
  return out;
}

/** The same number at the same position of every season: the mean over seasons. */
function averageCycles(seasonal: Float64Array, m: number): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  for (let t = 0; t < seasonal.length; t++) {
    sums[t % m] = (sums[t % m] ?? 0) + (seasonal[t] ?? 0);
    counts[t % m] = (counts[t % m] ?? 0) + 1;
  }
  return Float64Array.from(seasonal, (_, t) => (sums[t % m] ?? 0) / (counts[t % m] ?? 1));
}

function movingAverage(values: Float64Array, length: number): Float64Array {
  const out = new Float64Array(Math.max(0, values.length - length + 1));
  let sum = 0;
  for (let t = 0; t < values.length; t++) {
    sum += values[t] ?? 0;
    if (t >= length) sum -= values[t - length] ?? 0;
    if (t >= length - 1) out[t - length + 1] = sum / length;
  }
  return out;
}

/** Tukey's bisquare weights at six median absolute remainders. */
function bisquare(values: Float64Array, trend: Float64Array, seasonal: Float64Array): Float64Array {
  const size = values.map((y, t) => Math.abs(y - (trend[t] ?? 0) - (seasonal[t] ?? 0)));
  const sorted = Float64Array.from(size).sort();
  const n = sorted.length;
  const middle = ((sorted[(n - 1) >> 1] ?? 0) + (sorted[n >> 1] ?? 0)) / 2;
  const limit = 6 * middle;
  return size.map((r) => {
    if (r <= 0.001 * limit) return 1;
    if (r > 0.999 * limit) return 0;
    return (1 - (r / limit) ** 2) ** 2;
  });
}

function nextOdd(x: number): number {
  const up = Math.ceil(x);
  return up % 2 === 0 ? up + 1 : up;
}
