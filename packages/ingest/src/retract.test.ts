import { createRights } from '@olympus/contract';
import { type CustomerKey, createManualClock, silentLogger, tenantId } from '@olympus/core';
import { createPlatform, type Platform } from '@olympus/platform';
import { ledgers } from '@olympus/semantic';
import { type DuckDbWarehouse, openDuckDbWarehouse } from '@olympus/warehouse';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIngest, type Ingest } from './ingest.js';
import { parseJsonBody } from './parse/body.js';

const shop = tenantId('shop');
const log = silentLogger;
const clock = createManualClock(Date.parse('2026-11-01T12:00:00Z'));

let platform: Platform;
beforeAll(async () => {
  platform = await createPlatform(
    { memory: true },
    {
      clock,
      log,
      secretKey: new Uint8Array(32).fill(7),
      environment: 'development',
      rights: createRights([]),
    },
  );
  await platform.tenants.create({ id: shop, name: 'Shop', timeZone: 'UTC', currency: 'EUR' });
});
afterAll(() => platform.close());

interface Store {
  readonly warehouse: DuckDbWarehouse;
  readonly ingest: Ingest;
  close(): Promise<void>;
}

async function openStore(): Promise<Store> {
  const warehouse = await openDuckDbWarehouse({ path: ':memory:', log, threads: 1 });
  const ingest = createIngest({ warehouse, platform, clock, log });
  return {
    warehouse,
    ingest,
    async close() {
      await ingest.close();
      await warehouse.close();
    },
  };
}

const send = (store: Store, events: readonly object[]) =>
  parseJsonBody(Buffer.from(JSON.stringify(events))).then((batch) =>
    store.ingest.submit(shop, batch, 'http'),
  );

const arrivals = new Set(['commit_id', 'received_at', 'sealed', 'data']);
const numbers = ['quantity', 'gross', 'discount', 'tax', 'shipping', 'cost', 'net', 'orders'];

/** What the ledgers say, apart from when it arrived: rows of sales that cancel out are left out. */
async function contents(store: Store): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name, columns } of ledgers) {
    if (name === 'retractions' || name === 'dead_letters') continue;
    const told = columns.map((column) => column.name).filter((column) => !arrivals.has(column));
    const sealed = columns.some((column) => column.name === 'sealed')
      ? ', sealed IS NULL AS sealed'
      : '';
    const keys = told.filter((column) => !numbers.includes(column));
    const text =
      name === 'sales'
        ? `SELECT ${keys.join(', ')}, ${numbers.map((n) => `sum(${n})`).join(', ')} FROM sales
           WHERE entry <> 'revision' GROUP BY ALL
           HAVING ${numbers.map((n) => `coalesce(sum(${n}), 0) <> 0`).join(' OR ')} ORDER BY ALL`
        : `SELECT ${told.join(', ')}${sealed} FROM ${name} ORDER BY ALL`;
    const { rows } = await store.warehouse.query(shop, { text, parameters: [] });
    all[name] = rows.map((row) => JSON.stringify(row));
  }
  return all;
}

const day = (n: number, minute = 0) => new Date(Date.UTC(2026, 5, 1 + n, 10, minute)).toISOString();
const who = fc.constantFrom('anna', 'ben', 'cleo');
const itemsOf = (least: number) =>
  fc.array(
    fc.record({
      product_id: fc.constantFrom('p1', 'p2', 'p3'),
      quantity: fc.integer({ min: least, max: 4 }),
      unit_price: fc.constantFrom(1, 2.5, 9.99),
    }),
    { minLength: 1, maxLength: 3 },
  );
const place = { channel: 'web', country: 'DE', location_id: 'l1', promotion_id: 'x' };
const orderId = fc.constantFrom('o1', 'o2', 'o3');

const body = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        type: fc.constantFrom('order.created', 'order.updated'),
        order_id: orderId,
        customer_id: who,
        items: itemsOf(-2),
      })
      .map(({ type, ...data }) => ({ type, data: { ...data, ...place, currency: 'EUR' } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ order_id: orderId, items: itemsOf(1) })
      .map((data) => ({ type: 'order.cancelled', data: { ...data, ...place, currency: 'EUR' } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        refund_id: fc.constantFrom('r1', 'r2'),
        order_id: orderId,
        customer_id: who,
        amount: fc.integer({ min: 1, max: 9 }),
      })
      .map((data) => ({ type: 'order.refunded', data: { ...data, ...place, currency: 'EUR' } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        customer_id: who,
        email: fc.constantFrom('a@x.org', 'b@x.org'),
        city: fc.constantFrom('Ulm', 'Bonn'),
      })
      .map((data) => ({ type: 'customer.updated', data })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ product_id: fc.constantFrom('p1', 'p2'), name: fc.constantFrom('Lamp', 'Rug') })
      .map((data) => ({ type: 'product.updated', data })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        payment_id: fc.constantFrom('m1', 'm2', 'm3'),
        amount: fc.integer({ min: 1, max: 9 }),
      })
      .map((data) => ({ type: 'payment.processed', data: { ...data, currency: 'EUR' } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ product_id: fc.constantFrom('p1', 'p2'), on_hand: fc.integer({ min: 0, max: 9 }) })
      .map((data) => ({ type: 'inventory.updated', data })),
  },
);

const history = fc
  .array(
    fc.record({
      body,
      day: fc.integer({ min: 0, max: 9 }),
      source: fc.constantFrom('mine', 'wrong'),
    }),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((all) =>
    all.map(({ body: { type, data }, day: at, source }, index) => ({
      specversion: '1.0',
      id: `e${index}`,
      source,
      type,
      // of one time the later arrived would count, and what is sent again arrives later
      time: day(at, index),
      data,
    })),
  );

describe('taking back what one sender sent', () => {
  it('leaves every ledger as if it had never come, and takes the same events again', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: 4 }), async (events, atOnce) => {
        const store = await openStore();
        const pure = await openStore();
        const full = await openStore();
        try {
          for (let from = 0; from < events.length; from += atOnce) {
            const lot = events.slice(from, from + atOnce);
            await send(store, lot);
            await send(full, lot);
            await send(
              pure,
              lot.filter(({ source }) => source === 'mine'),
            );
          }
          const wrong = events.filter(({ source }) => source === 'wrong');
          expect(await store.ingest.retract(shop, 'wrong')).toBe(wrong.length);
          expect(await contents(store)).toEqual(await contents(pure));
          expect((await send(store, wrong)).stored).toBe(wrong.length);
          const again = await contents(store);
          const straight = await contents(full);
          expect(again.sales).toEqual(straight.sales);
          expect(again.events).toEqual(straight.events);
          expect(again.payments).toEqual(straight.payments);
        } finally {
          for (const one of [store, pure, full]) await one.close();
        }
      }),
      { numRuns: 12, seed: 20261101 },
    );
  }, 180_000);

  it('goes on where it was stopped, and leaves others’ events alone', async () => {
    const store = await openStore();
    const visit = (id: number, source: string) => ({
      specversion: '1.0',
      id: `v${id}`,
      source,
      type: 'page.viewed',
      time: day(0),
      data: { session_id: `s${id}` },
    });
    try {
      await send(
        store,
        Array.from({ length: 4500 }, (_, i) => visit(i, 'wrong')),
      );
      await send(store, [visit(9000, 'mine')]);
      const stopped = store.ingest.retract(shop, 'wrong', () => {
        throw new Error('stopped');
      });
      await expect(stopped).rejects.toThrow('stopped');
      const count = async () => (await contents(store)).sessions?.length;
      expect(await count()).toBe(2501);
      expect(await store.ingest.retract(shop, 'wrong')).toBe(2500);
      expect(await count()).toBe(1);
      expect(await store.ingest.retract(shop, 'wrong')).toBe(0);
    } finally {
      await store.close();
    }
  });

  it('also where a person whose orders are among it was erased', async () => {
    const store = await openStore();
    const order = (id: string, source: string, quantity: number, at: string) => ({
      specversion: '1.0',
      id,
      source,
      type: 'order.updated',
      time: at,
      data: {
        order_id: 'o1',
        currency: 'EUR',
        customer_id: 'anna',
        items: [{ product_id: 'p1', quantity, unit_price: 10 }],
      },
    });
    try {
      await send(store, [order('e1', 'wrong', 2, day(0)), order('e2', 'mine', 3, day(1))]);
      const key = await store.ingest.customerKey(shop, 'anna');
      await store.warehouse.erasePerson(shop, {
        key,
        replacement: 'c_erased' as CustomerKey,
        salt: 'salt',
      });
      expect(await store.ingest.retract(shop, 'wrong')).toBe(1);
      const text = 'SELECT event_id, sum(net), sum(orders) FROM sales GROUP BY ALL';
      const { rows } = await store.warehouse.query(shop, { text, parameters: [] });
      expect(rows).toEqual([['e2', 30, 1]]);
    } finally {
      await store.close();
    }
  });
});
