import { leastSquares } from '../linear-algebra/index.js';
import { differenceFor } from './arima/fit.js';
import { armaLikelihood } from './arima/likelihood.js';
import { selectArima } from './arima/select.js';

/** Effects of external factors on a series whose errors depend on each other. */
export interface FactorEffects {
  readonly coefficients: Float64Array;
  /** Covariance of the coefficients, k×k row-major. */
  readonly covariance: Float64Array;
  /** The series without the factors' effects. */
  readonly rest: Float64Array;
}

/**
 * Regression with ARIMA errors by feasible generalised least squares: a first fit with trend and
 * season, a model for its errors, then least squares on series and factors whitened by that model,
 * twice over (Cochrane & Orcutt's idea with the exact likelihood's filter).
 * @param values  no gaps
 * @param columns  factors, each as long as the series
 * @returns undefined when the factors cannot be told apart from trend and season
 */
export function estimateEffects(
  values: Float64Array,
  columns: readonly Float64Array[],
  seasonLength: number,
): FactorEffects | undefined {
  const k = columns.length;
  const n = values.length;
  if (n < k + 8) return undefined;
  let coefficients = firstEffects(values, columns, seasonLength);
  let covariance = new Float64Array(k * k);
  if (!coefficients) return undefined;
  for (let round = 0; round < 2; round++) {
    const rest = without(values, columns, coefficients);
    const errors = selectArima(rest, seasonLength, { estimation: 'css', maxTotal: 3 });
    if (!errors) break;
    const { order, ar, ma } = errors;
    const whiten = (series: Float64Array): Float64Array => {
      const differenced = differenceFor(series, order);
      const out = new Float64Array(differenced.length);
      armaLikelihood(differenced, ar, ma, out);
      return out;
    };
    const target = whiten(values);
    const whitened = columns.map(whiten);
    if (order.constant) {
      const ones = new Float64Array(target.length).fill(1);
      const out = new Float64Array(target.length);
      armaLikelihood(ones, ar, ma, out);
      whitened.push(out);
    }
    const rows = target.length;
    const width = whitened.length;
    const design = new Float64Array(rows * width);
    for (let j = 0; j < width; j++) {
      for (let t = 0; t < rows; t++) design[t * width + j] = whitened[j]?.[t] ?? 0;
    }
    const solved = leastSquares(design, target, rows, width);
    if (solved.kind === 'undefined' || rows <= solved.rank) break;
    const variance = solved.residualSumOfSquares / (rows - solved.rank);
    coefficients = solved.coefficients.slice(0, k);
    covariance = new Float64Array(k * k);
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) {
        covariance[i * k + j] = variance * (solved.unscaledCovariance[i * width + j] ?? 0);
      }
    }
  }
  if (!coefficients.every(Number.isFinite) || !covariance.every(Number.isFinite)) return undefined;
  return { coefficients, covariance, rest: without(values, columns, coefficients) };
}

/** Ordinary least squares with a line and one level a season's position beside the factors. */
function firstEffects(
  values: Float64Array,
  columns: readonly Float64Array[],
  seasonLength: number,
): Float64Array | undefined {
  const n = values.length;
  const k = columns.length;
  const m = seasonLength > 1 && seasonLength <= 60 && n >= 3 * seasonLength ? seasonLength : 1;
  const width = k + 2 + (m - 1);
  if (n <= width) return undefined;
  const design = new Float64Array(n * width);
  for (let t = 0; t < n; t++) {
    const row = t * width;
    design[row] = 1;
    design[row + 1] = t / n;
    if (m > 1 && t % m > 0) design[row + 1 + (t % m)] = 1;
    for (let j = 0; j < k; j++) design[row + m + 1 + j] = columns[j]?.[t] ?? 0;
  }
  const solved = leastSquares(design, values, n, width);
  return solved.kind === 'undefined' ? undefined : solved.coefficients.slice(m + 1, m + 1 + k);
}

function without(
  values: Float64Array,
  columns: readonly Float64Array[],
  coefficients: Float64Array,
): Float64Array {
  return values.map((y, t) =>
    columns.reduce((rest, column, j) => rest - (coefficients[j] ?? 0) * (column[t] ?? 0), y),
  );
}
