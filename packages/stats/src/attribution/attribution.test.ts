import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUndefined } from '../undefined.js';
import { mixAndRate } from './mix-rate.js';
import { productEffects } from './product-effects.js';

const amount = fc.oneof(fc.constant(0), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const weight = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e6, noNaN: true }));
const parts = fc.record({ numerator: amount, denominator: weight });
const groups = fc.array(fc.record({ previous: parts, current: parts }), {
  minLength: 1,
  maxLength: 30,
});

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('mix and rate', () => {
  test('add up to the change of the whole, whatever the groups', () => {
    fc.assert(
      fc.property(groups, (some) => {
        const effects = mixAndRate(some);
        const ratio = (span: 'previous' | 'current') =>
          sum(some.map((group) => group[span].numerator)) /
          sum(some.map((group) => group[span].denominator));
        if (isUndefined(effects)) return;
        const sizes = effects.flatMap(({ mix, rate }) => [Math.abs(mix), Math.abs(rate)]);
        const scale = Math.max(
          1e-9,
          Math.abs(ratio('previous')),
          Math.abs(ratio('current')),
          ...sizes,
        );
        const difference =
          sum(effects.map(({ total }) => total)) - (ratio('current') - ratio('previous'));
        expect(Math.abs(difference)).toBeLessThanOrEqual(1e-9 * scale);
        const apart = sum(effects.flatMap(({ mix, rate }) => [mix, rate]));
        expect(Math.abs(apart - sum(effects.map(({ total }) => total)))).toBeLessThanOrEqual(
          1e-9 * scale,
        );
      }),
    );
  });

  test('are all mix where only the weights changed, and all rate where only the rates did', () => {
    const weights = mixAndRate([
      {
        previous: { numerator: 10, denominator: 100 },
        current: { numerator: 30, denominator: 300 },
      },
      {
        previous: { numerator: 40, denominator: 100 },
        current: { numerator: 40, denominator: 100 },
      },
    ]);
    if (isUndefined(weights)) throw new Error(weights.reason);
    for (const { rate } of weights) expect(rate).toBeCloseTo(0, 12);
    expect(sum(weights.map(({ mix }) => mix))).toBeCloseTo(70 / 400 - 50 / 200, 12);
    const rates = mixAndRate([
      {
        previous: { numerator: 10, denominator: 100 },
        current: { numerator: 20, denominator: 100 },
      },
      {
        previous: { numerator: 40, denominator: 100 },
        current: { numerator: 40, denominator: 100 },
      },
    ]);
    if (isUndefined(rates)) throw new Error(rates.reason);
    for (const { mix } of rates) expect(mix).toBeCloseTo(0, 12);
    expect(rates[0]?.rate).toBeCloseTo(0.05, 12);
  });

  test('take a group that is new for mix', () => {
    const effects = mixAndRate([
      {
        previous: { numerator: 10, denominator: 100 },
        current: { numerator: 10, denominator: 100 },
      },
      { previous: { numerator: 0, denominator: 0 }, current: { numerator: 50, denominator: 100 } },
    ]);
    if (isUndefined(effects)) throw new Error(effects.reason);
    expect(effects[1]?.rate).toBe(0);
    expect(effects[1]?.mix).toBeGreaterThan(0);
  });

  test('are not told of nothing', () => {
    const nothing = { numerator: 0, denominator: 0 };
    expect(isUndefined(mixAndRate([{ previous: nothing, current: nothing }]))).toBe(true);
  });
});

describe('effects of factors', () => {
  const factor = fc.record({ previous: amount, current: amount });

  test('add up to the change of their product, zeros included', () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 5 }), (factors) => {
        const product = (span: 'previous' | 'current') =>
          factors.reduce((all, one) => all * one[span], 1);
        const effects = productEffects(factors);
        const scale = Math.max(
          1,
          ...effects.map(Math.abs),
          Math.abs(product('current')),
          Math.abs(product('previous')),
        );
        expect(
          Math.abs(sum(effects) - (product('current') - product('previous'))),
        ).toBeLessThanOrEqual(1e-9 * scale);
      }),
    );
  });

  test('of two are midpoints', () => {
    const [quantity, price] = productEffects([
      { previous: 10, current: 20 },
      { previous: 3, current: 5 },
    ]);
    expect(quantity).toBeCloseTo(10 * 4, 12);
    expect(price).toBeCloseTo(2 * 15, 12);
  });
});
