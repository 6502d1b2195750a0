import { coefficientsFrom } from './coefficients.js';
import { type ArimaOrder, multiplySeasonal } from './polynomials.js';

/** Conditional residuals with zeros before the sample, over the lags that are in use. */
function conditionalResiduals(
  w: Float64Array,
  order: ArimaOrder,
  x: Float64Array,
  out: Float64Array,
): number {
  const c = coefficientsFrom(x, order);
  const ar = multiplySeasonal(c.ar, c.seasonalAr, order.m, -1);
  const ma = multiplySeasonal(c.ma, c.seasonalMa, order.m, 1);
  const arLags = usedLags(order.p, order.P, order.m);
  const maLags = usedLags(order.q, order.Q, order.m);
  const n = w.length;
  let sum = 0;
  for (let t = 0; t < n; t++) {
    let e = (w[t] ?? 0) - c.mean;
    for (let i = 0; i < arLags.length; i++) {
      const lag = arLags[i] ?? 0;
      if (lag > t) break;
      e -= (ar[lag - 1] ?? 0) * ((w[t - lag] ?? 0) - c.mean);
    }
    for (let i = 0; i < maLags.length; i++) {
      const lag = maLags[i] ?? 0;
      if (lag > t) break;
      e -= (ma[lag - 1] ?? 0) * (out[t - lag] ?? 0);
    }
    out[t] = e;
    sum += e * e;
  }
  return sum;
}

function usedLags(plain: number, seasonal: number, m: number): Int32Array {
  const lags = new Int32Array((plain + 1) * (seasonal + 1) - 1);
  let at = 0;
  for (let j = 0; j <= seasonal; j++) {
    for (let i = 0; i <= plain; i++) if (i + j > 0) lags[at++] = i + j * m;
  }
  return lags.sort();
}

/**
 * Conditional least squares by Levenberg–Marquardt from `start`, in the order of
 * `coefficientsFrom`.
 * @returns undefined when the normal equations break down
 */
export function conditionalLeastSquares(
  w: Float64Array,
  order: ArimaOrder,
  start: Float64Array,
): Float64Array | undefined {
  const n = w.length;
  const k = start.length;
  const scale = Math.max(1e-9, Math.sqrt(w.reduce((s, y) => s + y * y, 0) / n));
  const meanAt = order.constant ? k - 1 : -1;
  let x = Float64Array.from(start);
  let e = new Float64Array(n);
  let trialE = new Float64Array(n);
  const shifted = new Float64Array(n);
  const J = new Float64Array(k * n);
  const A = new Float64Array(k * k);
  const g = new Float64Array(k);
  let sum = conditionalResiduals(w, order, x, e);
  let damping = 0.01;
  for (let iteration = 0; iteration < 25; iteration++) {
    for (let i = 0; i < k; i++) {
      const h = i === meanAt ? scale * 1e-5 : 1e-5;
      const held = x[i] ?? 0;
      x[i] = held + h;
      conditionalResiduals(w, order, x, shifted);
      x[i] = held;
      for (let t = 0; t < n; t++) J[i * n + t] = ((shifted[t] ?? 0) - (e[t] ?? 0)) / h;
    }
    for (let i = 0; i < k; i++) {
      let gi = 0;
      for (let t = 0; t < n; t++) gi += (J[i * n + t] ?? 0) * (e[t] ?? 0);
      g[i] = gi;
      for (let j = 0; j <= i; j++) {
        let a = 0;
        for (let t = 0; t < n; t++) a += (J[i * n + t] ?? 0) * (J[j * n + t] ?? 0);
        A[i * k + j] = a;
        A[j * k + i] = a;
      }
    }
    let improved = false;
    let gain = 0;
    for (let attempt = 0; attempt < 6; attempt++) {
      const delta = solveDamped(A, g, k, damping);
      if (!delta) return undefined;
      const trial = Float64Array.from(x);
      for (let i = 0; i < k; i++) {
        const limit = i === meanAt ? scale : 1;
        const move = Math.max(-limit, Math.min(limit, delta[i] ?? 0));
        const moved = (x[i] ?? 0) - move;
        trial[i] = i === meanAt ? moved : Math.max(-3, Math.min(3, moved));
      }
      const trialSum = conditionalResiduals(w, order, trial, trialE);
      if (trialSum < sum) {
        gain = (sum - trialSum) / sum;
        x = trial;
        const held = e;
        e = trialE;
        trialE = held;
        sum = trialSum;
        damping = Math.max(1e-7, damping / 5);
        improved = true;
        break;
      }
      damping *= 6;
    }
    if (!improved || gain < 1e-5) break;
  }
  return x;
}

function solveDamped(
  A: Float64Array,
  g: Float64Array,
  k: number,
  damping: number,
): Float64Array | undefined {
  const L = new Float64Array(k * k);
  const out = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = A[i * k + j] ?? 0;
      if (i === j) sum += damping * sum + 1e-12;
      for (let l = 0; l < j; l++) sum -= (L[i * k + l] ?? 0) * (L[j * k + l] ?? 0);
      if (i === j) {
        if (!(sum > 0)) return undefined;
        L[i * k + i] = Math.sqrt(sum);
      } else L[i * k + j] = sum / (L[j * k + j] ?? 1);
    }
  }
  for (let i = 0; i < k; i++) {
    let sum = g[i] ?? 0;
    for (let l = 0; l < i; l++) sum -= (L[i * k + l] ?? 0) * (out[l] ?? 0);
    out[i] = sum / (L[i * k + i] ?? 1);
  }
  for (let i = k - 1; i >= 0; i--) {
    let sum = out[i] ?? 0;
    for (let l = i + 1; l < k; l++) sum -= (L[l * k + i] ?? 0) * (out[l] ?? 0);
    out[i] = sum / (L[i * k + i] ?? 1);
  }
  return out;
}
