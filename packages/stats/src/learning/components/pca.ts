import { symmetricEigen } from '../../linear-algebra/eigen.js';
import { gram } from '../../linear-algebra/products.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../../undefined.js';
import { pointsError } from '../clustering/points.js';

/** Principal components: plain numbers only. */
export interface PrincipalComponents {
  readonly kind: 'principal-components';
  readonly columns: number;
  readonly means: readonly number[];
  /** What centred columns are divided by: 1, or standard deviations. */
  readonly scales: readonly number[];
  /** One a row, components × columns row-major; the largest loading of each is positive. */
  readonly components: readonly number[];
  /** Variance along each component, falling. */
  readonly variances: readonly number[];
  /** The same as shares of the whole variance. */
  readonly shares: readonly number[];
}

/**
 * Principal components by eigenvectors of the covariance (n − 1) or, with `standardise`, of the
 * correlation. O(rows × columns² + columns³): meant for some hundred columns.
 * @param count components kept; default all
 */
export const fitPrincipalComponents = (
  x: ArrayLike<number>,
  rows: number,
  columns: number,
  {
    count = columns,
    standardise = false,
  }: { readonly count?: number; readonly standardise?: boolean } = {},
): PrincipalComponents | Undefined => {
  const error = pointsError(x, rows, columns);
  if (error !== undefined) return undefinedBecause(error);
  if (rows < 2 || !(count >= 1)) return undefinedBecause('two rows and one component are needed');
  const means = new Float64Array(columns);
  const scales = new Float64Array(columns).fill(1);
  for (let i = 0; i < x.length; i++) {
    const j = i % columns;
    means[j] = (means[j] ?? 0) + (x[i] ?? 0) / rows;
  }
  const centred = Float64Array.from(
    { length: x.length },
    (_, i) => (x[i] ?? 0) - (means[i % columns] ?? 0),
  );
  if (standardise) {
    const squares = new Float64Array(columns);
    centred.forEach((value, i) => {
      squares[i % columns] = (squares[i % columns] ?? 0) + value * value;
    });
    for (let j = 0; j < columns; j++) {
      scales[j] = Math.sqrt((squares[j] ?? 0) / (rows - 1));
      if (!(scales[j] ?? 0)) return undefinedBecause(`column ${j} does not vary`);
    }
    centred.forEach((value, i) => {
      centred[i] = value / (scales[i % columns] ?? 1);
    });
  }
  const covariance = gram(centred, rows, columns).map((value) => value / (rows - 1));
  if (!allFinite(covariance)) return undefinedBecause('the values are too large to square');
  const eigen = symmetricEigen(covariance, columns);
  if (isUndefined(eigen)) return eigen;
  const { values, vectors } = eigen;
  const kept = Math.min(columns, Math.floor(count));
  const total = values.reduce((sum, value) => sum + Math.max(value, 0), 0);
  if (!(total > 0)) return undefinedBecause('no column varies');
  const components: number[] = [];
  for (let k = 0; k < kept; k++) {
    let largest = 0;
    for (let j = 0; j < columns; j++) {
      const loading = vectors[j * columns + k] ?? 0;
      if (Math.abs(loading) > Math.abs(largest) + 1e-12) largest = loading;
    }
    const sign = largest < 0 ? -1 : 1;
    for (let j = 0; j < columns; j++) components.push(sign * (vectors[j * columns + k] ?? 0) + 0);
  }
  const variances = Array.from(values.subarray(0, kept), (value) => Math.max(value, 0));
  return {
    kind: 'principal-components',
    columns,
    means: Array.from(means, (m) => m + 0),
    scales: Array.from(scales),
    components,
    variances,
    shares: variances.map((value) => value / total),
  };
};

/** Coordinates of rows along the components, rows × components row-major. */
export const projectOnComponents = (
  model: PrincipalComponents,
  x: ArrayLike<number>,
): Float64Array | Undefined => {
  const { columns, means, scales, components, variances } = model;
  if (x.length % columns !== 0) return undefinedBecause(`a row has ${columns} values`);
  const rows = x.length / columns;
  const k = variances.length;
  const out = new Float64Array(rows * k);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < k; c++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) {
        const value = ((x[i * columns + j] ?? 0) - (means[j] ?? 0)) / (scales[j] ?? 1);
        sum += value * (components[c * columns + j] ?? 0);
      }
      out[i * k + c] = sum;
    }
  }
  return allFinite(out) ? out : undefinedBecause('a value is missing or not finite');
};
