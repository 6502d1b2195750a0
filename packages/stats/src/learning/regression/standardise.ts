import { multiply, transpose } from '../../linear-algebra/products.js';
import { allFinite, type Undefined, undefinedBecause } from '../../undefined.js';

/** Columns centred and scaled for the arithmetic, an intercept before them. */
export interface StandardisedDesign {
  readonly kind: 'design';
  /** rows × (columns + 1), row-major; the first column is 1. */
  readonly z: Float64Array;
  readonly means: Float64Array;
  /** Standard deviations; 1 for a column that does not vary. */
  readonly scales: Float64Array;
}

/**
 * Weighted means and deviations of the columns taken out.
 * @param constantAllowed whether a column that does not vary is taken (its penalised slope is 0)
 */
export const standardiseColumns = (
  x: ArrayLike<number>,
  weights: Float64Array,
  p: number,
  constantAllowed: boolean,
): StandardisedDesign | Undefined => {
  const n = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = new Float64Array(p);
  const scales = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    let mean = 0;
    for (let i = 0; i < n; i++) mean += ((weights[i] ?? 0) * (x[i * p + j] ?? 0)) / total;
    let variance = 0;
    for (let i = 0; i < n; i++) {
      variance += ((weights[i] ?? 0) * ((x[i * p + j] ?? 0) - mean) ** 2) / total;
    }
    const scale = Math.sqrt(variance);
    const varies = scale > 1e-12 * Math.abs(mean) && scale >= 1e-150;
    if (!varies && !constantAllowed) return undefinedBecause(`column ${j} does not vary`);
    means[j] = mean;
    scales[j] = varies ? scale : 1;
  }
  const width = p + 1;
  const z = new Float64Array(n * width);
  for (let i = 0; i < n; i++) {
    z[i * width] = 1;
    for (let j = 0; j < p; j++) {
      z[i * width + j + 1] = ((x[i * p + j] ?? 0) - (means[j] ?? 0)) / (scales[j] ?? 1);
    }
  }
  return allFinite(z)
    ? { kind: 'design', z, means, scales }
    : undefinedBecause('inputs are too large for their squares to be finite');
};

/**
 * Estimates and covariance in the columns’ own units: β_j / s_j, and the intercept less
 * Σ β_j·m_j / s_j.
 */
export const inOwnUnits = (
  { means, scales }: StandardisedDesign,
  beta: Float64Array,
  covariance: Float64Array,
): { readonly estimates: Float64Array; readonly covariance: Float64Array } => {
  const width = beta.length;
  const turn = new Float64Array(width * width);
  turn[0] = 1;
  for (let j = 1; j < width; j++) {
    turn[j] = -(means[j - 1] ?? 0) / (scales[j - 1] ?? 1);
    turn[j * width + j] = 1 / (scales[j - 1] ?? 1);
  }
  const half = multiply(turn, covariance, width, width, width);
  return {
    estimates: multiply(turn, beta, width, width, 1),
    covariance: multiply(half, transpose(turn, width, width), width, width, width),
  };
};
