import type { Outlook } from '../outlook.js';
import { demandRate, type IntermittentMethod } from './rates.js';

const ALPHAS: readonly number[] = [0.05, 0.1, 0.2, 0.3];
const METHODS: readonly IntermittentMethod[] = ['croston', 'sba', 'tsb'];

/** Whether a series is demand with so many zeros that smoothing its level misleads. */
export function isIntermittent(values: Float64Array): boolean {
  let zeros = 0;
  for (const y of values) {
    if (y < 0) return false;
    if (y === 0) zeros++;
  }
  // An average of 1.32 periods between demands is the border of Syntetos, Boylan & Croston (2005).
  return zeros < values.length && zeros / values.length > 1 - 1 / 1.32;
}

/**
 * Forecast of intermittent demand: a constant rate, and bounds from the recency-weighted
 * distribution of single periods. The method (when none is asked for) and its smoothing are those
 * with the least squared one-step error over the second half.
 * @param values  ≥ 0, no gaps, at least one demand
 */
export function intermittentOutlook(
  values: Float64Array,
  horizon: number,
  asked?: IntermittentMethod,
): Outlook {
  let best = { method: asked ?? 'sba', alpha: 0.1, rate: 0, error: Infinity };
  const errors = new Map<IntermittentMethod, number>();
  for (const method of asked ? [asked] : METHODS) {
    for (const alpha of ALPHAS) {
      const { fitted, rate } = demandRate(values, method, alpha);
      const error = lateError(values, fitted);
      errors.set(method, Math.min(error, errors.get(method) ?? Infinity));
      if (error < best.error) best = { method, alpha, rate, error };
    }
  }
  const mean = new Float64Array(horizon).fill(best.rate);
  const zeros = values.filter((y) => y === 0).length;
  const share = Math.round((100 * zeros) / values.length);
  const compared = [...errors]
    .map(([method, error]) => `${method} ${Math.sqrt(error).toPrecision(3)}`)
    .join(', ');
  return {
    mean,
    spread: new Float64Array(horizon),
    bounds: (level) => {
      const quantile = recentQuantiles(values, best.alpha);
      const lower = new Float64Array(horizon).fill(Math.min(best.rate, quantile((1 - level) / 2)));
      const upper = new Float64Array(horizon).fill(Math.max(best.rate, quantile((1 + level) / 2)));
      return { lower, upper };
    },
    method: best.method,
    why:
      `${share} % of the periods have no demand; ${best.method} with smoothing ${best.alpha}` +
      (asked
        ? ', as asked for'
        : ` had the least one-step error (root mean square in mean demands: ${compared})`),
  };
}

function lateError(values: Float64Array, fitted: Float64Array): number {
  const from = Math.floor(values.length / 2);
  let sum = 0;
  for (let t = from; t < values.length; t++) sum += ((values[t] ?? 0) - (fitted[t] ?? 0)) ** 2;
  return sum / Math.max(1, values.length - from);
}

/** Quantiles of one period's demand, a period's weight falling by 1 − α/4 with its age. */
function recentQuantiles(values: Float64Array, alpha: number): (p: number) => number {
  const n = values.length;
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const weights = values.map((_, t) => (1 - alpha / 4) ** (n - 1 - t));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return (p) => {
    let sum = 0;
    for (const t of order) {
      sum += (weights[t] ?? 0) / total;
      if (sum >= p) return values[t] ?? 0;
    }
    return values[order[n - 1] ?? 0] ?? 0;
  };
}
