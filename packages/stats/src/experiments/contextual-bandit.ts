import { cholesky, solveCholesky } from '../linear-algebra/cholesky.js';
import { drawNormal } from '../sampling/draws.js';
import type { Random } from '../sampling/random.js';
import { allFinite, isUndefined, type Undefined, undefinedBecause } from '../undefined.js';

/** State of a contextual linear bandit: plain data that can be stored between decisions. */
export interface ContextualBandit {
  readonly kind: 'contextual-bandit';
  /** Length of a context, d. */
  readonly features: number;
  /** Scale of the exploration: standard deviation of the reward's noise. */
  readonly noise: number;
  readonly arms: readonly {
    /** λI + Σ x·xᵀ, d×d row-major. */
    readonly precision: readonly number[];
    /** Σ reward·x, length d. */
    readonly moment: readonly number[];
    readonly n: number;
  }[];
}

/** A new bandit: Bayesian linear regression for each arm with a N(0, 1/ridge) prior. */
export const createContextualBandit = (options: {
  readonly arms: number;
  readonly features: number;
  readonly ridge?: number;
  readonly noise?: number;
}): ContextualBandit | Undefined => {
  const { arms, features, ridge = 1, noise = 0.25 } = options;
  if (!(Number.isInteger(arms) && arms >= 1 && Number.isInteger(features) && features >= 1)) {
    return undefinedBecause('a contextual bandit needs an arm and a feature');
  }
  if (!(ridge > 0 && noise >= 0 && Number.isFinite(ridge) && Number.isFinite(noise))) {
    return undefinedBecause('ridge is positive and noise not negative');
  }
  const precision = Array.from({ length: features * features }, (_, i) =>
    i % (features + 1) === 0 ? ridge : 0,
  );
  const moment = Array.from({ length: features }, () => 0);
  return {
    kind: 'contextual-bandit',
    features,
    noise,
    arms: Array.from({ length: arms }, () => ({ precision, moment, n: 0 })),
  };
};

/** The bandit after one more reward; undefined when arm, context or reward do not fit. */
export const updateContextualBandit = (
  bandit: ContextualBandit,
  arm: number,
  context: readonly number[],
  reward: number,
): ContextualBandit | Undefined => {
  const seen = bandit.arms[arm];
  if (seen === undefined || context.length !== bandit.features) {
    return undefinedBecause('the arm or the context does not fit the bandit');
  }
  if (!allFinite(context) || !Number.isFinite(reward)) {
    return undefinedBecause('the context and the reward are finite');
  }
  const d = bandit.features;
  const updated = {
    precision: seen.precision.map(
      (value, i) => value + (context[Math.floor(i / d)] ?? 0) * (context[i % d] ?? 0),
    ),
    moment: seen.moment.map((value, i) => value + reward * (context[i] ?? 0)),
    n: seen.n + 1,
  };
  return { ...bandit, arms: bandit.arms.map((old, i) => (i === arm ? updated : old)) };
};

/** A decision of a contextual bandit. */
export interface BanditChoice {
  readonly kind: 'choice';
  readonly arm: number;
  /** Expected reward of every arm in this context. */
  readonly expected: readonly number[];
}

/**
 * Chooses an arm by Thompson sampling on the linear model of each arm (Agrawal & Goyal 2013).
 */
export const chooseArm = (
  bandit: ContextualBandit,
  context: readonly number[],
  random: Random,
): BanditChoice | Undefined => {
  const d = bandit.features;
  if (context.length !== d || !allFinite(context)) {
    return undefinedBecause('the context does not fit the bandit');
  }
  const expected: number[] = [];
  let best = 0;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const [i, arm] of bandit.arms.entries()) {
    const l = cholesky(arm.precision, d);
    if (isUndefined(l)) return l;
    const weights = solveCholesky(l, arm.moment, d);
    const lifted = solveCholesky(l, context, d);
    let mean = 0;
    let variance = 0;
    context.forEach((x, j) => {
      mean += x * (weights[j] ?? 0);
      variance += x * (lifted[j] ?? 0);
    });
    const value = mean + bandit.noise * Math.sqrt(Math.max(0, variance)) * drawNormal(random);
    if (!Number.isFinite(value)) return undefinedBecause('the expected reward is not finite');
    expected.push(mean);
    if (value > bestValue) {
      bestValue = value;
      best = i;
    }
  }
  return { kind: 'choice', arm: best, expected };
};
