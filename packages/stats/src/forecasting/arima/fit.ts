import { minimiseBySimplex } from '../simplex.js';
import { coefficientsFrom } from './coefficients.js';
import { conditionalLeastSquares } from './conditional.js';
import { difference } from './differencing.js';
import { armaLikelihood } from './likelihood.js';
import { type ArimaCoefficients, type ArimaOrder, multiplySeasonal } from './polynomials.js';

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
    const found = conditionalLeastSquares(w, order, x);
    if (!found) return undefined;
    x = found;
  }
  if (estimation === 'ml' && shape > 0) x = polish(w, order, x);
  for (let i = 0; i < shape; i++) {
    if (Math.abs(Math.tanh(x[i] ?? 0)) > NEAR_UNIT) return undefined;
  }
  const coefficients = coefficientsFrom(x, order);
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

/** Moves an estimate to the maximum of the exact likelihood. */
function polish(w: Float64Array, order: ArimaOrder, start: Float64Array): Float64Array {
  const k = start.length;
  const meanAt = order.constant ? k - 1 : -1;
  const centred = new Float64Array(w.length);
  const spread = Math.sqrt(w.reduce((s, y) => s + y * y, 0) / w.length);
  const objective = (x: Float64Array): number => {
    for (let i = 0; i < k; i++) if (i !== meanAt && Math.abs(x[i] ?? 0) > 4) return Infinity;
    const c = coefficientsFrom(x, order);
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
