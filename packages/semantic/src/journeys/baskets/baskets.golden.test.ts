import { parseTimeRange } from '@olympus/core';
import { bind, compile, duckdbDialect } from '@olympus/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createModel } from '../../model/model.js';
import { anyTime } from '../../testing/any-time.js';
import { openTestStore, type TestStore } from '../../testing/duckdb-store.js';
import { hasOnlineRetail, loadOnlineRetail } from '../../testing/online-retail.js';
import { planBaskets } from './baskets-plan.js';
import { compileBasketPairs, compileBasketSizes } from './compile-baskets.js';

if (!hasOnlineRetail) console.info('Skipped baskets of Online Retail: the data are not there');

describe.skipIf(!hasOnlineRetail)('baskets of Online Retail', () => {
  let store: TestStore;
  const model = createModel();
  const context = { dialect: duckdbDialect, model, tenant: bind('string', 'shop'), local: anyTime };
  const calendar = { timeZone: 'UTC', weekStart: 'monday', nowMs: Date.UTC(2026, 0, 1) } as const;
  const range = parseTimeRange({ from: '2011-10-01', to: '2011-11-01' }, calendar);
  const bounds = { minimum: 30, largest: 100_000, parts: 1_000, limit: 5_000 };

  beforeAll(async () => {
    store = await openTestStore();
    await loadOnlineRetail(store);
  });
  afterAll(() => store?.close());

  test.each([
    ['order', 'order_id'],
    ['customer', 'customer_key'],
  ] as const)('pairs by %s are those that a plain statement counts', async (unit, key) => {
    const plan = planBaskets(model, { unit, item: 'product' }, range);
    const minimum = unit === 'order' ? 30 : 40;
    const statement = compileBasketPairs(context, plan, {
      ...bounds,
      minimum,
      orderBy: 'together',
    });
    const found = await store.query(compile(statement, duckdbDialect));
    const bought = `SELECT ${key} AS k, product_id AS p FROM sales
      WHERE entry = 'sale' AND occurred_at >= '2011-10-01' AND occurred_at < '2011-11-01' AND ${key} IS NOT NULL AND product_id IS NOT NULL
      GROUP BY ${key}, product_id HAVING sum(quantity) > 0`;
    const expected = await store.query({
      text: `WITH d AS (${bought})
        SELECT x.p, y.p, count(*) AS n, (SELECT count(DISTINCT k) FROM d)
        FROM d x JOIN d y ON x.k = y.k AND x.p < y.p GROUP BY 1, 2 HAVING count(*) >= ${minimum}
        ORDER BY n DESC, 1, 2`,
      parameters: [],
    });
    expect(expected.length).toBeGreaterThan(50);
    expect(found.map(([one, , other, , together, all]) => [one, other, together, all])).toEqual(
      expected,
    );
  });

  test('what goes with one product is its part of all pairs', async () => {
    const all = planBaskets(model, { unit: 'order', item: 'product' }, range);
    const one = planBaskets(model, { unit: 'order', item: 'product', focus: '85123A' }, range);
    const read = async (plan: typeof all) =>
      store.query(
        compile(compileBasketPairs(context, plan, { ...bounds, orderBy: 'lift' }), duckdbDialect),
      );
    const related = (await read(all))
      .filter(([a, , b]) => a === '85123A' || b === '85123A')
      .map(([a, , b, , n]) => `${a === '85123A' ? b : a} ${n}`);
    const focused = (await read(one)).map(([, , other, , n]) => `${other} ${n}`);
    expect(related.length).toBeGreaterThan(5);
    expect(focused.toSorted()).toEqual(related.toSorted());
  });

  test('sizes count every basket once', async () => {
    const plan = planBaskets(model, { unit: 'order', item: 'product' }, range);
    const rows = await store.query(
      compile(compileBasketSizes(context, plan, { minimum: 1, parts: 1_000 }), duckdbDialect),
    );
    const all = rows.find(([size]) => size === 0)?.[1];
    const summed = rows.reduce(
      (sum, [size, baskets]) => sum + (size === 0 ? 0 : Number(baskets)),
      0,
    );
    expect(summed).toBe(all);
  });
});
