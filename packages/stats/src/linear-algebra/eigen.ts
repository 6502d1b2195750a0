import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/** Eigenvalues in falling order and their unit eigenvectors. */
export interface SymmetricEigen {
  /** Length n, largest first. */
  readonly values: Float64Array;
  /** n×n row-major; column k is the eigenvector of `values[k]`. */
  readonly vectors: Float64Array;
}

/**
 * Eigen decomposition of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan §8.5):
 * small and accurate, O(n³) a sweep; meant for n up to a few hundred.
 * @param a n×n row-major, symmetric
 * @returns undefined when an entry is not finite or above 1e150 in size
 */
export const symmetricEigen = (a: ArrayLike<number>, n: number): SymmetricEigen | Undefined => {
  const m = Float64Array.from(a);
  if (!allFinite(m) || m.some((value) => Math.abs(value) > 1e150)) {
    return undefinedBecause('the matrix holds a value that is not finite');
  }
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const at = (i: number, j: number): number => m[i * n + j] ?? 0;
  let total = 0;
  for (const value of m) total += value * value;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) off += at(i, j) ** 2;
    if (!(off > total * 1e-32)) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = at(p, q);
        if (apq === 0) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const kp = at(k, p);
          const kq = at(k, q);
          m[k * n + p] = c * kp - s * kq;
          m[k * n + q] = s * kp + c * kq;
        }
        for (let k = 0; k < n; k++) {
          const pk = at(p, k);
          const qk = at(q, k);
          m[p * n + k] = c * pk - s * qk;
          m[q * n + k] = s * pk + c * qk;
          const vp = v[k * n + p] ?? 0;
          const vq = v[k * n + q] ?? 0;
          v[k * n + p] = c * vp - s * vq;
          v[k * n + q] = s * vp + c * vq;
        }
      }
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => at(j, j) - at(i, i));
  const values = Float64Array.from(order, (i) => at(i, i));
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let k = 0; k < n; k++) vectors[k * n + to] = v[k * n + from] ?? 0;
  });
  return { values, vectors };
};
