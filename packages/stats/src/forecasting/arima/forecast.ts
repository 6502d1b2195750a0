import type { ArimaFit } from './fit.js';
import { psiWeights } from './likelihood.js';
import { withDifferences } from './polynomials.js';

/** Point forecasts on the original scale by the difference equation, future errors being 0. */
export function projectArima(values: Float64Array, fit: ArimaFit, horizon: number): Float64Array {
  const { order, ar, ma, residuals, coefficients } = fit;
  const full = withDifferences(ar, order.d, order.D, order.m);
  const n = values.length;
  const lost = n - residuals.length;
  let arSum = 0;
  for (const c of ar) arSum += c;
  const intercept = coefficients.mean * (1 - arSum);
  const path = new Float64Array(n + horizon);
  path.set(values);
  for (let h = 0; h < horizon; h++) {
    const t = n + h;
    let sum = intercept;
    for (let k = 1; k <= full.length; k++) sum += (full[k - 1] ?? 0) * (path[t - k] ?? 0);
    for (let k = h + 1; k <= ma.length; k++) {
      const at = t - k - lost;
      if (at >= 0) sum += (ma[k - 1] ?? 0) * (residuals[at] ?? 0);
    }
    path[t] = sum;
  }
  return path.slice(n);
}

/** Standard errors of the point forecasts at horizons 1 … H, from the ψ weights. */
export function arimaStandardErrors(fit: ArimaFit, horizon: number): Float64Array {
  const { order } = fit;
  const psi = psiWeights(withDifferences(fit.ar, order.d, order.D, order.m), fit.ma, horizon);
  const out = new Float64Array(horizon);
  let sum = 0;
  for (let h = 0; h < horizon; h++) {
    sum += (psi[h] ?? 0) ** 2;
    out[h] = Math.sqrt(fit.variance * sum);
  }
  return out;
}
