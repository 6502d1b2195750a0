import type { MemberForecast } from './member.js';

/** Weighted mean of forecasts of one length; the weights need not add up to 1. */
export function weightedMean(
  parts: readonly Float64Array[],
  weights: readonly number[],
  H: number,
): Float64Array {
  const out = new Float64Array(H);
  let total = 0;
  parts.forEach((part, i) => {
    const weight = weights[i] ?? 0;
    total += weight;
    for (let h = 0; h < H; h++) out[h] = (out[h] ?? 0) + weight * (part[h] ?? 0);
  });
  for (let h = 0; h < H; h++) out[h] = (out[h] ?? 0) / total;
  return out;
}

/** Weighted mean of the standard errors of the members that state them, zeros when none does. */
export function weightedSpread(
  fits: readonly MemberForecast[],
  weights: readonly number[],
  H: number,
): Float64Array {
  const stating: Float64Array[] = [];
  const shares: number[] = [];
  fits.forEach((fit, i) => {
    if (fit.spread.length !== H) return;
    stating.push(fit.spread);
    shares.push(weights[i] ?? 0);
  });
  return stating.length > 0 ? weightedMean(stating, shares, H) : new Float64Array(H);
}
