// Plain loops without checks: finite in, finite out, short of overflow.

/** A·B for A n×k and B k×m, all row-major. */
export const multiply = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  n: number,
  k: number,
  m: number,
): Float64Array => {
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let l = 0; l < k; l++) {
      const factor = a[i * k + l] ?? 0;
      if (factor === 0) continue;
      for (let j = 0; j < m; j++) {
        out[i * m + j] = (out[i * m + j] ?? 0) + factor * (b[l * m + j] ?? 0);
      }
    }
  }
  return out;
};

/** Aᵀ (m×n row-major) of A (n×m row-major). */
export const transpose = (a: ArrayLike<number>, n: number, m: number): Float64Array => {
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) out[j * n + i] = a[i * m + j] ?? 0;
  return out;
};

/** A·x for A n×m row-major and x of length m. */
export const multiplyVector = (
  a: ArrayLike<number>,
  x: ArrayLike<number>,
  n: number,
  m: number,
): Float64Array => {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < m; j++) sum += (a[i * m + j] ?? 0) * (x[j] ?? 0);
    out[i] = sum;
  }
  return out;
};

/** Xᵀ·diag(w)·X (p×p) for X n×p row-major; weights default to 1. */
export const gram = (
  x: ArrayLike<number>,
  n: number,
  p: number,
  weights?: ArrayLike<number>,
): Float64Array => {
  const out = new Float64Array(p * p);
  for (let i = 0; i < n; i++) {
    const weight = weights?.[i] ?? 1;
    for (let j = 0; j < p; j++) {
      const factor = weight * (x[i * p + j] ?? 0);
      if (factor === 0) continue;
      for (let k = 0; k <= j; k++) {
        out[j * p + k] = (out[j * p + k] ?? 0) + factor * (x[i * p + k] ?? 0);
      }
    }
  }
  for (let j = 0; j < p; j++) {
    for (let k = 0; k < j; k++) out[k * p + j] = out[j * p + k] ?? 0;
  }
  return out;
};

/** Inner product of two vectors of equal length. */
export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};
