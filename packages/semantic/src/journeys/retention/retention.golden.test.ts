import { parseTimeRange } from '@olympus/core';
import { bind, compile, duckdbDialect, type Fragment } from '@olympus/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createModel } from '../../model/model.js';
import { anyTime } from '../../testing/any-time.js';
import { openTestStore, type TestStore } from '../../testing/duckdb-store.js';
import {
  hasOnlineRetail,
  loadOnlineRetail,
  onlineRetailSpan,
} from '../../testing/online-retail.js';
import { compileRetainedRevenue, compileRetention } from './compile-retention.js';
import { planRetention, type RetentionQuestion } from './retention-plan.js';

if (!hasOnlineRetail) console.info('Skipped retention of Online Retail: the data are not there');

describe.skipIf(!hasOnlineRetail)('retention of Online Retail', () => {
  let store: TestStore;
  const model = createModel();
  const context = { dialect: duckdbDialect, model, tenant: bind('string', 'shop'), local: anyTime };
  const calendar = {
    timeZone: 'Europe/London',
    weekStart: 'monday',
    nowMs: Date.UTC(2026, 0, 1),
  } as const;

  const plan = (more: Partial<RetentionQuestion> = {}) =>
    planRetention(
      model,
      {
        start: { act: 'order.first' },
        back: { act: 'order.placed' },
        cohorts: 'first',
        grain: 'month',
        periods: 12,
        ...more,
      },
      {
        calendar,
        range: parseTimeRange({ from: '2010-12-01', to: '2012-01-01' }, calendar),
        observedToMs: onlineRetailSpan.toMs + 1,
      },
    );

  /** Values by cohort and periods later. */
  async function grid(statement: Fragment): Promise<Map<number, Map<number, number>>> {
    const found = new Map<number, Map<number, number>>();
    for (const row of await store.query(compile(statement, duckdbDialect))) {
      const [cohort, later, value] = [row[2], row[3], row[4]].map(Number) as [
        number,
        number,
        number,
      ];
      found.set(cohort, (found.get(cohort) ?? new Map()).set(later, value));
    }
    return found;
  }

  /** A plain statement of one's own, as rows of cohort, periods later, value. */
  async function other(text: string): Promise<Map<number, Map<number, number>>> {
    const found = new Map<number, Map<number, number>>();
    for (const row of await store.query({ text, parameters: [] })) {
      const [cohort, later, value] = row.map(Number) as [number, number, number];
      found.set(cohort, (found.get(cohort) ?? new Map()).set(later, value));
    }
    return found;
  }

  const month = `12 * date_part('year', timezone('Europe/London', timezone('UTC', occurred_at)))
    + date_part('month', timezone('Europe/London', timezone('UTC', occurred_at))) - (12 * 2010 + 12)`;
  const orders = `SELECT customer_key AS who, ${month} AS m FROM sales
    WHERE entry = 'sale' AND customer_key IS NOT NULL`;
  const firsts = `SELECT who, min(m) AS c FROM (${orders}) GROUP BY who`;

  beforeAll(async () => {
    store = await openTestStore();
    await loadOnlineRetail(store);
  });
  afterAll(() => store?.close());

  test('has the known cohort of December 2010', async () => {
    const december = (await grid(compileRetention(context, plan(), 'on'))).get(0);
    expect(december?.get(-1)).toBe(885);
    expect(december?.get(0)).toBe(885);
    expect(Array.from({ length: 12 }, (_, index) => december?.get(index + 1))).toEqual([
      324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235,
    ]);
  });

  test('has 324 new customers in November 2011', async () => {
    const found = await grid(compileRetention(context, plan(), 'on'));
    expect(found.get(11)?.get(-1)).toBe(324);
    const inNovember = [...found].reduce(
      (sum, [c, row]) => sum + (c > 11 ? 0 : (row.get(11 - c) ?? 0)),
      0,
    );
    expect(inNovember).toBe(1665);
  });

  test('has every cohort as a plain statement counts it', async () => {
    const found = await grid(compileRetention(context, plan(), 'on'));
    const expected = await other(`
      SELECT c, -1 AS later, count(*) FROM (${firsts}) GROUP BY c
      UNION ALL SELECT c, m - c, count(DISTINCT who) FROM (${firsts}) JOIN (${orders}) USING (who) GROUP BY 1, 2`);
    expect(found).toEqual(expected);
    expect(found.size).toBe(13);
  });

  test('has the last periods as a plain statement finds them', async () => {
    const found = await grid(compileRetention(context, plan({ periods: 6 }), 'last'));
    const expected = await other(`
      SELECT c, -1 AS later, count(*) FROM (${firsts}) GROUP BY c
      UNION ALL SELECT c, least(last, 6), count(*) FROM (
        SELECT who, c, max(m) - c AS last FROM (${firsts}) JOIN (${orders}) USING (who) GROUP BY 1, 2
      ) GROUP BY 1, 2`);
    expect(found).toEqual(expected);
  });

  test('has recurring cohorts as a plain statement counts them', async () => {
    const found = await grid(
      compileRetention(
        context,
        plan({ start: { act: 'order.placed' }, cohorts: 'recurring' }),
        'on',
      ),
    );
    const months = `SELECT DISTINCT who, m FROM (${orders})`;
    const expected = await other(`
      SELECT m, -1 AS later, count(*) FROM (${months}) GROUP BY m
      UNION ALL SELECT a.m, b.m - a.m, count(*) FROM (${months}) a JOIN (${months}) b
        ON a.who = b.who AND b.m >= a.m GROUP BY 1, 2`);
    expect(found).toEqual(expected);
  });

  test('has the revenue of cohorts, net of what was taken back since they began', async () => {
    const found = await grid(compileRetainedRevenue(context, plan()));
    const expected = await other(`
      WITH f AS (SELECT customer_key AS who, min(occurred_at) AS began FROM sales
        WHERE entry = 'sale' AND orders = 1 AND customer_key IS NOT NULL GROUP BY 1)
      SELECT c, -1 AS later, count(*) FROM (${firsts}) GROUP BY c
      UNION ALL SELECT c, m - c, sum(net) FROM (
        SELECT customer_key AS who, occurred_at, net, ${month} AS m FROM sales WHERE net <> 0
      ) JOIN f USING (who) JOIN (${firsts}) USING (who) WHERE occurred_at >= began GROUP BY 1, 2`);
    expect(found).toEqual(expected);
  });
});
