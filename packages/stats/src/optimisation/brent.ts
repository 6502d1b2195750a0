import { type Undefined, undefinedBecause } from '../undefined.js';

/** Options of the one-dimensional searches. */
export interface BrentOptions {
  /** Relative tolerance on x; default 1e-14 for roots, 1e-9 for minima. */
  readonly tolerance?: number;
  /** Default 200. */
  readonly maxIterations?: number;
}

/**
 * A root of f in [low, high] by Brent's method (1973, ch. 4).
 * @returns x; undefined when f(low) and f(high) have the same sign or f is not a number there
 */
export const brentRoot = (
  f: (x: number) => number,
  low: number,
  high: number,
  options: BrentOptions = {},
): number | Undefined => {
  const { tolerance = 1e-14, maxIterations = 200 } = options;
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0) && !(Math.sign(fa) * Math.sign(fb) < 0)) {
    return undefinedBecause('the function does not change its sign over the interval');
  }
  let c = a;
  let fc = fa;
  let d = b - a;
  let e = d;
  for (let i = 0; i < maxIterations; i++) {
    if (Math.sign(fb) === Math.sign(fc)) {
      c = a;
      fc = fa;
      d = b - a;
      e = d;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    const smallest = 2.2e-16 * Math.abs(b) + 0.5 * tolerance * Math.abs(b) + 1e-300;
    const half = (c - b) / 2;
    if (Math.abs(half) <= smallest || fb === 0) return b;
    if (Math.abs(e) >= smallest && Math.abs(fa) > Math.abs(fb)) {
      const s = fb / fa;
      let p: number;
      let q: number;
      if (a === c) {
        p = 2 * half * s;
        q = 1 - s;
      } else {
        const r = fb / fc;
        const t = fa / fc;
        p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
        q = (t - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      p = Math.abs(p);
      if (2 * p < Math.min(3 * half * q - Math.abs(smallest * q), Math.abs(e * q))) {
        e = d;
        d = p / q;
      } else {
        d = half;
        e = half;
      }
    } else {
      d = half;
      e = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(d) > smallest ? d : Math.sign(half) * smallest;
    fb = f(b);
    if (Number.isNaN(fb)) return undefinedBecause('the function is not a number in the interval');
  }
  return b;
};

/**
 * A local minimum of f in [low, high] by Brent's parabolic search (1973, ch. 5).
 * @returns where it is and the value there; a value that is not a number counts as +∞
 */
export const brentMinimum = (
  f: (x: number) => number,
  low: number,
  high: number,
  options: BrentOptions = {},
): { readonly x: number; readonly value: number } => {
  const { tolerance = 1e-9, maxIterations = 200 } = options;
  const golden = (3 - Math.sqrt(5)) / 2;
  let a = low;
  let b = high;
  let x = a + golden * (b - a);
  let w = x;
  let v = x;
  const value = (at: number): number => {
    const result = f(at);
    return Number.isNaN(result) ? Number.POSITIVE_INFINITY : result;
  };
  let fx = value(x);
  let fw = fx;
  let fv = fx;
  let d = 0;
  let e = 0;
  for (let i = 0; i < maxIterations; i++) {
    const middle = (a + b) / 2;
    const near = tolerance * Math.abs(x) + 1e-12;
    if (Math.abs(x - middle) <= 2 * near - (b - a) / 2) break;
    let useGolden = true;
    if (Math.abs(e) > near) {
      const r = (x - w) * (fx - fv);
      let q = (x - v) * (fx - fw);
      let p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      q = Math.abs(q);
      const before = e;
      e = d;
      if (Math.abs(p) < Math.abs(0.5 * q * before) && p > q * (a - x) && p < q * (b - x)) {
        d = p / q;
        const u = x + d;
        if (u - a < 2 * near || b - u < 2 * near) d = x < middle ? near : -near;
        useGolden = false;
      }
    }
    if (useGolden) {
      e = x < middle ? b - x : a - x;
      d = golden * e;
    }
    const u = x + (Math.abs(d) >= near ? d : d > 0 ? near : -near);
    const fu = value(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      v = w;
      fv = fw;
      w = x;
      fw = fx;
      x = u;
      fx = fu;
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) {
        v = w;
        fv = fw;
        w = u;
        fw = fu;
      } else if (fu <= fv || v === x || v === w) {
        v = u;
        fv = fu;
      }
    }
  }
  return { x, value: fx };
};
