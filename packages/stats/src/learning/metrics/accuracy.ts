import { allFinite, finiteOr, type Undefined, undefinedBecause } from '../../undefined.js';

type Series = ArrayLike<number>;

const mean = (
  actual: Series,
  predicted: Series,
  of: (y: number, f: number) => number,
  reason = 'the values are too large',
): number | Undefined => {
  if (actual.length === 0 || predicted.length !== actual.length) {
    return undefinedBecause('there are no values, or not as many predictions');
  }
  if (!allFinite(actual) || !allFinite(predicted)) {
    return undefinedBecause('a value or prediction is not finite');
  }
  let sum = 0;
  for (let i = 0; i < actual.length; i++) sum += of(actual[i] ?? 0, predicted[i] ?? 0);
  return finiteOr(sum / actual.length, reason);
};

/** Mean absolute error. */
export const meanAbsoluteError = (actual: Series, predicted: Series): number | Undefined =>
  mean(actual, predicted, (y, f) => Math.abs(y - f));

/** Root of the mean squared error. */
export const rootMeanSquaredError = (actual: Series, predicted: Series): number | Undefined => {
  const squares = mean(actual, predicted, (y, f) => (y - f) ** 2);
  return typeof squares === 'number' ? Math.sqrt(squares) : squares;
};

/** Mean absolute percentage error, in per cent; undefined when an actual value is 0. */
export const mape = (actual: Series, predicted: Series): number | Undefined =>
  mean(actual, predicted, (y, f) => 100 * Math.abs((y - f) / y), 'an actual value is 0');

/**
 * Symmetric mean absolute percentage error, 0…200 per cent, as in the M3 and M4 competitions
 * (Makridakis & Hibon 2000); a forecast of 0 for 0 counts as exact.
 */
export const smape = (actual: Series, predicted: Series): number | Undefined =>
  mean(actual, predicted, (y, f) =>
    y === f ? 0 : (200 * Math.abs(y - f)) / (Math.abs(y) + Math.abs(f)),
  );

/** Mean absolute seasonal difference within the history: what errors are scaled by. */
const seasonalScale = (history: Series, seasonLength: number): number | Undefined => {
  if (!(Number.isInteger(seasonLength) && seasonLength >= 1)) {
    return undefinedBecause('a season length is a whole number from 1');
  }
  if (history.length <= seasonLength || !allFinite(history)) {
    return undefinedBecause('the history is not finite or not longer than a season');
  }
  let sum = 0;
  for (let t = seasonLength; t < history.length; t++) {
    sum += Math.abs((history[t] ?? 0) - (history[t - seasonLength] ?? 0));
  }
  const scale = sum / (history.length - seasonLength);
  return scale > 0
    ? finiteOr(scale, 'the values are too large')
    : undefinedBecause('the history repeats itself');
};

/** Mean absolute scaled error (Hyndman & Koehler 2006): 1 is the seasonal naive in sample. */
export const mase = (
  actual: Series,
  predicted: Series,
  history: Series,
  seasonLength = 1,
): number | Undefined => {
  const scale = seasonalScale(history, seasonLength);
  if (typeof scale !== 'number') return scale;
  return mean(actual, predicted, (y, f) => Math.abs(y - f) / scale);
};

/** Overall weighted average of the M4 competition: mean of sMAPE and MASE relative to a benchmark. */
export const owa = (
  method: { readonly smape: number; readonly mase: number },
  benchmark: { readonly smape: number; readonly mase: number },
): number | Undefined =>
  finiteOr(
    0.5 * (method.smape / benchmark.smape + method.mase / benchmark.mase),
    'the benchmark has no error to compare with',
  );

/**
 * Mean scaled interval score (Gneiting & Raftery 2007; M4): width plus 2/α times what lies outside,
 * scaled as MASE is.
 * @param level of the intervals, e.g. 0.95
 */
export const msis = (
  actual: Series,
  lower: Series,
  upper: Series,
  history: Series,
  {
    level = 0.95,
    seasonLength = 1,
  }: { readonly level?: number; readonly seasonLength?: number } = {},
): number | Undefined => {
  const scale = seasonalScale(history, seasonLength);
  if (typeof scale !== 'number') return scale;
  if (!(level > 0 && level < 1)) return undefinedBecause('a level lies between 0 and 1');
  if (upper.length !== lower.length || !allFinite(upper)) {
    return undefinedBecause('the bounds differ in length or are not finite');
  }
  const penalty = 2 / (1 - level);
  let i = 0;
  return mean(actual, lower, (y, low) => {
    const high = upper[i++] ?? 0;
    return (high - low + penalty * (Math.max(0, low - y) + Math.max(0, y - high))) / scale;
  });
};

/** Share of the variance that is explained, at most 1; undefined for constant values. */
export const rSquared = (actual: Series, predicted: Series): number | Undefined => {
  const average = mean(actual, predicted, (y) => y);
  if (typeof average !== 'number') return average;
  const errors = mean(actual, predicted, (y, f) => (y - f) ** 2);
  const spread = mean(actual, predicted, (y) => (y - average) ** 2);
  if (typeof errors !== 'number') return errors;
  if (typeof spread !== 'number') return spread;
  return finiteOr(1 - errors / spread, 'the values are constant');
};
