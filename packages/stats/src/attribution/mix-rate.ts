import { type Undefined, undefinedBecause } from '../undefined.js';

/** A ratio's numerator and denominator. */
export interface RatioParts {
  readonly numerator: number;
  readonly denominator: number;
}

/** One group's parts of the ratio in both spans; nothing is 0. */
export interface GroupParts {
  readonly previous: RatioParts;
  readonly current: RatioParts;
}

/** How one group moved the whole ratio, in the ratio's unit. */
export interface MixRateEffect {
  /** Because its share of the denominator changed, beside groups of another rate. */
  readonly mix: number;
  /** Because its own ratio changed. */
  readonly rate: number;
  /** Both together. Over all groups they add up to the change of the whole ratio. */
  readonly total: number;
}

/**
 * Splits the change of a ratio R = ΣN ÷ ΣD over groups in effects of mix and rate, by midpoint weights
 * (Marshall–Edgeworth). With a group's weight w = D ÷ ΣD, its rate r = N ÷ D, and bars for the mean
 * of both spans: mix = Δw · (r̄ − R̄), rate = w̄ · Δr. Since the weights' changes add up to nothing,
 * the effects add up to ΔR exactly. A rate that one span lacks is taken to be the other's, so a new
 * or vanished group is all mix; a numerator without a denominator counts as rate.
 * @returns undefined where the groups have no denominator in one of the spans
 */
export function mixAndRate(groups: readonly GroupParts[]): readonly MixRateEffect[] | Undefined {
  const before = whole(groups.map(({ previous }) => previous));
  const after = whole(groups.map(({ current }) => current));
  if (before.denominator === 0 || after.denominator === 0) {
    return undefinedBecause('a ratio of nothing cannot be taken apart');
  }
  const middle = (before.numerator / before.denominator + after.numerator / after.denominator) / 2;
  return groups.map(({ previous, current }) => {
    const shift =
      current.denominator / after.denominator - previous.denominator / before.denominator;
    const moved = current.numerator / after.denominator - previous.numerator / before.denominator;
    const total = moved - middle * shift;
    const rates = [previous, current].flatMap(rateOf);
    const usual = rates.length === 0 ? middle : rates.reduce((a, b) => a + b, 0) / rates.length;
    const mix = shift * (usual - middle);
    return { mix, rate: total - mix, total };
  });
}

function whole(parts: readonly RatioParts[]): RatioParts {
  return {
    numerator: parts.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: parts.reduce((sum, { denominator }) => sum + denominator, 0),
  };
}

const rateOf = ({ numerator, denominator }: RatioParts): readonly number[] =>
  denominator === 0 ? [] : [numerator / denominator];
