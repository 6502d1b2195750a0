/**
 * From the acknowledgement of an event to the row of a firing, and on to delivery's outbox: a server
 * as it is installed, a business with 200 alerts whose windows move with every event, and an event in
 * each trial that makes one of them fire. `npm run bench:alerts`; needs the server's build.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestServer } from '../../packages/server/src/testing/test-server.js';

const trials = 50;
const watched = 200;
const patienceMs = 30_000;

const quantile = (values: readonly number[], share: number) => {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
};

const folder = mkdtempSync(join(tmpdir(), 'olympus-bench-alerts-'));
const server = await openTestServer(folder);
try {
  await server.platform.tenants.create({ id: 'shop', timeZone: 'Europe/Berlin' });
  const bearer = await server.key('shop', 'analytics:read', 'alerts:write', 'events:write');
  const base = '/api/tenants/shop/alerts';
  const ok = async (method: string, path: string, body?: object) => {
    const { status, answer } = await server.call(method, path, { bearer, body });
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  };
  /** An order of a channel of its own, so that each trial fires the alert of that channel. */
  const order = (id: string, channel: string) => ({
    specversion: '1.0',
    id,
    source: 'bench',
    type: 'order.created',
    time: new Date().toISOString(),
    data: {
      order_id: id,
      channel,
      currency: 'EUR',
      items: [{ product_id: 'p1', quantity: 1, unit_price: 100 }],
    },
  });
  const ids: string[] = [];
  for (let index = 0; index < watched; index += 1) {
    const { id } = await ok('POST', base, {
      name: `Orders of c${index}`,
      metric: 'revenue',
      filters: [{ dimension: 'channel', operator: 'equals', values: [`c${index}`] }],
      window: '60m',
      rule: { kind: 'threshold', direction: 'above', level: 10 },
    });
    ids.push(String(id));
  }
  const fired: number[] = [];
  const told: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const alert = ids[trial] ?? '';
    // long enough for the last look to be over, and at no fixed phase of it
    await new Promise((resolve) => setTimeout(resolve, 1_500 + 37 * (trial % 11)));
    const sent = await ok('POST', '/api/events', [order(`o-${trial}`, `c${trial}`)]);
    if (sent.stored !== 1) throw new Error(`not stored: ${JSON.stringify(sent)}`);
    const startedMs = performance.now();
    const rowOf = async () => {
      const { firings } = await ok('GET', `/api/tenants/shop/alert-history?id=${alert}`);
      return firings[0];
    };
    let firedMs: number | undefined;
    for (;;) {
      const row = await rowOf();
      const elapsedMs = performance.now() - startedMs;
      if (row !== undefined) firedMs ??= elapsedMs;
      if (row?.told_at) {
        fired.push(firedMs ?? elapsedMs);
        told.push(elapsedMs);
        break;
      }
      if (elapsedMs > patienceMs) throw new Error(`trial ${trial} did not fire`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${availableParallelism()} processors, load ${load}; ${watched} alerts, ${trials} trials`,
  );
  for (const [name, values] of [
    ['acknowledged → firing', fired],
    ['acknowledged → handed to delivery', told],
  ] as const) {
    const [p50, p95] = [quantile(values, 0.5), quantile(values, 0.95)];
    console.log(`${name}: p50 ${p50} ms, p95 ${p95} ms, worst ${quantile(values, 1)} ms`);
  }
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
