import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tenantId } from '@olympus/core';
import { generateVisits } from './shop/generate-visits.js';
import { openAnalytics } from './shop/open-analytics.js';

const rows = 10_000_000;
const turns = Number(process.env.OLYMPUS_BENCH_TURNS ?? 9);
const day = 86_400_000;
const start = Date.parse('2026-03-01T00:00:00Z');
const instant = (ms: number) => new Date(ms).toISOString();

const steps = ['page.viewed', 'product.viewed', 'product.added', 'checkout.started'];
const windowDays = 1;

/** The funnel's counts as someone who knows the table would write them, people by hash. */
function byHand(fromMs: number, toMs: number): string {
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

interface Spent {
  readonly wallMs: number;
  /** Of all threads. */
  readonly cpuMs: number;
}

async function spent<T>(work: () => Promise<T>): Promise<readonly [T, Spent]> {
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  const result = await work();
  const wallMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage(cpu);
  return [result, { wallMs, cpuMs: (user + system) / 1000 }];
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * A funnel of four steps over 30 days of 10 million rows, against its counts by hand; of the kinds that
 * `OLYMPUS_BENCH_ONLY` names by commas, or all.
 */
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
    'by device': {
      steps: steps.map((act) => ({ act })),
      breakdown: { dimension: 'session.device' },
    },
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
  const only = process.env.OLYMPUS_BENCH_ONLY?.split(',');
  for (const [name, funnel] of Object.entries(funnels)) {
    if (only !== undefined && !only.includes(name)) continue;
    const hand: Spent[] = [];
    const asked: Spent[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const fromMs = start + turn * 3 * day;
      const toMs = fromMs + 30 * day;
      const [counts, handSpent] = await spent(
        async () => (await connection.runAndReadAll(byHand(fromMs, toMs))).getRows()[0],
      );
      const [answer, askedSpent] = await spent(() =>
        analytics.funnels.run({
          tenantId: tenantId('bench'),
          funnel: { ...funnel, window: { count: windowDays, unit: 'day' } },
          time: { from: instant(fromMs), to: instant(toMs) },
        }),
      );
      if (turn > 0) {
        hand.push(handSpent);
        asked.push(askedSpent);
      }
      const told = answer.steps.map(({ people }) => people).join(' → ');
      if (name === 'four steps in order' && told !== counts?.map(Number).join(' → ')) {
        throw new Error(`by hand ${counts?.join(' → ')}, asked ${told}`);
      }
      if (turn === turns - 1) console.log(`${name}: ${told}`);
    }
    const told = (of: keyof Spent) => {
      const ratio = median(asked.map((one, index) => one[of] / (hand[index]?.[of] ?? 1)));
      const [byHandMs, askedMs] = [hand, asked].map((all) => median(all.map((one) => one[of])));
      return `${byHandMs?.toFixed(0)} and ${askedMs?.toFixed(0)} ms, ${ratio.toFixed(2)} times`;
    };
    console.log(
      `  counts by hand and everything through the service: ${told('wallMs')}; processor time ${told('cpuMs')}`,
    );
  }
  connection.closeSync();
  instance.closeSync();
  await close();
}
