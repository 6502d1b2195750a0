import { leastSquares } from '../linear-algebra/qr.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';

/** Least squares with errors that hold however observations of a cluster depend on each other. */
export interface ClusterRobustFit {
  readonly kind: 'cluster-robust';
  readonly coefficients: Float64Array;
  /** p×p row-major. */
  readonly covariance: Float64Array;
  readonly clusters: number;
  /** Residuals, length n. */
  readonly residuals: Float64Array;
}

/**
 * Ordinary least squares with the cluster sandwich (Liang & Zeger 1986), scaled by
 * G/(G−1)·(n−1)/(n−p) as Stata does; with every row its own cluster this is HC1.
 * @param x n×p row-major
 * @param cluster cluster number of each row, 0…clusters−1
 */
export const clusterRobust = (
  x: Float64Array,
  y: Float64Array,
  p: number,
  cluster: Int32Array,
  clusters: number,
): ClusterRobustFit | Undefined => {
  const n = y.length;
  if (n <= p || clusters < 2) {
    return undefinedBecause('robust errors need more rows than regressors, and two clusters');
  }
  const fit = leastSquares(x, y, n, p);
  if (isUndefined(fit)) return fit;
  if (fit.rank < p) {
    return undefinedBecause('a regressor does not vary, or is a combination of others');
  }
  const residuals = new Float64Array(n);
  const scores = new Float64Array(clusters * p);
  for (let i = 0; i < n; i++) {
    let e = y[i] ?? 0;
    for (let j = 0; j < p; j++) e -= (x[i * p + j] ?? 0) * (fit.coefficients[j] ?? 0);
    residuals[i] = e;
    const g = (cluster[i] ?? 0) * p;
    for (let j = 0; j < p; j++) scores[g + j] = (scores[g + j] ?? 0) + e * (x[i * p + j] ?? 0);
  }
  const bread = fit.unscaledCovariance;
  const scale = (clusters / (clusters - 1)) * ((n - 1) / (n - p));
  const covariance = new Float64Array(p * p);
  const projected = new Float64Array(p);
  for (let g = 0; g < clusters; g++) {
    for (let a = 0; a < p; a++) {
      let sum = 0;
      for (let b = 0; b < p; b++) sum += (bread[a * p + b] ?? 0) * (scores[g * p + b] ?? 0);
      projected[a] = sum;
    }
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) {
        covariance[a * p + b] =
          (covariance[a * p + b] ?? 0) + scale * (projected[a] ?? 0) * (projected[b] ?? 0);
      }
    }
  }
  return {
    kind: 'cluster-robust',
    coefficients: fit.coefficients,
    covariance,
    clusters,
    residuals,
  };
};
