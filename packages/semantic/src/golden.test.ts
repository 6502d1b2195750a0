import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from './testing/ask.js';
import { openTestStore, type TestStore } from './testing/duckdb-store.js';
import { hasOnlineRetail, loadOnlineRetail, onlineRetailSpan } from './testing/online-retail.js';

if (!hasOnlineRetail) console.info('Skipped the Online Retail totals: the data are not there');

describe.skipIf(!hasOnlineRetail)('Online Retail', () => {
  let store: TestStore;
  const calendar = { timeZone: 'Europe/London' };
  const november = { from: '2011-11-01', to: '2011-12-01' };
  const data = onlineRetailSpan;

  beforeAll(async () => {
    store = await openTestStore();
    await loadOnlineRetail(store);
  });
  afterAll(() => store?.close());

  test('gives the totals of all time to the cent', async () => {
    const { rows } = await ask(store, {
      metrics: ['revenue', 'orders', 'cancellations', 'customers', 'cancelled_amount'],
    });
    expect(rows).toEqual([
      {
        revenue: 9747747.934,
        orders: 22064,
        cancellations: 3836,
        customers: 4339,
        cancelled_amount: 896812.49,
      },
    ]);
  });

  test('gives November 2011 with its new customers', async () => {
    const { rows } = await ask(
      store,
      { metrics: ['revenue', 'customers', 'new_customers', 'returning_customers'], time: november },
      { calendar },
    );
    expect(rows).toEqual([
      { revenue: 1461756.25, customers: 1665, new_customers: 324, returning_customers: 1341 },
    ]);
  });

  test('gives revenue by country and by product', async () => {
    const countries = await ask(store, { metrics: ['revenue'], dimensions: ['customer.country'] });
    expect(countries.rows).toHaveLength(38);
    expect(countries.rows[0]).toEqual({
      'customer.country': 'United Kingdom',
      revenue: 8187806.364,
    });
    const products = await ask(store, {
      metrics: ['revenue'],
      dimensions: ['product.id'],
      limit: 2,
    });
    expect(products.rows).toEqual([
      { 'product.id': 'DOT', revenue: 206245.48 },
      { 'product.id': '22423', revenue: 164762.19 },
    ]);
  });

  test('gives months that add up to the whole', async () => {
    const { rows } = await ask(
      store,
      { metrics: ['revenue', 'new_customers'], grain: 'month' },
      { calendar, data },
    );
    expect(rows).toHaveLength(13);
    expect(rows[11]).toEqual({ time: '2011-11-01', revenue: 1461756.25, new_customers: 324 });
    const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
    expect(sum('revenue')).toBeCloseTo(9747747.934, 6);
    expect(sum('new_customers')).toBe(4339);
  });
});
