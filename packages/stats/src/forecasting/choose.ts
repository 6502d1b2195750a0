import { seasonalStrength } from './arima/differencing.js';
import { intermittentOutlook, isIntermittent } from './intermittent/outlook.js';
import { type Series, toSeries } from './members/member.js';
import { multipleSeasonsOutlook } from './multiple-seasons.js';
import type { Outlook } from './outlook.js';
import { combinationOutlook, plainOutlook, singleOutlook } from './strategies.js';
import type { ForecastMethod } from './types.js';

/** Longest history the iterative models look at: older values cost time and say little. */
const LONGEST_FIT = 1_000;
/** Season lengths above this go through a decomposition instead of seasonal models. */
const LONGEST_SEASON = 24;

/**
 * Forecasts a clean series by the method asked for, or by the one its look calls for.
 * @param seasons  ascending, each at least 2; empty for none
 * @returns the outlook in the series' unit, or why the method does not apply
 */
export function lookAhead(
  series: Series,
  seasons: readonly number[],
  steps: number,
  method: ForecastMethod,
  nonNegative: boolean,
): Outlook | string {
  const { values } = series;
  const n = values.length;
  const refusal = `${method} does not apply to this series of ${n}`;
  switch (method) {
    case 'croston':
    case 'sba':
    case 'tsb': {
      const demand = values.every((y) => y >= 0) && values.some((y) => y > 0);
      return demand ? intermittentOutlook(values, steps, method) : refusal;
    }
    case 'multiple-seasons':
      return multipleSeasonsOutlook(values, seasons, steps) ?? refusal;
    case 'combination':
      return combinationOutlook(recent(series), steps, nonNegative) ?? refusal;
    case 'auto':
      return automatic(series, seasons, steps, nonNegative);
    default:
      return singleOutlook(recent(series), method, steps) ?? refusal;
  }
}

function automatic(
  series: Series,
  seasons: readonly number[],
  steps: number,
  nonNegative: boolean,
): Outlook {
  const { values, seasonLength } = series;
  const n = values.length;
  const first = values[0] ?? 0;
  if (values.every((y) => y === first)) {
    return plainOutlook(series, steps, 'every value is the same');
  }
  if (n < 5) return plainOutlook(series, steps, `only ${n} observations: the last value is kept`);
  // Zeros that come with the season (closed on Sundays) are no intermittent demand.
  if (isIntermittent(values) && seasonalStrength(values, seasonLength) < 0.64) {
    return intermittentOutlook(values, steps);
  }
  const covered = seasons.filter((m) => n >= 2 * m + 2);
  if (covered.length > 1 || (covered[0] ?? 1) > LONGEST_SEASON) {
    const outlook = multipleSeasonsOutlook(values, covered, steps);
    if (outlook) return outlook;
  }
  return (
    combinationOutlook(recent(series), steps, nonNegative) ??
    plainOutlook(series, steps, 'no model fits: the last value is kept')
  );
}

function recent(series: Series): Series {
  const { values, seasonLength } = series;
  const kept = Math.max(LONGEST_FIT, 4 * seasonLength);
  return values.length > kept ? toSeries(values.slice(values.length - kept), seasonLength) : series;
}
