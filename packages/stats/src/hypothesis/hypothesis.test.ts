import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../distributions/normal.js';
import { bootstrap } from '../sampling/index.js';
import { isUndefined, type Undefined } from '../undefined.js';
import {
  benjaminiHochberg,
  binomialTest,
  chiSquaredFitTest,
  chiSquaredTableTest,
  fisherExactTest,
  holm,
  kolmogorovSmirnovOneSample,
  kolmogorovSmirnovTest,
  mannWhitneyTest,
  minimumDetectableEffect,
  normalPower,
  proportionTest,
  sampleSizeForMeans,
  summarize,
  tPower,
  welchTest,
  wilsonInterval,
} from './index.js';

type Pair = readonly [number, number];
interface Golden {
  readonly twoSamples: readonly {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly welch: Pair;
    readonly mannWhitney: Pair;
    readonly ks: Pair;
  }[];
  readonly ksOneSample: readonly { readonly values: readonly number[]; readonly result: Pair }[];
  readonly tables: readonly {
    readonly table: readonly [Pair, Pair];
    readonly fisher: number;
    readonly chi2: Pair;
    readonly yates: Pair;
  }[];
  readonly binomial: readonly { k: number; n: number; p: number; value: number }[];
  readonly proportions: readonly { a: Pair; b: Pair; z: number; p: number; wilson: Pair }[];
  readonly corrections: {
    readonly pValues: readonly number[];
    readonly holm: readonly number[];
    readonly benjaminiHochberg: readonly number[];
  };
  readonly power: {
    readonly t: readonly { d: number; n: number; ratio: number; power: number }[];
    readonly normal: readonly { d: number; n: number; power: number }[];
  };
  readonly bootstrapSample: readonly number[];
  readonly bootstrapMean: { readonly bca: Pair; readonly percentile: Pair };
}
const golden: Golden = JSON.parse(
  readFileSync(new URL('../../fixtures/hypothesis_tests.json', import.meta.url), 'utf8'),
);

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};
const expectClose = (got: number, wanted: number, relative = 1e-9): void => {
  expect(Math.abs(got - wanted), `${got} against ${wanted}`).toBeLessThanOrEqual(
    relative * Math.abs(wanted),
  );
};

describe('hypothesis tests agree with scipy and statsmodels to 1e-9', () => {
  it('compares two samples by Welch, Mann–Whitney and Kolmogorov–Smirnov', () => {
    for (const { a, b, welch, mannWhitney, ks } of golden.twoSamples) {
      const t = defined(welchTest(defined(summarize(a)), defined(summarize(b))));
      expectClose(t.statistic, welch[0]);
      expectClose(t.pValue, welch[1]);
      const u = defined(mannWhitneyTest(a, b));
      expectClose(u.statistic, mannWhitney[0]);
      expectClose(u.pValue, mannWhitney[1]);
      const d = defined(kolmogorovSmirnovTest(a, b));
      expectClose(d.statistic, ks[0]);
      expectClose(d.pValue, ks[1]);
    }
  });

  it('compares one sample with a distribution, exactly up to 1,000 values', () => {
    for (const { values, result } of golden.ksOneSample) {
      const d = defined(kolmogorovSmirnovOneSample(values, normalCdf));
      expectClose(d.statistic, result[0]);
      // Above 140 values scipy itself uses an approximation good to about seven digits.
      const tolerance = values.length <= 140 ? 1e-9 : values.length <= 1000 ? 1e-6 : 5e-5;
      expectClose(d.pValue, result[1], tolerance);
    }
  });

  it('tests tables by Fisher and χ², with and without continuity correction', () => {
    for (const { table, fisher, chi2, yates } of golden.tables) {
      expectClose(defined(fisherExactTest(table)).pValue, fisher);
      const plain = defined(chiSquaredTableTest(table));
      expectClose(plain.statistic, chi2[0]);
      expectClose(plain.pValue, chi2[1]);
      expectClose(defined(chiSquaredTableTest(table, { yates: true })).pValue, yates[1]);
    }
  });

  it('tests proportions by z, Wilson and the exact binomial', () => {
    for (const { k, n, p, value } of golden.binomial) {
      expectClose(defined(binomialTest({ successes: k, trials: n }, p)), value);
    }
    for (const { a, b, z, p, wilson } of golden.proportions) {
      const shareB = { successes: b[0], trials: b[1] };
      const test = defined(proportionTest({ successes: a[0], trials: a[1] }, shareB));
      expectClose(test.statistic, z);
      expectClose(test.pValue, p);
      const interval = defined(wilsonInterval(shareB));
      expectClose(interval.lower, wilson[0]);
      expectClose(interval.upper, wilson[1]);
    }
  });

  it('corrects p-values by Holm and by Benjamini–Hochberg', () => {
    const { pValues } = golden.corrections;
    defined(holm(pValues)).forEach((p, i) => {
      expect(p).toBeCloseTo(golden.corrections.holm[i] ?? -1, 6);
    });
    defined(benjaminiHochberg(pValues)).forEach((p, i) => {
      expect(p).toBeCloseTo(golden.corrections.benjaminiHochberg[i] ?? -1, 6);
    });
  });

  it('computes power of t and z tests, and sizes and effects that undo it', () => {
    for (const { d, n, ratio, power } of golden.power.t) {
      expectClose(defined(tPower(d, n, { ratio })), power);
    }
    for (const { d, n, power } of golden.power.normal) {
      expectClose(defined(normalPower(d, n)), power);
    }
    const n = defined(sampleSizeForMeans(0.25, { power: 0.9 }));
    expectClose(defined(tPower(0.25, n)), 0.9);
    expectClose(defined(minimumDetectableEffect(n, { power: 0.9 })), 0.25);
  });

  it('bootstraps a mean to within the noise of resampling', () => {
    for (const method of ['bca', 'percentile'] as const) {
      const result = defined(
        bootstrap(
          golden.bootstrapSample,
          (sample) => sample.reduce((a, b) => a + b, 0) / sample.length,
          { method, resamples: 10_000 },
        ),
      );
      const [low, high] = golden.bootstrapMean[method];
      expect(Math.abs(result.lower - low)).toBeLessThan(0.03 * (high - low));
      expect(Math.abs(result.upper - high)).toBeLessThan(0.03 * (high - low));
    }
  });
});

const noNaN = (value: unknown): boolean => {
  if (typeof value === 'number') return !Number.isNaN(value);
  return typeof value === 'object' && value !== null ? Object.values(value).every(noNaN) : true;
};

describe('hypothesis tests on any input', () => {
  const number = fc.oneof(
    fc.double(),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(0, 1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY),
  );
  const sample = fc.array(number, { maxLength: 12 });

  it('never answer NaN', () => {
    fc.assert(
      fc.property(sample, sample, number, number, (a, b, x, y) => {
        const sa = summarize(a);
        const sb = summarize(b);
        return [
          isUndefined(sa) || isUndefined(sb) ? sa : welchTest(sa, sb),
          mannWhitneyTest(a, b),
          kolmogorovSmirnovTest(a, b),
          kolmogorovSmirnovOneSample(a, normalCdf),
          chiSquaredFitTest(a),
          chiSquaredTableTest([a, b]),
          proportionTest({ successes: x, trials: y }, { successes: y, trials: x }),
          wilsonInterval({ successes: x, trials: y }),
          binomialTest({ successes: x, trials: y }, 0.3),
          holm(a),
          benjaminiHochberg(a),
          tPower(x, y),
          normalPower(x, y),
          sampleSizeForMeans(x),
        ].every(noNaN);
      }),
      { numRuns: 300 },
    );
  });

  it('name the reason when a test has nothing to say', () => {
    const constant = { n: 5, mean: 1, variance: 0 };
    expect(isUndefined(welchTest(constant, constant))).toBe(true);
    expect(isUndefined(mannWhitneyTest([1, 1], [1, 1, 1]))).toBe(true);
    expect(
      isUndefined(proportionTest({ successes: 0, trials: 9 }, { successes: 0, trials: 4 })),
    ).toBe(true);
    expect(
      isUndefined(
        fisherExactTest([
          [1.5, 2],
          [3, 4],
        ]),
      ),
    ).toBe(true);
  });
});
