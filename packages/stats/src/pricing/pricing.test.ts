import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../fixtures/learning/golden.json' with { type: 'json' };
import { drawNormal } from '../sampling/draws.js';
import { createRandom } from '../sampling/random.js';
import { isUndefined, type Undefined } from '../undefined.js';
import { estimateElasticity, optimalPrice, shrinkEstimates } from './index.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

/** Shops with higher prices also sell more for other reasons; the true elasticity is −2. */
const shops = (confounding: number, seed = 1) => {
  const random = createRandom(seed);
  const prices: number[] = [];
  const quantities: number[] = [];
  const shop: string[] = [];
  for (let s = 0; s < 30; s++) {
    const level = drawNormal(random, 1, 0.3);
    for (let week = 0; week < 40; week++) {
      const logPrice = level + drawNormal(random, 0, 0.1);
      prices.push(Math.exp(logPrice));
      shop.push(`shop ${s}`);
      const noise = drawNormal(random, 0, 0.2);
      quantities.push(Math.exp(5 + confounding * level - 2 * logPrice + noise));
    }
  }
  return { prices, quantities, fixedEffects: [shop] };
};

describe('elasticity', () => {
  it('agrees with statsmodels: within estimate, cluster-robust errors, pooled estimate', () => {
    const { input, within, pooled } = golden.elasticity;
    const fitted = defined(
      estimateElasticity({
        prices: input.prices,
        quantities: input.quantities,
        fixedEffects: [input.shops],
        covariates: [input.display],
      }),
    );
    const close = (a: number, b: number): void => expect(Math.abs(a / b - 1)).toBeLessThan(1e-9);
    close(fitted.estimate, within.estimate);
    close(fitted.standardError, within.standardError);
    close(fitted.lower, within.lower);
    close(fitted.covariates[0]?.estimate ?? 0, within.display);
    close(fitted.pooled.estimate, pooled.estimate);
    close(fitted.pooled.standardError, pooled.standardError);
  });

  it('recovers the truth within shops and warns that pooling confounds', () => {
    const fitted = defined(estimateElasticity(shops(2)));
    expect(Math.abs(fitted.estimate + 2)).toBeLessThan(0.2);
    expect(fitted.pooled.estimate).toBeGreaterThan(-0.6);
    expect(fitted.warning).toMatchObject({ kind: 'pooling-confounds' });
    expect(fitted.warning?.bias).toBeGreaterThan(1);
  });

  it('covers the truth as often as its intervals claim', () => {
    let covered = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { lower, upper } = defined(estimateElasticity(shops(2, seed)));
      if (lower <= -2 && -2 <= upper) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(90);
    expect(covered).toBeLessThanOrEqual(99);
  });

  it('does not warn where shops differ in price only', () => {
    expect(defined(estimateElasticity(shops(0))).warning).toBeUndefined();
  });

  it('sweeps out several effects at once', () => {
    const random = createRandom(4);
    const rows = Array.from({ length: 300 }, (_, i) => {
      const [shop, week] = [i % 12, Math.floor(i / 12)];
      const logPrice = shop / 10 + Math.sin(week) + drawNormal(random, 0, 0.1);
      const logQuantity = 4 + shop / 3 + 2 * Math.sin(week) - 1.5 * logPrice;
      return { shop, week, price: Math.exp(logPrice), quantity: Math.exp(logQuantity) };
    });
    const fitted = defined(
      estimateElasticity({
        prices: rows.map((r) => r.price),
        quantities: rows.map((r) => r.quantity),
        fixedEffects: [rows.map((r) => r.shop), rows.map((r) => r.week)],
      }),
    );
    expect(fitted.estimate).toBeCloseTo(-1.5, 9);
  });

  it('is undefined for zero quantities, constant prices and too few rows', () => {
    for (const observations of [
      { prices: [1, 2, 3], quantities: [1, 0, 2] },
      { prices: [2, 2, 2, 2], quantities: [1, 3, 2, 4] },
      { prices: [1, 1, 2, 2], quantities: [1, 3, 2, 4], fixedEffects: [['a', 'a', 'b', 'b']] },
      { prices: [1, 2], quantities: [1, 2] },
      { prices: [1, 2, 3], quantities: [1, 2] },
    ]) {
      expect(estimateElasticity(observations).kind).toBe('undefined');
    }
  });
});

describe('shrinkage', () => {
  it('draws noisy estimates towards the mean, exact ones hardly, and lowers the error', () => {
    const random = createRandom(7);
    const truths = Array.from({ length: 200 }, () => drawNormal(random, -2, 0.5));
    const estimates = truths.map((truth, i) => {
      const standardError = i % 2 === 0 ? 0.05 : 1.5;
      return { estimate: drawNormal(random, truth, standardError), standardError };
    });
    const shrunk = defined(shrinkEstimates(estimates));
    expect(shrunk.mean).toBeCloseTo(-2, 0);
    expect(Math.abs(shrunk.standardDeviation - 0.5)).toBeLessThan(0.12);
    const error = (of: (i: number) => number): number =>
      truths.reduce((sum, truth, i) => sum + (of(i) - truth) ** 2, 0);
    const after = error((i) => shrunk.units[i]?.estimate ?? 0);
    expect(after).toBeLessThan(0.3 * error((i) => estimates[i]?.estimate ?? 0));
    expect(shrunk.units[0]?.ownWeight).toBeGreaterThan(0.95);
    expect(shrunk.units[1]?.ownWeight).toBeLessThan(0.2);
    const covered = truths.filter((truth, i) => {
      const unit = shrunk.units[i];
      return unit !== undefined && unit.lower <= truth && truth <= unit.upper;
    });
    expect(covered.length / 200).toBeGreaterThan(0.9);
  });

  it('takes the common mean alone where estimates differ by noise only', () => {
    const shrunk = defined(
      shrinkEstimates([1, 1.1, 0.9].map((estimate) => ({ estimate, standardError: 1 }))),
    );
    expect(shrunk.standardDeviation).toBe(0);
    for (const unit of shrunk.units) expect(unit.estimate).toBeCloseTo(1, 12);
  });
});

describe('the optimal price', () => {
  const curve = { price: 10, quantity: 100, elasticity: -3 };

  it('is Lerner’s markup for constant elasticity', () => {
    const options = { objective: 'profit', unitCost: 6, lower: 1, upper: 100 } as const;
    const best = defined(optimalPrice(curve, options));
    expect(best.price).toBeCloseTo(9, 5);
    expect(best.boundBy).toBeUndefined();
    expect(best.profit).toBeGreaterThan(best.today.profit);
    expect(best.probabilityBetter).toBe(1);
  });

  it('is midway between cost and the choke price for linear demand', () => {
    const best = defined(
      optimalPrice(
        { ...curve, shape: 'linear' },
        { objective: 'profit', unitCost: 6, lower: 1, upper: 100 },
      ),
    );
    expect(best.price).toBeCloseTo((6 + 10 + 10 / 3) / 2, 5);
  });

  it('stops at bounds and says so', () => {
    const bounds = { lower: 8, upper: 12 } as const;
    expect(defined(optimalPrice(curve, { objective: 'revenue', ...bounds })).boundBy).toBe('lower');
    const inelastic = { ...curve, elasticity: -0.5 };
    const best = defined(optimalPrice(inelastic, { objective: 'profit', ...bounds }));
    expect(best).toMatchObject({ price: 12, boundBy: 'upper' });
  });

  it('is never beaten by another price within the bounds, also when elasticity is uncertain', () => {
    fc.assert(
      fc.property(
        fc.record({
          elasticity: fc.double({ min: -6, max: 1, noNaN: true }),
          elasticityError: fc.double({ min: 0, max: 1, noNaN: true }),
          unitCost: fc.double({ min: 0, max: 20, noNaN: true }),
          lower: fc.double({ min: 2, max: 10, noNaN: true }),
          width: fc.double({ min: 0, max: 20, noNaN: true }),
          at: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        ({ elasticity, elasticityError, unitCost, lower, width, at }) => {
          const uncertain = { ...curve, elasticity, elasticityError };
          const upper = lower + width;
          const best = defined(
            optimalPrice(uncertain, { objective: 'profit', unitCost, lower, upper }),
          );
          const p = lower + at * width;
          const other = defined(
            optimalPrice(uncertain, { objective: 'profit', unitCost, lower: p, upper: p }),
          );
          const scale = Math.abs(best.profit) + best.revenue;
          expect(other.profit).toBeLessThanOrEqual(best.profit + 1e-6 * scale);
          expect(best.price >= lower && best.price <= upper).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is undefined for impossible inputs', () => {
    const options = { objective: 'profit', lower: 5, upper: 20 } as const;
    for (const [c, o] of [
      [{ ...curve, price: 0 }, options],
      [{ ...curve, elasticity: Number.NaN }, options],
      [curve, { ...options, lower: 30 }],
      [curve, { ...options, unitCost: -1 }],
    ] as const) {
      expect(optimalPrice(c, o).kind).toBe('undefined');
    }
  });

  it('never lets NaN or Infinity out of pricing', () => {
    const finite = (value: unknown): boolean =>
      typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value !== 'object' || value === null || Object.values(value).every(finite);
    const number = fc.double();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number, fc.nat(2)), { maxLength: 12 }),
        fc.array(fc.record({ estimate: number, standardError: number }), { maxLength: 6 }),
        number,
        number,
        (rows, estimates, lower, upper) => {
          const prices = rows.map(([p]) => Math.abs(p));
          const quantities = rows.map(([, q]) => Math.abs(q));
          const labels = [rows.map(([, , g]) => g)];
          expect(finite(estimateElasticity({ prices, quantities }))).toBe(true);
          expect(finite(estimateElasticity({ prices, quantities, fixedEffects: labels }))).toBe(
            true,
          );
          expect(finite(shrinkEstimates(estimates))).toBe(true);
          const elasticity = estimates[0]?.estimate ?? -2;
          const options = { objective: 'profit', lower, upper } as const;
          expect(finite(optimalPrice({ ...curve, elasticity }, options))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
