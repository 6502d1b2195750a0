import { minimiseBySimplex } from '../simplex.js';
import { difference } from './differencing.js';
import { armaLikelihood } from './likelihood.js';
import {
  type ArimaCoefficients,
  type ArimaOrder,
  multiplySeasonal,
  stationaryFromFree,
} from './polynomials.js';

/** A fitted seasonal ARIMA model. */
export interface ArimaFit {
  readonly order: ArimaOrder;
  readonly coefficients: ArimaCoefficients;
  /** Full polynomials of the differenced series, index 0 being lag 1. */
  readonly ar: Float64Array;
  readonly ma: Float64Array;
  /** Exact −2 log likelihood without n(1 + log 2π), on the differenced series. */
  readonly deviance: number;
  readonly aicc: number;
  readonly variance: number;
  /** One-step errors of the differenced series. */
  readonly residuals: Float64Array;
}

/** `css`: conditional least squares only. `ml`: then polished on the exact likelihood. */
export type ArimaEstimation = 'css' | 'ml';

/** Partial autocorrelations beyond this count as a unit root: the model is refused. */
const NEAR_UNIT = 0.99;

/**
 * Fits one seasonal ARIMA by conditional least squares (Levenberg–Marquardt over partial
 * autocorrelations, so every trial is stationary and invertible), judged by the exact likelihood.
 * @param values  original scale, no gaps
 * @returns undefined when the series is too short for the order or no fit is regular
 */
export function fitArima(
  values: Float64Array,
  order: ArimaOrder,
  estimation: ArimaEstimation = 'ml',
  differenced?: Float64Array,
): ArimaFit | undefined {
  const { p, q, P, Q, m } = order;
  const w = differenced ?? differenceFor(values, order);
  const n = w.length;
  const shape = p + q + P + Q;
  const k = shape + (order.constant ? 1 : 0);
  if (n < k + 2) return undefined;
  const residuals = new Float64Array(n);
  let x: Float64Array = new Float64Array(k);
  if (order.constant) x[shape] = mean(w);
  if (k > 0) {
    const found = leastSquares(w, order, x);
    if (!found) return undefined;
    x = found;
  }
  if (estimation === 'ml' && shape > 0) x = polish(w, order, x);
  for (let i = 0; i < shape; i++) {
    if (Math.abs(Math.tanh(x[i] ?? 0)) > NEAR_UNIT) return undefined;
  }
  const coefficients = read(x, order);
  const ar = multiplySeasonal(coefficients.ar, coefficients.seasonalAr, m, -1);
  const ma = multiplySeasonal(coefficients.ma, coefficients.seasonalMa, m, 1);
  const centred = w.map((y) => y - coefficients.mean);
  const exact = armaLikelihood(centred, ar, ma, residuals);
  if (!Number.isFinite(exact.deviance)) return undefined;
  const count = k + 1;
  const room = n - count - 1;
  const aicc =
    exact.deviance + 2 * count + (room > 0 ? (2 * count * (count + 1)) / room : Infinity);
  return {
    order,
    coefficients,
    ar,
    ma,
    deviance: exact.deviance,
    aicc,
    variance: (exact.variance * n) / Math.max(1, n - k),
    residuals,
  };
}

/** The series after the order's seasonal and ordinary differences. */
export function differenceFor(values: Float64Array, order: ArimaOrder): Float64Array {
  let w = values;
  for (let i = 0; i < order.D; i++) w = difference(w, order.m);
  for (let i = 0; i < order.d; i++) w = difference(w, 1);
  return w;
}

function read(x: Float64Array, order: ArimaOrder): ArimaCoefficients {
  const { p, q, P, Q } = order;
  const ma = stationaryFromFree(x, p, q);
  const seasonalMa = stationaryFromFree(x, p + q + P, Q);
  for (let i = 0; i < q; i++) ma[i] = -(ma[i] ?? 0);
  for (let i = 0; i < Q; i++) seasonalMa[i] = -(seasonalMa[i] ?? 0);
  return {
    ar: stationaryFromFree(x, 0, p),
    ma,
    seasonalAr: stationaryFromFree(x, p + q, P),
    seasonalMa,
    mean: order.constant ? (x[p + q + P + Q] ?? 0) : 0,
  };
}

/** Conditional residuals with zeros before the sample, over the lags that are in use. */
function conditionalResiduals(
  w: Float64Array,
  order: ArimaOrder,
  x: Float64Array,
  out: Float64Array,
): number {
  const c = read(x, order);
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

function leastSquares(
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

function polish(w: Float64Array, order: ArimaOrder, start: Float64Array): Float64Array {
  const k = start.length;
  const meanAt = order.constant ? k - 1 : -1;
  const centred = new Float64Array(w.length);
  const spread = Math.sqrt(w.reduce((s, y) => s + y * y, 0) / w.length);
  const objective = (x: Float64Array): number => {
    for (let i = 0; i < k; i++) if (i !== meanAt && Math.abs(x[i] ?? 0) > 4) return Infinity;
    const c = read(x, order);
    for (let t = 0; t < w.length; t++) centred[t] = (w[t] ?? 0) - c.mean;
    const ar = multiplySeasonal(c.ar, c.seasonalAr, order.m, -1);
    const ma = multiplySeasonal(c.ma, c.seasonalMa, order.m, 1);
    return armaLikelihood(centred, ar, ma).deviance;
  };
  const step = new Float64Array(k).fill(0.1);
  if (meanAt >= 0) step[meanAt] = Math.max(spread * 0.05, 1e-9);
  const found = minimiseBySimplex(objective, start, step, {
    maxEvaluations: 60 + 60 * k,
    tolerance: 1e-8,
  });
  return Number.isFinite(found.value) ? found.x : start;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const y of values) sum += y;
  return values.length > 0 ? sum / values.length : 0;
}
