import { type AdjustedSeries, adjustSeason } from '../adjustment.js';

/** A clean series: no gaps, scaled so that its mean absolute value is about 1. */
export interface Series {
  readonly values: Float64Array;
  readonly seasonLength: number;
  /** The same without its season, when a test finds one. */
  readonly adjusted: AdjustedSeries;
}

/** What one method says about a series: forecasts with the standard errors its model implies. */
export interface MemberForecast {
  /** The method with what it chose, as in `ETS(M,Ad,M)`. */
  readonly name: string;
  readonly mean: Float64Array;
  /** Standard errors at horizons 1 … H; empty when the method implies none. */
  readonly spread: Float64Array;
  /** The same choice of form fitted anew to another stretch of the series, for backtests. */
  readonly again: Member;
}

/** A forecasting method; undefined when it does not apply to the series. */
export type Member = (series: Series, horizon: number) => MemberForecast | undefined;

/** Prepares clean values for the members. */
export function toSeries(values: Float64Array, seasonLength: number): Series {
  return { values, seasonLength, adjusted: adjustSeason(values, seasonLength) };
}

/** Root mean square of the differences at one lag, the spread of naive one-step errors. */
export function differenceSpread(values: Float64Array, lag: number): number {
  const n = values.length - lag;
  if (n <= 0) return 0;
  let sum = 0;
  for (let t = 0; t < n; t++) sum += ((values[t + lag] ?? 0) - (values[t] ?? 0)) ** 2;
  return Math.sqrt(sum / n);
}

/** Below this many observations a backtest chooses the form anew at each origin. */
export const RESELECT_BELOW = 36;
