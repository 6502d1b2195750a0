import type { Undefined } from '../undefined.js';

/** Methods that can be asked for by name. `auto` picks by the look of the series. */
export const FORECAST_METHODS = [
  'auto',
  'combination',
  'naive',
  'seasonal-naive',
  'drift',
  'ses',
  'holt',
  'damped',
  'ets',
  'theta',
  'optimised-theta',
  'dynamic-theta',
  'arima',
  'multiple-seasons',
  'croston',
  'sba',
  'tsb',
] as const;

/** Name of a forecasting method. */
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** External factors (price, promotion, holiday, weather), known for the past and the future. */
export interface Regressors {
  /** One column a factor, each as long as the history. */
  readonly history: readonly ArrayLike<number>[];
  /** The same columns over the horizon. */
  readonly future: readonly ArrayLike<number>[];
  /** Names for `why`, in the columns' order. */
  readonly names?: readonly string[];
}

/** What to forecast and how. */
export interface ForecastOptions {
  /**
   * Observations a season (12 for months, 7 for days with a week), 1 for none; several for nested
   * seasons ([24, 168] for hours with a day and a week).
   */
  readonly seasonLength: number | readonly number[];
  /** Steps ahead, at least 1. */
  readonly horizon: number;
  /** Coverage of the intervals, proportions in (0, 1); default .8 and .95. */
  readonly levels?: readonly number[];
  /** Default `auto`. */
  readonly method?: ForecastMethod;
  readonly regressors?: Regressors;
  /** Counts and amounts that cannot be negative: mean and bounds are held at 0. */
  readonly nonNegative?: boolean;
}

/** Bounds that hold a future value with probability `level`, one pair a step. */
export interface ForecastInterval {
  readonly level: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** How a method did on stretches before the end that it had not seen. */
export interface HeldOutAccuracy {
  readonly stretches: number;
  /** Its mean absolute error over that of the naive value; below 1 the method did better. */
  readonly errorRatio: number;
  /** The naive value: that of one season before, or the last one known. */
  readonly against: 'season' | 'last';
}

/** A forecast: `mean` and bounds have one value a step ahead, all finite. */
export interface Forecast {
  readonly kind: 'forecast';
  readonly mean: Float64Array;
  readonly intervals: readonly ForecastInterval[];
  /** The method that was used, never `auto`. */
  readonly method: string;
  /** Season lengths asked for that show in the autocorrelations of the history, ascending. */
  readonly seasons: readonly number[];
  /** Absent where the history was too short to hold any of it out, and for constant rates. */
  readonly heldOut?: HeldOutAccuracy;
  /** Why this method, and what it chose, with figures, as a sentence for people. */
  readonly why: string;
}

/** A forecast, or the reason why there is none. */
export type ForecastResult = Forecast | Undefined;

/** An observation: a number, or a gap (null, undefined, NaN, ±Infinity). */
export type Observation = number | null | undefined;
