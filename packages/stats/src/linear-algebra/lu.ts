import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/**
 * Solves A·X = B by Gaussian elimination with partial pivoting.
 * @param a n×n, row-major
 * @param b n×m, row-major (m = 1 for a vector)
 * @returns X, n×m row-major; undefined when A is singular to working precision
 */
export const solve = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  n: number,
  m = 1,
): Float64Array | Undefined => {
  const lu = Float64Array.from(a);
  const x = Float64Array.from(b);
  if (!allFinite(lu) || !allFinite(x)) return undefinedBecause('a value is not finite');
  let scale = 0;
  for (const value of lu) scale = Math.max(scale, Math.abs(value));
  const swapRows = (data: Float64Array, width: number, i: number, j: number): void => {
    for (let k = 0; k < width; k++) {
      const kept = data[i * width + k] ?? 0;
      data[i * width + k] = data[j * width + k] ?? 0;
      data[j * width + k] = kept;
    }
  };
  for (let column = 0; column < n; column++) {
    let best = column;
    for (let i = column + 1; i < n; i++) {
      if (Math.abs(lu[i * n + column] ?? 0) > Math.abs(lu[best * n + column] ?? 0)) best = i;
    }
    if (!(Math.abs(lu[best * n + column] ?? 0) > scale * n * 1e-16)) {
      return undefinedBecause('the matrix is singular');
    }
    if (best !== column) {
      swapRows(lu, n, best, column);
      swapRows(x, m, best, column);
    }
    const pivot = lu[column * n + column] ?? 1;
    for (let i = column + 1; i < n; i++) {
      const factor = (lu[i * n + column] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let k = column + 1; k < n; k++) {
        lu[i * n + k] = (lu[i * n + k] ?? 0) - factor * (lu[column * n + k] ?? 0);
      }
      for (let k = 0; k < m; k++) {
        x[i * m + k] = (x[i * m + k] ?? 0) - factor * (x[column * m + k] ?? 0);
      }
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    const pivot = lu[i * n + i] ?? 1;
    for (let k = 0; k < m; k++) {
      let sum = x[i * m + k] ?? 0;
      for (let j = i + 1; j < n; j++) sum -= (lu[i * n + j] ?? 0) * (x[j * m + k] ?? 0);
      x[i * m + k] = sum / pivot;
    }
  }
  return allFinite(x) ? x : undefinedBecause('the matrix is singular');
};

/** Inverse of a square matrix (n×n row-major); undefined when singular. */
export const invert = (a: ArrayLike<number>, n: number): Float64Array | Undefined => {
  const identity = new Float64Array(n * n);
  for (let i = 0; i < n; i++) identity[i * n + i] = 1;
  return solve(a, identity, n, n);
};
