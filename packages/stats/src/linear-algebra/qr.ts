import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/** Least-squares solution with what standard errors need. */
export interface LeastSquares {
  readonly kind: 'least-squares';
  /** Coefficients, length p; dropped (collinear) columns have 0. */
  readonly coefficients: Float64Array;
  /** Sum of squared residuals. */
  readonly residualSumOfSquares: number;
  /** Number of linearly independent columns. */
  readonly rank: number;
  /** (XᵀX)⁻¹, p×p row-major; zero rows and columns where a column was dropped. */
  readonly unscaledCovariance: Float64Array;
}

/**
 * Ordinary least squares by Householder QR. A column that is (to 1e-10 of its own length) a
 * combination of columns before it is dropped, as R's lm does.
 * @param x n×p, row-major, n ≥ 1
 * @param y length n
 */
export const leastSquares = (
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  n: number,
  p: number,
): LeastSquares | Undefined => {
  // Column-major working copy: every inner loop then walks contiguous memory.
  const columns: Float64Array[] = [];
  for (let j = 0; j < p; j++) {
    const column = new Float64Array(n);
    for (let i = 0; i < n; i++) column[i] = x[i * p + j] ?? 0;
    columns.push(column);
  }
  const rhs = Float64Array.from({ length: n }, (_, i) => y[i] ?? 0);
  if (!allFinite(rhs)) return undefinedBecause('the response is not finite');
  const kept: number[] = [];
  const diagonal: number[] = [];
  for (let j = 0; j < p && kept.length < n; j++) {
    const column = columns[j];
    if (column === undefined) break;
    const row = kept.length;
    let below = 0;
    let whole = 0;
    for (let i = 0; i < n; i++) {
      const square = (column[i] ?? 0) ** 2;
      whole += square;
      if (i >= row) below += square;
    }
    if (!Number.isFinite(whole)) return undefinedBecause('a regressor is not finite');
    if (!(Math.sqrt(below) > 1e-10 * Math.sqrt(whole))) continue;
    const head = column[row] ?? 0;
    const alpha = head > 0 ? -Math.sqrt(below) : Math.sqrt(below);
    // The reflector v lives in the column's own rows `row…n−1`; R's diagonal is stored apart.
    column[row] = head - alpha;
    const scale = below - head * alpha;
    const reflect = (target: Float64Array): void => {
      let dot = 0;
      for (let i = row; i < n; i++) dot += (column[i] ?? 0) * (target[i] ?? 0);
      const factor = dot / scale;
      for (let i = row; i < n; i++) target[i] = (target[i] ?? 0) - factor * (column[i] ?? 0);
    };
    for (let k = j + 1; k < p; k++) {
      const later = columns[k];
      if (later !== undefined) reflect(later);
    }
    reflect(rhs);
    kept.push(j);
    diagonal.push(alpha);
  }
  const rank = kept.length;
  const entry = (i: number, k: number): number =>
    i === k ? (diagonal[i] ?? 1) : (columns[kept[k] ?? 0]?.[i] ?? 0);
  const coefficients = new Float64Array(p);
  for (let i = rank - 1; i >= 0; i--) {
    let sum = rhs[i] ?? 0;
    for (let k = i + 1; k < rank; k++) sum -= entry(i, k) * (coefficients[kept[k] ?? 0] ?? 0);
    coefficients[kept[i] ?? 0] = sum / entry(i, i);
  }
  const inverseR = new Float64Array(rank * rank);
  for (let j = 0; j < rank; j++) {
    inverseR[j * rank + j] = 1 / entry(j, j);
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let k = i + 1; k <= j; k++) sum -= entry(i, k) * (inverseR[k * rank + j] ?? 0);
      inverseR[i * rank + j] = sum / entry(i, i);
    }
  }
  const unscaledCovariance = new Float64Array(p * p);
  for (let i = 0; i < rank; i++) {
    for (let j = i; j < rank; j++) {
      let sum = 0;
      for (let k = j; k < rank; k++) {
        sum += (inverseR[i * rank + k] ?? 0) * (inverseR[j * rank + k] ?? 0);
      }
      const a = kept[i] ?? 0;
      const b = kept[j] ?? 0;
      unscaledCovariance[a * p + b] = sum;
      unscaledCovariance[b * p + a] = sum;
    }
  }
  let residualSumOfSquares = 0;
  for (let i = rank; i < n; i++) residualSumOfSquares += (rhs[i] ?? 0) ** 2;
  if (!allFinite([residualSumOfSquares, ...coefficients, ...unscaledCovariance])) {
    return undefinedBecause('the values are too large or too small to solve for');
  }
  return { kind: 'least-squares', coefficients, residualSumOfSquares, rank, unscaledCovariance };
};
