import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, drawBinomial, drawNormal } from '../sampling/index.js';
import { isUndefined, type Undefined } from '../undefined.js';
import {
  type AdjustedRatioSummary,
  type ArmSummary,
  analyseFactorial,
  bayesianTest,
  chooseArm,
  compareVariants,
  createContextualBandit,
  type Difference,
  estimateEffect,
  fixedHorizonTest,
  holdoutEffect,
  postStratifiedEffect,
  preExposureCheck,
  probabilityGreater,
  probabilityOfBest,
  quantileRanks,
  sampleRatioCheck,
  sequentialSampleRatioCheck,
  sequentialTest,
  thompsonRewardWeights,
  thompsonWeights,
  updateContextualBandit,
} from './index.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

interface VectorArm {
  readonly sum?: number;
  readonly sum_squares?: number;
  readonly successes?: number;
  readonly n: number;
}
interface Vector {
  readonly id: string;
  readonly test: string;
  readonly a?: VectorArm;
  readonly b?: VectorArm;
  readonly difference?: Difference;
  readonly tuning?: number | string;
  readonly prior?: string | { readonly mean: number; readonly variance: number };
  readonly expected: number;
  readonly ci: readonly [number, number];
  readonly uplift_stddev: number;
  readonly pValue?: number;
  readonly chanceToWin?: number;
  readonly risk?: readonly [number, number];
}

// Two arms of a ratio metric with pre-exposure data, see `source` in the file.
const ratio: { readonly control: AdjustedRatioSummary; readonly treatment: AdjustedRatioSummary } =
  JSON.parse(readFileSync(new URL('../../fixtures/ratio_cuped.json', import.meta.url), 'utf8'));

const summaryOf = (arm: VectorArm): ArmSummary =>
  arm.successes === undefined
    ? { kind: 'mean', n: arm.n, sum: arm.sum ?? 0, sumSquares: arm.sum_squares ?? 0 }
    : { kind: 'proportion', n: arm.n, successes: arm.successes };

const shared =
  process.env.OLYMPUS_SHARED_DATA ??
  fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const vectorsPath = `${shared}/experiments/growthbook_vectors.json`;
const vectors: readonly Vector[] = existsSync(vectorsPath)
  ? JSON.parse(readFileSync(vectorsPath, 'utf8')).cases
  : [];

describe('effects agree with a published engine to its five decimals', () => {
  if (vectors.length === 0) it.skip(`needs ${vectorsPath} (set OLYMPUS_SHARED_DATA)`, () => {});

  it.each(vectors)('$id', (vector) => {
    const effect = defined(
      vector.a && vector.b
        ? estimateEffect(summaryOf(vector.a), summaryOf(vector.b), vector.difference)
        : estimateEffect(ratio.control, ratio.treatment),
    );
    const close = (got: number, wanted: number): void => {
      expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-5);
    };
    if (vector.test.startsWith('EffectBayesian')) {
      const posterior = defined(
        bayesianTest(effect, typeof vector.prior === 'object' ? { prior: vector.prior } : {}),
      );
      close(posterior.mean, vector.expected);
      close(posterior.standardDeviation, vector.uplift_stddev);
      close(posterior.lower, vector.ci[0]);
      close(posterior.upper, vector.ci[1]);
      close(posterior.chanceToWin, vector.chanceToWin ?? Number.NaN);
      close(posterior.risk.control, vector.risk?.[0] ?? Number.NaN);
      close(posterior.risk.treatment, vector.risk?.[1] ?? Number.NaN);
      return;
    }
    const test = defined(
      vector.test.startsWith('Sequential')
        ? sequentialTest(effect, typeof vector.tuning === 'number' ? { tuning: vector.tuning } : {})
        : fixedHorizonTest(effect),
    );
    close(effect.estimate, vector.expected);
    close(effect.standardError, vector.uplift_stddev);
    close(test.lower, vector.ci[0]);
    close(test.upper, vector.ci[1]);
    close(test.pValue, vector.pValue ?? Number.NaN);
  });
});

const meanOf = (values: readonly number[]): ArmSummary => ({
  kind: 'mean',
  n: values.length,
  sum: values.reduce((a, b) => a + b, 0),
  sumSquares: values.reduce((a, b) => a + b * b, 0),
});

describe('experiments', () => {
  it('keep false positives of daily peeking below 5 % when sequential, and not when fixed', () => {
    const random = createRandom(3);
    let sequential = 0;
    let fixed = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      let [a, b, n] = [0, 0, 0];
      let [hitSequential, hitFixed] = [false, false];
      for (let day = 0; day < 30; day++) {
        n += 300;
        a += drawBinomial(random, 300, 0.1);
        b += drawBinomial(random, 300, 0.1);
        const effect = estimateEffect(
          { kind: 'proportion', n, successes: a },
          { kind: 'proportion', n, successes: b },
        );
        if (isUndefined(effect)) continue;
        hitSequential ||= defined(sequentialTest(effect)).pValue < 0.05;
        hitFixed ||= defined(fixedHorizonTest(effect)).pValue < 0.05;
      }
      sequential += hitSequential ? 1 : 0;
      fixed += hitFixed ? 1 : 0;
    }
    expect(sequential / runs).toBeLessThanOrEqual(0.05);
    expect(fixed / runs).toBeGreaterThan(0.15);
  });

  it('agree between the sequential interval and its p-value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 500 }), fc.integer({ min: 50, max: 500 }), (a, b) => {
        const test = defined(
          sequentialTest(
            defined(
              estimateEffect(
                { kind: 'proportion', n: 1000, successes: a },
                { kind: 'proportion', n: 1000, successes: b },
                'absolute',
              ),
            ),
          ),
        );
        return test.lower > 0 || test.upper < 0 ? test.pValue < 0.05 : test.pValue >= 0.05;
      }),
    );
  });

  it('reduce variance by a covariate and leave the effect unbiased', () => {
    const random = createRandom(9);
    const arm = (lift: number): ArmSummary => {
      const post = { sum: 0, sumSquares: 0 };
      const pre = { sum: 0, sumSquares: 0 };
      let sumProducts = 0;
      for (let i = 0; i < 4000; i++) {
        const x = drawNormal(random, 10, 3);
        const y = x + lift + drawNormal(random, 0, 1);
        post.sum += y;
        post.sumSquares += y * y;
        pre.sum += x;
        pre.sumSquares += x * x;
        sumProducts += x * y;
      }
      return { kind: 'adjusted-mean', n: 4000, post, pre, sumProducts };
    };
    const effect = defined(estimateEffect(arm(0), arm(0.2), 'absolute'));
    expect(Math.abs(effect.estimate - 0.2)).toBeLessThan(0.08);
    // ρ² = 9/10 of the variance is the covariate's.
    expect(effect.varianceReduction).toBeCloseTo(0.9, 1);
  });

  it('post-stratify away a difference between strata', () => {
    const control = [meanOf([1, 2, 1, 2]), meanOf([101, 102, 101, 102, 101, 102])];
    const treatment = [meanOf([2, 3, 2, 3, 2, 3]), meanOf([102, 103, 102, 103])];
    const strata = control.map((arm, i) => ({ control: arm, treatment: treatment[i] ?? arm }));
    const effect = defined(postStratifiedEffect(strata, 'absolute'));
    expect(effect.estimate).toBeCloseTo(1, 12);
    expect(effect.standardError).toBeLessThan(0.5);
  });

  it('estimate a quantile’s effect from its bracket', () => {
    const ranks = defined(quantileRanks(10_000, 0.9));
    expect(ranks.lower).toBeCloseTo(0.9 - 1.96 * 0.003, 5);
    // Exponential values: the 0.9 quantile is ln 10 and its standard error √(pq/n)/density.
    const at = (p: number): number => -Math.log(1 - p);
    const arm = (scale: number): ArmSummary => ({
      kind: 'quantile',
      n: 10_000,
      value: scale * at(0.9),
      lower: scale * at(ranks.lower),
      upper: scale * at(ranks.upper),
    });
    const effect = defined(estimateEffect(arm(1), arm(1.1), 'absolute'));
    expect(effect.estimate).toBeCloseTo(0.1 * Math.log(10), 10);
    expect(effect.standardError).toBeCloseTo(Math.hypot(0.03, 0.033), 3);
  });

  it('see a broken split, at once and after every batch', () => {
    const broken = defined(sampleRatioCheck([50_912, 49_600]));
    expect(broken.pValue).toBeCloseTo(3.498464560217015e-5, 14);
    expect(broken.mismatch).toBe(true);
    expect(defined(sampleRatioCheck([5010, 4990])).mismatch).toBe(false);
    expect(defined(sequentialSampleRatioCheck([60_000, 58_000])).mismatch).toBe(true);
    expect(defined(sequentialSampleRatioCheck([50_100, 49_900])).pValue).toBe(1);
  });

  it('see a bias that was there before the exposure', () => {
    const check = defined(
      preExposureCheck([
        {
          name: 'orders',
          control: { kind: 'proportion', n: 5000, successes: 500 },
          treatment: { kind: 'proportion', n: 5000, successes: 620 },
        },
        {
          name: 'constant',
          control: { kind: 'proportion', n: 5000, successes: 0 },
          treatment: { kind: 'proportion', n: 5000, successes: 0 },
        },
      ]),
    );
    expect(check.biased).toBe(true);
    expect(check.skipped.map((metric) => metric.name)).toEqual(['constant']);
  });

  it('compare many variants with a correction and name the likely best', () => {
    const arm = (successes: number): ArmSummary => ({ kind: 'proportion', n: 10_000, successes });
    const result = defined(
      compareVariants(arm(1000), [
        { name: 'red', summary: arm(1012) },
        { name: 'green', summary: arm(1180) },
      ]),
    );
    expect(result.variants.map((variant) => variant.significant)).toEqual([false, true]);
    const best = result.probabilityBest;
    if (isUndefined(best)) throw new Error(best.reason);
    expect(best.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(best[2]).toBeGreaterThan(0.99);
  });

  it('compute the chance of the best arm without simulation', () => {
    const [worse] = defined(
      probabilityOfBest([
        { mean: 0, standardDeviation: 1 },
        { mean: 1, standardDeviation: 2 },
      ]),
    );
    // Φ(−1/√5)
    expect(worse).toBeCloseTo(0.32736042300928847, 10);
    // P(Beta(157,2101) > Beta(122,2161)) by the closed sum for whole shapes.
    expect(probabilityGreater({ a: 1, b: 1 }, { a: 1, b: 1 })).toBeCloseTo(0.5, 12);
    expect(probabilityGreater({ a: 2, b: 1 }, { a: 1, b: 1 })).toBeCloseTo(2 / 3, 12);
  });

  it('send traffic to the better arm of a bandit but keep the floor', () => {
    const weights = defined(
      thompsonWeights(
        [
          { successes: 50, failures: 950 },
          { successes: 90, failures: 910 },
        ],
        { floor: 0.1 },
      ),
    );
    expect(weights[0]).toBeGreaterThanOrEqual(0.1);
    expect(weights[1]).toBeGreaterThan(0.85);
    const rewards = defined(
      thompsonRewardWeights([
        { n: 500, sum: 1000, sumSquares: 2600 },
        { n: 500, sum: 1100, sumSquares: 3000 },
        { n: 0, sum: 0, sumSquares: 0 },
      ]),
    );
    expect(rewards[1]).toBeGreaterThan(rewards[0] ?? 1);
    expect(rewards[2]).toBeGreaterThan(0.05);
  });

  it('learn which arm suits which context', () => {
    const random = createRandom(21);
    let bandit = defined(createContextualBandit({ arms: 2, features: 2, noise: 0.3 }));
    let right = 0;
    for (let t = 0; t < 600; t++) {
      const context = random.next() < 0.5 ? [1, 0] : [0, 1];
      const { arm } = defined(chooseArm(bandit, context, random));
      const suits = context[arm] === 1;
      if (t >= 300 && suits) right++;
      const reward = drawNormal(random, suits ? 1 : 0.4, 0.3);
      bandit = defined(updateContextualBandit(bandit, arm, context, reward));
    }
    expect(right / 300).toBeGreaterThan(0.95);
  });

  it('separate main effects from an interaction in a factorial design', () => {
    // Cell means 10, +2 for the first factor, +0 for the second, +1 together.
    const cell = (a: boolean, b: boolean) => {
      const mean = 10 + (a ? 2 : 0) + (a && b ? 1 : 0);
      return {
        levels: [a, b],
        summary: { kind: 'mean', n: 400, sum: 400 * mean, sumSquares: 400 * (mean ** 2 + 1) },
      } as const;
    };
    const { effects } = defined(
      analyseFactorial([
        cell(false, false),
        cell(true, false),
        cell(false, true),
        cell(true, true),
      ]),
    );
    expect(effects.map((effect) => effect.factors)).toEqual([[0], [1], [0, 1]]);
    expect(effects.map((effect) => effect.estimate)).toEqual([2.5, 0.5, 0.5]);
    expect(effects[0]?.standardError).toBeCloseTo(0.05, 3);
  });

  it('sum up what a holdout missed', () => {
    const holdout = { kind: 'mean', n: 1000, sum: 10_000, sumSquares: 101_000 } as const;
    const exposed = { kind: 'mean', n: 9000, sum: 94_500, sumSquares: 1_001_250 } as const;
    const result = defined(holdoutEffect(holdout, exposed));
    expect(result.total.estimate).toBeCloseTo(4500, 8);
    expect(result.cost).toBeCloseTo(500, 8);
    expect(result.total.lower).toBeGreaterThan(0);
  });

  const noNaN = (value: unknown): boolean => {
    if (typeof value === 'number') return !Number.isNaN(value);
    return typeof value === 'object' && value !== null ? Object.values(value).every(noNaN) : true;
  };

  it('never answer NaN, whatever the summaries', () => {
    const number = fc.oneof(
      fc.double(),
      fc.integer({ min: -5, max: 500 }),
      fc.constantFrom(0, 1e300, Number.NaN, Number.POSITIVE_INFINITY),
    );
    const moments = fc.record({ sum: number, sumSquares: number });
    const arm: fc.Arbitrary<ArmSummary> = fc.oneof(
      fc.record({ kind: fc.constant('mean' as const), n: number, sum: number, sumSquares: number }),
      fc.record({ kind: fc.constant('proportion' as const), n: number, successes: number }),
      fc.record({
        kind: fc.constant('ratio' as const),
        n: number,
        numerator: moments,
        denominator: moments,
        sumProducts: number,
      }),
      fc.record({
        kind: fc.constant('quantile' as const),
        n: number,
        value: number,
        lower: number,
        upper: number,
      }),
      fc.record({
        kind: fc.constant('adjusted-mean' as const),
        n: number,
        post: moments,
        pre: moments,
        sumProducts: number,
      }),
    );
    fc.assert(
      fc.property(arm, arm, number, (a, b, x) => {
        const answers: unknown[] = (['absolute', 'relative'] as const).flatMap((difference) => {
          const effect = estimateEffect(a, b, difference);
          return isUndefined(effect)
            ? [effect]
            : [
                fixedHorizonTest(effect),
                sequentialTest(effect, { tuning: x }),
                bayesianTest(effect, { prior: { mean: x, variance: 1 } }),
              ];
        });
        return [
          ...answers,
          compareVariants(a, [{ name: 'b', summary: b }], { rule: 'sequential' }),
          postStratifiedEffect([{ control: a, treatment: b }]),
          holdoutEffect(a, b),
          thompsonWeights([{ successes: x, failures: 3 }], { draws: 20 }),
          sampleRatioCheck([x, 10]),
          sequentialSampleRatioCheck([x, 10]),
          thompsonRewardWeights([{ n: x, sum: 3, sumSquares: 4 }]),
        ].every(noNaN);
      }),
      { numRuns: 500 },
    );
  });
});
