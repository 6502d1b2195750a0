import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUndefined, type Undefined } from '../undefined.js';
import { coxSurvival, fitCox, kaplanMeier, logRankTest, survivalAt } from './index.js';

interface Golden {
  readonly time: readonly number[];
  readonly event: readonly number[];
  readonly group: readonly number[];
  readonly age: readonly number[];
  readonly x2: readonly number[];
  readonly kaplanMeier: Readonly<
    Record<'time' | 'survival' | 'standardError' | 'lower' | 'upper', readonly number[]>
  > & { readonly median: number };
  readonly logRank: {
    readonly statistic: number;
    readonly expected: readonly number[];
    readonly observed: readonly number[];
  };
  readonly cox: {
    readonly estimate: readonly number[];
    readonly standardError: readonly number[];
    readonly logLikelihood: readonly number[];
    readonly hazard: readonly number[];
    readonly concordance: number;
  };
}
const golden: Golden = JSON.parse(
  readFileSync(new URL('../../fixtures/survival.json', import.meta.url), 'utf8'),
);
const observations = golden.time.map((time, i) => ({ time, event: golden.event[i] === 1 }));
const covariates = golden.age.flatMap((age, i) => [age, golden.x2[i] ?? 0]);

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

describe('survival agrees with R’s survival package', () => {
  it('in the Kaplan–Meier curve with Greenwood errors and log–log intervals', () => {
    const curve = defined(kaplanMeier(observations));
    const { time, survival, standardError, lower, upper, median } = golden.kaplanMeier;
    expect(curve.points.map((point) => point.time)).toEqual(time);
    curve.points.forEach((point, i) => {
      expect(point.survival).toBeCloseTo(survival[i] ?? -1, 12);
      expect(point.standardError).toBeCloseTo(standardError[i] ?? -1, 12);
      expect(point.lower).toBeCloseTo(lower[i] ?? -1, 12);
      expect(point.upper).toBeCloseTo(upper[i] ?? -1, 12);
    });
    expect(curve.median).toBe(median);
    expect(survivalAt(curve, 0)).toBe(1);
    expect(survivalAt(curve, 12.5)).toBe(survivalAt(curve, 12));
  });

  it('in the log-rank test of three groups', () => {
    const groups = [0, 1, 2].map((g) => observations.filter((_, i) => golden.group[i] === g));
    const test = defined(logRankTest(groups));
    expect(test.statistic).toBeCloseTo(golden.logRank.statistic, 10);
    test.groups.forEach((group, g) => {
      expect(group.observed).toBe(golden.logRank.observed[g]);
      expect(group.expected).toBeCloseTo(golden.logRank.expected[g] ?? -1, 10);
    });
  });

  it('in the Cox model with Efron’s ties: estimates, errors, likelihood, baseline, concordance', () => {
    const model = defined(fitCox(observations, covariates, 2));
    model.coefficients.forEach((coefficient, j) => {
      expect(coefficient.estimate).toBeCloseTo(golden.cox.estimate[j] ?? -1, 9);
      expect(coefficient.standardError).toBeCloseTo(golden.cox.standardError[j] ?? -1, 9);
    });
    expect(model.nullLogLikelihood).toBeCloseTo(golden.cox.logLikelihood[0] ?? 0, 9);
    expect(model.logLikelihood).toBeCloseTo(golden.cox.logLikelihood[1] ?? 0, 9);
    expect(model.concordance).toBeCloseTo(golden.cox.concordance, 12);
    // R leaves 0/1 covariates uncentred in its baseline.
    const meanAge = golden.age.reduce((a, b) => a + b, 0) / golden.age.length;
    golden.kaplanMeier.time.forEach((time, i) => {
      const survival = defined(coxSurvival(model, [meanAge, 0], time));
      expect(-Math.log(survival)).toBeCloseTo(golden.cox.hazard[i] ?? -1, 8);
    });
  });
});

describe('survival of any input', () => {
  const observation = fc.record({
    time: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double()),
    event: fc.boolean(),
  });
  const noNaN = (value: unknown): boolean => {
    if (typeof value === 'number') return !Number.isNaN(value);
    return typeof value === 'object' && value !== null ? Object.values(value).every(noNaN) : true;
  };

  it('never answers NaN', () => {
    fc.assert(
      fc.property(
        fc.array(observation, { maxLength: 15 }),
        fc.array(observation, { maxLength: 15 }),
        fc.array(fc.oneof(fc.double(), fc.integer({ min: 0, max: 3 })), {
          minLength: 15,
          maxLength: 15,
        }),
        (a, b, x) =>
          [kaplanMeier(a), logRankTest([a, b]), fitCox(a, x.slice(0, a.length), 1)].every(noNaN),
      ),
      { numRuns: 300 },
    );
  });

  it('says why there is no estimate', () => {
    const separated = [1, 2, 3, 4, 5, 6].map((time) => ({ time, event: true }));
    expect(isUndefined(fitCox(separated, [6, 5, 4, 3, 2, 1], 1))).toBe(true);
    expect(isUndefined(fitCox(separated, [1, 1, 1, 1, 1, 1], 1))).toBe(true);
    expect(isUndefined(kaplanMeier([]))).toBe(true);
    expect(isUndefined(defined(kaplanMeier([{ time: 3, event: false }])).median)).toBe(true);
  });
});
