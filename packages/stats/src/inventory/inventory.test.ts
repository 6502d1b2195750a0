import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../fixtures/learning/golden.json' with { type: 'json' };
import { drawNormal, drawPoisson } from '../sampling/draws.js';
import { createRandom } from '../sampling/random.js';
import { isUndefined, type Undefined } from '../undefined.js';
import {
  type Demand,
  demandFunctions,
  economicOrderQuantity,
  estimateCensoredDemand,
  newsvendor,
  reorderPoint,
} from './index.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

const demands: readonly Demand[] = [
  { kind: 'normal', mean: 100, standardDeviation: 20 },
  { kind: 'gamma', mean: 100, standardDeviation: 60 },
  { kind: 'poisson', mean: 12 },
  { kind: 'samples', values: [3, 8, 1, 12, 5, 5, 9, 20, 4, 7] },
];

describe('the newsvendor', () => {
  it('agrees with scipy on quantities and expected shortage', () => {
    for (const { demand, quantity, shortage } of golden.newsvendor) {
      const functions = defined(demandFunctions(demand as Demand));
      expect(functions.quantile(0.7)).toBeCloseTo(quantity, 9);
      expect(functions.shortage(quantity)).toBeCloseTo(shortage, 9);
    }
  });

  it.each(demands.map((d) => [d.kind, d] as const))(
    'earns no less than any other quantity under %s demand',
    (_, demand) => {
      const money = { price: 10, cost: 4, salvage: 1, shortageCost: 2 };
      const best = defined(newsvendor(demand, money));
      const { mean, shortage } = defined(demandFunctions(demand));
      for (let q = 0; q < 200; q++) {
        const short = shortage(q);
        const profit = 10 * (mean - short) + (q - mean + short) - 4 * q - 2 * short;
        expect(profit).toBeLessThanOrEqual(best.expectedProfit + 1e-9);
      }
      expect(best.expectedSales + best.expectedShortage).toBeCloseTo(mean, 9);
      expect(best.expectedSales + best.expectedLeftover).toBeCloseTo(best.quantity, 9);
    },
  );

  it('is undefined when a unit cannot be sold or thrown away at a loss', () => {
    const demand = { kind: 'poisson', mean: 3 } as const;
    expect(newsvendor(demand, { price: 3, cost: 4 }).kind).toBe('undefined');
    expect(newsvendor(demand, { price: 5, cost: 4, salvage: 4 }).kind).toBe('undefined');
    expect(newsvendor({ kind: 'samples', values: [] }, { price: 5, cost: 4 }).kind).toBe(
      'undefined',
    );
  });
});

describe('the reorder point', () => {
  const usual = { demandMean: 20, demandDeviation: 6, leadTimeMean: 4, leadTimeDeviation: 1 };

  it('covers demand over lead time as often as asked, in simulation', () => {
    const target = { kind: 'cycle-service', level: 0.95 } as const;
    const { reorderPoint: point, cycleService } = defined(
      reorderPoint({ ...usual, leadTimeDeviation: 0, target }),
    );
    const random = createRandom(1);
    let covered = 0;
    for (let cycle = 0; cycle < 20_000; cycle++) {
      let demand = 0;
      for (let t = 0; t < 4; t++) demand += drawNormal(random, 20, 6);
      if (demand <= point) covered++;
    }
    expect(Math.abs(covered / 20_000 - 0.95)).toBeLessThan(0.006);
    expect(cycleService).toBeCloseTo(0.95, 12);
  });

  it('adds the variance of the lead time and of the review period', () => {
    const target = { kind: 'cycle-service', level: 0.9 } as const;
    const point = defined(reorderPoint({ ...usual, reviewPeriod: 2, target }));
    expect(point.protectionDemand).toBe(120);
    expect(point.protectionDeviation).toBeCloseTo(Math.sqrt(6 * 36 + 400), 12);
    expect(point.safetyStock).toBeCloseTo(1.2815515655446004 * Math.sqrt(616), 9);
  });

  it('meets a fill rate', () => {
    const target = { kind: 'fill-rate', level: 0.98, orderQuantity: 100 } as const;
    const point = defined(reorderPoint({ ...usual, target }));
    expect(1 - point.expectedShortage / 100).toBeCloseTo(0.98, 9);
  });

  it('is undefined for impossible levels and negative demand', () => {
    const target = { kind: 'cycle-service', level: 1 } as const;
    expect(reorderPoint({ ...usual, target }).kind).toBe('undefined');
    const half = { kind: 'cycle-service', level: 0.5 } as const;
    expect(reorderPoint({ ...usual, demandMean: -1, target: half }).kind).toBe('undefined');
  });

  it('balances ordering and holding costs', () => {
    expect(economicOrderQuantity(1000, 50, 4)).toBeCloseTo(158.11388300841898, 9);
    expect(isUndefined(economicOrderQuantity(1000, 50, 0))).toBe(true);
  });
});

describe('lost sales', () => {
  it.each(['normal', 'poisson'] as const)(
    'are recovered from capped sales (%s)',
    (distribution) => {
      const random = createRandom(3);
      const sales: number[] = [];
      const stockedOut: boolean[] = [];
      for (let t = 0; t < 4000; t++) {
        const demand =
          distribution === 'normal' ? drawNormal(random, 50, 10) : drawPoisson(random, 50);
        const stock = 40 + random.integer(25);
        sales.push(Math.min(demand, stock));
        stockedOut.push(demand >= stock);
      }
      const found = defined(estimateCensoredDemand({ sales, stockedOut }, { distribution }));
      expect(found.salesMean).toBeLessThan(48);
      expect(Math.abs(found.mean - 50)).toBeLessThan(0.7);
      expect(
        Math.abs(found.standardDeviation - (distribution === 'normal' ? 10 : Math.sqrt(50))),
      ).toBeLessThan(0.5);
      expect(found.lostSales).toBeGreaterThan(4000);
    },
  );

  it('agree with the maximum of the censored likelihood found by scipy', () => {
    const { sales, stockedOut, mean, standardDeviation } = golden.censored;
    const found = defined(estimateCensoredDemand({ sales, stockedOut }));
    expect(found.mean).toBeCloseTo(mean, 5);
    expect(found.standardDeviation).toBeCloseTo(standardDeviation, 5);
  });

  it('are 0 without stock-outs and unbounded when stock always ran out', () => {
    const sales = [3, 5, 4];
    const never = defined(estimateCensoredDemand({ sales, stockedOut: [false, false, false] }));
    expect(never).toMatchObject({ mean: 4, lostSales: 0 });
    const always = estimateCensoredDemand({ sales, stockedOut: [true, true, true] });
    expect(always.kind).toBe('undefined');
  });
});

describe('stock decisions', () => {
  it('never let NaN or Infinity out', () => {
    const finite = (value: unknown): boolean =>
      typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value !== 'object' || value === null || Object.values(value).every(finite);
    const number = fc.oneof(fc.double(), fc.double({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(number, { minLength: 6, maxLength: 6 }), fc.nat(3), (v, which) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = v;
        const demand: Demand =
          which === 0
            ? { kind: 'poisson', mean: a }
            : which === 1
              ? { kind: 'samples', values: [a, b] }
              : { kind: which === 2 ? 'normal' : 'gamma', mean: a, standardDeviation: b };
        expect(finite(newsvendor(demand, { price: c, cost: d, salvage: e }))).toBe(true);
        const base = { demandMean: a, demandDeviation: b, leadTimeMean: c, reviewPeriod: d };
        for (const kind of ['cycle-service', 'fill-rate'] as const) {
          const target = { kind, level: e, orderQuantity: f };
          expect(finite(reorderPoint({ ...base, target }))).toBe(true);
        }
        const stockedOut = [false, true, false, true, false, true];
        for (const distribution of ['normal', 'poisson'] as const) {
          expect(finite(estimateCensoredDemand({ sales: v, stockedOut }, { distribution }))).toBe(
            true,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
