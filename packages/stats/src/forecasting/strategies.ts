import { ownInflation, pooledInflation } from './calibration.js';
import { arima } from './members/arima.js';
import { combine } from './members/combination.js';
import { dampedTrend, ets, holt, simpleSmoothing } from './members/ets.js';
import type { Member, Series } from './members/member.js';
import { drift, naive, seasonalNaive } from './members/simple.js';
import { dynamicTheta, optimisedTheta, theta } from './members/theta.js';
import type { Outlook } from './outlook.js';
import type { ForecastMethod, HeldOutAccuracy } from './types.js';

/** The methods that are one member each. */
const SINGLE: Partial<Record<ForecastMethod, Member>> = {
  naive,
  'seasonal-naive': seasonalNaive,
  drift,
  ses: simpleSmoothing,
  holt,
  damped: dampedTrend,
  ets,
  theta,
  'optimised-theta': optimisedTheta,
  'dynamic-theta': dynamicTheta,
  arima,
};

/** A method asked for by name; undefined when it does not apply to the series. */
export function singleOutlook(
  series: Series,
  method: ForecastMethod,
  horizon: number,
): Outlook | undefined {
  const fit = SINGLE[method]?.(series, horizon);
  if (!fit?.mean.every(Number.isFinite) || !fit.spread.every(Number.isFinite)) {
    return undefined;
  }
  const spread = inflate(fit.spread, series, 1);
  return { mean: fit.mean, spread, method, why: `${fit.name}, as asked for` };
}

/** The default: the weighted combination with intervals calibrated on held-out errors. */
export function combinationOutlook(
  series: Series,
  horizon: number,
  nonNegative: boolean,
): Outlook | undefined {
  const combination = combine(series, horizon, nonNegative);
  if (!combination) return undefined;
  const own = ownInflation(series.values.length, combination.surprise);
  const parts = combination.members.map(
    ({ name, weight }) => `${name} (${Math.round(100 * weight)} %)`,
  );
  const { heldOutError, naiveError, origins } = combination;
  const heldOut: HeldOutAccuracy | undefined =
    heldOutError !== undefined && naiveError !== undefined && naiveError > 0
      ? {
          stretches: origins,
          errorRatio: heldOutError / naiveError,
          against: series.seasonLength > 1 ? 'season' : 'last',
        }
      : undefined;
  const record = heldOut
    ? `; on ${origins} held-out stretch${origins === 1 ? '' : 'es'} its mean absolute error was ` +
      `${heldOut.errorRatio.toFixed(2)} of that of ${
        heldOut.against === 'season' ? 'the value one season before' : 'the last value'
      }`
    : '; too short for a held-out test, so the weights are equal';
  return {
    mean: combination.mean,
    spread: inflate(combination.spread, series, own),
    method: 'combination',
    ...(heldOut ? { heldOut } : {}),
    why: `mean of ${parts.join(', ')}, weighted by held-out errors${record}`,
  };
}

/** Too short or too plain for models: the last value. */
export function plainOutlook(series: Series, horizon: number, reason: string): Outlook {
  const fit = naive(series, horizon);
  const mean = fit?.mean ?? new Float64Array(horizon);
  const spread = fit?.spread ?? new Float64Array(horizon);
  return { mean, spread: inflate(spread, series, 1), method: 'naive', why: reason };
}

function inflate(spread: Float64Array, series: Series, factor: number): Float64Array {
  const { values, seasonLength } = series;
  return spread.map((s, i) => s * factor * pooledInflation(values.length, seasonLength, i + 1));
}
