import { normalCdf, normalDensity } from '../normal.js';
import type { Tails } from './tails.js';

/** Shapes above this are summed by `saddlepointTails`: series and fractions would take too long. */
export const LARGE_SHAPE = 2e7;

/**
 * Tails by Lugannani & Rice's formula (1980), which for gamma and beta is the first term of Temme's
 * uniform expansions: relative error of order shape^−3/2, about 1e-11 above `LARGE_SHAPE`.
 * @param w signed root of twice the deviance
 * @param u distance from the mean in standard deviations, of w's sign
 * @param limit (1/w − 1/u) as both go to 0
 */
export const saddlepointTails = (w: number, u: number, limit: number): Tails => {
  const correction = normalDensity(w) * (Math.abs(u) < 1e-3 ? limit : 1 / w - 1 / u);
  const clip = (p: number): number => Math.min(1, Math.max(0, p));
  return { lower: clip(normalCdf(w) + correction), upper: clip(normalCdf(-w) - correction) };
};
