const HALF_LOG_TWO_PI = 0.9189385332046727;
const EULER = 0.5772156649015329;

/** ζ(k) by Euler–Maclaurin summation, k ≥ 2. */
const zeta = (k: number): number => {
  const n = 12;
  let sum = 0;
  for (let i = n - 1; i >= 1; i--) sum += i ** -k;
  const tail = n ** -k;
  return (
    sum +
    (n * tail) / (k - 1) +
    tail / 2 +
    (k * tail) / (12 * n) -
    (k * (k + 1) * (k + 2) * tail) / (720 * n ** 3) +
    (k * (k + 1) * (k + 2) * (k + 3) * (k + 4) * tail) / (30240 * n ** 5)
  );
};
const ZETA = Float64Array.from({ length: 41 }, (_, k) => (k < 2 ? 0 : zeta(k)));

// B₂ₖ / (2k(2k−1)), highest power first.
const STIRLING = [1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];

/** Tail of Stirling's series: ln Γ(n+1) − [(n+½) ln n − n + ½ ln 2π], for n ≥ 10. */
const stirlingSeries = (n: number): number => {
  const s = 1 / (n * n);
  let sum = 0;
  for (const coefficient of STIRLING) sum = coefficient + s * sum;
  return sum / n;
};

/**
 * Error of Stirling's formula, δ(n) = ln n! − [(n+½) ln n − n + ½ ln 2π] (Loader 2000).
 * @param n > 0, need not be whole; absolute error about 1e-16
 */
export const stirlingError = (n: number): number => {
  let shifted = n;
  let correction = 0;
  while (shifted < 10) {
    correction += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
    shifted += 1;
  }
  return stirlingSeries(shifted) + correction;
};

/** ln Γ(1 + a) for |a| ≤ 0.25, accurate relative to its own size (A&S 6.1.33). */
const logGamma1pSmall = (a: number): number => {
  // ln Γ(1+a) = −γa + Σ ζ(k)(−a)ᵏ/k over k ≥ 2, by Horner's rule.
  let sum = 0;
  for (let k = 40; k >= 2; k--) sum = -a * (sum + (ZETA[k] ?? 1) / k);
  return -a * (EULER + sum);
};

/** ln Γ(1 + a), a > −1, accurate relative to its size near a = 0. */
export const logGamma1p = (a: number): number =>
  Math.abs(a) <= 0.25 ? logGamma1pSmall(a) : logGamma(1 + a);

/** ln Γ(x) for x > 0; +∞ at 0. Accurate relative to its own size also near 1 and 2. */
export const logGamma = (x: number): number => {
  if (x <= 0) return Number.POSITIVE_INFINITY;
  if (Math.abs(x - 1) <= 0.25) return logGamma1pSmall(x - 1);
  if (Math.abs(x - 2) <= 0.25) return Math.log1p(x - 2) + logGamma1pSmall(x - 2);
  if (x < 0.25) return logGamma1pSmall(x) - Math.log(x);
  let shifted = x;
  let product = 1;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    HALF_LOG_TWO_PI +
    stirlingSeries(shifted) -
    Math.log(product)
  );
};

/** Deviance term x·ln(x/m) + m − x without cancellation when x ≈ m (Loader 2000); x ≥ 0, m > 0. */
export const deviance = (x: number, m: number): number => {
  if (x === 0) return m;
  const difference = x - m;
  if (Math.abs(difference) < 0.1 * (x + m)) {
    const v = difference / (x + m);
    const square = v * v;
    let sum = difference * v;
    let term = 2 * x * v;
    for (let j = 3; j < 2000; j += 2) {
      term *= square;
      const next = sum + term / j;
      if (next === sum) return next;
      sum = next;
    }
    return sum;
  }
  return x * Math.log(x / m) + m - x;
};

/** ln of mˣ e⁻ᵐ / Γ(x+1), the Poisson mass continued to real x ≥ 0 (Loader 2000); m > 0. */
export const logPoissonKernel = (x: number, m: number): number =>
  x === 0 ? -m : -stirlingError(x) - deviance(x, m) - HALF_LOG_TWO_PI - 0.5 * Math.log(x);

/**
 * ln of Γ(n+1)/(Γ(x+1)Γ(n−x+1)) · pˣ qⁿ⁻ˣ with n = x + y, the binomial mass continued to real
 * x, y ≥ 0 (Loader 2000); p + q = 1, both given so that neither loses digits.
 */
export const logBinomialKernel = (x: number, y: number, p: number, q: number): number => {
  if (x === 0 && y === 0) return 0;
  if (p === 0) return x === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (q === 0) return y === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (x === 0) return p < 0.5 ? y * Math.log1p(-p) : y * Math.log(q);
  if (y === 0) return q < 0.5 ? x * Math.log1p(-q) : x * Math.log(p);
  const n = x + y;
  return (
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(y) -
    deviance(x, n * p) -
    deviance(y, n * q) +
    0.5 * (Math.log(n / x) - Math.log(y)) -
    HALF_LOG_TWO_PI
  );
};
