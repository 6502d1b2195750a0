import { tenantId } from '@olympus/core';
import { duckdbDialect } from '@olympus/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore, type TestCell, type TestStore } from '../testing/duckdb-store.js';
import { hasOnlineRetail, loadOnlineRetail, onlineRetailFile } from '../testing/online-retail.js';
import {
  compileMovement,
  compileStanding,
  cutsOf,
  parseAsOf,
  readStanding,
  rfmIndexOf,
  rfmSegments,
  type SegmentKind,
  spendSegments,
  valueScoreOf,
} from './index.js';

/**
 * The same asked in other words, of the file itself: local times, a self-join for the scores and a
 * table of the 25 cells written out by hand.
 */
const byHand = (date: string) => `
  WITH lines AS (
    SELECT split_part("CustomerID", '.', 1) AS customer, "InvoiceNo" AS invoice,
      "InvoiceDate"::TIMESTAMP AS local,
      "Quantity"::BIGINT * "UnitPrice"::DECIMAL(12,4) AS amount
    FROM read_csv('${onlineRetailFile}', all_varchar = true, header = true)
    WHERE coalesce("CustomerID", '') <> '' AND "InvoiceDate"::DATE <= DATE '${date}'),
  buyers AS (
    SELECT customer, count(DISTINCT invoice) AS orders,
      date_diff('day', max(local)::DATE, DATE '${date}') AS days
    FROM lines WHERE invoice NOT LIKE 'C%' GROUP BY customer),
  spent AS (SELECT customer, sum(amount) AS money FROM lines GROUP BY customer),
  people AS (SELECT * FROM buyers JOIN spent USING (customer)),
  scores AS (
    SELECT p.customer, p.money, p.orders, p.days,
      1 + floor(5.0 * count(*) FILTER (o.days > p.days) / count(*)) AS r,
      1 + floor(5.0 * count(*) FILTER (o.orders < p.orders) / count(*)) AS f,
      1 + floor(5.0 * count(*) FILTER (o.money < p.money) / count(*)) AS m
    FROM people p CROSS JOIN people o GROUP BY ALL),
  grid(r, v1, v2, v3, v4, v5) AS (VALUES
    (5, 'new', 'potential_loyalists', 'potential_loyalists', 'champions', 'champions'),
    (4, 'promising', 'potential_loyalists', 'potential_loyalists', 'loyal', 'champions'),
    (3, 'about_to_sleep', 'about_to_sleep', 'need_attention', 'loyal', 'loyal'),
    (2, 'hibernating', 'hibernating', 'at_risk', 'at_risk', 'at_risk'),
    (1, 'lost', 'lost', 'at_risk', 'cannot_lose', 'cannot_lose'))
  SELECT s.customer, s.money,
    [v1, v2, v3, v4, v5][ceil((f + m) / 2)::INT] AS rfm,
    CASE WHEN money > 1000 AND days < 30 THEN 'vip_active' WHEN money > 500 AND days < 60 THEN 'high_value'
      WHEN days > 90 THEN 'at_risk' WHEN orders = 1 THEN 'new_customer' ELSE 'regular' END AS spend
  FROM scores s JOIN grid USING (r)`;

describe.skipIf(!hasOnlineRetail)('segments of Online Retail', () => {
  let store: TestStore;
  const calendar = {
    timeZone: 'Europe/London',
    weekStart: 'monday',
    nowMs: Date.UTC(2012, 0, 1),
  } as const;
  const at = (date: string) => ({
    tenantId: tenantId('shop'),
    timeZone: calendar.timeZone,
    asOf: parseAsOf(date, calendar),
    data: { fromMs: Date.UTC(2010, 11, 1), toMs: Date.UTC(2011, 11, 10) },
  });
  const standingAt = async (date: string) =>
    readStanding(await store.query(compileStanding(at(date), duckdbDialect)));
  const read = async (text: string): Promise<TestCell[][]> => store.query({ text, parameters: [] });

  beforeAll(async () => {
    store = await openTestStore();
    await loadOnlineRetail(store);
    for (const date of ['2011-09-01', '2011-12-01', '2011-12-10'])
      await store.run(`CREATE TABLE hand_${date.replaceAll('-', '')} AS ${byHand(date)}`);
  }, 120_000);
  afterAll(() => store?.close());

  test('hold as many customers and as much money as counted by hand', async () => {
    const groups = await standingAt('2011-12-10');
    const sums = new Map<string, { customers: number; revenue: number }>();
    const add = (id: string, customers: number, revenue: number) => {
      const sum = sums.get(id) ?? { customers: 0, revenue: 0 };
      sums.set(id, { customers: sum.customers + customers, revenue: sum.revenue + revenue });
    };
    for (const { recency, frequency, monetary, spend, customers, revenue } of groups) {
      const place = rfmIndexOf(recency, valueScoreOf(frequency, monetary));
      add(`rfm ${rfmSegments[place]?.id}`, customers, revenue);
      add(`spend ${spend}`, customers, revenue);
    }
    const found = [...sums]
      .map(([id, { customers, revenue }]) => [id, customers, Math.round(revenue * 100) / 100])
      .sort();
    const expected = await read(`SELECT * FROM (
        SELECT 'rfm ' || rfm AS id, count(*) AS n, round(sum(money), 2)::DOUBLE FROM hand_20111210 GROUP BY 1
        UNION ALL SELECT 'spend ' || spend, count(*), round(sum(money), 2)::DOUBLE FROM hand_20111210 GROUP BY 1)
      ORDER BY id`);
    expect(found).toEqual(expected);
    expect(
      Object.fromEntries(found.map(([id, customers]) => [id, customers])),
    ).toMatchInlineSnapshot(`
      {
        "rfm about_to_sleep": 354,
        "rfm at_risk": 606,
        "rfm cannot_lose": 51,
        "rfm champions": 862,
        "rfm hibernating": 410,
        "rfm lost": 691,
        "rfm loyal": 565,
        "rfm need_attention": 183,
        "rfm new": 31,
        "rfm potential_loyalists": 499,
        "rfm promising": 87,
        "spend at_risk": 1449,
        "spend high_value": 800,
        "spend new_customer": 577,
        "spend regular": 587,
        "spend vip_active": 926,
      }
    `);
  });

  test.each<[SegmentKind, readonly string[]]>([
    ['rfm', rfmSegments.map(({ id }) => id)],
    ['spend', spendSegments.map(({ id }) => id)],
  ])('move from September to December as counted by hand (%s)', async (kind, names) => {
    const end = async (date: string) => ({
      asOf: parseAsOf(date, calendar),
      cuts: cutsOf(await standingAt(date)),
    });
    const [from, to] = [await end('2011-09-01'), await end('2011-12-01')];
    const statement = compileMovement(at('2011-12-01'), duckdbDialect, kind, from, to);
    const nameOf = (place: TestCell | undefined) => names[Number(place) - 1] ?? 'none';
    const found = (await store.query(statement))
      .map(([early, late, customers]) => [nameOf(early), nameOf(late), customers])
      .sort();
    const expected =
      await read(`SELECT coalesce(a.${kind}, 'none'), coalesce(b.${kind}, 'none'), count(*)
      FROM hand_20110901 a FULL JOIN hand_20111201 b USING (customer) GROUP BY 1, 2 ORDER BY 1, 2`);
    expect(found.length).toBeGreaterThan(10);
    expect(found).toEqual(expected);
  });
});
