import { kolmogorovSmirnovTest } from '../hypothesis/kolmogorov-smirnov.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { type DriftLevel, jensenShannonDistance, populationStability } from './divergence.js';

/** Inner edges of `bins` bins with equal shares of the values; fewer where values repeat. */
export const quantileEdges = (
  values: ArrayLike<number>,
  bins: number,
): readonly number[] | Undefined => {
  if (values.length < 2 || !allFinite(values) || !(Number.isInteger(bins) && bins >= 2)) {
    return undefinedBecause('bins need two finite values and a number of at least 2');
  }
  const sorted = Float64Array.from(values).sort();
  const edges = new Set<number>();
  for (let k = 1; k < bins; k++) {
    edges.add(sorted[Math.floor((k * sorted.length) / bins)] ?? 0);
  }
  edges.delete(sorted[0] ?? 0);
  // A bin of the smallest value alone keeps repeated minima (zeros) apart from the rest.
  const second = sorted.find((value) => value > (sorted[0] ?? 0));
  if (edges.size === 0 && second !== undefined) edges.add(second);
  return edges.size > 0
    ? [...edges].sort((a, b) => a - b)
    : undefinedBecause('all values are the same');
};

/** Counts of values in the bins that inner edges make: (−∞, e₁), [e₁, e₂), …, [eₖ, ∞). */
export const binCounts = (values: ArrayLike<number>, edges: readonly number[]): number[] => {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value >= (edges[middle] ?? 0)) low = middle + 1;
      else high = middle;
    }
    counts[low] = (counts[low] ?? 0) + 1;
  }
  return counts;
};

/** How a numeric feature has moved between two samples. */
export interface PopulationDrift {
  readonly kind: 'population-drift';
  readonly populationStability: number;
  readonly jensenShannon: number;
  readonly kolmogorovSmirnov: { readonly statistic: number; readonly pValue: number };
  /** By PSI; a tiny p-value of large samples alone is no reason to retrain. */
  readonly level: DriftLevel;
}

/**
 * Compares a sample of now with a reference sample: PSI and Jensen–Shannon over the reference's
 * quantile bins, Kolmogorov–Smirnov over the values.
 * @param bins default 10
 */
export const populationDrift = (
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  bins = 10,
): PopulationDrift | Undefined => {
  const edges = quantileEdges(reference, bins);
  if (isUndefined(edges)) return edges;
  const distance = kolmogorovSmirnovTest(reference, current);
  if (isUndefined(distance)) return distance;
  const before = binCounts(reference, edges);
  const now = binCounts(current, edges);
  const stability = populationStability(before, now);
  const shannon = jensenShannonDistance(before, now);
  if (isUndefined(stability)) return stability;
  if (isUndefined(shannon)) return shannon;
  return {
    kind: 'population-drift',
    populationStability: stability.value,
    jensenShannon: shannon,
    kolmogorovSmirnov: { statistic: distance.statistic, pValue: distance.pValue },
    level: stability.level,
  };
};
