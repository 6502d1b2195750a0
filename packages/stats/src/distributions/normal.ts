const SQRT_TWO_PI = 2.5066282746310002;
const LOG_SQRT_TWO_PI = 0.9189385332046727;

const polynomial = (coefficients: readonly number[], x: number): number => {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + (coefficients[i] ?? 0);
  return sum;
};

// Rational Chebyshev approximations of Cody (1969), as arranged for the normal integral by
// Cody's ANORM (1993): |x| ≤ 0.67448975, ≤ √32, and beyond. Lowest power first.
const CENTRE_TOP = [
  18154.98125334356, 1067.6894854603709, 161.02823106855587, 2.2352520354606837,
  0.06568233791820745,
];
const CENTRE_BOTTOM = [
  45507.78933502673, 10260.932208618979, 976.0985517377767, 47.202581904688245, 1,
];
const MIDDLE_TOP = [
  9842.714838383978, 11602.65143764735, 6848.190450536283, 2494.5375852903726, 597.2702763948002,
  93.50665613217785, 8.883149794388377, 0.39894151208813466, 1.0765576773720192e-8,
];
const MIDDLE_BOTTOM = [
  19685.429676859992, 38912.00328609327, 34900.95272114598, 18615.571640885097, 6485.558298266761,
  1519.3775994075547, 235.387901782625, 22.266688044328117, 1,
];
const FAR_TOP = [
  2.9112874951168793e-5, 0.0014216191932278934, 0.022235277870649807, 0.12740116116024736,
  0.215898534057957, 0.023073441764940174,
];
const FAR_BOTTOM = [
  7.297515550839662e-5, 0.0037823963320275824, 0.06598813786892856, 0.4682382124808651,
  1.284260096144911, 1,
];

/** Φ(−x)·exp(x²/2) for x ≥ 0.67. */
const scaledTail = (x: number): number => {
  if (x < 5.656854249492381) return polynomial(MIDDLE_TOP, x) / polynomial(MIDDLE_BOTTOM, x);
  const s = 1 / (x * x);
  const ratio = (s * polynomial(FAR_TOP, s)) / polynomial(FAR_BOTTOM, s);
  return (1 / SQRT_TWO_PI - ratio) / x;
};

/** exp(−x²/2) with the square split so that its rounding does not reach the exponent. */
const gaussian = (x: number): number => {
  // far below the smallest double, where the parts of the square would overflow to 0 × ∞
  if (x > 40) return 0;
  const head = Math.trunc(x * 16) / 16;
  return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (x - head) * (x + head));
};

/** Standard normal density at x. */
export const normalDensity = (x: number): number => gaussian(Math.abs(x)) / SQRT_TWO_PI;

/** ln of the standard normal density. */
export const normalLogDensity = (x: number): number => -0.5 * x * x - LOG_SQRT_TWO_PI;

/** Φ(x), relative error below 1e-14 down to the smallest positive double. */
export const normalCdf = (x: number): number => {
  const size = Math.abs(x);
  if (size <= 0.67448975) {
    const s = x * x;
    return 0.5 + (x * polynomial(CENTRE_TOP, s)) / polynomial(CENTRE_BOTTOM, s);
  }
  if (size > 40) return x > 0 ? 1 : 0;
  const tail = gaussian(size) * scaledTail(size);
  return x > 0 ? 1 - tail : tail;
};

/** 1 − Φ(x), accurate in the upper tail. */
export const normalSurvival = (x: number): number => normalCdf(-x);

/** ln Φ(x), accurate and finite far below where Φ(x) itself underflows. */
export const normalLogCdf = (x: number): number => {
  if (x < -0.67448975) return -0.5 * x * x + Math.log(scaledTail(-x));
  return x < 0 ? Math.log(normalCdf(x)) : Math.log1p(-normalCdf(-x));
};

// AS 241 (Wichura 1988), PPND16. Lowest power first.
const QUANTILE_CENTRE_TOP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const QUANTILE_CENTRE_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const QUANTILE_MIDDLE_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const QUANTILE_MIDDLE_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
  0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
];
const QUANTILE_FAR_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
  0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const QUANTILE_FAR_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/** Φ⁻¹(p); −∞ at 0 and +∞ at 1. `q` = 1 − p may be given to keep the upper tail's digits. */
export const normalQuantile = (p: number, q = 1 - p): number => {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (q <= 0) return Number.POSITIVE_INFINITY;
  const centred = p <= q ? p - 0.5 : 0.5 - q;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * polynomial(QUANTILE_CENTRE_TOP, r)) / polynomial(QUANTILE_CENTRE_BOTTOM, r);
  }
  const r = Math.sqrt(-Math.log(Math.min(p, q)));
  const size =
    r <= 5
      ? polynomial(QUANTILE_MIDDLE_TOP, r - 1.6) / polynomial(QUANTILE_MIDDLE_BOTTOM, r - 1.6)
      : polynomial(QUANTILE_FAR_TOP, r - 5) / polynomial(QUANTILE_FAR_BOTTOM, r - 5);
  return p < q ? -size : size;
};
