import { createRights } from '@olympus/contract';
import { createManualClock, silentLogger, tenantId } from '@olympus/core';
import { createPlatform, type Platform } from '@olympus/platform';
import { type DuckDbWarehouse, openDuckDbWarehouse } from '@olympus/warehouse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createIngest, type Ingest } from '../ingest.js';
import { parseJsonBody } from '../parse/body.js';

const shop = tenantId('shop');
const log = silentLogger;
const clock = createManualClock(Date.parse('2026-11-01T12:00:00Z'));

let platform: Platform;
let warehouse: DuckDbWarehouse;
let ingest: Ingest;

beforeAll(async () => {
  const secretKey = new Uint8Array(32).fill(7);
  const rights = createRights([]);
  platform = await createPlatform(
    { memory: true },
    { clock, log, secretKey, environment: 'development', rights },
  );
  await platform.tenants.create({ id: shop, name: 'Shop', timeZone: 'UTC', currency: 'EUR' });
  warehouse = await openDuckDbWarehouse({ path: ':memory:', log, threads: 1 });
  ingest = createIngest({ warehouse, platform, clock, log });
});
afterAll(async () => {
  await ingest.close();
  await warehouse.close();
  await platform.close();
});

const lines = 2_000;
const version = (order: string, number: number) => ({
  specversion: '1.0',
  id: `${order}-${number}`,
  type: 'order.updated',
  time: new Date(Date.parse('2026-10-01') + number * 60_000).toISOString(),
  data: {
    order_id: order,
    currency: 'EUR',
    items: Array.from({ length: lines }, (_, index) => ({
      product_id: `p${index}`,
      quantity: number,
      unit_price: 1,
    })),
  },
});
const send = async (...events: readonly object[]) =>
  ingest.submit(shop, await parseJsonBody(Buffer.from(JSON.stringify(events))), 'http');

const units = async (order: string) => {
  const { rows } = await warehouse.query(shop, {
    text: `SELECT sum(quantity) FROM sales WHERE order_id = '${order}'`,
    parameters: [],
  });
  return Number(rows[0]?.[0]);
};

it('a version with which an order would say too much is a dead letter, with its text', async () => {
  for (const number of [1, 2, 3, 4]) {
    expect(await send(version('long', number))).toMatchObject({ stored: 1 });
  }
  const beyond = await send(version('long', 5), version('other', 1));
  expect(beyond.results).toMatchObject([
    { id: 'long-5', outcome: 'deadLettered', error: { code: 'order_too_long', step: 'project' } },
    { id: 'other-1', outcome: 'stored' },
  ]);
  expect(await units('long')).toBe(4 * lines);
  expect(await units('other')).toBe(lines);

  const [letter] = await ingest.deadLetters.list(shop, { status: 'open', limit: 10 });
  expect(letter).toMatchObject({ code: 'order_too_long', type: 'order.updated' });
  expect(JSON.parse(letter?.raw ?? '').id).toBe('long-5');
});

it('versions that come together count together', async () => {
  const { results } = await send(...[1, 2, 3, 4].map((number) => version('batch', number)));
  expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored', 'stored']);
  const more = await send(version('batch', 5), {
    ...version('batch', 6),
    type: 'order.cancelled',
    data: { order_id: 'batch' },
  });
  expect(more.results.map(({ outcome }) => outcome)).toEqual(['deadLettered', 'stored']);
  expect(await units('batch')).toBe(0);
});
