import { logBinomialKernel } from '../distributions/special/gamma-function.js';
import { incompleteBeta } from '../distributions/special/incomplete-beta.js';
import { type Undefined, undefinedBecause } from '../undefined.js';

/** A beta belief about a proportion: prior successes + successes, prior failures + failures. */
export interface BetaBelief {
  readonly a: number;
  readonly b: number;
}

/**
 * P(q > p) for independent p ~ Beta and q ~ Beta, by the trapezoid rule over the log odds of q,
 * where the integrand is smooth and dies off on both sides (about 1e-12).
 */
export const probabilityGreater = (q: BetaBelief, p: BetaBelief): number | Undefined => {
  if (![q.a, q.b, p.a, p.b].every((v) => v > 0 && v < 1e12)) {
    return undefinedBecause('a beta belief needs positive shapes');
  }
  const spread = Math.sqrt(1 / q.a + 1 / q.b);
  const centre = Math.log(q.a / q.b);
  const low = centre - 12 * spread - 40 / q.a;
  const high = centre + 12 * spread + 40 / q.b;
  const narrow = Math.min(spread, Math.sqrt(1 / p.a + 1 / p.b), 1);
  const steps = Math.min(200_000, Math.ceil((high - low) / (narrow / 12)));
  const h = (high - low) / steps;
  let sum = 0;
  let mass = 0;
  for (let k = 0; k <= steps; k++) {
    const u = low + k * h;
    const x = u < 0 ? Math.exp(u) / (1 + Math.exp(u)) : 1 / (1 + Math.exp(-u));
    const y = u < 0 ? 1 / (1 + Math.exp(u)) : Math.exp(-u) / (1 + Math.exp(-u));
    const weight = Math.exp(logBinomialKernel(q.a, q.b, x, y));
    if (weight === 0) continue;
    mass += weight;
    sum += weight * incompleteBeta(p.a, p.b, x, y).lower;
  }
  return mass > 0
    ? Math.min(1, Math.max(0, sum / mass))
    : undefinedBecause('the beliefs cannot be compared');
};
