import { drawBeta, drawExponential, drawGamma, drawNormal } from '../sampling/draws.js';
import { type Undefined, undefinedBecause } from '../undefined.js';
import { betaCdf, betaLogDensity, betaQuantile, betaSurvival } from './beta.js';
import { type Distribution, distributionOf } from './distribution.js';
import { fLogDensity, fQuantile, fTails } from './f.js';
import { gammaCdf, gammaLogDensity, gammaQuantile, gammaSurvival } from './gamma.js';
import { normalCdf, normalLogDensity, normalQuantile } from './normal.js';
import { tCdf, tLogDensity, tQuantile, tSurvival } from './student-t.js';

const positive = (value: number): boolean => value > 0 && Number.isFinite(value);
/** Shapes and degrees of freedom beyond these bounds have no accurate tails in doubles. */
const shapely = (value: number): boolean => value >= 1e-6 && value <= 1e15;
const DEGREES = 'degrees of freedom lie between 1e-6 and 1e15';
const rejected = (what: string): Undefined => undefinedBecause(what);

/** Normal distribution; standardDeviation > 0. */
export const normalDistribution = (mean = 0, standardDeviation = 1): Distribution | Undefined => {
  if (!Number.isFinite(mean) || !positive(standardDeviation)) {
    return rejected('a normal distribution needs a finite mean and a positive standard deviation');
  }
  const z = (x: number): number => (x - mean) / standardDeviation;
  return distributionOf({
    name: 'normal',
    parameters: { mean, standardDeviation },
    mean,
    variance: standardDeviation ** 2,
    logDensity: (x) => normalLogDensity(z(x)) - Math.log(standardDeviation),
    cdf: (x) => normalCdf(z(x)),
    survival: (x) => normalCdf(-z(x)),
    quantile: (p, q) => mean + standardDeviation * normalQuantile(p, q),
    draw: (random) => drawNormal(random, mean, standardDeviation),
  });
};

/** Log-normal distribution: ln X is normal with mean mu and standard deviation sigma > 0. */
export const logNormalDistribution = (mu: number, sigma: number): Distribution | Undefined => {
  if (!Number.isFinite(mu) || !positive(sigma)) {
    return rejected('a log-normal distribution needs a finite mu and a positive sigma');
  }
  const z = (x: number): number => (Math.log(Math.max(x, 0)) - mu) / sigma;
  const mean = Math.exp(mu + sigma ** 2 / 2);
  return distributionOf({
    name: 'log-normal',
    parameters: { mu, sigma },
    mean,
    variance: Math.expm1(sigma ** 2) * mean ** 2,
    logDensity: (x) =>
      x > 0 && x < Number.POSITIVE_INFINITY
        ? normalLogDensity(z(x)) - Math.log(sigma) - Math.log(x)
        : Number.NEGATIVE_INFINITY,
    cdf: (x) => normalCdf(z(x)),
    survival: (x) => normalCdf(-z(x)),
    quantile: (p, q) => Math.exp(mu + sigma * normalQuantile(p, q)),
    draw: (random) => Math.exp(drawNormal(random, mu, sigma)),
  });
};

/** Exponential distribution with rate > 0 (mean 1/rate). */
export const exponentialDistribution = (rate = 1): Distribution | Undefined => {
  if (!positive(rate)) return rejected('an exponential distribution needs a positive rate');
  return distributionOf({
    name: 'exponential',
    parameters: { rate },
    mean: 1 / rate,
    variance: 1 / rate ** 2,
    logDensity: (x) => (x < 0 ? Number.NEGATIVE_INFINITY : Math.log(rate) - rate * x),
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-rate * x)),
    survival: (x) => (x <= 0 ? 1 : Math.exp(-rate * x)),
    quantile: (p, q) => (p < 0.5 ? -Math.log1p(-p) : -Math.log(q)) / rate,
    draw: (random) => drawExponential(random, rate),
  });
};

/** Student's t with degreesOfFreedom > 0 (need not be whole). */
export const tDistribution = (degreesOfFreedom: number): Distribution | Undefined => {
  if (!shapely(degreesOfFreedom)) return rejected(DEGREES);
  const nu = degreesOfFreedom;
  return distributionOf({
    name: 't',
    parameters: { degreesOfFreedom },
    mean: nu > 1 ? 0 : undefinedBecause('the mean of t exists above 1 degree of freedom'),
    variance:
      nu > 2 ? nu / (nu - 2) : undefinedBecause('the variance of t is finite above 2 degrees'),
    logDensity: (x) => (Number.isFinite(x) ? tLogDensity(x, nu) : Number.NEGATIVE_INFINITY),
    cdf: (x) => tCdf(x, nu),
    survival: (x) => tSurvival(x, nu),
    quantile: (p, q) => tQuantile(p, nu, q),
    draw: (random) => drawNormal(random) / Math.sqrt(drawGamma(random, nu / 2) / (nu / 2)),
  });
};

/** Gamma distribution with shape > 0 and scale > 0 (mean shape × scale). */
export const gammaDistribution = (shape: number, scale = 1): Distribution | Undefined => {
  if (!shapely(shape) || !positive(scale)) {
    return rejected('a gamma distribution needs a positive scale and a shape from 1e-6 to 1e15');
  }
  return distributionOf({
    name: 'gamma',
    parameters: { shape, scale },
    mean: shape * scale,
    variance: shape * scale ** 2,
    logDensity: (x) =>
      x === Number.POSITIVE_INFINITY
        ? Number.NEGATIVE_INFINITY
        : gammaLogDensity(x / scale, shape) - Math.log(scale),
    cdf: (x) => gammaCdf(x / scale, shape),
    survival: (x) => gammaSurvival(x / scale, shape),
    quantile: (p, q) => scale * gammaQuantile(p, shape, q),
    draw: (random) => drawGamma(random, shape, scale),
  });
};

/** χ² with degreesOfFreedom > 0. */
export const chiSquaredDistribution = (degreesOfFreedom: number): Distribution | Undefined => {
  if (!shapely(degreesOfFreedom)) return rejected(DEGREES);
  const shape = degreesOfFreedom / 2;
  return distributionOf({
    name: 'chi-squared',
    parameters: { degreesOfFreedom },
    mean: degreesOfFreedom,
    variance: 2 * degreesOfFreedom,
    logDensity: (x) =>
      x === Number.POSITIVE_INFINITY
        ? Number.NEGATIVE_INFINITY
        : gammaLogDensity(x / 2, shape) - Math.LN2,
    cdf: (x) => gammaCdf(x / 2, shape),
    survival: (x) => gammaSurvival(x / 2, shape),
    quantile: (p, q) => 2 * gammaQuantile(p, shape, q),
    draw: (random) => drawGamma(random, shape, 2),
  });
};

/** Beta distribution on [0,1] with shapes a, b > 0. */
export const betaDistribution = (a: number, b: number): Distribution | Undefined => {
  if (!shapely(a) || !shapely(b)) {
    return rejected('a beta distribution needs shapes from 1e-6 to 1e15');
  }
  return distributionOf({
    name: 'beta',
    parameters: { a, b },
    mean: a / (a + b),
    variance: (a / (a + b)) * (b / (a + b)) * (1 / (a + b + 1)),
    logDensity: (x) => betaLogDensity(x, a, b),
    cdf: (x) => betaCdf(x, a, b),
    survival: (x) => betaSurvival(x, a, b),
    quantile: (p, q) => betaQuantile(p, a, b, q),
    draw: (random) => drawBeta(random, a, b),
  });
};

/** Fisher's F with numerator and denominator degrees of freedom > 0. */
export const fDistribution = (d1: number, d2: number): Distribution | Undefined => {
  if (!shapely(d1) || !shapely(d2)) return rejected(DEGREES);
  return distributionOf({
    name: 'F',
    parameters: { d1, d2 },
    mean: d2 > 2 ? d2 / (d2 - 2) : undefinedBecause('the mean of F is finite above d2 = 2'),
    variance:
      d2 > 4
        ? (2 * d2 ** 2 * (d1 + d2 - 2)) / (d1 * (d2 - 2) ** 2 * (d2 - 4))
        : undefinedBecause('the variance of F is finite above d2 = 4'),
    logDensity: (x) =>
      x === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : fLogDensity(x, d1, d2),
    cdf: (x) => (x <= 0 ? 0 : fTails(x, d1, d2).lower),
    survival: (x) => (x <= 0 ? 1 : fTails(x, d1, d2).upper),
    quantile: (p, q) => fQuantile(p, d1, d2, q),
    draw: (random) => {
      const x = drawBeta(random, d1 / 2, d2 / 2);
      return (d2 * x) / (d1 * (1 - x));
    },
  });
};
