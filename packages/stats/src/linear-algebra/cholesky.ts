import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/**
 * Cholesky factor of a symmetric positive definite matrix: A = L·Lᵀ.
 * @param a n×n, row-major; only the lower triangle is read
 * @param n order
 * @returns L, n×n row-major with zeros above the diagonal; undefined when A is not positive definite
 */
export const cholesky = (a: ArrayLike<number>, n: number): Float64Array | Undefined => {
  const l = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const rowJ = j * n;
    const original = a[rowJ + j] ?? 0;
    let diagonal = original;
    for (let k = 0; k < j; k++) diagonal -= (l[rowJ + k] ?? 0) ** 2;
    // Cancellation down to rounding error is a zero pivot, whatever its sign.
    if (!(diagonal > Math.abs(original) * 1e-14)) {
      return undefinedBecause('the matrix is not positive definite');
    }
    const pivot = Math.sqrt(diagonal);
    l[rowJ + j] = pivot;
    for (let i = j + 1; i < n; i++) {
      const rowI = i * n;
      let sum = a[rowI + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (l[rowI + k] ?? 0) * (l[rowJ + k] ?? 0);
      l[rowI + j] = sum / pivot;
    }
  }
  return l;
};

/** Solves L·Lᵀ·x = b for one right-hand side, given the factor from `cholesky`. */
export const solveCholesky = (l: Float64Array, b: ArrayLike<number>, n: number): Float64Array => {
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (l[i * n + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (l[i * n + i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= (l[k * n + i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (l[i * n + i] ?? 1);
  }
  return x;
};

/** Inverse of a symmetric positive definite matrix (n×n row-major) from its Cholesky factor. */
export const inverseFromCholesky = (l: Float64Array, n: number): Float64Array => {
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    const column = solveCholesky(l, unit, n);
    for (let i = 0; i < n; i++) inverse[i * n + j] = column[i] ?? 0;
  }
  return inverse;
};

/**
 * Solves A·x = b for symmetric positive definite A (n×n row-major).
 * @returns x of length n; undefined when A is not positive definite
 */
export const solvePositiveDefinite = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  n: number,
): Float64Array | Undefined => {
  const l = cholesky(a, n);
  if (!(l instanceof Float64Array)) return l;
  const x = solveCholesky(l, b, n);
  return allFinite(x) ? x : undefinedBecause('the solution is not finite');
};

/** Inverse of a symmetric positive definite matrix; undefined when it is not positive definite. */
export const invertPositiveDefinite = (
  a: ArrayLike<number>,
  n: number,
): Float64Array | Undefined => {
  const l = cholesky(a, n);
  return l instanceof Float64Array ? inverseFromCholesky(l, n) : l;
};
