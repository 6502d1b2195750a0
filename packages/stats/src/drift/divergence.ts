import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/** How far a population has moved, by the usual reading of PSI (below 0.1, 0.25, above). */
export type DriftLevel = 'stable' | 'shifted' | 'drifted';

/** Population stability index with the contribution of each bin. */
export interface PopulationStability {
  readonly kind: 'population-stability';
  readonly value: number;
  readonly level: DriftLevel;
  readonly contributions: readonly number[];
}

const countsError = (
  reference: readonly number[],
  current: readonly number[],
): Undefined | undefined => {
  if (reference.length < 2 || reference.length !== current.length) {
    return undefinedBecause('both populations need the same two or more bins');
  }
  if (
    !allFinite(reference) ||
    !allFinite(current) ||
    [...reference, ...current].some((c) => c < 0)
  ) {
    return undefinedBecause('counts are finite and not negative');
  }
  const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  const totals = [total(reference), total(current)];
  return totals.every((t) => t > 0 && Number.isFinite(t))
    ? undefined
    : undefinedBecause('each population needs an observation');
};

/** Shares with half a count added to each bin, so that an empty bin stays finite. */
const smoothedShares = (counts: readonly number[]): readonly number[] => {
  const total = counts.reduce((a, b) => a + b, 0) + counts.length / 2;
  return counts.map((count) => (count + 0.5) / total);
};

/**
 * Population stability index Σ (q − p) ln(q/p) of two populations counted in the same bins or
 * categories; each bin gets half a count more.
 */
export const populationStability = (
  reference: readonly number[],
  current: readonly number[],
): PopulationStability | Undefined => {
  const bad = countsError(reference, current);
  if (bad) return bad;
  const p = smoothedShares(reference);
  const q = smoothedShares(current);
  const contributions = p.map((share, i) => {
    const now = q[i] ?? share;
    return (now - share) * Math.log(now / share);
  });
  const value = contributions.reduce((a, b) => a + b, 0);
  const level = value < 0.1 ? 'stable' : value < 0.25 ? 'shifted' : 'drifted';
  return { kind: 'population-stability', value, level, contributions };
};

/** Jensen–Shannon distance of two populations in the same bins: √ of the divergence to base 2, in [0,1]. */
export const jensenShannonDistance = (
  reference: readonly number[],
  current: readonly number[],
): number | Undefined => {
  const bad = countsError(reference, current);
  if (bad) return bad;
  const totalP = reference.reduce((a, b) => a + b, 0);
  const totalQ = current.reduce((a, b) => a + b, 0);
  let divergence = 0;
  reference.forEach((count, i) => {
    const p = count / totalP;
    const q = (current[i] ?? 0) / totalQ;
    const middle = (p + q) / 2;
    if (p > 0) divergence += (p * Math.log2(p / middle)) / 2;
    if (q > 0) divergence += (q * Math.log2(q / middle)) / 2;
  });
  return Math.sqrt(Math.min(1, Math.max(0, divergence)));
};
