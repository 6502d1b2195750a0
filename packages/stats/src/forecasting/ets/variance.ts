import type { EtsFit } from './fit.js';

/**
 * Standard errors of the point forecasts at horizons 1 … H (Hyndman et al. 2008, chapter 6):
 * exact for additive errors with additive or no season, the recursion of class 2 otherwise, with
 * the season as a known factor where it multiplies.
 */
export function etsStandardErrors(fit: EtsFit, mean: Float64Array): Float64Array {
  const { alpha, beta, gamma, phi } = fit.parameters;
  const { form, seasonLength: m, state, observations: n } = fit;
  const H = mean.length;
  const out = new Float64Array(H);
  const weights = new Float64Array(H);
  let reach = 0;
  let damping = phi;
  for (let j = 1; j < H; j++) {
    reach += damping;
    damping *= phi;
    const season = form.season === 'A' && j % m === 0 ? gamma : 0;
    weights[j] = alpha + (form.trend === 'N' ? 0 : beta * reach) + season;
  }
  if (form.error === 'A') {
    let sum = 1;
    for (let h = 0; h < H; h++) {
      if (h > 0) sum += (weights[h] ?? 0) ** 2;
      const index = form.season === 'M' ? (state.seasonal[(n + h) % m] ?? 1) : 1;
      out[h] = Math.sqrt(fit.variance * sum) * Math.abs(index);
    }
    return out;
  }
  const second = new Float64Array(H);
  for (let h = 0; h < H; h++) {
    const index = form.season === 'M' ? (state.seasonal[(n + h) % m] ?? 1) : 1;
    const level = (mean[h] ?? 0) / (index === 0 ? 1 : index);
    let sum = level * level;
    for (let j = 1; j <= h; j++)
      sum += fit.variance * (weights[j] ?? 0) ** 2 * (second[h - j] ?? 0);
    second[h] = sum;
    const variance = (1 + fit.variance) * sum - level * level;
    out[h] = Math.sqrt(Math.max(0, variance)) * Math.abs(index);
  }
  return out;
}
