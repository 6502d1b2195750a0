import { createRandom, drawBinomial, drawNormal } from '@olympus/stats';
import { expect, test } from 'vitest';
import {
  knownAfter,
  type Simulated,
  sumsOfCounts,
  sumsOfUnits,
  type TestMetric,
  testPlan,
} from '../testing/simulated-outcomes.js';

const conversion: readonly TestMetric[] = [{ metric: 'orders', kind: 'share' }];
const revenue: readonly TestMetric[] = [{ metric: 'revenue', kind: 'mean' }];

/** Conversions of visitors who come evenly, by arm with its true rate. */
function converting(seed: number, days: number, perDay: number, rates: Record<string, number>) {
  const random = createRandom(seed);
  const plan = testPlan(conversion, days);
  const ofArm = (rate: number) =>
    Array.from({ length: days }, () => {
      const units = drawBinomial(random, perDay * 2, 0.5);
      return sumsOfCounts(plan, units, drawBinomial(random, units, rate));
    });
  const arms = Object.entries(rates).map(([key, rate]) => [key, ofArm(rate)]);
  return { plan, days: Object.fromEntries(arms) } satisfies Simulated;
}

/**
 * What visitors spend: few order, some of them large sums, and who orders more often before does
 * so again.
 */
function spending(seed: number, days: number, perDay: number, lift: number): Simulated {
  const random = createRandom(seed);
  const plan = testPlan(revenue, days);
  const spent = (taste: number) =>
    random.next() < 0.05 * Math.exp(taste) ? Math.exp(3 + 0.5 * drawNormal(random)) : 0;
  const ofArm = (factor: number) =>
    Array.from({ length: days }, () =>
      sumsOfUnits(
        plan,
        Array.from({ length: perDay }, () => {
          const taste = drawNormal(random);
          return {
            before: spent(taste) + spent(taste) + spent(taste),
            after: factor * spent(taste),
          };
        }),
      ),
    );
  return { plan, days: { control: ofArm(1), treatment: ofArm(1 + lift) } };
}

const seeds = (count: number) => Array.from({ length: count }, (_, n) => 1_000 + n);

test('an A/A test that is looked at daily for six weeks is called by chance in at most one of 20', () => {
  const all = seeds(400);
  let called = 0;
  let broken = 0;
  for (const seed of all) {
    const world = converting(seed, 42, 400, { control: 0.04, treatment: 0.04 });
    const { days, verdict } = knownAfter(world, conversion, 42, { plannedUnits: 30_000 });
    if (days.some(({ significant }) => significant[0])) called += 1;
    if (verdict.kind === 'broken') broken += 1;
  }
  expect(called / all.length).toBeLessThanOrEqual(0.05);
  // the split is called broken by chance in one of 100 at most
  expect(broken / all.length).toBeLessThanOrEqual(0.01);
}, 120_000);

test('the same with three treatments, and with revenue that a few large orders make', () => {
  const arms = { control: 0.04, a: 0.04, b: 0.04, c: 0.04 };
  const all = seeds(200);
  const calledOf = (
    world: (seed: number) => Simulated,
    metrics: readonly TestMetric[],
    days: number,
  ) =>
    all.filter((seed) => {
      const one = world(seed);
      const known = knownAfter(one, metrics, days, { plannedUnits: 20_000 });
      return known.days.some(({ significant }) => significant.includes(true));
    }).length / all.length;
  const three = calledOf((seed) => converting(seed, 28, 300, arms), conversion, 28);
  const skewed = calledOf((seed) => spending(seed, 14, 300, 0), revenue, 14);
  expect(three).toBeLessThanOrEqual(0.05);
  expect(skewed).toBeLessThanOrEqual(0.05);
}, 240_000);

test('a true change of +4 % lies within the interval at every look, and is found', () => {
  const all = seeds(200);
  let held = 0;
  let found = 0;
  const days = 28;
  const ends: number[] = [];
  for (const seed of all) {
    const world = converting(seed, days, 10_000, { control: 0.1, treatment: 0.104 });
    const last = knownAfter(world, conversion, days, { plannedUnits: 2 * 10_000 * days });
    const changes = last.days.map((day) => day.changes[0]);
    if (changes.every((one) => one == null || (one.lower <= 0.04 && 0.04 <= one.upper))) held += 1;
    if (last.verdict.kind === 'winner') found += 1;
    ends.push(last.verdict.change?.estimate ?? Number.NaN);
  }
  // at 95 %: fewer than 182 of 200 happen in less than one of 100 suites
  expect(held).toBeGreaterThanOrEqual(182);
  expect(found / all.length).toBeGreaterThanOrEqual(0.8);
  const mean = ends.reduce((sum, value) => sum + value, 0) / ends.length;
  expect(mean).toBeGreaterThan(0.037);
  expect(mean).toBeLessThan(0.043);
}, 120_000);

test('what units spent before takes noise out, and the truth stays within the interval', () => {
  const all = seeds(120);
  let held = 0;
  const reductions: number[] = [];
  for (const seed of all) {
    const world = spending(seed, 5, 2_000, 0.04);
    const last = knownAfter(world, revenue, 5, { plannedUnits: 20_000 });
    const comparison = last.metrics[0]?.comparison.arms[1]?.comparison;
    const change = comparison?.relative;
    if (change != null && change.lower <= 0.04 && 0.04 <= change.upper) held += 1;
    reductions.push(comparison?.varianceReduction ?? 0);
  }
  expect(held).toBeGreaterThanOrEqual(107);
  const mean = reductions.reduce((sum, value) => sum + value, 0) / reductions.length;
  expect(mean).toBeGreaterThan(0.01);
}, 120_000);
