import { normalQuantile } from '../distributions/normal.js';
import { brentRoot } from '../optimisation/brent.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';

/** An estimate with its standard error, e.g. the elasticity of one product. */
export interface UncertainEstimate {
  readonly estimate: number;
  /** > 0 */
  readonly standardError: number;
}

/** Estimates drawn towards their common mean by how uncertain each is. */
export interface ShrunkEstimates {
  readonly kind: 'shrunk';
  /** Mean and standard deviation of the true values across units. */
  readonly mean: number;
  readonly standardDeviation: number;
  readonly units: readonly {
    readonly estimate: number;
    readonly standardError: number;
    readonly lower: number;
    readonly upper: number;
    /** Weight of the unit's own data, 0…1; the rest is the common mean's. */
    readonly ownWeight: number;
  }[];
}

/**
 * Empirical Bayes for normal estimates around a common mean (Efron & Morris 1975): the variance
 * across units by Paule & Mandel (1982), posterior variances include the mean's own uncertainty.
 * @param estimates at least two
 */
export const shrinkEstimates = (
  estimates: readonly UncertainEstimate[],
  { alpha = 0.05 }: { readonly alpha?: number } = {},
): ShrunkEstimates | Undefined => {
  if (estimates.length < 2) return undefinedBecause('shrinkage needs at least two estimates');
  if (!(alpha > 0 && alpha < 1)) return undefinedBecause('alpha lies between 0 and 1');
  for (const { estimate, standardError } of estimates) {
    if (!(Math.abs(estimate) < 1e100) || !(standardError > 1e-100 && standardError < 1e100)) {
      return undefinedBecause('estimates must be finite and standard errors positive');
    }
  }
  const meanAt = (variance: number): { mean: number; weight: number } => {
    let weight = 0;
    let sum = 0;
    for (const { estimate, standardError } of estimates) {
      const w = 1 / (standardError ** 2 + variance);
      weight += w;
      sum += w * estimate;
    }
    return { mean: sum / weight, weight };
  };
  const excess = (variance: number): number => {
    const { mean } = meanAt(variance);
    return estimates.reduce(
      (sum, e) => sum + (e.estimate - mean) ** 2 / (e.standardError ** 2 + variance),
      1 - estimates.length,
    );
  };
  let variance = 0;
  if (excess(0) > 0) {
    let high = 1e-200;
    for (const { estimate } of estimates) high = Math.max(high, estimate ** 2);
    while (excess(high) > 0) high *= 4;
    const root = brentRoot(excess, 0, high);
    if (isUndefined(root)) return root;
    variance = root;
  }
  const { mean, weight } = meanAt(variance);
  const z = -normalQuantile(alpha / 2);
  const units = estimates.map(({ estimate, standardError }) => {
    const ownWeight = variance / (variance + standardError ** 2);
    const posterior = mean + ownWeight * (estimate - mean);
    const deviation = Math.sqrt(ownWeight * standardError ** 2 + (1 - ownWeight) ** 2 / weight);
    return {
      estimate: posterior,
      standardError: deviation,
      lower: posterior - z * deviation,
      upper: posterior + z * deviation,
      ownWeight,
    };
  });
  return { kind: 'shrunk', mean, standardDeviation: Math.sqrt(variance), units };
};
