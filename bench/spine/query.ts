import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { processUsage } from './process-usage.js';
import { httpRequest, runLoad } from './run-load.js';
import { createServerUnderTest, createTenantWithKey } from './server-process.js';
import { generateSales } from './ten-million.js';

const lines = 10_000_000;
const repeats = 20;
const day = 86_400_000;
const start = Date.parse('2024-12-01T00:00:00Z');
const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

interface Question {
  readonly name: string;
  /** The question for the n-th window; no two are alike, so no cache answers. */
  query(n: number): object;
  /** The same by hand, as someone who knows the table would write it. Days are UTC's here. */
  sql(n: number): string;
  /** Whether it is to be compared as answered from the rollup. */
  readonly rollup?: true;
}

const window = (n: number, days: number) => {
  const from = start + n * 7 * day;
  return { from: isoDay(from), to: isoDay(from + days * day) };
};
const within = (n: number, days: number) => {
  const { from, to } = window(n, days);
  return `tenant_id = 'bench' AND occurred_at >= TIMESTAMP '${from}' AND occurred_at < TIMESTAMP '${to}'`;
};

const questions: readonly Question[] = [
  {
    name: 'customers by day, 30 days',
    query: (n) => ({ metrics: ['customers'], grain: 'day', time: window(n, 30) }),
    sql: (n) =>
      `SELECT date_trunc('day', occurred_at), count(DISTINCT customer_key) FROM sales WHERE ${within(n, 30)} AND entry = 'sale' GROUP BY 1`,
  },
  {
    name: 'revenue by hour, 30 days',
    query: (n) => ({ metrics: ['revenue'], grain: 'hour', time: window(n, 30) }),
    sql: (n) =>
      `SELECT date_trunc('hour', occurred_at), sum(net) FROM sales WHERE ${within(n, 30)} GROUP BY 1`,
  },
  {
    name: 'top 10 products, 90 days',
    query: (n) => ({
      metrics: ['revenue', 'units'],
      dimensions: ['product.name'],
      time: window(n, 90),
      limit: 10,
    }),
    sql: (n) =>
      `SELECT p.name, sum(net) AS r, sum(quantity) FROM sales s LEFT JOIN products p ON p.tenant_id = 'bench' AND p.product_id = s.product_id WHERE s.${within(n, 90)} GROUP BY 1 ORDER BY r DESC LIMIT 10`,
  },
  {
    name: 'revenue by day, 30 days',
    query: (n) => ({ metrics: ['revenue'], grain: 'day', time: window(n, 30) }),
    sql: (n) =>
      `SELECT date_trunc('day', occurred_at), sum(net) FROM sales WHERE ${within(n, 30)} GROUP BY 1`,
    rollup: true,
  },
  {
    name: 'revenue and orders by month, 18 months',
    query: (n) => ({ metrics: ['revenue', 'orders'], grain: 'month', time: window(n, 548) }),
    sql: (n) =>
      `SELECT date_trunc('month', occurred_at), sum(net), count(DISTINCT order_id) FILTER (WHERE entry = 'sale') FROM sales WHERE ${within(n, 548)} GROUP BY 1`,
    rollup: true,
  },
  {
    name: 'margin by channel, 18 months',
    query: (n) => ({
      metrics: ['revenue', 'gross_margin'],
      dimensions: ['channel'],
      time: window(n, 548),
    }),
    sql: (n) =>
      `SELECT channel, sum(net), sum(net) FILTER (WHERE cost IS NOT NULL) - sum(cost) FROM sales WHERE ${within(n, 548)} GROUP BY 1`,
    rollup: true,
  },
];

/** A filter that leaves nothing out: the same work, and another statement than without it. */
const everything = [{ dimension: 'channel', operator: 'not_equals', values: ['none'] }];

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Metric queries over 10 million lines against the same SQL by hand, on the same file. */
interface Meta {
  readonly cache: string;
  readonly elapsed_ms: number;
  readonly rollup?: string;
}

export async function run(): Promise<void> {
  const server = await createServerUnderTest({ LOG_LEVEL: 'error' });
  try {
    const key = await createTenantWithKey(server, 'bench');
    const file = join(server.dataDir, 'warehouse.duckdb');
    console.log(`making ${lines.toLocaleString('en')} sales lines over 22 months …`);
    await generateSales(file, 'bench', lines);
    const before = await measureByHand(file);
    await server.start();
    const overHttp = new Map<string, { ms: number; inside: number; fromRollup: boolean }>();
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const ask = async (query: object) => {
      const response = await fetch(`${server.url}/api/analytics/query`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ tenant_id: 'bench', ...query }),
      });
      const answer = (await response.json()) as { meta?: Meta };
      if (!response.ok || answer.meta === undefined) throw new Error(JSON.stringify(answer));
      return answer.meta;
    };
    await ask({ metrics: ['revenue'] });
    const preparedMs = performance.now();
    while ((await ask({ metrics: ['revenue'] })).rollup === undefined) {
      if (performance.now() - preparedMs > 60_000) throw new Error('no rollup was made');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    for (const { name, query } of questions) {
      const times: number[] = [];
      const inside: number[] = [];
      let used = false;
      // the same blocks once beforehand, as by hand: what is measured is not the first read
      for (let n = 0; n < repeats; n++) {
        await ask({ ...query(n), filters: everything });
      }
      for (let n = 0; n < repeats; n++) {
        const sentMs = performance.now();
        const meta = await ask(query(n));
        times.push(performance.now() - sentMs);
        inside.push(meta.elapsed_ms);
        if (meta.cache !== 'miss') throw new Error(`${name} came from the cache`);
        used = meta.rollup !== undefined;
      }
      overHttp.set(name, { ms: median(times), inside: median(inside), fromRollup: used });
    }
    const requests = Array.from({ length: 8000 }, (_, n) => {
      const question = questions[n % questions.length]?.query((n >> 3) % repeats);
      const body = JSON.stringify({ tenant_id: 'bench', ...question });
      return httpRequest('POST', '/api/analytics/query', headers, body);
    });
    const load = await runLoad({ url: server.url, connections: 16, requests });
    console.log(
      `16 clients, the questions above mixed: ${Math.round(load.requests / load.seconds)} requests/s, p50 ${load.p50.toFixed(1)} ms, p99 ${load.p99.toFixed(1)} ms, ${load.failed} failed`,
    );
    await measureDashboards(server.url, server.pid, key);
    await server.stop();
    // by hand before and after: the machine is not equally fast all the time
    const after = await measureByHand(file);
    for (const { name, rollup } of questions) {
      const hand = ((before.get(name) ?? 0) + (after.get(name) ?? 0)) / 2;
      const { ms, inside, fromRollup } = overHttp.get(name) ?? {
        ms: 0,
        inside: 0,
        fromRollup: false,
      };
      const compared =
        rollup === true
          ? `${(hand / ms).toFixed(1)} times as fast`
          : `${ms >= hand ? '+' : ''}${(ms - hand).toFixed(1)} ms`;
      console.log(
        `${name}: by hand ${hand.toFixed(1)} ms (${before.get(name)?.toFixed(1)} before, ${after.get(name)?.toFixed(1)} after), over HTTP ${ms.toFixed(1)} ms (${inside.toFixed(1)} inside)${fromRollup ? ' from the rollup' : ''}; ${compared}`,
      );
    }
  } finally {
    await server.destroy();
  }
}

async function measureByHand(file: string): Promise<Map<string, number>> {
  const instance = await DuckDBInstance.create(file, { threads: '2', memory_limit: '1GB' });
  const connection = await instance.connect();
  const medians = new Map<string, number>();
  for (const { name, sql } of questions) {
    const times: number[] = [];
    for (let n = 0; n < repeats; n++) await connection.runAndReadAll(sql(n));
    for (let n = 0; n < repeats; n++) {
      const startedMs = performance.now();
      (await connection.runAndReadAll(sql(n))).getRows();
      times.push(performance.now() - startedMs);
    }
    medians.set(name, median(times));
  }
  connection.closeSync();
  instance.closeSync();
  return medians;
}

/** 50 viewers a second on the dashboard, at rest and while events pour in. */
async function measureDashboards(url: string, pid: number, key: string): Promise<void> {
  const authorization = `Bearer ${key}`;
  const path = '/api/analytics/dashboard/bench?from=2026-08-01&to=2026-09-01';
  const first = performance.now();
  await (await fetch(`${url}${path}`, { headers: { authorization } })).arrayBuffer();
  console.log(`dashboard of 12 tiles, first view: ${(performance.now() - first).toFixed(0)} ms`);
  const views = (seconds: number) => ({
    url,
    connections: 50,
    rate: 50,
    requests: Array.from({ length: seconds * 50 }, () =>
      httpRequest('GET', path, { authorization }),
    ),
  });
  const rest = await runLoad(views(10));
  console.log(
    `50 viewers a second, at rest: p50 ${rest.p50.toFixed(1)} ms, p99 ${rest.p99.toFixed(1)} ms`,
  );
  const { createEventSource } = await import('./shop-events.js');
  const source = createEventSource('dashboard');
  const bodies = Array.from({ length: 2000 }, () =>
    httpRequest(
      'POST',
      '/api/events',
      { authorization, 'content-type': 'application/json' },
      JSON.stringify(Array.from({ length: 100 }, () => source.next())),
    ),
  );
  const [viewed, ingested] = await Promise.all([
    runLoad(views(10)),
    runLoad({ url, connections: 8, rate: 200, requests: bodies }),
  ]);
  console.log(
    `50 viewers a second while ${Math.round((ingested.requests * 100) / ingested.seconds).toLocaleString('en')} events/s come in: p50 ${viewed.p50.toFixed(1)} ms, p99 ${viewed.p99.toFixed(1)} ms; ingest p99 ${ingested.p99.toFixed(0)} ms; memory ${(await processUsage(pid)).rssMb} MB`,
  );
}
