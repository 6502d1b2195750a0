import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saleLine } from '../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';

let store: TestShop;
beforeEach(async () => {
  store = await openTestShop('2026-11-20T12:00:00Z');
});
afterEach(() => store.close());

let serial = 0;
const order = (
  who: string,
  at: string,
  net: number,
  more: Record<string, string | number> = {},
) => {
  serial += 1;
  return saleLine(at, `o${serial}`, net, { customer_key: who, document_hash: serial, ...more });
};

const time = { from: '2026-08-01', to: '2026-12-01' };
const ask = { tenantId: shop, time };

async function threeCustomers() {
  await store.commit('sales', [
    order('ann', '2026-08-05T10:00:00Z', 100, { country: 'DE' }),
    order('ann', '2026-09-05T10:00:00Z', 50, { country: 'DE' }),
    order('ann', '2026-11-05T10:00:00Z', 30, { country: 'DE' }),
    order('bob', '2026-08-10T10:00:00Z', 60, { country: 'FR' }),
    order('cid', '2026-10-10T10:00:00Z', 40, { country: 'DE' }),
    order('cid', '2026-11-19T10:00:00Z', 20, { country: 'DE' }),
    order('eve', '2026-08-10T10:00:00Z', 999, { tenant_id: 'other' }),
  ]);
}

describe('retention', () => {
  test('projects what customers will have spent by how older cohorts went on', async () => {
    await store.commit('sales', [
      order('ann', '2026-07-05T10:00:00Z', 100),
      order('ann', '2026-08-05T10:00:00Z', 50),
      order('ann', '2026-09-05T10:00:00Z', 30),
      order('bob', '2026-08-05T10:00:00Z', 200),
      order('bob', '2026-09-05T10:00:00Z', 100),
      order('bob', '2026-10-05T10:00:00Z', 60),
      order('cid', '2026-09-05T10:00:00Z', 20),
      order('cid', '2026-10-05T10:00:00Z', 10),
      order('dot', '2026-10-10T10:00:00Z', 40),
      order('eli', '2026-10-11T10:00:00Z', 60),
      order('fay', '2026-11-19T10:00:00Z', 10),
    ]);
    const value = { ...ask, time: { from: '2026-07-01', to: '2026-12-01' } };
    const { groups } = await store.analytics.watching.retention({ ...value, measure: 'revenue' });
    const { projection } = groups[0] ?? {};
    if (projection?.kind !== 'projected') throw new Error(JSON.stringify(projection));
    // each month later came to half, then to three tenths of the first: ×1.5, then ×1.2
    expect(projection.reach).toBe(2);
    expect(projection.cohorts.map(({ cohort }) => cohort)).toEqual(['2026-09-01', '2026-10-01']);
    const october = projection.cohorts[1]?.points ?? [];
    expect(october.map(({ period }) => period)).toEqual([1, 2]);
    expect(october[0]?.value).toBeCloseTo(75, 6);
    expect(october[1]?.value).toBeCloseTo(90, 6);
  });

  test('says why there is no projection', async () => {
    await store.commit('sales', [
      order('ann', '2026-09-05T10:00:00Z', 100),
      order('ann', '2026-10-05T10:00:00Z', 100),
      order('bob', '2026-11-05T10:00:00Z', 100),
    ]);
    const { watching } = store.analytics;
    const revenue = { ...ask, measure: 'revenue' as const };
    const young = await watching.retention(revenue);
    expect(young.groups[0]?.projection).toEqual({ kind: 'none', reason: 'one_cohort' });
    const recurring = await watching.retention({ ...revenue, cohorts: 'recurring' });
    expect(recurring.groups[0]?.projection).toEqual({ kind: 'none', reason: 'recurring' });
    expect((await watching.retention(ask)).groups[0]?.projection).toBeUndefined();
  });

  test('gives cohorts with unfinished periods marked, and none that has not begun', async () => {
    await threeCustomers();
    const { groups, meta } = await store.analytics.watching.retention(ask);
    const [all] = groups;
    expect(meta.range).toEqual({ from: '2026-08-01', to: '2026-12-01' });
    expect(all?.customers).toBe(3);
    expect(all?.cohorts.map(({ cohort, customers }) => [cohort, customers])).toEqual([
      ['2026-08-01', 2],
      ['2026-09-01', 0],
      ['2026-10-01', 1],
      ['2026-11-01', 0],
    ]);
    expect(all?.cohorts[0]?.cells).toEqual([
      { period: 0, complete: true, customers: 2, share: 1 },
      { period: 1, complete: true, customers: 1, share: 0.5 },
      { period: 2, complete: true, customers: 0, share: 0 },
      { period: 3, complete: false, customers: 1, share: 0.5 },
    ]);
    expect(all?.cohorts[2]?.cells.map(({ complete }) => complete)).toEqual([true, false]);
    // period 1 is over for August only: October's is November
    expect(all?.average).toEqual([
      { period: 0, cohorts: 2, customers: 3, share: 1 },
      { period: 1, cohorts: 1, customers: 2, share: 0.5 },
      { period: 2, cohorts: 1, customers: 2, share: 0 },
    ]);
  });

  test('counts whoever came back in a period or later, and who is lost', async () => {
    await threeCustomers();
    const { groups } = await store.analytics.watching.retention({ ...ask, bracket: 'on_or_after' });
    expect(groups[0]?.cohorts[0]?.cells.map(({ customers, lost }) => [customers, lost])).toEqual([
      [2, 0],
      [1, 0.5],
      [1, 0.5],
      [1, 0.5],
    ]);
  });

  test('adds up what customers were worth so far', async () => {
    await threeCustomers();
    await store.commit('sales', [
      order('ann', '2026-09-07T10:00:00Z', -10, { entry: 'refund', orders: 0 }),
    ]);
    const { groups } = await store.analytics.watching.retention({ ...ask, measure: 'revenue' });
    expect(groups[0]?.cohorts[0]?.cells).toEqual([
      { period: 0, complete: true, revenue: 160, share: 1, per_customer: 80, cumulative: 80 },
      { period: 1, complete: true, revenue: 40, share: 0.25, per_customer: 20, cumulative: 100 },
      { period: 2, complete: true, revenue: 0, share: 0, per_customer: 0, cumulative: 100 },
      { period: 3, complete: false, revenue: 30, share: 0.1875, per_customer: 15, cumulative: 115 },
    ]);
  });

  test('tells groups apart, the largest first, and looks at those who are asked about', async () => {
    await threeCustomers();
    const split = await store.analytics.watching.retention({
      ...ask,
      breakdown: 'customer.country',
    });
    expect(split.groups.map(({ label, customers }) => [label, customers])).toEqual([
      ['DE', 2],
      ['FR', 1],
    ]);
    const french = await store.analytics.watching.retention({
      ...ask,
      filters: [{ dimension: 'customer.country', operator: 'equals', values: ['FR'] }],
    });
    expect(french.groups.map(({ customers }) => customers)).toEqual([1]);
  });

  test('refuses what it cannot answer, with the place', async () => {
    await threeCustomers();
    const { retention } = store.analytics.watching;
    await expect(
      retention({ ...ask, measure: 'revenue', bracket: 'on_or_after' }),
    ).rejects.toMatchObject({ code: 'bracket_not_applicable', at: '/bracket' });
    await expect(retention({ ...ask, breakdown: 'payment.method' })).rejects.toMatchObject({
      code: 'dimension_not_joinable',
      at: '/breakdown',
    });
    await expect(
      retention({
        ...ask,
        filters: [{ dimension: 'session.path', operator: 'equals', values: ['/'] }],
      }),
    ).rejects.toMatchObject({ code: 'dimension_not_joinable', at: '/filters/0/dimension' });
    await expect(
      retention({ ...ask, time: { from: '2000-01-01', to: '2026-01-01' }, grain: 'day' }),
    ).rejects.toMatchObject({ code: 'too_many_buckets' });
  });
});

test('lifecycle: active people are new, returning or resurrecting, and the others of before dormant', async () => {
  await threeCustomers();
  const { periods } = await store.analytics.watching.lifecycle(ask);
  expect(periods).toEqual([
    {
      period: '2026-08-01',
      complete: true,
      active: 2,
      new: 2,
      returning: 0,
      resurrecting: 0,
      dormant: 0,
    },
    {
      period: '2026-09-01',
      complete: true,
      active: 1,
      new: 0,
      returning: 1,
      resurrecting: 0,
      dormant: 1,
    },
    {
      period: '2026-10-01',
      complete: true,
      active: 1,
      new: 1,
      returning: 0,
      resurrecting: 0,
      dormant: 1,
    },
    {
      period: '2026-11-01',
      complete: false,
      active: 2,
      new: 0,
      returning: 1,
      resurrecting: 1,
      dormant: 0,
    },
  ]);
});

test('stickiness: in how many days of a month people were there', async () => {
  await store.commit('sales', [
    order('ann', '2026-08-05T10:00:00Z', 1),
    order('ann', '2026-08-05T20:00:00Z', 1),
    order('ann', '2026-08-31T22:30:00Z', 1),
    order('ann', '2026-08-07T10:00:00Z', 1),
    order('bob', '2026-08-07T10:00:00Z', 1),
    order('bob', '2026-10-01T10:00:00Z', 1),
  ]);
  const { periods, overall } = await store.analytics.watching.stickiness({
    ...ask,
    time: { from: '2026-08-01', to: '2026-10-01' },
  });
  // half past ten at night of 31 August in London is September in Berlin
  expect(periods[0]).toMatchObject({
    active: 2,
    units: 31,
    mean_units: 1.5,
    distribution: [
      { units: 1, people: 1 },
      { units: 2, people: 1 },
    ],
  });
  expect(periods[0]?.ratio).toBeCloseTo(1.5 / 31, 10);
  expect(periods[1]?.active).toBe(1);
  expect(overall.distribution).toEqual([
    { units: 1, people: 2 },
    { units: 2, people: 1 },
  ]);
});

test('second orders: only customers who have had the time count', async () => {
  await threeCustomers();
  const { rates, cohorts, intervals } = await store.analytics.watching.repeats(ask);
  expect(rates.map(({ customers, again }) => [customers, again])).toEqual([
    [3, 0],
    [2, 1],
    [2, 1],
  ]);
  expect(rates[1]?.rate).toBe(0.5);
  expect(rates[1]?.lower).toBeGreaterThan(0);
  expect(rates[1]?.upper).toBeLessThan(1);
  expect(cohorts.map(({ month, customers, again }) => [month, customers, again])).toEqual([
    ['2026-08-01', 2, 1],
    ['2026-09-01', 0, 0],
    ['2026-10-01', 1, 1],
    ['2026-11-01', 0, 0],
  ]);
  expect(intervals).toMatchObject({ orders: 3, median_days: 40 });
});

test('baskets: pairs with their lift and its interval, amounts of whole orders left out', async () => {
  const lines = (name: string, products: readonly string[]) =>
    products.map((product, index) =>
      saleLine('2026-10-01T10:00:00Z', name, 5, {
        product_id: product,
        orders: index === 0 ? 1 : 0,
      }),
    );
  await store.commit('sales', [
    ...Array.from({ length: 6 }, (_, n) => lines(`t${n}`, ['tea', 'pot'])).flat(),
    ...lines('u1', ['tea']),
    ...lines('u2', ['cup', 'pot']),
    ...lines('u3', ['cup']),
    { ...saleLine('2026-10-01T10:00:00Z', 'u3', -2, { orders: 0 }), product_id: null } as never,
  ]);
  await store.commit('products', [{ product_id: 'tea', name: 'Green tea' }]);
  const answer = await store.analytics.watching.baskets({ ...ask, minimum: 2 });
  expect(answer).toMatchObject({ baskets: 9, left_out: 0, largest: null, sampled: 1 });
  expect(answer.pairs).toHaveLength(1);
  expect(answer.pairs[0]).toMatchObject({
    one: { id: 'pot', label: null, baskets: 7 },
    other: { id: 'tea', label: 'Green tea', baskets: 7 },
    together: 6,
    support: 6 / 9,
    confidence_one: 6 / 7,
  });
  expect(answer.pairs[0]?.lift).toBeCloseTo((6 * 9) / 49, 10);
  expect(answer.pairs[0]?.lift_lower).toBeLessThan(answer.pairs[0]?.lift ?? 0);
  const withCup = await store.analytics.watching.baskets({ ...ask, minimum: 1, focus: 'cup' });
  expect(withCup.pairs.map(({ one, other }) => [one.id, other.id])).toEqual([['cup', 'pot']]);
});

test('a shop without data gets empty answers', async () => {
  const { watching } = store.analytics;
  const everything = { tenantId: shop };
  expect(await watching.retention(everything)).toMatchObject({ groups: [], meta: { range: null } });
  expect(await watching.lifecycle(everything)).toMatchObject({ periods: [] });
  expect(await watching.stickiness(everything)).toMatchObject({ periods: [] });
  expect(await watching.repeats(everything)).toMatchObject({ cohorts: [] });
  expect(await watching.baskets(everything)).toMatchObject({ pairs: [], baskets: 0 });
  expect((await watching.retention(ask)).groups).toEqual([]);
});
