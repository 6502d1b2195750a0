/** Exact Gaussian likelihood of an ARMA series, concentrated over σ². */
export interface ArmaLikelihood {
  /** n log σ̂² + Σ log F_t, that is −2 log L without n(1 + log 2π). Infinity when undefined. */
  readonly deviance: number;
  readonly variance: number;
}

/**
 * Exact likelihood by Chandrasekhar recursions (Morf, Sidhu & Kailath 1974; Pearlman 1980), which
 * need O(r) per observation where the Kalman filter needs O(r²); r = max(p, q + 1).
 * @param w  stationary series with its mean removed
 * @param ar,ma  full polynomials, index 0 being lag 1; y_t = Σ ar y_{t−k} + e_t + Σ ma e_{t−k}
 * @param residuals  filled with standardised one-step errors when given
 */
export function armaLikelihood(
  w: Float64Array,
  ar: Float64Array,
  ma: Float64Array,
  residuals?: Float64Array,
): ArmaLikelihood {
  const n = w.length;
  const r = Math.max(ar.length, ma.length + 1);
  const gamma = armaAutocovariances(ar, ma);
  if (!gamma) return { deviance: Infinity, variance: NaN };
  const phi = new Float64Array(r);
  phi.set(ar);
  const column = firstColumn(ar, ma, gamma, r);
  const K = new Float64Array(r);
  const L = new Float64Array(r);
  const a = new Float64Array(r);
  let F = column[0] ?? 1;
  if (!(F > 0) || !Number.isFinite(F)) return { deviance: Infinity, variance: NaN };
  for (let i = 0; i < r; i++) K[i] = (phi[i] ?? 0) * F + (i + 1 < r ? (column[i + 1] ?? 0) : 0);
  L.set(K);
  let M = -1 / F;
  let steady = false;
  let sum = 0;
  let logs = 0;
  for (let t = 0; t < n; t++) {
    const v = (w[t] ?? 0) - (a[0] ?? 0);
    sum += (v * v) / F;
    logs += Math.log(F);
    if (residuals) residuals[t] = v / Math.sqrt(F);
    const gain = v / F;
    const head = a[0] ?? 0;
    for (let i = 0; i < r - 1; i++) {
      a[i] = (phi[i] ?? 0) * head + (a[i + 1] ?? 0) + (K[i] ?? 0) * gain;
    }
    a[r - 1] = (phi[r - 1] ?? 0) * head + (K[r - 1] ?? 0) * gain;
    if (steady) continue;
    const lead = L[0] ?? 0;
    const next = F + M * lead * lead;
    if (!(next > 0)) return { deviance: Infinity, variance: NaN };
    const shrink = lead / F;
    const push = M * lead;
    for (let i = 0; i < r; i++) {
      const moved = (phi[i] ?? 0) * lead + (i + 1 < r ? (L[i + 1] ?? 0) : 0);
      const k = K[i] ?? 0;
      K[i] = k + push * moved;
      L[i] = moved - k * shrink;
    }
    M -= (M * M * lead * lead) / next;
    F = next;
    if (F - 1 < 1e-10 && t > r) steady = true;
  }
  const variance = sum / n;
  if (!(variance > 0) || !Number.isFinite(variance)) return { deviance: Infinity, variance: NaN };
  return { deviance: n * Math.log(variance) + logs, variance };
}

/** Weights ψ_0 … ψ_count−1 of the infinite moving average form. */
export function psiWeights(ar: Float64Array, ma: Float64Array, count: number): Float64Array {
  const psi = new Float64Array(count);
  psi[0] = 1;
  for (let k = 1; k < count; k++) {
    let sum = k <= ma.length ? (ma[k - 1] ?? 0) : 0;
    const reach = Math.min(k, ar.length);
    for (let j = 1; j <= reach; j++) sum += (ar[j - 1] ?? 0) * (psi[k - j] ?? 0);
    psi[k] = sum;
  }
  return psi;
}

/** γ_0 … γ_p for unit innovations, from the Yule–Walker system of the ARMA process. */
function armaAutocovariances(ar: Float64Array, ma: Float64Array): Float64Array | undefined {
  const p = ar.length;
  const q = ma.length;
  const psi = psiWeights(ar, ma, q + 1);
  const size = p + 1;
  const rhs = new Float64Array(size);
  for (let k = 0; k < size && k <= q; k++) {
    let sum = 0;
    for (let j = k; j <= q; j++) sum += (j === 0 ? 1 : (ma[j - 1] ?? 0)) * (psi[j - k] ?? 0);
    rhs[k] = sum;
  }
  if (p === 0) return rhs;
  const A = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const row = k * size;
    A[row + k] = (A[row + k] ?? 0) + 1;
    for (let j = 1; j <= p; j++) {
      const at = row + Math.abs(k - j);
      A[at] = (A[at] ?? 0) - (ar[j - 1] ?? 0);
    }
  }
  return solveInPlace(A, rhs, size) ? rhs : undefined;
}

function firstColumn(
  ar: Float64Array,
  ma: Float64Array,
  gamma: Float64Array,
  r: number,
): Float64Array {
  const psi = psiWeights(ar, ma, r);
  const out = new Float64Array(r);
  out[0] = gamma[0] ?? 0;
  for (let i = 1; i < r; i++) {
    let sum = 0;
    for (let j = i; j < ar.length; j++) sum += (ar[j] ?? 0) * (gamma[j - i + 1] ?? 0);
    for (let j = i; j <= ma.length; j++) sum += (ma[j - 1] ?? 0) * (psi[j - i] ?? 0);
    out[i] = sum;
  }
  return out;
}

/** Gaussian elimination with partial pivoting; the solution replaces `b`. */
function solveInPlace(A: Float64Array, b: Float64Array, size: number): boolean {
  for (let c = 0; c < size; c++) {
    let pivot = c;
    for (let i = c + 1; i < size; i++) {
      if (Math.abs(A[i * size + c] ?? 0) > Math.abs(A[pivot * size + c] ?? 0)) pivot = i;
    }
    const lead = A[pivot * size + c] ?? 0;
    if (Math.abs(lead) < 1e-13) return false;
    if (pivot !== c) {
      for (let j = c; j < size; j++) {
        const held = A[c * size + j] ?? 0;
        A[c * size + j] = A[pivot * size + j] ?? 0;
        A[pivot * size + j] = held;
      }
      const held = b[c] ?? 0;
      b[c] = b[pivot] ?? 0;
      b[pivot] = held;
    }
    for (let i = c + 1; i < size; i++) {
      const factor = (A[i * size + c] ?? 0) / lead;
      if (factor === 0) continue;
      for (let j = c; j < size; j++) {
        A[i * size + j] = (A[i * size + j] ?? 0) - factor * (A[c * size + j] ?? 0);
      }
      b[i] = (b[i] ?? 0) - factor * (b[c] ?? 0);
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = b[i] ?? 0;
    for (let j = i + 1; j < size; j++) sum -= (A[i * size + j] ?? 0) * (b[j] ?? 0);
    b[i] = sum / (A[i * size + i] ?? 1);
  }
  return true;
}
