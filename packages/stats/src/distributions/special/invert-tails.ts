import type { Tails } from './tails.js';

/**
 * Solves tails(u) = (p, q) for u on the whole real line by Newton's method on the logarithm of
 * the smaller tail, kept inside a bracket that shrinks by bisection when Newton leaves it.
 * @param tails lower tail rising in u
 * @param slope ∂lower/∂u, > 0
 * @param start a first guess
 * @param p,q the target tails, p + q = 1, both in (0,1)
 */
export const invertTails = (
  tails: (u: number) => Tails,
  slope: (u: number) => number,
  start: number,
  p: number,
  q: number,
): number => {
  const useLower = p <= q;
  const target = Math.log(useLower ? p : q);
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let u = Number.isFinite(start) ? start : 0;
  let reach = 1;
  for (let i = 0; i < 400; i++) {
    const { lower, upper } = tails(u);
    const tail = useLower ? lower : upper;
    const error = useLower ? Math.log(tail) - target : target - Math.log(tail);
    if (error === 0 || Number.isNaN(error)) return error === 0 ? u : Number.NaN;
    if (error > 0) high = u;
    else low = u;
    let next = u - (error * tail) / slope(u);
    const inside = next > low && next < high && Math.abs(next - u) < 50;
    if (!inside) {
      if (Number.isFinite(low) && Number.isFinite(high)) {
        next = (low + high) / 2;
      } else {
        reach *= 2;
        next = Number.isFinite(high) ? high - reach : low + reach;
      }
    }
    const scale = Math.max(Math.abs(u), Math.abs(next), 1e-3);
    if (Math.abs(next - u) <= 4e-16 * scale || high - low <= 4e-16 * scale) return next;
    // Newton has converged to rounding noise of the tail itself.
    if (inside && Math.abs(error) < 2e-15) return next;
    u = next;
  }
  return u;
};
