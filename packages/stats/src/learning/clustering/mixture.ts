import { cholesky } from '../../linear-algebra/cholesky.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../../undefined.js';
import { assignKMeans, fitKMeans } from './k-means.js';
import { pointsError } from './points.js';

/** A mixture of normal distributions: plain numbers only. */
export interface GaussianMixture {
  readonly kind: 'gaussian-mixture';
  readonly columns: number;
  readonly components: readonly {
    readonly weight: number;
    readonly mean: readonly number[];
    /** Lower Cholesky factor of the covariance, columns × columns row-major. */
    readonly factor: readonly number[];
  }[];
  readonly logLikelihood: number;
  /** Bayesian information criterion; lower is better. */
  readonly bic: number;
}

/** Options of `fitGaussianMixture`. */
export interface MixtureOptions {
  /** Numbers of components to choose from by BIC; default 1…8. */
  readonly components?: readonly number[];
  /** `full` covariances or independent columns; default `full`. */
  readonly covariance?: 'full' | 'diagonal';
  /** Share of each column's variance added to covariances, so that none collapses; default 1e-6. */
  readonly regularisation?: number;
  readonly maxIterations?: number;
  readonly seed?: number;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** ln of weight × density of each component at each row, rows × k. */
const logDensities = (
  x: ArrayLike<number>,
  rows: number,
  components: GaussianMixture['components'],
  p: number,
): Float64Array => {
  const k = components.length;
  const out = new Float64Array(rows * k);
  const solved = new Float64Array(p);
  components.forEach(({ weight, mean, factor }, c) => {
    let constant = Math.log(weight) - 0.5 * p * LOG_TWO_PI;
    for (let a = 0; a < p; a++) constant -= Math.log(factor[a * p + a] ?? 1);
    for (let i = 0; i < rows; i++) {
      let squares = 0;
      for (let a = 0; a < p; a++) {
        let value = (x[i * p + a] ?? 0) - (mean[a] ?? 0);
        for (let b = 0; b < a; b++) value -= (factor[a * p + b] ?? 0) * (solved[b] ?? 0);
        value /= factor[a * p + a] ?? 1;
        solved[a] = value;
        squares += value * value;
      }
      out[i * k + c] = constant - 0.5 * squares;
    }
  });
  return out;
};

/** Turns log densities into shares of each row, in place; returns the log likelihood. */
const toShares = (logs: Float64Array, rows: number, k: number): number => {
  let total = 0;
  for (let i = 0; i < rows; i++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < k; c++) largest = Math.max(largest, logs[i * k + c] ?? 0);
    let sum = 0;
    for (let c = 0; c < k; c++) sum += Math.exp((logs[i * k + c] ?? 0) - largest);
    const logSum = largest + Math.log(sum);
    total += logSum;
    for (let c = 0; c < k; c++) logs[i * k + c] = Math.exp((logs[i * k + c] ?? 0) - logSum);
  }
  return total;
};

const maximise = (
  x: Float64Array,
  rows: number,
  p: number,
  shares: Float64Array,
  k: number,
  ridge: Float64Array,
  diagonal: boolean,
): GaussianMixture['components'] | Undefined => {
  const components: GaussianMixture['components'][number][] = [];
  for (let c = 0; c < k; c++) {
    let total = 0;
    const mean = new Float64Array(p);
    for (let i = 0; i < rows; i++) {
      const share = shares[i * k + c] ?? 0;
      total += share;
      for (let a = 0; a < p; a++) mean[a] = (mean[a] ?? 0) + share * (x[i * p + a] ?? 0);
    }
    if (!(total > 1e-8)) return undefinedBecause('a component emptied');
    for (let a = 0; a < p; a++) mean[a] = (mean[a] ?? 0) / total;
    const covariance = new Float64Array(p * p);
    for (let i = 0; i < rows; i++) {
      const share = (shares[i * k + c] ?? 0) / total;
      if (share === 0) continue;
      for (let a = 0; a < p; a++) {
        const left = share * ((x[i * p + a] ?? 0) - (mean[a] ?? 0));
        for (let b = diagonal ? a : 0; b <= a; b++) {
          covariance[a * p + b] =
            (covariance[a * p + b] ?? 0) + left * ((x[i * p + b] ?? 0) - (mean[b] ?? 0));
        }
      }
    }
    for (let a = 0; a < p; a++)
      covariance[a * p + a] = (covariance[a * p + a] ?? 0) + (ridge[a] ?? 0);
    const factor = cholesky(covariance, p);
    if (isUndefined(factor)) return undefinedBecause('a component collapsed onto a plane');
    components.push({
      weight: total / rows,
      mean: Array.from(mean, (v) => v + 0),
      factor: Array.from(factor, (v) => v + 0),
    });
  }
  return components;
};

/**
 * Gaussian mixture by expectation–maximisation (Dempster, Laird & Rubin 1977) from a k-means start;
 * the number of components with the lowest BIC (Schwarz 1978) is kept.
 * @param x rows × columns, row-major, finite
 * @returns undefined when no number of components can be fitted
 */
export const fitGaussianMixture = (
  x: ArrayLike<number>,
  rows: number,
  columns: number,
  options: MixtureOptions = {},
): GaussianMixture | Undefined => {
  const error = pointsError(x, rows, columns);
  if (error !== undefined) return undefinedBecause(error);
  const { components = [1, 2, 3, 4, 5, 6, 7, 8], covariance = 'full', seed = 1 } = options;
  const { regularisation = 1e-6, maxIterations = 500 } = options;
  if (!(regularisation >= 0 && regularisation < 1)) {
    return undefinedBecause('the regularisation is a share of the variance');
  }
  const points = Float64Array.from(x);
  const ridge = new Float64Array(columns);
  for (let a = 0; a < columns; a++) {
    let mean = 0;
    for (let i = 0; i < rows; i++) mean += (points[i * columns + a] ?? 0) / rows;
    let variance = 0;
    for (let i = 0; i < rows; i++) variance += ((points[i * columns + a] ?? 0) - mean) ** 2 / rows;
    if (!(variance > 1e-280)) return undefinedBecause('a column does not vary');
    ridge[a] = regularisation * variance;
  }
  const diagonal = covariance === 'diagonal';
  const covarianceSize = diagonal ? columns : (columns * (columns + 1)) / 2;
  let best: GaussianMixture | undefined;
  for (const k of components) {
    const parameters = k - 1 + k * (columns + covarianceSize);
    if (!(Number.isInteger(k) && k >= 1) || parameters >= rows * columns) continue;
    const start = fitKMeans(points, rows, columns, k, { seed });
    if (isUndefined(start)) continue;
    const labels = assignKMeans(start, points);
    if (isUndefined(labels)) continue;
    let shares = new Float64Array(rows * k);
    labels.forEach((c, i) => {
      shares[i * k + c] = 1;
    });
    let logLikelihood = Number.NEGATIVE_INFINITY;
    let fitted: GaussianMixture['components'] | undefined;
    for (let iteration = 0; iteration < maxIterations; iteration++) {
      const next = maximise(points, rows, columns, shares, k, ridge, diagonal);
      if (isUndefined(next)) {
        fitted = undefined;
        break;
      }
      fitted = next;
      shares = logDensities(points, rows, next, columns) as Float64Array<ArrayBuffer>;
      const reached = toShares(shares, rows, k);
      const done = reached - logLikelihood <= 1e-9 * Math.abs(reached);
      logLikelihood = reached;
      if (done) break;
    }
    const bic = parameters * Math.log(rows) - 2 * logLikelihood;
    if (fitted === undefined || !Number.isFinite(bic)) continue;
    if (best === undefined || bic < best.bic) {
      best = { kind: 'gaussian-mixture', columns, components: fitted, logLikelihood, bic };
    }
  }
  return best ?? undefinedBecause('too few rows for any of the numbers of components');
};

/** Probability of each component for each row, rows × components row-major. */
export const mixtureShares = (
  model: GaussianMixture,
  x: ArrayLike<number>,
): Float64Array | Undefined => {
  const rows = x.length / model.columns;
  const error = pointsError(x, rows, model.columns);
  if (error !== undefined || !Number.isInteger(rows)) {
    return undefinedBecause(error ?? `a row has ${model.columns} values`);
  }
  const k = model.components.length;
  const shares = logDensities(x, rows, model.components, model.columns);
  toShares(shares, rows, k);
  return allFinite(shares) ? shares : undefinedBecause('a row is too far from every component');
};
