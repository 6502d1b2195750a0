import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUndefined, type Undefined } from '../undefined.js';
import {
  betaDistribution,
  binomialDistribution,
  chiSquaredDistribution,
  type Distribution,
  exponentialDistribution,
  fDistribution,
  gammaDistribution,
  logNormalDistribution,
  normalCdf,
  normalDistribution,
  normalLogCdf,
  poissonDistribution,
  tDistribution,
} from './index.js';

type Maker = (a: number, b: number) => Distribution | Undefined;
const makers: Readonly<Record<string, Maker>> = {
  normal: normalDistribution,
  'log-normal': logNormalDistribution,
  exponential: (rate) => exponentialDistribution(rate),
  t: (nu) => tDistribution(nu),
  'chi-squared': (nu) => chiSquaredDistribution(nu),
  gamma: gammaDistribution,
  beta: betaDistribution,
  F: fDistribution,
  binomial: binomialDistribution,
  Poisson: (mean) => poissonDistribution(mean),
};

const made = (name: string, [a = 1, b = 1]: readonly number[]): Distribution => {
  const distribution = makers[name]?.(a, b);
  if (distribution === undefined || isUndefined(distribution)) throw new Error(`no ${name}`);
  return distribution;
};

interface GoldenCase {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly function: 'logDensity' | 'cdf' | 'survival' | 'quantile' | 'upperQuantile';
  readonly argument: number;
  readonly value: number;
}
const golden: { readonly cases: readonly GoldenCase[] } = JSON.parse(
  readFileSync(new URL('../../fixtures/distributions.json', import.meta.url), 'utf8'),
);

const value = (result: number | Undefined): number =>
  typeof result === 'number' ? result : Number.NaN;

describe('distributions', () => {
  it.each(Object.keys(makers))('agrees with 40-digit values of %s to 1e-11, tails too', (name) => {
    const cases = golden.cases.filter((c) => c.name === name);
    expect(cases.length).toBeGreaterThan(20);
    for (const c of cases) {
      const got = value(made(c.name, c.parameters)[c.function](c.argument));
      const error = Math.abs(got - c.value) / Math.abs(c.value || 1);
      expect(error, `${c.function}(${c.argument}) of ${c.parameters} is ${got}`).toBeLessThan(
        1e-11,
      );
    }
  });

  const parameter = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
  const anything = fc.oneof(
    fc.double(),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1, -0),
  );

  it('never answers NaN, whatever the parameters and arguments', () => {
    const free = fc.oneof(parameter, anything);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(makers)),
        free,
        free,
        anything,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (name, a, b, x, p) => {
          const distribution = makers[name]?.(name === 'binomial' ? Math.floor(a) : a, b);
          if (distribution === undefined) return false;
          if (isUndefined(distribution)) return distribution.reason.length > 0;
          return [
            distribution.density(x),
            distribution.logDensity(x),
            distribution.cdf(x),
            distribution.survival(x),
            distribution.quantile(p),
            distribution.upperQuantile(p),
            distribution.quantile(x),
            distribution.mean,
            distribution.variance,
          ].every((answer) => !Number.isNaN(answer));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has quantiles that undo the cdf and tails that sum to 1', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('normal', 't', 'gamma', 'beta', 'F', 'chi-squared', 'log-normal'),
        fc.double({ min: 0.3, max: 40, noNaN: true }),
        fc.double({ min: 0.3, max: 40, noNaN: true }),
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        (name, a, b, p) => {
          const d = made(name, [a, b]);
          const x = value(d.quantile(p));
          const lower = value(d.cdf(x));
          // where the density is steep no double lies nearer to the quantile than half a step
          const step = value(d.density(x)) * Math.abs(x) * 2 * Number.EPSILON;
          return (
            Math.abs(lower - p) < 1e-10 * p + 1e-12 + step &&
            Math.abs(lower + value(d.survival(x)) - 1) < 1e-13
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('returns the smallest whole number that reaches a probability', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        (trials, probability, p) => {
          const d = made('binomial', [trials, probability]);
          const k = value(d.quantile(p));
          return value(d.cdf(k)) >= p * (1 - 1e-12) && (k === 0 || value(d.cdf(k - 1)) < p + 1e-12);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses impossible parameters and probabilities with a reason', () => {
    expect(isUndefined(normalDistribution(0, 0))).toBe(true);
    expect(isUndefined(betaDistribution(-1, 2))).toBe(true);
    expect(isUndefined(binomialDistribution(2.5, 0.5))).toBe(true);
    expect(isUndefined(made('normal', [0, 1]).quantile(1.5))).toBe(true);
    expect(made('normal', [0, 1]).quantile(1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('stays accurate and quick with huge shapes', () => {
    // scipy 1.10.1: gammainc(3e7, 2.998e7), gammaincc(1e12, 1e12 + 2.5e6).
    expect(value(made('gamma', [3e7]).cdf(2.998e7)) / 0.00012998410362021902).toBeCloseTo(1, 11);
    expect(value(made('gamma', [1e12]).survival(1e12 + 2.5e6)) / 0.006209696000317058).toBeCloseTo(
      1,
      11,
    );
    const poisson = made('Poisson', [4e13]);
    expect(Math.abs(value(poisson.quantile(0.975)) - 4e13 - 1.96 * Math.sqrt(4e13))).toBeLessThan(
      1e4,
    );
    expect(made('beta', [1e14, 1e14]).cdf(0.5)).toBeCloseTo(0.5, 12);
    const below = value(made('beta', [1.99e7, 5e8]).quantile(0.01));
    const above = value(made('beta', [2.01e7, 5e8]).quantile(0.01));
    // The mean moves by 1 % and the spread by half of that, across the change of method.
    expect(above / below).toBeCloseTo(2.01 / 1.99 - 0.0004, 3);
  });

  it('keeps the logarithm of a tail that underflows', () => {
    expect(normalCdf(-50)).toBe(0);
    // Leading terms of the asymptotic series: −x²/2 − ln(x√2π) + ln(1 − 1/x² + 3/x⁴).
    expect(normalLogCdf(-50)).toBeCloseTo(
      -1250 - Math.log(50 * Math.sqrt(2 * Math.PI)) + Math.log1p(-1 / 2500 + 3 / 6250000),
      8,
    );
  });
});
