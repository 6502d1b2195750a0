/**
 * Gauss' hypergeometric function ₂F₁(a,b;c;z) by its series (DLMF 15.2.1), for 0 ≤ z < 1 and
 * parameters whose series converges there; callers transform large z away first.
 */
export const hypergeometric = (a: number, b: number, c: number, z: number): number => {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 20_000; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
    if (Math.abs(term) <= 1e-16 * Math.abs(sum)) break;
  }
  return sum;
};
