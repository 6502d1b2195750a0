import { type Undefined, undefinedBecause } from '../undefined.js';
import { forecast } from './forecast.js';
import type { Forecast, ForecastOptions, Observation } from './types.js';

/** How to replay the past: `forecast`'s options and where to stand. */
export interface BacktestOptions extends ForecastOptions {
  /** Number of origins, latest first; default 3. */
  readonly origins?: number;
  /** Observations between origins; default the horizon. */
  readonly step?: number;
  /** Shortest history before an origin; default two seasons and at least 8. */
  readonly minimumHistory?: number;
}

/** One replayed forecast. Observations that are missing in `actual` are NaN and judge nothing. */
export interface BacktestOrigin {
  /** Observations known at the origin. */
  readonly known: number;
  readonly forecast: Forecast;
  readonly actual: readonly (number | null)[];
}

/** Accuracy over all origins and steps. */
export interface Backtest {
  readonly kind: 'backtest';
  readonly origins: readonly BacktestOrigin[];
  /** Points judged. */
  readonly points: number;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquaredError: number;
  /** Mean of 2|e| / (|y| + |ŷ|), a ratio in [0, 2]; 0 where both are 0. */
  readonly symmetricError: number;
  /** Error over the in-sample error of seasonal naive (MASE, Hyndman & Koehler 2006). */
  readonly scaledError: number | Undefined;
  /** Mean error ŷ − y: above 0 when forecasts are too high. */
  readonly bias: number;
  /** Mean absolute error at each step ahead; undefined where nothing was observed. */
  readonly errorByStep: readonly (number | Undefined)[];
  /** Share of actual values within the intervals, by level. */
  readonly coverage: readonly { readonly level: number; readonly covered: number }[];
}

/**
 * Rolling-origin evaluation: forecasts again from earlier points, with only what was known then,
 * and compares with what came. Regressors are cut likewise, their later values being known.
 * @returns undefined when no origin leaves enough history or no actual value is known
 */
export function backtest(
  values: ArrayLike<Observation>,
  options: BacktestOptions,
): Backtest | Undefined {
  const { horizon, origins = 3, step = horizon } = options;
  if (!Number.isInteger(origins) || origins < 1) {
    return undefinedBecause('the number of origins must be a whole number ≥ 1');
  }
  if (!Number.isInteger(step) || step < 1) {
    return undefinedBecause('the step must be a whole number ≥ 1');
  }
  const seasons = [options.seasonLength].flat();
  const shortest = options.minimumHistory ?? Math.max(8, 2 * Math.max(1, ...seasons));
  const replayed: BacktestOrigin[] = [];
  let refusal = 'no origin leaves enough history';
  for (let i = 0; i < origins; i++) {
    const known = values.length - horizon - i * step;
    if (!(known >= shortest)) break;
    const result = forecast(firstOf(values, known), cutRegressors(options, known));
    if (result.kind === 'undefined') {
      refusal = result.reason;
      continue;
    }
    const actual = Array.from({ length: horizon }, (_, h) => numberOrNull(values[known + h]));
    replayed.push({ known, forecast: result, actual });
  }
  if (replayed.length === 0) return undefinedBecause(refusal);
  return summarise(values, replayed, horizon, Math.max(1, seasons[0] ?? 1));
}

function summarise(
  values: ArrayLike<Observation>,
  origins: readonly BacktestOrigin[],
  horizon: number,
  seasonLength: number,
): Backtest | Undefined {
  const byStep = Array.from({ length: horizon }, () => ({ sum: 0, count: 0 }));
  let points = 0;
  let absolute = 0;
  let squared = 0;
  let symmetric = 0;
  let bias = 0;
  const covered = new Map<number, number>();
  for (const { forecast: said, actual } of origins) {
    actual.forEach((y, h) => {
      if (y === null) return;
      const e = (said.mean[h] ?? 0) - y;
      const size = Math.abs(e);
      const both = Math.abs(y) + Math.abs(said.mean[h] ?? 0);
      points++;
      absolute += size;
      squared += e * e;
      symmetric += both > 0 ? (2 * size) / both : 0;
      bias += e;
      const at = byStep[h];
      if (at) {
        at.sum += size;
        at.count++;
      }
      for (const { level, lower, upper } of said.intervals) {
        const hit = y >= (lower[h] ?? 0) && y <= (upper[h] ?? 0) ? 1 : 0;
        covered.set(level, (covered.get(level) ?? 0) + hit);
      }
    });
  }
  if (points === 0) return undefinedBecause('no value after the origins is known');
  if (!Number.isFinite(squared)) return undefinedBecause('the errors are too large to square');
  const scale = naiveError(values, origins[0]?.known ?? 0, seasonLength);
  return {
    kind: 'backtest',
    origins,
    points,
    meanAbsoluteError: absolute / points,
    rootMeanSquaredError: Math.sqrt(squared / points),
    symmetricError: symmetric / points,
    scaledError:
      scale > 0 ? absolute / points / scale : undefinedBecause('the history never changes'),
    bias: bias / points,
    errorByStep: byStep.map(({ sum, count }) =>
      count > 0 ? sum / count : undefinedBecause('nothing was observed at this step'),
    ),
    coverage: [...covered].map(([level, hits]) => ({ level, covered: hits / points })),
  };
}

/** Mean absolute seasonal difference over the first `known` observations. */
function naiveError(values: ArrayLike<Observation>, known: number, m: number): number {
  let sum = 0;
  let count = 0;
  for (let t = m; t < known; t++) {
    const now = numberOrNull(values[t]);
    const before = numberOrNull(values[t - m]);
    if (now === null || before === null) continue;
    sum += Math.abs(now - before);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

function cutRegressors(options: BacktestOptions, known: number): ForecastOptions {
  const { regressors, horizon } = options;
  if (!regressors) return options;
  const whole = regressors.history.map((column, j) => [
    ...Array.from(column),
    ...Array.from(regressors.future[j] ?? []),
  ]);
  return {
    ...options,
    regressors: {
      ...regressors,
      history: whole.map((column) => column.slice(0, known)),
      future: whole.map((column) => column.slice(known, known + horizon)),
    },
  };
}

function firstOf(values: ArrayLike<Observation>, count: number): Observation[] {
  return Array.from({ length: count }, (_, t) => values[t]);
}

function numberOrNull(y: Observation): number | null {
  return typeof y === 'number' && Number.isFinite(y) ? y : null;
}
