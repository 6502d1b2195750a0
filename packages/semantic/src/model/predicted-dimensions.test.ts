import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../testing/ask.js';
import { openTestStore, type TestStore } from '../testing/duckdb-store.js';

const data = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2026, 5, 1) };
let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
  const sale = (customer_key: string, net: number) => ({
    occurred_at: '2026-02-01 10:00:00',
    entry: 'sale',
    order_id: `${customer_key}-${net}`,
    line_id: '1',
    net,
    customer_key,
  });
  await store.insert('sales', [sale('a', 10), sale('a', 5), sale('b', 20), sale('c', 40)]);
  const foretold = (
    customer_key: string,
    occurred_at: string,
    risk_band: string,
    value_band: number,
  ) => ({ customer_key, occurred_at, event_id: occurred_at, risk_band, value_band });
  await store.insert('predictions', [
    foretold('a', '2026-03-01 00:00:00', 'low', 200),
    foretold('a', '2026-04-01 00:00:00', 'high', 20),
    foretold('b', '2026-04-01 00:00:00', 'low', 100),
    { ...foretold('c', '2026-04-01 00:00:00', 'high', 1), tenant_id: 'other' },
  ]);
});
afterAll(() => store.close());

const query = (more: object) => ask(store, { metrics: ['revenue'], ...more } as never, { data });

describe('what was foretold of customers', () => {
  it('splits by what was said last, and never multiplies a row', async () => {
    const { rows } = await query({ dimensions: ['customer.churn_risk'] });
    const sums = new Map(rows.map((row) => [row['customer.churn_risk'], row.revenue]));
    expect(sums).toEqual(
      new Map<unknown, unknown>([
        ['high', 15],
        ['low', 20],
        [null, 40],
      ]),
    );
  });

  it('filters by risk and by value', async () => {
    const filter = (dimension: string, operator: string, values: (string | number)[]) =>
      query({ filters: [{ dimension, operator, values }] });
    expect((await filter('customer.churn_risk', 'equals', ['high'])).rows[0]?.revenue).toBe(15);
    // those of whom nothing was foretold are not high
    expect((await filter('customer.churn_risk', 'not_equals', ['high'])).rows[0]?.revenue).toBe(60);
    expect((await filter('customer.predicted_value', 'gte', [50])).rows[0]?.revenue).toBe(20);
  });
});
