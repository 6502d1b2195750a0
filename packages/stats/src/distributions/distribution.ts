import type { Random } from '../sampling/random.js';
import { type Undefined, undefinedBecause } from '../undefined.js';

/**
 * A probability distribution with fixed, checked parameters. Answers are numbers, ±Infinity where
 * that is the true value (quantile of 1, density at a pole), and undefined for a NaN argument or a
 * probability outside [0, 1]; never NaN.
 */
export interface Distribution {
  readonly kind: 'distribution';
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly mean: number | Undefined;
  readonly variance: number | Undefined;
  /** Density at x; for a discrete distribution the probability of x. */
  density(x: number): number | Undefined;
  /** ln density, finite where the density itself would underflow. */
  logDensity(x: number): number | Undefined;
  /** P(X ≤ x), accurate in the lower tail. */
  cdf(x: number): number | Undefined;
  /** P(X > x), accurate in the upper tail. */
  survival(x: number): number | Undefined;
  /** Smallest x with P(X ≤ x) ≥ p. */
  quantile(p: number): number | Undefined;
  /** x with P(X > x) = q: the quantile of 1 − q without its rounding. */
  upperQuantile(q: number): number | Undefined;
  /** One random value. */
  draw(random: Random): number;
}

/** The unchecked functions a distribution is made of. */
export interface DistributionParts {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly mean: number | Undefined;
  readonly variance: number | Undefined;
  readonly logDensity: (x: number) => number;
  readonly cdf: (x: number) => number;
  readonly survival: (x: number) => number;
  readonly quantile: (p: number, q: number) => number;
  readonly draw: (random: Random) => number;
}

/** Wraps unchecked functions so that no NaN goes in or out. */
export const distributionOf = (parts: DistributionParts): Distribution => {
  const checked = (f: (x: number) => number, x: number): number | Undefined => {
    if (Number.isNaN(x)) return undefinedBecause('the argument is not a number');
    const value = f(x);
    return Number.isNaN(value)
      ? undefinedBecause(`the ${parts.name} distribution has no value at ${x}`)
      : value;
  };
  const moment = (value: number | Undefined): number | Undefined =>
    typeof value === 'number' && !Number.isFinite(value)
      ? undefinedBecause('the moment is beyond the range of numbers')
      : value;
  const probability = (f: (p: number) => number, p: number): number | Undefined =>
    p >= 0 && p <= 1 ? checked(f, p) : undefinedBecause('a probability lies between 0 and 1');
  return {
    kind: 'distribution',
    name: parts.name,
    parameters: parts.parameters,
    mean: moment(parts.mean),
    variance: moment(parts.variance),
    density: (x) => checked((v) => Math.exp(parts.logDensity(v)), x),
    logDensity: (x) => checked(parts.logDensity, x),
    cdf: (x) => checked(parts.cdf, x),
    survival: (x) => checked(parts.survival, x),
    quantile: (p) => probability((v) => parts.quantile(v, 1 - v), p),
    upperQuantile: (q) => probability((v) => parts.quantile(1 - v, v), q),
    draw: parts.draw,
  };
};
