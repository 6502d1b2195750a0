import { copyFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { exchange } from './exchange.js';
import { processUsage } from './process-usage.js';
import { httpRequest, runLoad } from './run-load.js';
import { createServerUnderTest, createTenantWithKey } from './server-process.js';
import { generateSales } from './ten-million.js';

const lines = 10_000_000;
/** Spans of time that each question is asked about; fewer where by hand takes half a second. */
const pairs = { lines: 30, rollup: 10 };
const day = 86_400_000;
const start = Date.parse('2024-12-01T00:00:00Z');
const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

interface Question {
  readonly name: string;
  readonly days: number;
  /** The question, without its time. */
  readonly query: object;
  /** The same by hand, as someone who knows the table would write it. Days are UTC's here. */
  sql(within: string): string;
  /**
   * Whether it is compared as a multiple of reading the lines; else by what is added to them. A
   * question that is answered in a few milliseconds from the lines has no tenth to gain.
   */
  readonly rollup?: true;
}

/** A span of days; no two of them are alike, so no cache answers. */
const span = (firstDay: number, days: number) => {
  const from = start + firstDay * day;
  return { from: isoDay(from), to: isoDay(from + days * day) };
};
const within = (firstDay: number, days: number) => {
  const { from, to } = span(firstDay, days);
  return `tenant_id = 'bench' AND occurred_at >= TIMESTAMP '${from}' AND occurred_at < TIMESTAMP '${to}'`;
};

const questions: readonly Question[] = [
  {
    name: 'customers by day, 30 days',
    days: 30,
    query: { metrics: ['customers'], grain: 'day' },
    sql: (where) =>
      `SELECT date_trunc('day', occurred_at), count(DISTINCT customer_key) FROM sales WHERE ${where} AND entry = 'sale' GROUP BY 1`,
  },
  {
    name: 'revenue by hour, 30 days',
    days: 30,
    query: { metrics: ['revenue'], grain: 'hour' },
    sql: (where) =>
      `SELECT date_trunc('hour', occurred_at), sum(net) FROM sales WHERE ${where} GROUP BY 1`,
  },
  {
    name: 'top 10 products, 90 days',
    days: 90,
    query: { metrics: ['revenue', 'units'], dimensions: ['product.name'], limit: 10 },
    sql: (where) =>
      `SELECT p.name, sum(net) AS r, sum(quantity) FROM sales s LEFT JOIN products p ON p.tenant_id = 'bench' AND p.product_id = s.product_id WHERE s.${where} GROUP BY 1 ORDER BY r DESC LIMIT 10`,
  },
  {
    name: 'revenue by day, 30 days',
    days: 30,
    query: { metrics: ['revenue'], grain: 'day' },
    sql: (where) =>
      `SELECT date_trunc('day', occurred_at), sum(net) FROM sales WHERE ${where} GROUP BY 1`,
  },
  {
    name: 'revenue and orders by month, 18 months',
    days: 548,
    query: { metrics: ['revenue', 'orders'], grain: 'month' },
    sql: (where) =>
      `SELECT date_trunc('month', occurred_at), sum(net), count(DISTINCT order_id) FILTER (WHERE entry = 'sale') FROM sales WHERE ${where} GROUP BY 1`,
    rollup: true,
  },
  {
    name: 'margin by channel, 18 months',
    days: 548,
    query: { metrics: ['revenue', 'gross_margin'], dimensions: ['channel'] },
    sql: (where) =>
      `SELECT channel, sum(net), sum(net) FILTER (WHERE cost IS NOT NULL) - sum(cost) FROM sales WHERE ${where} GROUP BY 1`,
    rollup: true,
  },
  {
    name: 'new customers by month, 18 months',
    days: 548,
    query: { metrics: ['new_customers'], grain: 'month' },
    sql: (where) =>
      `SELECT date_trunc('month', first_at), count(*) FROM (SELECT customer_key, min(occurred_at) AS first_at FROM sales WHERE tenant_id = 'bench' AND entry = 'sale' GROUP BY 1) WHERE ${where.replaceAll('occurred_at', 'first_at').replace("tenant_id = 'bench' AND ", '')} GROUP BY 1`,
    rollup: true,
  },
];

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

interface Meta {
  readonly cache: string;
  readonly elapsed_ms: number;
  readonly rollup?: string;
}

/** Metric queries over 10 million lines against the same SQL by hand, on a copy of the same file. */
export async function run(): Promise<void> {
  const server = await createServerUnderTest({ LOG_LEVEL: 'error' });
  try {
    const key = await createTenantWithKey(server, 'bench');
    const file = join(server.dataDir, 'warehouse.duckdb');
    console.log(`making ${lines.toLocaleString('en')} sales lines over 22 months …`);
    await generateSales(file, 'bench', lines);
    const copy = join(server.dataDir, 'by-hand.duckdb');
    await copyFile(file, copy);
    await server.start();
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const request = ({ query, days }: Question, firstDay: number) =>
      httpRequest(
        'POST',
        '/api/analytics/query',
        headers,
        JSON.stringify({ tenant_id: 'bench', ...query, time: span(firstDay, days) }),
      );
    await settle(server.pid, server.url, request(pick('margin by channel, 18 months'), 0));
    // what is measured afterwards is a server that has been running for a while
    const requests = Array.from({ length: 8000 }, (_, n) =>
      request(questions[n % questions.length] ?? pick('revenue by day, 30 days'), (n >> 3) % 20),
    );
    const load = await runLoad({ url: server.url, connections: 16, requests });
    console.log(
      `16 clients, the questions below mixed: ${Math.round(load.requests / load.seconds)} requests/s, p50 ${load.p50.toFixed(1)} ms, p99 ${load.p99.toFixed(1)} ms, ${load.failed} failed`,
    );
    await compare(server, copy, request);
    await measureDashboards(server.url, server.pid, key);
    await server.stop();
  } finally {
    await server.destroy();
  }
}

function pick(name: string): Question {
  const question = questions.find((entry) => entry.name === name);
  if (question === undefined) throw new Error(`there is no question ${name}`);
  return question;
}

async function ask(socket: Parameters<typeof exchange>[0], request: string): Promise<Meta> {
  const { status, body } = await exchange(socket, request);
  const answer = JSON.parse(body.toString()) as { meta?: Meta };
  if (status !== 200 || answer.meta === undefined) throw new Error(body.toString());
  return answer.meta;
}

async function openSocket(url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').setNoDelay();
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

/**
 * Waits until the rollup is made and the server has nothing left to do in the background. It reads
 * all hashes after a start, to tell repeats from memory; that is no part of a question.
 */
async function settle(pid: number, url: string, request: string): Promise<void> {
  const socket = await openSocket(url);
  const startedMs = performance.now();
  let idle = 0;
  let { cpuMs } = await processUsage(pid);
  while (idle < 4 || (await ask(socket, request)).rollup === undefined) {
    if (performance.now() - startedMs > 120_000) throw new Error('the server does not settle');
    await ask(socket, request);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const used = (await processUsage(pid)).cpuMs;
    idle = used - cpuMs < 50 ? idle + 1 : 0;
    cpuMs = used;
  }
  socket.destroy();
  console.log(
    `the rollup made and nothing left to do ${((performance.now() - startedMs) / 1000).toFixed(1)} s after the first question`,
  );
}

/**
 * By hand and over HTTP in turns, from this one process, so that neither has the machine at a better
 * moment or warmer caches. Both have read the blocks before. Processor time tells them apart where
 * others keep the machine busy.
 */
async function compare(
  { url, pid }: { readonly url: string; readonly pid: number },
  copy: string,
  request: (question: Question, firstDay: number) => string,
): Promise<void> {
  const instance = await DuckDBInstance.create(copy, { threads: '2', memory_limit: '1GB' });
  const connection = await instance.connect();
  const socket = await openSocket(url);
  for (const question of questions) {
    const { name, days, sql, rollup } = question;
    const hand: number[] = [];
    const http: number[] = [];
    const inside: number[] = [];
    const cpuMs = { hand: 0, http: 0 };
    // half a second of both cores by hand leaves nothing of anybody else in the processor's caches
    const asked = rollup === true ? 3 : 1;
    let used = false;
    const turn = async (firstDay: number, keep: boolean) => {
      const before = process.cpuUsage();
      const handMs = performance.now();
      (await connection.runAndReadAll(sql(within(firstDay, days)))).getRows();
      const httpMs = performance.now();
      const { user, system } = process.cpuUsage(before);
      if (keep) {
        hand.push(httpMs - handMs);
        cpuMs.hand += (user + system) / 1000;
      }
      for (let n = 0; n < asked; n++) {
        const sentMs = performance.now();
        const meta = await ask(socket, request(question, firstDay + n));
        if (!keep) continue;
        http.push(performance.now() - sentMs);
        if (meta.cache !== 'miss') throw new Error(`${name} came from the cache`);
        used = meta.rollup !== undefined;
        inside.push(meta.elapsed_ms);
      }
    };
    const count = rollup === true ? pairs.rollup : pairs.lines;
    for (let n = 0; n < count; n++) await turn(n * 7 + 19, false);
    const usedMs = (await processUsage(pid)).cpuMs;
    for (let n = 0; n < count; n++) await turn(n * 7 + 22, true);
    cpuMs.http = ((await processUsage(pid)).cpuMs - usedMs) / asked;
    const added = median(http.map((ms, n) => ms - (hand[n] ?? 0)));
    const compared =
      rollup === true
        ? `${(median(hand) / median(http)).toFixed(1)} times as fast`
        : `${added >= 0 ? '+' : ''}${added.toFixed(1)} ms in the middle of ${count} pairs`;
    console.log(
      `${name}: by hand ${median(hand).toFixed(1)} ms, over HTTP ${median(http).toFixed(1)} ms (${median(inside).toFixed(1)} inside)${used ? ' from the rollup' : ''}; ${compared}; processor time ${(cpuMs.hand / count).toFixed(1)} and ${(cpuMs.http / count).toFixed(1)} ms`,
    );
  }
  socket.destroy();
  connection.closeSync();
  instance.closeSync();
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
