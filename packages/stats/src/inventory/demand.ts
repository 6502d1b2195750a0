import { poissonDistribution } from '../distributions/counts.js';
import { poissonTails } from '../distributions/discrete.js';
import { gammaQuantile, gammaSurvival } from '../distributions/gamma.js';
import { normalCdf, normalDensity, normalQuantile } from '../distributions/normal.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../undefined.js';

/** Demand of one period. */
export type Demand =
  | { readonly kind: 'normal'; readonly mean: number; readonly standardDeviation: number }
  /** Never negative and skewed: better than normal when the deviation exceeds half the mean. */
  | { readonly kind: 'gamma'; readonly mean: number; readonly standardDeviation: number }
  /** Whole units. */
  | { readonly kind: 'poisson'; readonly mean: number }
  /** Observed or simulated demands (e.g. draws of a forecast), each equally likely. */
  | { readonly kind: 'samples'; readonly values: ArrayLike<number> };

/** What stock decisions need of a demand. */
export interface DemandFunctions {
  readonly mean: number;
  /** Smallest quantity that covers demand with probability p in (0, 1). */
  readonly quantile: (p: number) => number;
  /** P(demand ≤ quantity). */
  readonly cdf: (quantity: number) => number;
  /** Expected demand beyond the quantity: E max(demand − quantity, 0). */
  readonly shortage: (quantity: number) => number;
}

/** E max(Z − z, 0) of the standard normal. */
export const normalLoss = (z: number): number => normalDensity(z) - z * normalCdf(-z);

const positive = (value: number): boolean => value > 1e-100 && value < 1e100;

/** Functions of a demand; undefined for negative or infinite parameters or no samples. */
export const demandFunctions = (demand: Demand): DemandFunctions | Undefined => {
  switch (demand.kind) {
    case 'normal': {
      const { mean, standardDeviation: sd } = demand;
      if (!(Math.abs(mean) < 1e100) || !positive(sd)) break;
      return {
        mean,
        quantile: (p) => mean + sd * normalQuantile(p),
        cdf: (q) => normalCdf((q - mean) / sd),
        shortage: (q) => sd * Math.max(0, normalLoss((q - mean) / sd)),
      };
    }
    case 'gamma': {
      const { mean, standardDeviation: sd } = demand;
      const shape = (mean / sd) ** 2;
      const scale = sd ** 2 / mean;
      if (!positive(mean) || !positive(sd) || !(shape > 1e-6 && shape < 1e12)) break;
      return {
        mean,
        quantile: (p) => scale * gammaQuantile(p, shape),
        cdf: (q) => (q <= 0 ? 0 : 1 - gammaSurvival(q / scale, shape)),
        shortage: (q) =>
          q <= 0
            ? mean - q
            : Math.max(
                0,
                mean * gammaSurvival(q / scale, shape + 1) - q * gammaSurvival(q / scale, shape),
              ),
      };
    }
    case 'poisson': {
      const { mean } = demand;
      const distribution = positive(mean) && mean < 1e12 ? poissonDistribution(mean) : undefined;
      if (distribution === undefined || isUndefined(distribution)) break;
      return {
        mean,
        quantile: (p) => {
          const value = distribution.quantile(p);
          return isUndefined(value) ? mean : value;
        },
        cdf: (q) => poissonTails(q, mean).lower,
        shortage: (q) => {
          if (q < 0) return mean - q;
          const above = poissonTails(Math.floor(q), mean).upper;
          return Math.max(0, mean * poissonTails(Math.floor(q) - 1, mean).upper - q * above);
        },
      };
    }
    case 'samples': {
      const sorted = Float64Array.from(demand.values).sort();
      const n = sorted.length;
      const mean = sorted.reduce((sum, value) => sum + value / n, 0);
      if (n === 0 || !allFinite(sorted) || !Number.isFinite(mean)) break;
      return {
        mean,
        quantile: (p) => sorted[Math.min(n - 1, Math.max(0, Math.ceil(p * n - 1e-9) - 1))] ?? 0,
        cdf: (q) => sorted.reduce((count, value) => count + (value <= q ? 1 : 0), 0) / n,
        shortage: (q) => sorted.reduce((sum, value) => sum + Math.max(value - q, 0) / n, 0),
      };
    }
    default: {
      const never: never = demand;
      return never;
    }
  }
  return undefinedBecause('demand needs finite, positive parameters or finite samples');
};
