import { restoreSeason, restoreSpread } from '../adjustment.js';
import { fitTheta, type ThetaVariant } from '../theta/theta.js';
import type { Member } from './member.js';

function thetaMember(name: string, variant: ThetaVariant): Member {
  const member: Member = ({ values, adjusted }, horizon) => {
    if (values.length < 4) return undefined;
    const fit = fitTheta(adjusted.adjusted, horizon, variant);
    const spread = thetaSpread(adjusted.adjusted, fit.fitted, fit.alpha, horizon);
    return {
      name,
      mean: restoreSeason(fit.mean, adjusted, values.length),
      spread: restoreSpread(spread, adjusted, values.length),
      again: member,
    };
  };
  return member;
}

/** The theta method that won M3 (Assimakopoulos & Nikolopoulos 2000). */
export const theta = thetaMember('theta', 'standard');

/** Theta with its angle searched (OTM, Fiorucci et al. 2016). */
export const optimisedTheta = thetaMember('optimised theta', 'optimised');

/** Optimised theta whose line grows with the data (DOTM, Fiorucci et al. 2016). */
export const dynamicTheta = thetaMember('dynamic optimised theta', 'dynamic');

/** Keeps the smoothed logarithms of a series scaled to mean 1 positive. */
const LOG_SHIFT = 10;

/** The theta method on logarithms: growth in proportion. Positive series only. */
export const logTheta: Member = ({ values, adjusted }, horizon) => {
  const n = values.length;
  if (n < 4 || !adjusted.adjusted.every((y) => y > 1e-3)) return undefined;
  const logs = adjusted.adjusted.map((y) => Math.log(y) + LOG_SHIFT);
  const fit = fitTheta(logs, horizon, 'standard');
  const mean = fit.mean.map((y) => Math.exp(y - LOG_SHIFT));
  const spread = thetaSpread(logs, fit.fitted, fit.alpha, horizon);
  for (let h = 0; h < horizon; h++) spread[h] = (spread[h] ?? 0) * (mean[h] ?? 0);
  return {
    name: 'theta on logarithms',
    mean: restoreSeason(mean, adjusted, n),
    spread: restoreSpread(spread, adjusted, n),
    again: logTheta,
  };
};

/**
 * The theta method on means of blocks of half a season, laid back on the line through the blocks'
 * centres: the slower movement without the noise (temporal aggregation after Kourentzes,
 * Petropoulos & Trapero 2014). Needs a season of at least 3 and five blocks; implies no spread.
 */
export const aggregatedTheta: Member = ({ values, adjusted, seasonLength }, horizon) => {
  const block = Math.max(1, Math.round(seasonLength / 2));
  const n = values.length;
  const count = Math.floor(n / block);
  if (block < 2 || count < 5) return undefined;
  const blocks = new Float64Array(count);
  const skipped = n - count * block;
  for (let j = 0; j < count; j++) {
    let sum = 0;
    for (let i = 0; i < block; i++) sum += adjusted.adjusted[skipped + j * block + i] ?? 0;
    blocks[j] = sum / block;
  }
  const fit = fitTheta(blocks, Math.ceil(horizon / block) + 2, 'standard');
  const mean = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    const place = (h + 0.5) / block - 0.5;
    const j = Math.max(0, Math.floor(place));
    const share = place - j;
    mean[h] = (fit.mean[j] ?? 0) * (1 - share) + (fit.mean[j + 1] ?? 0) * share;
  }
  return {
    name: `theta on means of ${block}`,
    mean: restoreSeason(mean, adjusted, n),
    spread: new Float64Array(0),
    again: aggregatedTheta,
  };
};

/** Standard errors of simple exponential smoothing with drift: σ √(1 + (h − 1) α²). */
function thetaSpread(
  values: Float64Array,
  fitted: Float64Array,
  alpha: number,
  horizon: number,
): Float64Array {
  const n = values.length;
  let sum = 0;
  for (let t = 2; t < n; t++) sum += ((values[t] ?? 0) - (fitted[t] ?? 0)) ** 2;
  const variance = sum / Math.max(1, n - 5);
  const out = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) out[h] = Math.sqrt(variance * (1 + h * alpha * alpha));
  return out;
}
