import type { Problem } from '@olympus/core';
import type { Funnel } from '@olympus/semantic';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';

let store: TestShop;
beforeEach(async () => {
  store = await openTestShop('2026-06-20T12:00:00Z');
});
afterEach(() => store.close());

const may = { from: '2026-05-01', to: '2026-06-01' };

const visit = (who: string, at: string, action = 'page.viewed', more = {}) => ({
  occurred_at: `2026-05-${at}Z`,
  session_id: `s-${who}`,
  action,
  visitor_key: who,
  ...more,
});
const order = (who: string, at: string, id: string, net: number, more = {}) => ({
  occurred_at: `2026-05-${at}Z`,
  entry: 'sale',
  order_id: id,
  document_id: `order:${id}`,
  orders: 1,
  customer_key: who,
  quantity: 1,
  net,
  ...more,
});

const pageToOrder: Funnel = { steps: [{ act: 'page.viewed' }, { act: 'order.placed' }] };
const ask = (funnel: Funnel, more = {}) =>
  store.analytics.funnels.run({ tenantId: shop, funnel, time: may, ...more });

/** Ann buys a day after her visit and is refunded in part, ben after an hour, cleo leaves. */
async function fill(): Promise<void> {
  await store.commit('sessions', [
    visit('ann', '04T10:00:00', 'page.viewed', { device: 'mobile' }),
    visit('ann', '05T09:00:00', 'checkout.started'),
    visit('ben', '11T10:00:00', 'page.viewed', { device: 'desktop' }),
    visit('cleo', '11T10:00:00', 'page.viewed', { device: 'mobile' }),
    visit('dan', '12T10:00:00'),
    visit('eve', '12T10:00:00', 'page.viewed', { tenant_id: 'other' }),
  ]);
  await store.commit('sales', [
    order('ann', '05T10:00:00', 'o1', 100),
    order('ann', '20T10:00:00', 'o1', -30, { entry: 'refund', document_id: 'refund:1', orders: 0 }),
    order('ben', '11T11:00:00', 'o2', 50),
    order('eve', '12T11:00:00', 'o3', 70, { tenant_id: 'other' }),
  ]);
  await store.commit('customers', [
    { customer_key: 'ann', country: 'DE', version_at: '2026-05-01T00:00:00Z' },
    { customer_key: 'ben', country: 'FR', version_at: '2026-05-01T00:00:00Z' },
  ]);
}

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  return promise.then(
    () => {
      throw new Error('expected a problem');
    },
    (reason: Problem) => reason,
  );
}

describe('a funnel', () => {
  test('is worth the orders of its chains in any order too', async () => {
    await fill();
    await store.commit('sessions', [
      // after the order, and still one chain
      visit('ben', '11T12:00:00', 'checkout.started'),
      // two orders before the other acts: the last of them belongs to the chain
      visit('fay', '14T10:00:00'),
      visit('fay', '16T10:00:00', 'checkout.started'),
    ]);
    await store.commit('sales', [
      order('fay', '15T08:00:00', 'o7', 7),
      order('fay', '15T09:00:00', 'o8', 8),
      order('fay', '17T09:00:00', 'o9', 900),
    ]);
    const steps = [{ act: 'page.viewed' }, { act: 'order.placed' }, { act: 'checkout.started' }];
    const answer = await ask({ steps, order: 'any' }, { compare: 'previous_period' as const });
    // ann's 100 less 30 given back, ben's 50, and of fay the order before her chain was whole
    expect(answer.steps.map(({ people }) => people)).toEqual([5, 3, 3]);
    expect(answer.worth).toEqual({
      total: 70 + 50 + 8,
      per_conversion: (70 + 50 + 8) / 3,
      per_start: (70 + 50 + 8) / 5,
      previous_total: 0,
    });
    const grouped = await ask({
      steps,
      order: 'any',
      breakdown: { dimension: 'customer.country' },
    });
    expect(grouped.breakdown?.groups.map(({ value, worth }) => [value, worth]).sort()).toEqual([
      [null, 8],
      ['DE', 70],
      ['FR', 50],
    ]);
    const without = await ask({ steps: [steps[0], steps[2]] as Funnel['steps'], order: 'any' });
    expect(without.worth).toBeNull();
  });

  test('can be narrowed as a whole, and says which steps that does not reach', async () => {
    await fill();
    const device = { dimension: 'session.device', operator: 'equals' as const, values: ['mobile'] };
    const filters = [device];
    const mobile = await ask({ ...pageToOrder, filters });
    expect(mobile.steps.map(({ people }) => people)).toEqual([2, 1]);
    expect(mobile.worth?.total).toBe(70);
    expect(mobile.notes).toContainEqual({
      code: 'step_not_filtered',
      message: 'Step 2 says nothing about Device, so the filter does not narrow it',
      step: 2,
    });
    const visits: Funnel = {
      steps: [{ act: 'page.viewed' }, { act: 'checkout.started' }],
      filters,
    };
    // ann's checkout tells no device
    expect((await ask(visits)).steps.map(({ people }) => people)).toEqual([2, 0]);
    const german = [{ dimension: 'customer.country', operator: 'equals' as const, values: ['DE'] }];
    const orders: Funnel = {
      steps: [{ act: 'order.placed' }, { act: 'order.refunded' }],
      filters: german,
    };
    const answer = await ask(orders, { time: may });
    expect(answer.steps[0]?.people).toBe(1);
    expect(answer.notes.map(({ code }) => code)).not.toContain('step_not_filtered');
    const refused = await problemOf(
      ask({ ...pageToOrder, filters: [{ ...device, dimension: 'promotion' }] }),
    );
    expect(refused).toMatchObject({ code: 'dimension_not_joinable', at: '/filters/0/dimension' });
  });

  test('tells people, conversion, time and what the orders were worth', async () => {
    await fill();
    const answer = await ask(pageToOrder);
    expect(answer.steps).toMatchObject([
      { number: 1, label: 'Page seen', people: 4, share_of_start: 1, share_of_previous: null },
      { number: 2, people: 2, share_of_start: 0.5, share_of_previous: 0.5, dropped: 2 },
    ]);
    expect(answer).toMatchObject({ started: 4, converted: 2, rate: 0.5, open: 0 });
    expect(answer.steps[1]?.time?.p50).toBe((24 * 3600 + 3600) / 2);
    expect(answer.worth).toEqual({
      total: 120,
      per_conversion: 60,
      per_start: 30,
      previous_total: null,
    });
    const took = answer.times.filter(({ people }) => people > 0);
    expect(took).toEqual([
      { from_seconds: 3600, to_seconds: 2 * 3600, people: 1 },
      { from_seconds: 86_400, to_seconds: 2 * 86_400, people: 1 },
    ]);
  });

  test('counts each person once in the trend, by when their chain began', async () => {
    await fill();
    const { trend } = await ask(pageToOrder, { grain: 'week' });
    const began = trend.points.filter(({ started }) => started > 0);
    expect(began).toMatchObject([
      { at: '2026-05-04', started: 1, converted: 1, rate: 1, open: false },
      { at: '2026-05-11', started: 3, converted: 1, open: true },
    ]);
  });

  test('tells groups of customers and of steps, which add up to the whole', async () => {
    await fill();
    const byCountry = await ask({ ...pageToOrder, breakdown: { dimension: 'customer.country' } });
    expect(byCountry.breakdown).toMatchObject({
      of: 'customer',
      values: 3,
      groups: [
        { value: null, people: [2, 0], share_of_start: 0 },
        { value: 'DE', people: [1, 1], worth: 70, median_seconds: 86_400 },
        { value: 'FR', people: [1, 1], worth: 50 },
      ],
      others: null,
    });
    const folded = await ask({
      ...pageToOrder,
      breakdown: { dimension: 'session.device', limit: 1 },
    });
    expect(folded.breakdown).toMatchObject({
      of: 'step',
      step: 1,
      values: 3,
      groups: [{ value: 'mobile', people: [2, 1] }],
      others: { value: null, people: [2, 1] },
    });
    expect(folded.notes).toMatchObject([{ code: 'values_folded' }]);
  });

  test('compares with the span before', async () => {
    await fill();
    const time = { from: '2026-05-11', to: '2026-05-18' };
    const answer = await ask(pageToOrder, { time, compare: 'previous_period' });
    expect(answer.comparison_range).toEqual({ from: '2026-05-04', to: '2026-05-11' });
    expect(answer.steps.map(({ people, previous }) => [people, previous?.people])).toEqual([
      [3, 1],
      [1, 1],
    ]);
    expect(answer.worth).toMatchObject({ total: 50, previous_total: 70 });
  });

  test('keeps to one visit where asked, and says who may still convert', async () => {
    await fill();
    const visits = await ask({ ...pageToOrder, per: 'session' });
    expect(visits.steps.map(({ people }) => people)).toEqual([4, 0]);
    const long = await ask({ ...pageToOrder, window: { count: 2, unit: 'week' } });
    expect(long.open).toBe(2);
    expect(long.notes).toContainEqual(expect.objectContaining({ code: 'windows_open' }));
  });

  test('answers 0 for a step that nobody ever took, and names it', async () => {
    await fill();
    const answer = await ask({
      steps: [{ act: 'page.viewed' }, { act: 'wish.made' }, { act: 'order.refunded' }],
    });
    expect(answer.steps.map(({ people }) => people)).toEqual([4, 0, 0]);
    expect(answer.notes.filter(({ code }) => code === 'step_never')).toEqual([
      { code: 'step_never', message: 'Nobody ever did "wish.made", step 2', step: 2 },
    ]);
  });

  test('answers zeros while there is no data at all', async () => {
    const answer = await ask(pageToOrder);
    expect(answer).toMatchObject({ started: 0, converted: 0, rate: null, worth: { total: 0 } });
    const problem = await problemOf(ask(pageToOrder, { time: { timeframe: 'all_time' } }));
    expect(problem).toMatchObject({ code: 'no_data', kind: 'not_found' });
  });

  test('says where a question is wrong and what to do', async () => {
    await fill();
    const steps = pageToOrder.steps;
    const faults = [
      [{ steps: steps.slice(1) }, 'invalid_funnel', '/steps'],
      [
        { steps: Array.from({ length: 11 }, () => ({ act: 'page.viewed' })) },
        'invalid_funnel',
        '/steps',
      ],
      [
        { steps, breakdown: { dimension: 'shoe.size' } },
        'unknown_dimension',
        '/breakdown/dimension',
      ],
      [
        { steps, breakdown: { dimension: 'payment.method' } },
        'dimension_not_joinable',
        '/breakdown/dimension',
      ],
      [{ steps, window: { count: 13, unit: 'month' } }, 'window_too_long', '/window/count'],
      [{ steps: [...steps, ...steps], order: 'any' }, 'repeated_act', '/steps/2/act'],
      [
        { steps: steps.map((step) => ({ ...step, optional: true })) },
        'invalid_funnel',
        '/steps/0/optional',
      ],
      [
        { steps, exclusions: [{ act: 'cart.updated', after: 2, before: 2 }] },
        'invalid_funnel',
        '/exclusions/0/after',
      ],
    ] as const;
    for (const [funnel, code, at] of faults) {
      const problem = await problemOf(ask(funnel));
      expect(problem).toMatchObject({ code, at, kind: 'invalid' });
      expect(problem.remedy).toBeTruthy();
    }
  });
});

describe('people of a funnel', () => {
  test('are listed page by page, with their times, as customers or browsers', async () => {
    await fill();
    const list = (which: 'converted' | 'dropped', more = {}) =>
      store.analytics.funnels.people({
        tenantId: shop,
        funnel: pageToOrder,
        time: may,
        step: 2,
        which,
        ...more,
      });
    const converted = await list('converted');
    expect(converted).toMatchObject({ total: 2, page: 1 });
    expect(converted.people).toEqual([
      {
        key: 'ben',
        customer: true,
        began_at: '2026-05-11T10:00:00.000Z',
        step_times: ['2026-05-11T10:00:00.000Z', '2026-05-11T11:00:00.000Z'],
        seconds: 3600,
        open: false,
      },
      expect.objectContaining({ key: 'ann', seconds: 86_400 }),
    ]);
    const dropped = await list('dropped', { limit: 1, page: 2 });
    expect(dropped).toMatchObject({ total: 2, people: [{ key: 'cleo', customer: false }] });
    const problem = await problemOf(list('dropped', { step: 1 }));
    expect(problem).toMatchObject({ code: 'invalid_funnel', at: '/step' });
  });
});

describe('acts', () => {
  test('are told with how often they happened lately, and which to begin with', async () => {
    await fill();
    await store.commit('events', [
      { type: 'wish.made', subject: 'ann', occurred_at: '2026-05-19T10:00:00Z', data: '{}' },
      { type: 'price.set', occurred_at: '2026-05-19T10:00:00Z', data: '{}' },
      { type: 'order.created', subject: 'ann', occurred_at: '2026-05-19T10:00:00Z', data: '{}' },
    ]);
    const { acts, suggested } = await store.analytics.funnels.acts(shop, 'de');
    const counts = acts
      .filter(({ count }) => (count ?? 0) > 0)
      .map(({ act, count }) => [act, count]);
    expect(counts.sort()).toEqual(
      [
        ['page.viewed', 4],
        ['checkout.started', 1],
        ['order.placed', 2],
        ['order.refunded', 1],
        ['wish.made', 1],
      ].sort(),
    );
    expect(acts.find(({ act }) => act === 'page.viewed')?.label).toBe('Seite gesehen');
    expect(suggested).toEqual(['page.viewed', 'checkout.started', 'order.placed']);
  });
});

describe('what goes along with converting', () => {
  test('is told with an interval, corrected for the number of comparisons', async () => {
    // of 200 on phones 20 buy, of 200 on desktops 80, as many by each channel
    const people = Array.from({ length: 400 }, (_, n) => ({
      who: `p${n}`,
      phone: n % 2 === 0,
      buys: n % 2 === 0 ? n % 20 === 0 : n % 5 < 2,
      cart: n % 20 < 3,
    }));
    await store.commit(
      'sessions',
      people.flatMap(({ who, phone, cart }, n) => [
        visit(who, '04T10:00:00', 'page.viewed', {
          device: phone ? 'phone' : 'desktop',
          channel: Math.floor(n / 20) % 2 === 0 ? 'web' : 'app',
        }),
        ...(cart ? [visit(who, '04T10:10:00', 'cart.updated')] : []),
      ]),
    );
    await store.commit(
      'sales',
      people.filter(({ buys }) => buys).map(({ who }) => order(who, '04T11:00:00', `o-${who}`, 10)),
    );
    // known of buyers alone, it cannot tell them from others
    await store.commit(
      'customers',
      people
        .filter(({ buys }) => buys)
        .map(({ who }, n) => ({
          customer_key: who,
          country: n % 2 === 0 ? 'DE' : 'FR',
          version_at: '2026-05-01T00:00:00Z',
        })),
    );
    const answer = await store.analytics.funnels.correlations({
      tenantId: shop,
      funnel: pageToOrder,
      time: may,
    });
    expect(answer).toMatchObject({ started: 400, converted: 100, rate: 0.25, confidence: 0.95 });
    const phone = answer.factors.find(({ value }) => value === 'phone');
    expect(phone).toMatchObject({ kind: 'property', label: 'Device', people: 200, notable: true });
    expect(phone?.rate).toBeCloseTo(0.1);
    expect(phone?.difference).toBeCloseTo(-0.3);
    expect(phone?.low).toBeLessThan(-0.3);
    expect(phone?.high).toBeLessThan(0);
    expect(answer.factors.find(({ name }) => name === 'cart.updated')).toMatchObject({
      kind: 'act',
      value: null,
      people: 60,
    });
    expect(answer.factors.filter(({ name }) => name === 'customer.country')).toEqual([]);
    const web = answer.factors.find(({ value }) => value === 'web');
    expect(web?.p_adjusted).toBeGreaterThan(0.05);
    expect(web?.notable).toBe(false);
  });

  test('is not told of too few people', async () => {
    await fill();
    const answer = await store.analytics.funnels.correlations({
      tenantId: shop,
      funnel: pageToOrder,
      time: may,
    });
    expect(answer).toMatchObject({ started: 4, tested: 0, factors: [] });
  });
});
