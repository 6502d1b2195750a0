import { invertPositiveDefinite } from '../linear-algebra/cholesky.js';
import { isUndefined, type Undefined } from '../undefined.js';

/** Rows and columns swept at a time: a multiple of the 4×3 tiles, and a panel fits the L2 cache. */
const BLOCK = 48;

/**
 * Inverse of a large symmetric positive definite matrix by sweeping blocks (Goodnight 1979): half
 * the work of a general inversion, nearly all of it in one tiled product. n³/2 multiplications.
 * @param a n×n, row-major; only the lower triangle is read
 * @returns n×n row-major, symmetric; undefined when a block is not positive definite
 */
export const invertLarge = (a: ArrayLike<number>, n: number): Float64Array | Undefined => {
  // Padding with the identity keeps every tile whole.
  const size = Math.ceil(n / BLOCK) * BLOCK;
  const m = new Float64Array(size * size);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) m[i * size + j] = a[i * n + j] ?? 0;
  for (let i = n; i < size; i++) m[i * size + i] = 1;
  const panel = new Float64Array(size * BLOCK);
  const scaled = new Float64Array(size * BLOCK);
  const corner = new Float64Array(BLOCK * BLOCK);

  for (let start = 0; start < size; start += BLOCK) {
    const end = start + BLOCK;
    for (let i = 0; i < BLOCK; i++) {
      for (let j = 0; j <= i; j++) corner[i * BLOCK + j] = m[(start + i) * size + start + j] ?? 0;
    }
    const inverse = invertPositiveDefinite(corner, BLOCK);
    if (isUndefined(inverse)) return inverse;
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < BLOCK; k++) {
        const at = i < start ? (start + k) * size + i : i * size + start + k;
        panel[i * BLOCK + k] = i >= start && i < end ? 0 : (m[at] ?? 0);
      }
    }
    timesSymmetric(panel, inverse, scaled, size);
    subtractProduct(m, scaled, panel, size);
    for (let i = 0; i < size; i++) {
      if (i >= start && i < end) continue;
      for (let k = 0; k < BLOCK; k++) {
        const at = i < start ? (start + k) * size + i : i * size + start + k;
        m[at] = scaled[i * BLOCK + k] ?? 0;
      }
    }
    for (let i = 0; i < BLOCK; i++) {
      for (let j = 0; j <= i; j++) {
        m[(start + i) * size + start + j] = -(inverse[i * BLOCK + j] ?? 0);
      }
    }
  }
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = -(m[i * size + j] ?? 0);
      out[i * n + j] = value;
      out[j * n + i] = value;
    }
  }
  return out;
};

/** out = panel · d for a symmetric d, BLOCK wide. */
const timesSymmetric = (
  panel: Float64Array,
  d: Float64Array,
  out: Float64Array,
  rows: number,
): void => {
  out.fill(0);
  for (let i = 0; i < rows; i++) {
    const row = i * BLOCK;
    for (let k = 0; k < BLOCK; k++) {
      const factor = panel[row + k] ?? 0;
      if (factor === 0) continue;
      for (let j = 0; j < BLOCK; j++) {
        out[row + j] = (out[row + j] ?? 0) + factor * (d[k * BLOCK + j] ?? 0);
      }
    }
  }
};

/** c −= q·pᵀ on the lower triangle, in tiles of 4×3 whose sums stay in registers. */
const subtractProduct = (c: Float64Array, q: Float64Array, p: Float64Array, size: number): void => {
  for (let i = 0; i < size; i += 4) {
    const q0 = i * BLOCK;
    const q1 = q0 + BLOCK;
    const q2 = q1 + BLOCK;
    const q3 = q2 + BLOCK;
    for (let j = 0; j < i + 4; j += 3) {
      const p0 = j * BLOCK;
      const p1 = p0 + BLOCK;
      const p2 = p1 + BLOCK;
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s20 = 0;
      let s21 = 0;
      let s22 = 0;
      let s30 = 0;
      let s31 = 0;
      let s32 = 0;
      for (let k = 0; k < BLOCK; k++) {
        const y0 = p[p0 + k] ?? 0;
        const y1 = p[p1 + k] ?? 0;
        const y2 = p[p2 + k] ?? 0;
        let x = q[q0 + k] ?? 0;
        s00 += x * y0;
        s01 += x * y1;
        s02 += x * y2;
        x = q[q1 + k] ?? 0;
        s10 += x * y0;
        s11 += x * y1;
        s12 += x * y2;
        x = q[q2 + k] ?? 0;
        s20 += x * y0;
        s21 += x * y1;
        s22 += x * y2;
        x = q[q3 + k] ?? 0;
        s30 += x * y0;
        s31 += x * y1;
        s32 += x * y2;
      }
      // Tiles on the diagonal also write above it, where nothing is read.
      const at = i * size + j;
      subtractThree(c, at, s00, s01, s02);
      subtractThree(c, at + size, s10, s11, s12);
      subtractThree(c, at + 2 * size, s20, s21, s22);
      subtractThree(c, at + 3 * size, s30, s31, s32);
    }
  }
};

const subtractThree = (c: Float64Array, at: number, a: number, b: number, d: number): void => {
  c[at] = (c[at] ?? 0) - a;
  c[at + 1] = (c[at + 1] ?? 0) - b;
  c[at + 2] = (c[at + 2] ?? 0) - d;
};
