import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../../fixtures/learning/golden.json' with { type: 'json' };
import { isUndefined } from '../../undefined.js';
import {
  mape,
  mase,
  meanAbsoluteError,
  msis,
  owa,
  rootMeanSquaredError,
  rSquared,
  smape,
} from './accuracy.js';
import { auc, brierScore, calibrationError, logLoss, reliability } from './classification.js';
import { ndcg, recallAt } from './ranking.js';

describe('metrics', () => {
  it('of classification agree with scikit-learn', () => {
    const { outcomes, probabilities, ...wanted } = golden.metrics;
    expect(auc(outcomes, probabilities)).toBeCloseTo(wanted.auc, 12);
    expect(logLoss(outcomes, probabilities)).toBeCloseTo(wanted.logLoss, 12);
    expect(brierScore(outcomes, probabilities)).toBeCloseTo(wanted.brier, 12);
  });

  it('of ranking agree with scikit-learn', () => {
    const { gains, ranked, ndcg5 } = golden.ranking;
    expect(ndcg(ranked, new Map(gains.entries()), 5)).toBeCloseTo(ndcg5, 12);
    expect(recallAt([4, 2, 9], new Set([2, 5]), 2)).toBe(0.5);
    expect(recallAt([1, 2], new Set([1, 2, 3, 4]), 2)).toBe(1);
    expect(isUndefined(ndcg([1], new Set()))).toBe(true);
    expect(isUndefined(recallAt([1], new Set()))).toBe(true);
  });

  it('of calibration weigh bins by their rows', () => {
    const outcomes = [0, 0, 1, 1];
    const probabilities = [0.1, 0.1, 0.7, 0.9];
    expect(calibrationError(outcomes, probabilities)).toBeCloseTo((2 * 0.1 + 0.3 + 0.1) / 4, 12);
    const bins = reliability(outcomes, probabilities, { bins: 2, by: 'frequency' });
    expect(bins).toEqual([
      { meanProbability: 0.1, observedShare: 0, count: 2 },
      { meanProbability: 0.8, observedShare: 1, count: 2 },
    ]);
  });

  it('of forecasts follow their definitions', () => {
    const [actual, predicted, history] = [
      [10, 20],
      [12, 16],
      [1, 3, 2, 5],
    ];
    expect(meanAbsoluteError(actual, predicted)).toBe(3);
    expect(rootMeanSquaredError(actual, predicted)).toBeCloseTo(Math.sqrt(10), 12);
    expect(mape(actual, predicted)).toBe(20);
    expect(smape(actual, predicted)).toBeCloseTo((400 / 22 + 800 / 36) / 2, 12);
    expect(smape([0, 1], [0, 1])).toBe(0);
    expect(mase(actual, predicted, history)).toBeCloseTo(3 / 2, 12);
    expect(mase(actual, predicted, history, 2)).toBeCloseTo(3 / 1.5, 12);
    expect(owa({ smape: 12, mase: 2 }, { smape: 15, mase: 2.5 })).toBeCloseTo(0.8, 12);
    expect(msis([10, 20], [8, 21], [11, 25], history, { level: 0.9 })).toBeCloseTo(
      (3 + 4 + 20) / 2 / 2,
      12,
    );
    expect(rSquared([1, 2, 3], [1, 2, 4])).toBeCloseTo(0.5, 12);
  });

  it('are undefined where they have no value', () => {
    const undefinedOnes = [
      auc([1, 1], [0.1, 0.2]),
      auc([], []),
      logLoss([1], [1.2]),
      brierScore([2], [0.5]),
      mape([0], [1]),
      mase([1], [1], [2, 2, 2]),
      mase([1], [1], [2]),
      owa({ smape: 1, mase: 1 }, { smape: 0, mase: 1 }),
      rSquared([2, 2], [1, 2]),
      rootMeanSquaredError([1], [1, 2]),
      msis([1], [0], [2], [1, 2], { level: 1 }),
    ];
    for (const value of undefinedOnes) expect(isUndefined(value)).toBe(true);
  });

  it('never let NaN or Infinity out', () => {
    const list = fc.array(fc.double(), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        const n = Math.min(a.length, b.length);
        const [y, f] = [a.slice(0, n), b.slice(0, n)];
        const outcomes = y.map((v) => Number(v > 0));
        const values = [
          auc(outcomes, f),
          logLoss(outcomes, f),
          brierScore(outcomes, f),
          calibrationError(outcomes, f),
          meanAbsoluteError(y, f),
          rootMeanSquaredError(y, f),
          mape(y, f),
          smape(y, f),
          mase(y, f, c),
          msis(y, f, f, c),
          rSquared(y, f),
        ];
        for (const v of values) expect(isUndefined(v) || Number.isFinite(v)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
