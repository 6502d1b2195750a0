import { createRandom } from '@olympus/core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { salesDaily } from '../rollups/sales-daily.js';
import { ask } from '../testing/ask.js';
import { openTestStore, type TestStore } from '../testing/duckdb-store.js';

/** Moments around changes of the clocks, new years, leap days and long before 1970. */
const moments = (() => {
  const random = createRandom(5);
  const centres = [
    '2026-03-29T01:00Z',
    '2026-10-25T01:00Z',
    '2025-12-31T22:00Z',
    '2024-02-29T12:00Z',
    '2018-11-04T06:00Z',
    '2026-11-01T06:00Z',
    '1955-06-30T12:00Z',
  ];
  return Array.from({ length: 400 }, () => {
    const centre = Temporal.Instant.from(random.pick(centres as [string, ...string[]]));
    return centre.epochMilliseconds + random.integer(6 * 86_400_000) - 3 * 86_400_000;
  });
})();

const partsOf = (ms: number, timeZone: string) => {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  return {
    'time.weekday': at.dayOfWeek,
    'time.hour': at.hour,
    'time.is_weekend': at.dayOfWeek > 5 ? 1 : 0,
    'time.month_of_year': at.month,
  };
};
const parts = ['time.weekday', 'time.hour', 'time.is_weekend', 'time.month_of_year'] as const;

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  await store.insert(
    'payments',
    moments.map((ms, index) => ({
      occurred_at: new Date(ms).toISOString().replace('T', ' ').replace('Z', ''),
      status: 'processed',
      amount: index,
    })),
  );
});
afterAll(() => store.close());

describe.each(['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu'])(
  'in %s',
  (timeZone) => {
    const data = { fromMs: Math.min(...moments), toMs: Math.max(...moments) };
    const options = { calendar: { timeZone }, data };

    test('every fact falls into the weekday, hour and month that a calendar says', async () => {
      const expected = new Map<string, number>();
      for (const ms of moments) {
        const key = JSON.stringify(parts.map((part) => partsOf(ms, timeZone)[part]));
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
      const { rows } = await ask(
        store,
        { metrics: ['payment_attempts'], dimensions: [...parts], limit: 10_000 },
        options,
      );
      const found = rows.map((row): [string, number] => [
        JSON.stringify(parts.map((part) => row[part])),
        Number(row.payment_attempts),
      ]);
      expect(new Map(found)).toEqual(expected);
    });

    test.each(parts)('filters by %s find the same facts as groups', async (part) => {
      for (const value of new Set(moments.map((ms) => partsOf(ms, timeZone)[part]))) {
        const { rows } = await ask(
          store,
          {
            metrics: ['payments'],
            filters: [{ dimension: part, operator: 'equals', values: [value] }],
          },
          options,
        );
        const expected = moments.reduce(
          (sum, ms, index) => (partsOf(ms, timeZone)[part] === value ? sum + index : sum),
          0,
        );
        expect(Number(rows[0]?.payments ?? 0)).toBe(expected);
      }
    });
  },
);

test('sums by day tell weekdays and months, and hours come from the ledger', async () => {
  const state = { timeZone: 'Europe/Berlin', generation: 1, throughCommit: 1 };
  const rollups = [{ rollup: salesDaily, state }];
  const options = { calendar: { timeZone: 'Europe/Berlin' }, rollups };
  const types = { string: 'VARCHAR', integer: 'BIGINT', decimal: 'DECIMAL(18,4)' } as const;
  const { rollupTable } = await import('../rollups/rollup.js');
  const columns = rollupTable(salesDaily).columns.map(({ name, type }) =>
    type === 'timestamp' ? `${name} TIMESTAMP` : `${name} ${types[type as 'string']}`,
  );
  await store.run(`CREATE TABLE sales_daily (${columns.join(', ')})`);
  const branchesOf = async (dimension: string) =>
    (await ask(store, { metrics: ['revenue'], dimensions: [dimension] }, options)).plan.branches;
  for (const part of parts) {
    const [branch] = await branchesOf(part);
    expect([part, branch?.rollup === undefined]).toEqual([part, part === 'time.hour']);
  }
});

test('stock, which is a level, and advertising, which is known by day, have no hours', async () => {
  const refused = (metric: string) =>
    expect(ask(store, { metrics: [metric], dimensions: ['time.hour'] })).rejects.toMatchObject({
      code: 'dimension_not_joinable',
    });
  await refused('stock_on_hand');
  await refused('ad_spend');
  await ask(store, { metrics: ['ad_spend'], dimensions: ['time.weekday'] });
});
