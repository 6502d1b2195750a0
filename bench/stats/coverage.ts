import {
  type ArmSummary,
  chooseArm,
  createContextualBandit,
  createRandom,
  drawBinomial,
  drawGamma,
  drawNormal,
  drawPoisson,
  type Effect,
  estimateEffect,
  fixedHorizonTest,
  isUndefined,
  postStratifiedEffect,
  quantileRanks,
  type Random,
  thompsonWeights,
  type Undefined,
  updateContextualBandit,
} from '@olympus/stats';
import { line } from './shared.js';

const RUNS = 2000;

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

const moments = () => ({ sum: 0, sumSquares: 0 });
const add = (m: { sum: number; sumSquares: number }, x: number): void => {
  m.sum += x;
  m.sumSquares += x * x;
};

/** Revenue per order with visitors as units; the rate of orders and their value both vary. */
const ratioArm = (random: Random, lift: number): ArmSummary => {
  const [numerator, denominator] = [moments(), moments()];
  let sumProducts = 0;
  const n = 1000;
  for (let i = 0; i < n; i++) {
    const orders = drawPoisson(random, 1.5);
    let revenue = 0;
    for (let k = 0; k < orders; k++) revenue += drawGamma(random, 2, 10 * (1 + lift));
    add(numerator, revenue);
    add(denominator, orders);
    sumProducts += revenue * orders;
  }
  return { kind: 'ratio', n, numerator, denominator, sumProducts };
};

/** A mean with a covariate that explains most of it. */
const adjustedArm = (random: Random, lift: number): ArmSummary => {
  const [post, pre] = [moments(), moments()];
  let sumProducts = 0;
  const n = 500;
  for (let i = 0; i < n; i++) {
    const before = drawGamma(random, 3, 5);
    const after = (0.8 * before + 3 + drawNormal(random, 0, 3)) * (1 + lift);
    add(post, after);
    add(pre, before);
    sumProducts += after * before;
  }
  return { kind: 'adjusted-mean', n, post, pre, sumProducts };
};

/** The 0.9 quantile of waiting times. */
const quantileArm = (random: Random, lift: number): ArmSummary => {
  const n = 1500;
  const values = Float64Array.from({ length: n }, () => drawGamma(random, 1.5, 4 * (1 + lift)));
  values.sort();
  const ranks = defined(quantileRanks(n, 0.9));
  const at = (p: number): number => values[Math.min(n - 1, Math.round(p * (n - 1)))] ?? 0;
  const [value, lower, upper] = [at(0.9), at(ranks.lower), at(ranks.upper)];
  return { kind: 'quantile', n, value, lower, upper };
};

const share = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)} %`;

/** Do 95 % intervals cover the truth, and do bandits find the better arm? */
export const run = async (): Promise<void> => {
  const lift = 0.05;
  const simulate = (name: string, one: (random: Random) => Effect): void => {
    const random = createRandom(7);
    let covered = 0;
    let reduction = 0;
    for (let r = 0; r < RUNS; r++) {
      const effect = one(random);
      const { lower, upper } = defined(fixedHorizonTest(effect));
      covered += lower <= lift && lift <= upper ? 1 : 0;
      reduction += (effect.varianceReduction ?? 0) / RUNS;
    }
    const note = reduction > 0 ? `, variance − ${(100 * reduction).toFixed(0)} %` : '';
    line(`95 % intervals of ${name} that cover`, share(covered, RUNS) + note, '≈ 95 %');
  };
  const pair = (arm: (random: Random, lift: number) => ArmSummary) => (random: Random) =>
    defined(estimateEffect(arm(random, 0), arm(random, lift)));
  simulate('a ratio (delta method)', pair(ratioArm));
  simulate('a mean with CUPED', pair(adjustedArm));
  simulate('a quantile', pair(quantileArm));
  simulate('a post-stratified proportion', (random) => {
    // Two strata whose conversion differs fourfold; the strata’s sizes are random in each arm.
    const arm = (extra: number): readonly [ArmSummary, ArmSummary] => {
      const first = drawBinomial(random, 2000, 0.5);
      const of = (n: number, p: number): ArmSummary => {
        return { kind: 'proportion', n, successes: drawBinomial(random, n, p * (1 + extra)) };
      };
      return [of(first, 0.1), of(2000 - first, 0.4)];
    };
    const [control, treatment] = [arm(0), arm(lift)];
    return defined(
      postStratifiedEffect([
        { control: control[0], treatment: treatment[0] },
        { control: control[1], treatment: treatment[1] },
      ]),
    );
  });

  // A month of a three-armed bandit, weights renewed daily.
  const random = createRandom(11);
  const rates = [0.05, 0.055, 0.07];
  let [best, all] = [0, 0];
  const rounds = 100;
  for (let r = 0; r < rounds; r++) {
    const arms = rates.map(() => ({ successes: 0, failures: 0 }));
    for (let day = 0; day < 30; day++) {
      const weights = defined(thompsonWeights(arms, { seed: r * 100 + day, draws: 1000 }));
      arms.forEach((arm, i) => {
        const units = Math.round(600 * (weights[i] ?? 0));
        const successes = drawBinomial(random, units, rates[i] ?? 0);
        arm.successes += successes;
        arm.failures += units - successes;
        all += units;
        if (i === 2) best += units;
      });
    }
  }
  line('Thompson: traffic to the best of 3 arms in 30 days', share(best, all), '33 % without');

  let right = 0;
  const steps = 2000;
  let bandit = defined(createContextualBandit({ arms: 3, features: 4, noise: 0.3 }));
  const truth = [0, 1, 2].map(() => Array.from({ length: 4 }, () => drawNormal(random)));
  for (let t = 0; t < steps; t++) {
    const context = [1, drawNormal(random), drawNormal(random), drawNormal(random)];
    const expected = truth.map((w) => w.reduce((sum, v, j) => sum + v * (context[j] ?? 0), 0));
    const { arm } = defined(chooseArm(bandit, context, random));
    if (t >= steps / 2 && expected[arm] === Math.max(...expected)) right++;
    const reward = (expected[arm] ?? 0) + drawNormal(random, 0, 0.3);
    bandit = defined(updateContextualBandit(bandit, arm, context, reward));
  }
  line(
    'contextual bandit: best arm chosen, second half',
    share(right, steps / 2),
    '33 % by chance',
  );
};
