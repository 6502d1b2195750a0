import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tenantId } from '@olympus/core';
import { generateVisits } from './shop/generate-visits.js';
import { openAnalytics } from './shop/open-analytics.js';

const rows = 10_000_000;
const turns = 9;
const day = 86_400_000;
const start = Date.parse('2026-03-01T00:00:00Z');
const instant = (ms: number) => new Date(ms).toISOString();

const steps = ['page.viewed', 'product.viewed', 'product.added', 'checkout.started'];
const windowDays = 1;

/** The funnel's counts as someone who knows the table would write them, people by hash. */
export function byHand(fromMs: number, toMs: number): string {
  const sqlTime = (ms: number) => `TIMESTAMP '${instant(ms).slice(0, 19).replace('T', ' ')}'`;
  const window = windowDays * 86_400_000_000;
  const levels = steps.slice(1).map((action, index) => {
    const [level, before] = [index + 2, index + 1];
    return `c${level} AS (SELECT who, acted, begun FROM (SELECT who, acted, step, max(begun) OVER (PARTITION BY who ORDER BY acted, step ROWS UNBOUNDED PRECEDING) AS begun FROM (SELECT who, acted, 0 AS step, begun FROM c${before} UNION ALL SELECT who, acted, 1, NULL FROM rows_ WHERE action = '${action}' AND who IN (SELECT who FROM c${before}))) WHERE step = 1 AND acted - begun <= ${window})`;
  });
  const counts = steps.map((_, index) => `(SELECT count(DISTINCT who) FROM c${index + 1})`);
  return `WITH known AS (SELECT visitor_key AS browser, arg_max(customer_key, occurred_at) AS customer FROM sessions WHERE tenant_id = 'bench' AND occurred_at >= ${sqlTime(fromMs)} AND occurred_at < ${sqlTime(toMs + windowDays * day)} AND customer_key IS NOT NULL GROUP BY 1),
rows_ AS (SELECT hash(coalesce(customer_key, k.customer, visitor_key)) AS who, epoch_us(occurred_at) AS acted, action FROM sessions LEFT JOIN known AS k ON k.browser = visitor_key WHERE tenant_id = 'bench' AND occurred_at >= ${sqlTime(fromMs)} AND occurred_at < ${sqlTime(toMs + windowDays * day)} AND action IN (${steps.map((step) => `'${step}'`).join(', ')})),
c1 AS (SELECT who, acted, acted AS begun FROM rows_ WHERE action = '${steps[0]}' AND acted < epoch_us(${sqlTime(toMs)})),
${levels.join(',\n')}
SELECT ${counts.join(', ')}`;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** A funnel of four steps over 30 days of 10 million rows, against its counts by hand. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-funnel-'));
  try {
    const file = join(folder, 'warehouse.duckdb');
    const kept = process.env.OLYMPUS_BENCH_VISITS;
    if (kept !== undefined && existsSync(kept)) await copyFile(kept, file);
    else {
      console.log(`making ${rows.toLocaleString('en')} rows of visits over a year …`);
      await generateVisits(file, 'bench', rows);
      if (kept !== undefined) await copyFile(file, kept);
    }
    const copy = join(folder, 'by-hand.duckdb');
    await copyFile(file, copy);
    await compare(file, copy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(file: string, copy: string): Promise<void> {
  const { analytics, close } = await openAnalytics(file, 'bench');
  const instance = await DuckDBInstance.create(copy, { threads: '2' });
  const connection = await instance.connect();
  const funnels: Readonly<Record<string, Parameters<typeof analytics.funnels.run>[0]['funnel']>> = {
    'four steps in order': { steps: steps.map((act) => ({ act })) },
    'by device': { steps: steps.map((act) => ({ act })), breakdown: { dimension: 'session.device' } },
    'within a visit': { steps: steps.map((act) => ({ act })), per: 'session' },
    strict: { steps: steps.map((act) => ({ act })), order: 'strict' },
    'any order': { steps: steps.map((act) => ({ act })), order: 'any' },
    'with an exclusion': {
      steps: steps.map((act) => ({ act })),
      exclusions: [{ act: 'user.logged_in' }],
    },
    'up to an order': {
      steps: [...steps.slice(0, 3), 'order.placed'].map((act) => ({ act })),
    },
  };
  for (const [name, funnel] of Object.entries(funnels)) {
    const hand: number[] = [];
    const asked: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const fromMs = start + turn * 3 * day;
      const toMs = fromMs + 30 * day;
      const handMs = performance.now();
      const counts = (await connection.runAndReadAll(byHand(fromMs, toMs))).getRows()[0];
      const askedMs = performance.now();
      const answer = await analytics.funnels.run({
        tenantId: tenantId('bench'),
        funnel: { ...funnel, window: { count: windowDays, unit: 'day' } },
        time: { from: instant(fromMs), to: instant(toMs) },
      });
      const doneMs = performance.now();
      if (turn > 0) {
        hand.push(askedMs - handMs);
        asked.push(doneMs - askedMs);
      }
      const told = answer.steps.map(({ people }) => people).join(' → ');
      if (name === 'four steps in order' && told !== counts?.map(Number).join(' → ')) {
        throw new Error(`by hand ${counts?.join(' → ')}, asked ${told}`);
      }
      if (turn === turns - 1) console.log(`${name}: ${told}`);
    }
    const ratio = median(asked.map((ms, index) => ms / (hand[index] ?? ms)));
    console.log(
      `  counts by hand ${median(hand).toFixed(0)} ms, everything through the service ${median(asked).toFixed(0)} ms, ${ratio.toFixed(2)} times`,
    );
  }
  connection.closeSync();
  instance.closeSync();
  await close();
}
