import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { type Difference, type Effect, effectFromMoments } from './effect.js';
import { type ArmMoments, type ArmSummary, armMoments } from './summaries.js';

/** One stratum (country, device, new or returning) in both arms. */
export interface Stratum {
  readonly control: ArmSummary;
  readonly treatment: ArmSummary;
}

const weighted = (
  arms: readonly ArmMoments[],
  weights: readonly number[],
  n: number,
): ArmMoments => {
  let mean = 0;
  let sampling = 0;
  arms.forEach((arm, k) => {
    const weight = weights[k] ?? 0;
    mean += weight * arm.mean;
    sampling += (weight ** 2 * arm.variance) / arm.n;
  });
  return { n, mean, variance: sampling * n };
};

/**
 * Post-stratified effect: strata weighted by their share of both arms together, which removes the
 * variance between strata (Miratrix, Sekhon & Yu 2013). Strata must be known before the exposure.
 * Covariates inside strata are ignored.
 * @returns undefined when a stratum has an arm with fewer than two units: merge it with another
 */
export const postStratifiedEffect = (
  strata: readonly Stratum[],
  difference: Difference = 'relative',
): Effect | Undefined => {
  if (strata.length === 0) return undefinedBecause('there are no strata');
  const controls: ArmMoments[] = [];
  const treatments: ArmMoments[] = [];
  for (const stratum of strata) {
    const a = armMoments(stratum.control);
    const b = armMoments(stratum.treatment);
    if (isUndefined(a)) return a;
    if (isUndefined(b)) return b;
    controls.push(a);
    treatments.push(b);
  }
  const nControl = controls.reduce((sum, arm) => sum + arm.n, 0);
  const nTreatment = treatments.reduce((sum, arm) => sum + arm.n, 0);
  const weights = controls.map(
    (arm, k) => (arm.n + (treatments[k]?.n ?? 0)) / (nControl + nTreatment),
  );
  return effectFromMoments(
    weighted(controls, weights, nControl),
    weighted(treatments, weights, nTreatment),
    difference,
  );
};
