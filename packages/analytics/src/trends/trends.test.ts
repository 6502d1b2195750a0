import { createRandom, tenantId } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saleLine } from '../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';
import type { TrendsQuestion } from './request.js';

interface Sale {
  readonly at: string;
  readonly day: string;
  readonly order: string;
  readonly customer: string;
  readonly channel: string;
  readonly country: string;
  readonly net: number;
}

const other = tenantId('other');
const dayOf = (at: string) => at.slice(0, 10);

const sales = ((): readonly Sale[] => {
  const random = createRandom(21);
  return Array.from({ length: 600 }, (_, index) => {
    // noon, so that the tenant's day is the day in UTC
    const day = `2026-0${4 + random.integer(2)}-${String(1 + random.integer(28)).padStart(2, '0')}`;
    const at = `${day}T1${random.integer(4)}:00:00Z`;
    return {
      at,
      day: dayOf(at),
      order: `o${index}`,
      customer: `c${random.integer(90)}`,
      channel: random.pick(['web', 'app', 'store', 'phone', 'fair']),
      country: random.pick(['DE', 'FR', 'IT', 'ES']),
      net: random.integer(20_000) / 100,
    };
  });
})();

let open: TestShop;
beforeAll(async () => {
  open = await openTestShop('2026-06-10T12:00:00Z');
  const lines = sales.map((sale) =>
    saleLine(sale.at, sale.order, sale.net, {
      customer_key: sale.customer,
      channel: sale.channel,
      country: sale.country,
    }),
  );
  await open.commit('sales', lines);
  await open.commit(
    'sales',
    lines.slice(0, 50).map((line) => ({ ...line, tenant_id: other, net: 1_000_000 })),
  );
});
afterAll(() => open.close());

const may = { from: '2026-05-01', to: '2026-06-01' };
const inMay = sales.filter(({ day }) => day >= '2026-05-01');
const ask = (question: TrendsQuestion) =>
  open.analytics.trends({ tenantId: shop, time: may, ...question });
const sum = (values: readonly (number | null | undefined)[]) =>
  Math.round(values.reduce<number>((all, value) => all + (value ?? 0), 0) * 100) / 100;
const different = (rows: readonly Sale[], of: (sale: Sale) => string) => new Set(rows.map(of)).size;

describe('the first groups and all others', () => {
  test('make up the whole, in the span, in each bucket and in the span before', async () => {
    const answer = await ask({
      metrics: ['revenue', 'orders'],
      dimensions: ['channel', 'customer.country'],
      grain: 'day',
      compare: { from: '2026-04-01', to: '2026-05-01' },
      top: { n: 3 },
    });
    expect(answer.groups.map(({ kind }) => kind)).toEqual(['group', 'group', 'group', 'others']);
    expect(answer.buckets).toHaveLength(31);
    answer.metrics.forEach((_, at) => {
      const whole = answer.total.values[at];
      expect(sum(answer.groups.map(({ values }) => values[at]?.value))).toBe(sum([whole?.value]));
      expect(sum(answer.groups.map(({ values }) => values[at]?.previous))).toBe(
        sum([whole?.previous]),
      );
      answer.buckets.forEach((_bucket, place) => {
        const parts = answer.groups.map(({ series }) => series?.[at]?.values[place]);
        expect(sum(parts)).toBe(sum([answer.total.series?.[at]?.values[place]]));
      });
    });
    expect(answer.total.values[0]?.value).toBeCloseTo(sum(inMay.map(({ net }) => net)), 6);
    const byHand = answer.buckets.map(({ t }) =>
      sum(inMay.filter(({ day }) => day === t).map(({ net }) => net)),
    );
    expect(answer.total.series?.[0]?.values.map((value) => sum([value]))).toEqual(byHand);
  });

  test('count different customers among all that is not named, not what is left of the whole', async () => {
    const answer = await ask({ metrics: ['customers'], dimensions: ['channel'], top: { n: 2 } });
    const named = answer.groups.flatMap(({ kind, key }) => (kind === 'group' ? [key[0]] : []));
    const rest = inMay.filter(({ channel }) => !named.includes(channel));
    const others = answer.groups.find(({ kind }) => kind === 'others');
    expect(others?.values[0]?.value).toBe(different(rest, ({ customer }) => customer));
    expect(answer.more).toBe(true);
  });

  test('compute rates of all others from their parts', async () => {
    const answer = await ask({
      metrics: [{ name: 'per_customer', formula: 'revenue / customers' }],
      dimensions: ['channel'],
      top: { n: 1 },
    });
    const [first, others] = answer.groups;
    const rest = inMay.filter(({ channel }) => channel !== first?.key[0]);
    const expected = sum(rest.map(({ net }) => net)) / different(rest, ({ customer }) => customer);
    expect(others?.values[0]?.value).toBeCloseTo(expected, 6);
    expect(answer.metrics[0]).toMatchObject({ unit: 'currency', additive: false });
  });

  test('are told for each value of another dimension', async () => {
    const answer = await ask({
      metrics: ['revenue'],
      dimensions: ['customer.country', 'channel'],
      top: { n: 2, per: 'customer.country' },
    });
    for (const country of ['DE', 'FR', 'IT', 'ES']) {
      const own = answer.groups.filter(({ key }) => key[0] === country);
      expect(own.map(({ kind }) => kind)).toEqual(['group', 'group', 'others']);
      const whole = inMay.filter((sale) => sale.country === country).map(({ net }) => net);
      expect(sum(own.map(({ values }) => values[0]?.value))).toBe(sum(whole));
    }
  });

  test('are ranked by how much they rose or fell', async () => {
    const question = {
      metrics: ['revenue'],
      dimensions: ['channel'],
      compare: 'previous_period',
    } as const;
    const rises = (await ask({ ...question, top: { n: 5, by: 'rise' } })).groups.map(
      ({ values: [one] }) => (one?.value ?? 0) - (one?.previous ?? 0),
    );
    expect(rises).toHaveLength(5);
    expect(rises).toEqual([...rises].sort((a, b) => b - a));
    const falls = (await ask({ ...question, top: { n: 5, by: 'fall' } })).groups.map(
      ({ values: [one] }) => (one?.value ?? 0) - (one?.previous ?? 0),
    );
    expect(falls).toEqual([...rises].reverse());
    const { compare: _, ...alone } = question;
    await expect(ask({ ...alone, top: { n: 5, by: 'rise' } })).rejects.toMatchObject({
      code: 'ranking_needs_comparison',
      at: '/top/by',
    });
  });

  test('count what misses a threshold among all others', async () => {
    const having = [{ metric: 'revenue', operator: 'gt' as const, value: 6_500 }];
    const answer = await ask({ metrics: ['revenue'], dimensions: ['channel'], having });
    const named = answer.groups.filter(({ kind }) => kind === 'group');
    expect(named.every(({ values }) => (values[0]?.value ?? 0) > 6_500)).toBe(true);
    expect(sum(answer.groups.map(({ values }) => values[0]?.value))).toBe(
      sum(inMay.map(({ net }) => net)),
    );
  });
});

describe('what is made of values', () => {
  test('shares are of the whole, in the span and in each bucket', async () => {
    const question = { metrics: ['revenue'], dimensions: ['channel'], grain: 'week' } as const;
    const plain = await ask(question);
    const shares = await ask({ ...question, presentation: { kind: 'share' } });
    expect(sum(shares.groups.map(({ values }) => values[0]?.value))).toBe(1);
    expect(shares.groups[0]?.series?.[0]?.values[1]).toBeCloseTo(
      (plain.groups[0]?.series?.[0]?.values[1] ?? 0) / (plain.total.series?.[0]?.values[1] ?? 1),
      9,
    );
  });

  test('running totals end with the whole, moving averages begin when they are full', async () => {
    const question = { metrics: ['revenue'], grain: 'day' } as const;
    const total = await ask({ ...question, presentation: { kind: 'cumulative' } });
    expect(total.total.series?.[0]?.values.at(-1)).toBeCloseTo(
      total.total.values[0]?.value ?? Number.NaN,
      6,
    );
    const plain = await ask(question);
    const means = await ask({ ...question, presentation: { kind: 'moving_average', buckets: 3 } });
    const values = plain.total.series?.[0]?.values ?? [];
    const moving = means.total.series?.[0]?.values ?? [];
    expect(moving.slice(0, 2)).toEqual([null, null]);
    expect(moving[2]).toBeCloseTo(sum(values.slice(0, 3)) / 3, 2);
  });

  test('what does not add up has no running total, and a rate no share', async () => {
    const refused = (metric: string, kind: 'cumulative' | 'share') =>
      expect(
        ask({ metrics: [metric], grain: 'day', presentation: { kind } }),
      ).rejects.toMatchObject({ code: 'metric_does_not_add_up' });
    await refused('customers', 'cumulative');
    await refused('average_order_value', 'share');
    await expect(
      ask({ metrics: ['revenue'], presentation: { kind: 'cumulative' } }),
    ).rejects.toMatchObject({ code: 'presentation_needs_grain' });
  });

  test('a table has wholes of its own', async () => {
    const answer = await ask({
      metrics: ['customers'],
      dimensions: ['customer.country'],
      columns: ['channel'],
    });
    answer.groups.forEach(({ key: [country], values }, row) => {
      const own = inMay.filter((sale) => sale.country === country);
      expect(values[0]?.value).toBe(different(own, ({ customer }) => customer));
      answer.pivot?.columns.forEach(({ key: [channel] }, column) => {
        const cell = own.filter((sale) => sale.channel === channel);
        expect(answer.pivot?.cells[row]?.[column]?.[0]?.value ?? 0).toBe(
          different(cell, ({ customer }) => customer),
        );
      });
    });
    await expect(ask({ metrics: ['revenue'], columns: ['channel'] })).rejects.toMatchObject({
      code: 'columns_without_rows',
    });
  });

  test('days of the week come in their order, by their names', async () => {
    const answer = await ask({ metrics: ['orders'], dimensions: ['time.weekday'] });
    expect(answer.groups.map(({ key }) => key[0])).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(answer.dimensions[0]?.values?.[0]).toEqual({ value: 1, label: 'Monday' });
    expect(sum(answer.groups.map(({ values }) => values[0]?.value))).toBe(inMay.length);
  });
});

test('the year before can be moved so that days of the week meet', async () => {
  const answer = await ask({
    metrics: ['revenue'],
    grain: 'day',
    time: { from: '2026-05-04', to: '2026-05-11' },
    compare: { kind: 'same_period_last_year', match: 'weekday' },
  });
  expect(answer.comparison).toEqual({ from: '2025-05-05', to: '2025-05-12' });
  expect(new Date(answer.previous_buckets[0]?.t ?? '').getUTCDay()).toBe(1);
});

test('buckets say which span a question about them is of', async () => {
  const answer = await ask({
    metrics: ['revenue'],
    grain: 'week',
    time: { from: '2026-05-06', to: '2026-05-20' },
  });
  expect(answer.buckets[0]).toEqual({
    t: '2026-05-04',
    from: '2026-05-06',
    to: '2026-05-11',
    incomplete: true,
  });
});

test('a shop sees nothing of another', async () => {
  const answer = await ask({ metrics: ['revenue'], dimensions: ['channel'], top: { n: 1 } });
  const others = await open.analytics.trends({ tenantId: other, metrics: ['revenue'] });
  expect(answer.total.values[0]?.value).toBeLessThan(1_000_000);
  expect(others.total.values[0]?.value).toBe(50_000_000);
});
