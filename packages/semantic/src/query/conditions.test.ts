import { createRandom } from '@olympus/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FilterCondition, type Operator, queryLimits } from '../index.js';
import { ask } from '../testing/ask.js';
import { openTestStore, type TestStore } from '../testing/duckdb-store.js';

interface Line {
  readonly channel: string | null;
  readonly country: string | null;
  readonly net: number;
}

const words = ['Web', 'web_shop', 'App 100%', 'store', 'Ünter', '%', '_', 'webe'];
const lines = ((): readonly Line[] => {
  const random = createRandom(3);
  const word = () =>
    random.integer(5) === 0 ? null : (words[random.integer(words.length)] ?? null);
  return Array.from({ length: 120 }, () => ({
    channel: word(),
    country: word(),
    net: random.integer(100),
  }));
})();

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  await store.insert(
    'sales',
    lines.map((line, index) => ({
      ...line,
      occurred_at: '2026-05-04 10:00:00',
      entry: 'sale',
      order_id: `o${index}`,
      orders: 1,
    })),
  );
});
afterAll(() => store.close());

/** Plain reading of a condition, to hold the statements against. */
function holds(line: Line, condition: FilterCondition): boolean {
  if ('any' in condition) return condition.any.some((one) => holds(line, one));
  if ('all' in condition) return condition.all.every((one) => holds(line, one));
  const value = condition.dimension === 'channel' ? line.channel : line.country;
  const texts = condition.values.map((one) => String(one).toLowerCase());
  const text = value?.toLowerCase();
  switch (condition.operator) {
    case 'equals':
      return condition.values.includes(value);
    case 'not_equals':
      return !condition.values.includes(value);
    case 'contains':
      return text !== undefined && texts.some((one) => text.includes(one));
    case 'not_contains':
      return text === undefined || !texts.some((one) => text.includes(one));
    case 'starts_with':
      return text !== undefined && texts.some((one) => text.startsWith(one));
    case 'ends_with':
      return text !== undefined && texts.some((one) => text.endsWith(one));
    default:
      return false;
  }
}

const leaf = fc.record({
  dimension: fc.constantFrom('channel', 'customer.country'),
  operator: fc.constantFrom<Operator>(
    'equals',
    'not_equals',
    'contains',
    'not_contains',
    'starts_with',
    'ends_with',
  ),
  values: fc.array(fc.constantFrom(...words, 'we', '0%', 'ü', 'B'), { minLength: 1, maxLength: 2 }),
});
const inner = fc.record({ any: fc.array(leaf, { minLength: 1, maxLength: 3 }) });
const all = fc.record({ all: fc.array(fc.oneof(leaf, inner), { minLength: 1, maxLength: 3 }) });
const group = fc.record({ any: fc.array(fc.oneof(leaf, all), { minLength: 1, maxLength: 3 }) });
const filters = fc.array(fc.oneof(leaf, group), { minLength: 1, maxLength: 3 });

describe('filters in groups', () => {
  test('find the lines that a plain reading finds', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (conditions) => {
        const { rows } = await ask(store, { metrics: ['revenue', 'orders'], filters: conditions });
        const found = lines.filter((line) => conditions.every((one) => holds(line, one)));
        expect(Number(rows[0]?.orders ?? 0)).toBe(found.length);
        expect(Number(rows[0]?.revenue ?? 0)).toBe(found.reduce((sum, { net }) => sum + net, 0));
      }),
      { numRuns: 150 },
    );
  });

  test('are looked up in the records where a member asks for it', async () => {
    await store.insert('products', [{ product_id: 'p1', category: 'tea' }]);
    const any = [
      { dimension: 'product.category', operator: 'equals' as const, values: ['tea'] },
      { dimension: 'channel', operator: 'equals' as const, values: ['store'] },
    ];
    await store.insert('sales', [
      { occurred_at: '2026-06-01 10:00:00', entry: 'sale', product_id: 'p1', net: 5 },
    ]);
    const { rows } = await ask(store, { metrics: ['revenue'], filters: [{ any }] });
    const stores = lines.filter(({ channel }) => channel === 'store');
    expect(Number(rows[0]?.revenue)).toBe(5 + stores.reduce((sum, { net }) => sum + net, 0));
  });

  test('are told with their places, and bounded', async () => {
    const wrong = { dimension: 'channel', operator: 'equals' as const, values: [3] };
    await expect(
      ask(store, { metrics: ['revenue'], filters: [{ any: [{ all: [wrong] }] }] }),
    ).rejects.toMatchObject({ at: '/filters/0/any/0/all/0/values/0' });
    const unknown = { dimension: 'chanel', operator: 'equals' as const, values: ['a'] };
    await expect(
      ask(store, { metrics: ['revenue'], filters: [{ any: [unknown] }] }),
    ).rejects.toMatchObject({ code: 'unknown_dimension', at: '/filters/0/any/0/dimension' });
    const fine = { dimension: 'channel', operator: 'equals' as const, values: ['a'] };
    const many = { any: Array.from({ length: 20 }, () => fine) };
    const count = queryLimits.singleFilters / 20 + 1;
    await expect(
      ask(store, { metrics: ['revenue'], filters: Array.from({ length: count }, () => many) }),
    ).rejects.toMatchObject({ code: 'invalid_query', at: '/filters' });
    await expect(
      // deeper than may be
      ask(store, {
        metrics: ['revenue'],
        filters: [{ any: [{ all: [{ any: [{ all: [fine] }] }] }] }] as never,
      }),
    ).rejects.toMatchObject({ code: 'invalid_query' });
  });
});

describe('thresholds', () => {
  const byChannel = { metrics: ['revenue', 'orders'], dimensions: ['channel'] };

  test('keep the groups that meet them, before the limit', async () => {
    const whole = (await ask(store, byChannel)).rows;
    const kept = whole.filter((row) => Number(row.revenue) > 500 && Number(row.orders) !== 15);
    const having = [
      { metric: 'revenue', operator: 'gt' as const, value: 500 },
      { metric: 'orders', operator: 'not_equals' as const, value: 15 },
    ];
    expect((await ask(store, { ...byChannel, having })).rows).toEqual(kept);
    const limited = await ask(store, { ...byChannel, having, limit: 1 });
    expect(limited.rows).toEqual(kept.slice(0, 1));
    expect(limited.truncated).toBe(kept.length > 1);
  });

  test('keep nothing that is unknown', async () => {
    const having = [{ metric: 'cost', operator: 'not_equals' as const, value: 1 }];
    const { rows } = await ask(store, { metrics: ['cost'], dimensions: ['channel'], having });
    expect(rows).toEqual([]);
  });

  test('are for groups over the whole span, and for metrics that are asked for', async () => {
    const having = [{ metric: 'units', operator: 'gt' as const, value: 1 }];
    await expect(ask(store, { ...byChannel, having })).rejects.toMatchObject({
      code: 'unknown_threshold',
      at: '/having/0/metric',
    });
    const other = { having: [{ ...having[0], metric: 'revenue' } as never] };
    const time = { from: '2026-05-01', to: '2026-05-10' };
    await expect(ask(store, { ...byChannel, ...other, grain: 'day', time })).rejects.toMatchObject({
      code: 'threshold_needs_groups',
    });
    await expect(ask(store, { metrics: ['revenue'], ...other })).rejects.toMatchObject({
      code: 'threshold_needs_groups',
    });
  });
});
