import { createRandom } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestBusiness, openTestPlatform } from './testing/business.js';

let platform: Platform;
let business: Awaited<ReturnType<typeof openTestBusiness>>;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());
beforeEach(async () => {
  business = await openTestBusiness(platform, '2026-11-20T12:00:00Z');
});
afterEach(() => business.close());

const weekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());
/** Saturdays and Sundays three times the rest. */
const lively = (day: string) => (weekend(day) ? 300 : 100);
const monthly = { name: 'Revenue', metric: 'revenue', calendar: 'month' } as const;
const value = (amount: number) => ({ kind: 'value', value: amount }) as const;

describe('a goal for what adds up', () => {
  test('is held against the share that is usually there by now, not a straight line', async () => {
    await business.sellDaily('2025-06-01', '2026-11-20', lively);
    // 19 of 30 days have ended; November 2026 has nine weekend days, five of them by then
    const { state } = await business.save({ ...monthly, target: value(4_800) });
    const { pace } = state;
    expect(state.kind).toBe('sum');
    expect(pace?.method).toBe('same_period_last_year');
    expect(pace?.straight_share).toBeCloseTo(19 / 30, 6);
    expect(pace?.expected_share).toBeCloseTo((14 * 100 + 5 * 300) / 4_800, 2);
    expect(pace?.value).toBe(14 * 100 + 5 * 300);
    expect(pace?.ratio).toBeCloseTo(1, 1);
    expect(state.status).toBe('on');
    expect(state.landing?.mean).toBeCloseTo(4_800, -2);
  });

  test('tells ahead from behind, and whether the landing reaches it', async () => {
    const random = createRandom(4);
    await business.sellDaily(
      '2026-01-01',
      '2026-11-20',
      (day) => lively(day) * (0.9 + 0.2 * random.next()),
    );
    const low = await business.save({ ...monthly, target: value(3_000) });
    expect(low.state.status).toBe('ahead');
    expect(low.state.landing?.prospect).toBe('reaches');
    const high = await business.save({ ...monthly, target: value(9_000) });
    expect(high.state.status).toBe('behind');
    expect(high.state.landing?.prospect).toBe('misses');
    const { landing } = high.state;
    expect(landing?.low).toBeLessThan(landing?.mean ?? 0);
    expect(landing?.high).toBeGreaterThan(landing?.mean ?? 0);
    // a limit reads the same figures the other way round
    const cap = await business.save({ ...monthly, direction: 'down_good', target: value(9_000) });
    expect(cap.state.status).toBe('ahead');
    expect(cap.state.landing?.prospect).toBe('reaches');
  });

  test('is reached once the target is there, and missed once a limit is passed', async () => {
    await business.sellDaily('2026-09-01', '2026-11-20', lively);
    expect((await business.save({ ...monthly, target: value(500) })).state.status).toBe('reached');
    const cap = { ...monthly, direction: 'down_good', target: value(500) } as const;
    expect((await business.save(cap)).state.status).toBe('missed');
  });

  test('may be nothing or less', async () => {
    await business.sellDaily('2026-09-01', '2026-11-20', lively);
    const zero = await business.save({ ...monthly, target: value(0) });
    expect(zero.state).toMatchObject({ status: 'ahead', target: 0 });
    expect(zero.state.pace?.ratio).toBeNull();
    const loss = await business.save({ ...monthly, target: value(-1_000) });
    expect(loss.state.status).toBe('ahead');
    const none = await business.save({
      name: 'No failed payments',
      metric: 'failed_payments',
      calendar: 'month',
      target: value(0),
    });
    expect(none.state).toMatchObject({ status: 'on', value: 0 });
    expect(none.better).toBe('down_good');
  });

  test('grows from the same period of the year before', async () => {
    await business.sellDaily('2025-10-01', '2026-11-20', () => 100);
    const growth = (calendar: 'month' | 'week' | 'year') =>
      business.save({ ...monthly, calendar, target: { kind: 'growth', growth: 0.1 } });
    expect((await growth('month')).state.target).toBeCloseTo(3_300, 6);
    expect((await growth('week')).state.target).toBeCloseTo(770, 6);
    // 2025 is known only from October on
    expect((await growth('year')).state).toMatchObject({
      status: 'no_target',
      why: 'no_last_year',
    });
  });

  test('may be given period by period', async () => {
    await business.sellDaily('2026-09-01', '2026-12-03', () => 100);
    const values = [
      { period: '2026-10-15', value: 1 },
      { period: '2026-11-30', value: 3_200 },
    ];
    const { id, state } = await business.save({ ...monthly, target: { kind: 'list', values } });
    expect(state.target).toBe(3_200);
    business.setNow('2026-12-03T12:00:00Z');
    const { kpis } = await business.call('kpis.list', {});
    expect(kpis.find((one) => one.id === id)?.state).toMatchObject({
      status: 'no_target',
      why: 'not_for_this_period',
    });
  });
});

describe('what does not add up', () => {
  test('a rate is held against the target itself, without a landing', async () => {
    await business.sellDaily('2026-09-01', '2026-11-20', () => 100);
    const { state } = await business.save({
      name: 'Basket',
      metric: 'average_order_value',
      calendar: 'month',
      target: value(101),
    });
    expect(state).toMatchObject({
      kind: 'rate',
      status: 'on',
      value: 100,
      pace: null,
      no_landing: 'rate',
    });
  });

  test('customers, who come again, by the share that earlier periods had reached', async () => {
    const rows = [];
    for (
      let day = Date.parse('2026-06-01T10:00:00Z');
      day < Date.parse('2026-11-20');
      day += 86_400_000
    ) {
      const at = new Date(day);
      // everybody comes on the first days, and again later
      const customer = `c${at.getUTCDate() % 10}`;
      rows.push({
        occurred_at: at.toISOString(),
        tenant_id: business.tenant,
        entry: 'sale',
        order_id: `o${day}`,
        orders: 1,
        customer_key: customer,
        product_id: 'p1',
        channel: 'web',
        quantity: 1,
        gross: 10,
        net: 10,
      });
    }
    await business.store.commit('sales', rows);
    const { state } = await business.save({
      name: 'Customers',
      metric: 'customers',
      calendar: 'month',
      target: value(10),
    });
    // all ten have been here after ten days, as in every month before
    expect(state.kind).toBe('distinct');
    expect(state.pace?.expected_share).toBeCloseTo(1, 6);
    expect(state.pace?.method).toBe('earlier_periods');
    expect(state.status).toBe('reached');
    expect(state.landing).toMatchObject({ method: 'share', mean: 10 });
    const orders = await business.save({ name: 'Orders', metric: 'orders', calendar: 'month' });
    expect(orders.state).toMatchObject({ kind: 'sum', status: 'no_target', why: 'none_set' });
  });
});

describe('a clear answer', () => {
  test('without data, with data that ended, and before anything of the period is over', async () => {
    const goal = { ...monthly, target: value(100) };
    expect((await business.save(goal)).state).toMatchObject({ status: 'no_data', why: 'never' });
    await business.sellDaily('2026-06-01', '2026-09-20', () => 100);
    expect((await business.save(goal)).state).toMatchObject({
      status: 'no_data',
      why: 'not_in_period',
    });
    await business.sellDaily('2026-10-01', '2026-11-20', () => 100);
    business.setNow('2026-12-01T08:00:00Z');
    const { kpis } = await business.call('kpis.list', {});
    expect(kpis.map(({ state }) => [state.status, state.no_landing])).toEqual([
      ['no_data', null],
      ['no_data', null],
    ]);
    business.setNow('2026-11-20T23:20:00Z');
    const day = await business.save({ ...goal, calendar: 'day' });
    expect(day.state).toMatchObject({ status: 'too_early', pace: null });
  });

  test('for a metric that is gone: what was recorded stays', async () => {
    await business.sellDaily('2026-09-01', '2026-11-20', () => 100);
    const { metrics } = business.store.analytics;
    const half = {
      kind: 'arithmetic',
      expression: { operator: '/', left: { metric: 'revenue' }, right: { constant: 2 } },
      label: 'Half',
      unit: 'currency',
    };
    await metrics.put(business.tenant, 'half', half);
    const { id, state } = await business.save({
      name: 'Half',
      metric: 'half',
      calendar: 'week',
      target: value(350),
    });
    expect(state).toMatchObject({ kind: 'sum', target: 350 });
    business.setNow('2026-11-24T12:00:00Z');
    await business.record();
    await metrics.remove(business.tenant, 'half');
    const { kpis } = await business.call('kpis.list', {});
    expect(kpis[0]?.state.status).toBe('unknown_metric');
    const { history, kpi, path } = await business.call('kpis.get', { id });
    expect(kpi.metric_label).toBe('half');
    expect(path.points).toEqual([]);
    expect(history[0]?.known?.value).toBe(200);
    business.setNow('2026-12-01T12:00:00Z');
    expect(await business.record()).toBe(1);
    const later = await business.call('kpis.history', { id });
    expect(later.history[0]).toMatchObject({ known: { value: null, status: 'unknown_metric' } });
  });

  test('for a definition that makes no sense', async () => {
    const wrong = (more: object) => business.save({ ...monthly, ...more });
    await expect(wrong({ metric: 'revenu' })).rejects.toMatchObject({
      code: 'unknown_metric',
      at: '/metric',
    });
    await expect(wrong({ name: '  ' })).rejects.toMatchObject({ code: 'invalid_kpi', at: '/name' });
    const filters = [{ dimension: 'product.colour', operator: 'equals', values: ['red'] }];
    await expect(wrong({ filters })).rejects.toMatchObject({
      code: 'unknown_dimension',
      at: '/filters/0/dimension',
    });
    await expect(wrong({ id: 'nothing' })).rejects.toMatchObject({ code: 'kpi_not_found' });
    await expect(business.call('kpis.get', { id: 'x' })).rejects.toMatchObject({
      code: 'kpi_not_found',
    });
    await expect(business.call('kpis.remove', { id: 'x' })).rejects.toMatchObject({
      code: 'kpi_not_found',
    });
  });
});

describe('a list', () => {
  test('shows what was committed before the question, and nothing of another tenant', async () => {
    const other = await business.newTenant();
    await business.sellDaily('2026-09-01', '2026-11-20', () => 100);
    const { id } = await business.save({ ...monthly, target: value(3_000) });
    const read = async () => (await business.call('kpis.list', {})).kpis[0]?.state.value;
    expect(await read()).toBe(1_900);
    await business.sellDaily('2026-11-18', '2026-11-19', () => 50);
    expect(await read()).toBe(1_950);
    expect((await business.call('kpis.list', {}, other)).kpis).toEqual([]);
    for (const call of ['kpis.get', 'kpis.remove', 'kpis.history'] as const) {
      await expect(business.call(call, { id }, other)).rejects.toMatchObject({
        code: 'kpi_not_found',
      });
    }
    await expect(business.save({ ...monthly, id }, other)).rejects.toMatchObject({
      code: 'kpi_not_found',
    });
  });

  test('holds a hundred and no more', async () => {
    for (let count = 0; count < 100; count++) {
      const { id: _, ...more } = { id: '', ...monthly };
      await business.deps.kpis.add(
        business.tenant,
        {
          ...more,
          id: `${business.tenant}-${count}`,
          filters: [],
          direction: null,
          target: null,
          owner: '',
          description: '',
        },
        0,
      );
    }
    await expect(business.save(monthly)).rejects.toMatchObject({ code: 'too_many_kpis' });
  });

  test('goes with its tenant', async () => {
    const { id } = await business.save(monthly);
    await platform.tenants.remove(business.tenant);
    await expect(business.deps.kpis.get(business.tenant, id)).rejects.toMatchObject({
      code: 'kpi_not_found',
    });
  });
});
