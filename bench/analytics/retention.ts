import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type CustomerKey, silentLogger, systemClock, tenantId } from '@olympus/core';
import { createStatsPool } from '@olympus/stats/pool';
import { openDuckDbWarehouse } from '@olympus/warehouse';
import { type Analytics, createAnalytics } from '../../packages/analytics/src/analytics.js';
import { createMemoryCohorts } from '../../packages/analytics/src/testing/memory-cohorts.js';
import { generateSales } from '../spine/ten-million.js';

const lines = 10_000_000;
const turns = 7;
const bench = tenantId('bench');

/** Monthly retention as someone who knows the table would write it, with the months of UTC. */
const byHand = `WITH active AS (
    SELECT DISTINCT customer_key AS who, date_trunc('month', occurred_at) AS month FROM sales
    WHERE tenant_id = 'bench' AND entry = 'sale' AND customer_key IS NOT NULL),
  firsts AS (SELECT who, min(month) AS cohort FROM active GROUP BY who)
  SELECT cohort, date_diff('month', cohort, month) AS later, count(*) FROM active JOIN firsts USING (who)
  WHERE date_diff('month', cohort, month) <= 12 GROUP BY 1, 2`;

const revenueByHand = `WITH firsts AS (
    SELECT customer_key AS who, min(occurred_at) AS first FROM sales
    WHERE tenant_id = 'bench' AND entry = 'sale' AND customer_key IS NOT NULL GROUP BY 1)
  SELECT date_trunc('month', first) AS cohort, date_diff('month', first, occurred_at) AS later, sum(net)
  FROM sales JOIN firsts ON who = customer_key WHERE tenant_id = 'bench'
    AND date_diff('month', first, occurred_at) <= 12 GROUP BY 1, 2`;

const pairsByHand = `WITH lines AS (
    SELECT DISTINCT order_id AS o, product_id AS p FROM sales
    WHERE tenant_id = 'bench' AND entry = 'sale' AND product_id IS NOT NULL)
  SELECT a.p, b.p, count(*) AS n FROM lines a JOIN lines b ON a.o = b.o AND a.p < b.p
  GROUP BY 1, 2 HAVING count(*) >= 5 ORDER BY n DESC LIMIT 50`;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

interface Question {
  readonly name: string;
  readonly hand: string;
  readonly turns: number;
  /** @param turn  makes each question another one, so that no cache answers */
  ask(analytics: Analytics, turn: number): Promise<unknown>;
}

const span = { from: '2024-11-01', to: '2026-10-01' };
const questions: readonly Question[] = [
  {
    name: 'monthly retention, two years',
    hand: byHand,
    turns,
    ask: ({ watching }, turn) =>
      watching.retention({
        tenantId: bench,
        periods: 12 + turn,
        time: span,
      }),
  },
  {
    name: 'monthly revenue of cohorts, two years',
    hand: revenueByHand,
    turns,
    ask: ({ watching }, turn) =>
      watching.retention({
        tenantId: bench,
        measure: 'revenue',
        periods: 12 + turn,
        time: span,
      }),
  },
  {
    name: 'products bought together, two years',
    hand: pairsByHand,
    turns: 3,
    ask: ({ watching }, turn) =>
      watching.baskets({
        tenantId: bench,
        order: 'together',
        minimum: 5 + turn,
        time: span,
      }),
  },
  {
    name: 'retention of a saved cohort, two years',
    hand: byHand,
    turns,
    ask: async ({ watching, cohorts }, turn) => {
      await cohorts.save(bench, {
        id: 'often',
        name: 'Often',
        description: '',
        definition: {
          kind: 'rules',
          match: 'all',
          groups: [
            {
              match: 'all',
              conditions: [{ kind: 'did', act: { act: 'order.placed' }, at_least: 10 + turn }],
            },
          ],
        },
      });
      return watching.retention({
        tenantId: bench,
        filters: [{ dimension: 'customer.cohort', operator: 'equals', values: ['often'] }],
        time: span,
      });
    },
  },
];

/** Questions about people over 10 million sales lines, against SQL by hand on a copy of the same file. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-retention-'));
  try {
    const file = join(folder, 'warehouse.duckdb');
    const copy = join(folder, 'by-hand.duckdb');
    const kept = process.env.OLYMPUS_BENCH_SALES;
    if (kept !== undefined && existsSync(kept)) await copyFile(kept, file);
    else {
      console.log(`making ${lines.toLocaleString('en')} sales lines over 22 months …`);
      await generateSales(file, 'bench', lines);
      if (kept !== undefined) await copyFile(file, kept);
    }
    await copyFile(file, copy);
    await compare(file, copy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(file: string, copy: string): Promise<void> {
  const warehouse = await openDuckDbWarehouse({ path: file, log: silentLogger, threads: 2 });
  const pool = createStatsPool({ size: 1 });
  const tenant = {
    id: bench,
    name: 'Bench',
    timeZone: 'UTC',
    currency: 'EUR',
    weekStart: 'monday',
    locale: 'en',
  } as const;
  const analytics = createAnalytics({
    warehouse,
    platform: {
      tenants: { get: async () => tenant },
      metrics: { list: async () => [], put: async () => {}, remove: async () => {} },
    },
    cohorts: createMemoryCohorts(),
    customerKey: async (_, id) => id as CustomerKey,
    pool,
    clock: systemClock,
    log: silentLogger,
    limits: { deadlineMs: 120_000 },
  });
  const instance = await DuckDBInstance.create(copy, { threads: '2' });
  const connection = await instance.connect();
  for (const question of questions) {
    const hand: number[] = [];
    const asked: number[] = [];
    for (let turn = 0; turn < question.turns; turn++) {
      const handMs = performance.now();
      await connection.runAndReadAll(question.hand);
      const askedMs = performance.now();
      await question.ask(analytics, turn);
      hand.push(askedMs - handMs);
      asked.push(performance.now() - askedMs);
    }
    const ratio = median(asked.map((ms, index) => ms / (hand[index] ?? ms)));
    console.log(
      `${question.name}\n  by hand ${median(hand).toFixed(0)} ms, through the service ${median(asked).toFixed(0)} ms, ${ratio.toFixed(2)} times`,
    );
  }
  connection.closeSync();
  instance.closeSync();
  await Promise.all([warehouse.close(), pool.close()]);
}
