import { drawBeta } from '../sampling/draws.js';
import { createRandom } from '../sampling/random.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { probabilityOfBest } from './probability-of-best.js';

/** Successes and failures seen by one arm of a bandit. */
export interface BanditArm {
  readonly successes: number;
  readonly failures: number;
}

/** Rewards seen by one arm of a bandit. */
export interface RewardArm {
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
}

const floored = (chances: readonly number[], floor: number): readonly number[] => {
  const k = chances.length;
  const room = Math.max(0, 1 - floor * k);
  return chances.map((chance) => floor + room * chance);
};

/**
 * Thompson weights of arms with yes/no outcomes: the share of traffic each arm should get, its
 * probability of being the best under Beta(1,1) priors.
 * @param options `floor` keeps a share for every arm so that none is given up on; `draws` default 20,000
 */
export const thompsonWeights = (
  arms: readonly BanditArm[],
  options: { readonly seed?: number; readonly draws?: number; readonly floor?: number } = {},
): readonly number[] | Undefined => {
  const { seed = 1, draws = 20_000, floor = 0 } = options;
  if (arms.length === 0) return undefinedBecause('there are no arms');
  const valid = (value: number): boolean => value >= 0 && value <= Number.MAX_SAFE_INTEGER;
  if (!arms.every((arm) => valid(arm.successes) && valid(arm.failures)) || !(draws >= 1)) {
    return undefinedBecause('successes and failures are finite and not negative');
  }
  const random = createRandom(seed);
  const wins = arms.map(() => 0);
  for (let d = 0; d < draws; d++) {
    let best = 0;
    let bestValue = -1;
    arms.forEach((arm, i) => {
      const value = drawBeta(random, 1 + arm.successes, 1 + arm.failures);
      if (value > bestValue) {
        bestValue = value;
        best = i;
      }
    });
    wins[best] = (wins[best] ?? 0) + 1;
  }
  return floored(
    wins.map((count) => count / draws),
    floor,
  );
};

/**
 * Thompson weights of arms with numeric rewards under normal beliefs with a weak common prior, computed
 * by quadrature.
 * @param options `floor` as for `thompsonWeights`
 */
export const thompsonRewardWeights = (
  arms: readonly RewardArm[],
  options: { readonly floor?: number } = {},
): readonly number[] | Undefined => {
  const n = arms.reduce((total, arm) => total + arm.n, 0);
  const sum = arms.reduce((total, arm) => total + arm.sum, 0);
  const squares = arms.reduce((total, arm) => total + arm.sumSquares, 0);
  const variance = (squares - (sum * sum) / n) / (n - 1);
  if (!(n >= 2) || !(variance > 0) || !Number.isFinite(variance)) {
    return undefinedBecause('rewards must vary over at least two units');
  }
  // One pseudo-unit at the common mean keeps arms without data in play.
  const common = sum / n;
  const best = probabilityOfBest(
    arms.map((arm) => ({
      mean: (arm.sum + common) / (arm.n + 1),
      standardDeviation: Math.sqrt(variance / (arm.n + 1)),
    })),
  );
  return isUndefined(best) ? best : floored(best, options.floor ?? 0);
};
