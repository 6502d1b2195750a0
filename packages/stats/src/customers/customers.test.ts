import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, drawBeta, drawExponential, drawGamma } from '../sampling/index.js';
import { isUndefined, type Undefined } from '../undefined.js';
import {
  type BgNbdModel,
  type CustomerHistory,
  expectedPurchases,
  expectedSpend,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  type GammaGammaModel,
  lifetimeValue,
  lifetimeValueInterval,
  type ParetoNbdModel,
  type PurchaseHistory,
  probabilityAlive,
} from './index.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

/** Customers drawn from a known BG/NBD and gamma-gamma, watched for 50 weeks, then 20 more. */
const simulated = (count: number, seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, (): CustomerHistory & { later: number } => {
    const rate = drawGamma(random, 0.8, 1 / 6);
    const leaving = drawBeta(random, 1.2, 3);
    const age = 30 + random.integer(21);
    const nu = drawGamma(random, 4, 1 / 20);
    let [frequency, recency, later, value] = [0, 0, 0, 0];
    for (let t = drawExponential(random, rate); t < age + 20; t += drawExponential(random, rate)) {
      if (t <= age) {
        frequency++;
        recency = t;
        value += drawGamma(random, 6, 1 / nu);
      } else later++;
      if (random.next() < leaving) break;
    }
    return { frequency, recency, age, later, meanValue: frequency > 0 ? value / frequency : 0 };
  });
};

const bg: BgNbdModel = {
  kind: 'bg-nbd',
  r: 0.243,
  alpha: 4.414,
  a: 0.793,
  b: 2.426,
  logLikelihood: 0,
  logCovariance: { kind: 'undefined', reason: 'not fitted' },
};
const pareto: ParetoNbdModel = {
  kind: 'pareto-nbd',
  r: 0.553,
  alpha: 10.578,
  s: 0.606,
  beta: 11.669,
  logLikelihood: 0,
  logCovariance: { kind: 'undefined', reason: 'not fitted' },
};
const spend: GammaGammaModel = {
  kind: 'gamma-gamma',
  p: 6.25,
  q: 3.74,
  v: 15.45,
  logLikelihood: 0,
  logCovariance: { kind: 'undefined', reason: 'not fitted' },
};

describe('customers', () => {
  it('die out under Pareto/NBD at the fitted parameters of simulated data', () => {
    const model = defined(fitParetoNbd(simulated(800, 8)));
    expect(model.logLikelihood).toBeLessThan(0);
    expect(model.r / model.alpha).toBeGreaterThan(0.05);
    expect(model.r / model.alpha).toBeLessThan(0.3);
  });

  it('are expected to buy what Fader, Hardie & Lee compute for their example', () => {
    // x = 2, tₓ = 30.43, T = 38.86: 1.226 purchases in the next 39 weeks.
    const history = { frequency: 2, recency: 30.43, age: 38.86 };
    expect(expectedPurchases(bg, history, 39)).toBeCloseTo(1.226, 3);
  });

  it('give back the parameters they were simulated with', () => {
    const customers = simulated(4000, 4);
    const model = defined(fitBgNbd(customers));
    expect(model.r).toBeCloseTo(0.8, 1);
    expect(model.a / (model.a + model.b)).toBeCloseTo(1.2 / 4.2, 1);
    const money = defined(fitGammaGamma(customers));
    // Mean purchase value is p·v/(q − 1) = 40.
    expect((money.p * money.v) / (money.q - 1)).toBeGreaterThan(38);
    expect((money.p * money.v) / (money.q - 1)).toBeLessThan(42);
    const predicted = customers.reduce((s, c) => s + defined(expectedPurchases(model, c, 20)), 0);
    const actual = customers.reduce((s, c) => s + c.later, 0);
    expect(predicted / actual).toBeGreaterThan(0.93);
    expect(predicted / actual).toBeLessThan(1.07);
  });

  it('are expected to spend between their own mean and the population’s', () => {
    const population = (spend.p * spend.v) / (spend.q - 1);
    expect(expectedSpend(spend, { frequency: 0, meanValue: 0 })).toBeCloseTo(population, 10);
    const own = defined(expectedSpend(spend, { frequency: 3, meanValue: 100 }));
    expect(own).toBeGreaterThan(population);
    expect(own).toBeLessThan(100);
  });

  it('have a lifetime value whose interval agrees with its expectation', () => {
    const customer = { frequency: 6, recency: 35, age: 38, meanValue: 50 };
    const options = { horizon: 52, discountRate: 0.002 };
    for (const model of [bg, pareto]) {
      const value = defined(lifetimeValue(model, spend, customer, options));
      const interval = defined(
        lifetimeValueInterval(model, spend, customer, { ...options, simulations: 20_000 }),
      );
      expect(interval.mean / value).toBeGreaterThan(0.97);
      expect(interval.mean / value).toBeLessThan(1.03);
      expect(interval.lower).toBeLessThan(value);
      expect(interval.upper).toBeGreaterThan(value);
    }
    const value = defined(lifetimeValue(bg, spend, customer, options));
    const undiscounted = defined(lifetimeValue(bg, spend, customer, { horizon: 52 }));
    expect(undiscounted).toBeGreaterThan(value);
  });

  it('are likelier alive the more recently they bought, under both models', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 1, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (frequency, age, u, w) => {
          const at = (share: number): PurchaseHistory => ({ frequency, recency: share * age, age });
          const [low, high] = [Math.min(u, w), Math.max(u, w)];
          return [bg, pareto].every((model) => {
            const earlier = defined(probabilityAlive(model, at(low)));
            const later = defined(probabilityAlive(model, at(high)));
            return earlier <= later + 1e-12 && earlier >= 0 && later <= 1;
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never have a NaN for a prediction', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: 0, max: 50 }));
    const history = fc.record({
      frequency: number,
      recency: number,
      age: number,
      meanValue: number,
    });
    const fine = (value: unknown): boolean => typeof value !== 'number' || !Number.isNaN(value);
    fc.assert(
      fc.property(history, number, (customer, time) =>
        [
          expectedPurchases(bg, customer, time),
          probabilityAlive(bg, customer),
          expectedSpend(spend, customer),
          lifetimeValue(bg, spend, customer, { horizon: time, discountRate: 0.01 }),
        ].every(fine),
      ),
      { numRuns: 500 },
    );
    expect(isUndefined(fitBgNbd([]))).toBe(true);
    expect(isUndefined(fitParetoNbd([]))).toBe(true);
    expect(isUndefined(fitBgNbd([{ frequency: 1, recency: 9, age: 3 }]))).toBe(true);
    expect(isUndefined(fitGammaGamma([{ frequency: 2, meanValue: -1 }]))).toBe(true);
  });

  const summary = `${
    process.env.OLYMPUS_SHARED_DATA ??
    fileURLToPath(new URL('../../../../../shared/data', import.meta.url))
  }/cdnow/cdnow_customers_summary.csv`;
  it.skipIf(!existsSync(summary))(
    `reproduce the published CDNOW fit (needs ${summary}, see OLYMPUS_SHARED_DATA)`,
    () => {
      const histories = readFileSync(summary, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',').map(Number))
        .map(([, frequency = 0, recency = 0, age = 0]) => ({ frequency, recency, age }));
      const model = defined(fitBgNbd(histories));
      expect(model.r).toBeCloseTo(0.243, 3);
      expect(model.alpha).toBeCloseTo(4.414, 3);
      expect(model.a).toBeCloseTo(0.793, 3);
      expect(model.b).toBeCloseTo(2.426, 3);
      expect(Math.abs(model.logLikelihood + 9582.43)).toBeLessThanOrEqual(0.01);
    },
  );
});
