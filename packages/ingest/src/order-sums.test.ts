import { createRights } from '@olympus/contract';
import { type Amount, createManualClock, silentLogger, tenantId } from '@olympus/core';
import { createPlatform, type Platform } from '@olympus/platform';
import { toRow } from '@olympus/semantic';
import { type DuckDbWarehouse, openDuckDbWarehouse } from '@olympus/warehouse';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIngest, type Ingest } from './ingest.js';
import { parseJsonBody } from './parse/body.js';
import { parseSegmentBody, type SegmentCall } from './parse/segment.js';
import { tenantHash } from './pipeline/prepare.js';
import { type Happening, type Product, plainChanges, prices } from './testing/plain-orders.js';

const shop = tenantId('shop');
const log = silentLogger;
// it stands still: nothing may depend on events being received at different times
const clock = createManualClock(Date.parse('2026-11-01T12:00:00Z'));

let platform: Platform;
let warehouse: DuckDbWarehouse;
let ingest: Ingest;

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
  warehouse = await openDuckDbWarehouse({ path: ':memory:', log, threads: 1 });
  ingest = createIngest({ warehouse, platform, clock, log });
});
afterAll(async () => {
  await ingest.close();
  await warehouse.close();
  await platform.close();
});

async function restart(): Promise<void> {
  await ingest.close();
  ingest = createIngest({ warehouse, platform, clock, log });
}

const send = async (events: readonly object[]) =>
  ingest.submit(shop, await parseJsonBody(Buffer.from(JSON.stringify(events))), 'http');

let counter = 0;
const newId = () => `n${++counter}`;

const event = (type: string, at: string, data: object) => ({
  specversion: '1.0',
  id: newId(),
  type: `order.${type}`,
  time: `2026-10-${at}`,
  data: { currency: 'EUR', ...data },
});

/** Sums of an order's rows by the time they are booked at. */
async function sums(orderId: string): Promise<Map<number, Record<string, number>>> {
  const { columns, rows } = await warehouse.query(shop, {
    text: `SELECT occurred_at, sum(quantity) AS units, sum(net) AS net, sum(tax) AS tax,
      sum(shipping) AS shipping FROM sales WHERE order_id = '${orderId}' GROUP BY ALL`,
    parameters: [],
  });
  return new Map(
    rows.map(([at, ...values]) => [
      Number(at),
      Object.fromEntries(values.map((value, i) => [columns[i + 1] ?? '', Number(value)])),
    ]),
  );
}

async function total(orderId: string) {
  const all = { units: 0, net: 0, tax: 0, shipping: 0 };
  for (const one of (await sums(orderId)).values()) {
    for (const name of Object.keys(all) as (keyof typeof all)[]) {
      all[name] = Math.round((all[name] + (one[name] ?? 0)) * 1e4) / 1e4;
    }
  }
  return all;
}

const zero = { units: 0, net: 0, tax: 0, shipping: 0 };
const units = fc.record({ p1: fc.integer({ min: 0, max: 3 }), p2: fc.integer({ min: 0, max: 3 }) });
const refund = fc.constantFrom('r1', 'r2', 'r3');
const goodwill = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true));
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('order' as const),
      units: fc.record({ p1: fc.integer({ min: 1, max: 3 }), p2: fc.integer({ min: 0, max: 3 }) }),
      tax: fc.constantFrom(0, 15),
      shipping: fc.constantFrom(0, 5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('amount' as const),
      refund,
      amount: fc.constantFrom(10, 25, 80, 500),
      goodwill,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('goods' as const), refund, units, goodwill }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('whole' as const), refund }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'cancelled' as const }) },
);

function itemsOf(of: Readonly<Record<Product, number>>) {
  return (['p1', 'p2'] as const).map((product_id) => ({
    product_id,
    quantity: of[product_id],
    unit_price: prices[product_id],
  }));
}

function toEvent(order_id: string, one: Happening, at: string, created: boolean) {
  switch (one.kind) {
    case 'order': {
      const { tax, shipping } = one;
      const type = created ? 'created' : 'updated';
      return event(type, at, { order_id, tax, shipping, items: itemsOf(one.units) });
    }
    case 'amount':
      return event('refunded', at, {
        order_id,
        refund_id: one.refund,
        amount: one.amount,
        goodwill: one.goodwill,
      });
    case 'goods': {
      const items = itemsOf(one.units);
      return event('refunded', at, {
        order_id,
        refund_id: one.refund,
        items,
        goodwill: one.goodwill,
      });
    }
    case 'whole':
      return event('refunded', at, { order_id, refund_id: one.refund });
    case 'cancelled':
      return event('cancelled', at, { order_id });
  }
}

const minute = (at: number) => `01T10:${String(at).padStart(2, '0')}:00Z`;

describe('an order with everything that happens to it', () => {
  it('has the sums of a plain model for every time, in any order of arrival and any batches', async () => {
    const told = fc.record({ what: happening, at: fc.integer({ min: 0, max: 6 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(told, { minLength: 1, maxLength: 9 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 0, max: 12 }),
        async (arrived, batches, restartAt) => {
          const order = newId();
          const events = arrived.map(({ what, at }, i) =>
            toEvent(order, what, minute(at), i === 0),
          );
          for (let from = 0, lot = 0; from < events.length; lot++) {
            const count = batches[lot] ?? 1;
            const { stored } = await send(events.slice(from, from + count));
            expect(stored).toBe(Math.min(count, events.length - from));
            from += count;
            if (lot === restartAt) await restart();
          }
          // of one time, the later arrived counts
          const inTime = [...arrived].sort((a, b) => a.at - b.at);
          const expected = new Map<number, typeof zero>();
          plainChanges(inTime.map(({ what }) => what)).forEach((change, i) => {
            const at = inTime[i]?.at ?? 0;
            const sum = { ...(expected.get(at) ?? zero) };
            for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += change[name];
            expected.set(at, sum);
          });
          const booked = await sums(order);
          for (const [at, sum] of expected) {
            const own = booked.get(Date.parse(`2026-10-${minute(at)}`)) ?? zero;
            for (const [name, value] of Object.entries(sum)) {
              expect(own[name as keyof typeof own], `${name} at ${at}`).toBeCloseTo(value, 2);
            }
          }
        },
      ),
      { numRuns: 200, seed: 20261128 },
    );
  }, 300_000);

  const order = (order_id: string, at = '01T10:00:00Z') =>
    event('created', at, {
      order_id,
      channel: 'web',
      tax: 15,
      shipping: 5,
      items: [{ product_id: 'p1', quantity: 2, unit_price: 40 }],
    });

  it('is undone once', async () => {
    const goods = [{ product_id: 'p1', quantity: 2, unit_price: 40, tax: 15 }];
    for (const refunds of [
      [{ items: goods, shipping: 5 }],
      [{ amount: 100 }],
      [{}],
      [{ amount: 30 }, { items: [{ product_id: 'p1', quantity: 1 }] }],
      [{ amount: 100 }, { items: goods }, {}],
    ]) {
      for (const cancelledAt of ['02T00:00:00Z', '09T00:00:00Z']) {
        const id = newId();
        await send([order(id)]);
        for (const said of refunds) {
          const data = { order_id: id, refund_id: newId(), ...said };
          await send([event('refunded', '05T10:00:00Z', data)]);
        }
        await send([event('cancelled', cancelledAt, { order_id: id })]);
        expect(await total(id)).toEqual(zero);
      }
    }
  });

  it('gives a refund by amount back as it was charged', async () => {
    const id = newId();
    await send([order(id)]);
    const data = { order_id: id, refund_id: newId() };
    await send([event('refunded', '02T10:00:00Z', { ...data, amount: 50 })]);
    expect(await total(id)).toEqual({ units: 2, net: 40, tax: 7.5, shipping: 2.5 });
    await send([event('refunded', '02T10:00:00Z', { ...data, amount: 100 })]);
    expect(await total(id)).toEqual({ units: 2, net: 0, tax: 0, shipping: 0 });
    const told = newId();
    await send([order(told)]);
    const parts = { order_id: told, refund_id: newId(), amount: 50, tax: 8, shipping: 2 };
    await send([event('refunded', '02T10:00:00Z', parts)]);
    expect(await total(told)).toEqual({ units: 2, net: 40, tax: 7, shipping: 3 });
  });

  it('gives no more back than is left, but goodwill where it says so', async () => {
    const id = newId();
    await send([order(id)]);
    const refunded = (data: object) =>
      event('refunded', '02T10:00:00Z', { order_id: id, refund_id: newId(), ...data });
    await send([refunded({ amount: 120 })]);
    expect(await total(id)).toEqual({ units: 2, net: 0, tax: 0, shipping: 0 });
    await send([refunded({ amount: 7, goodwill: true })]);
    expect((await total(id)).net).toBe(-7);
  });

  it('takes no unit back that was not bought, of no product', async () => {
    const three = { product_id: 'p1', quantity: 3, unit_price: 40 };
    const never = { product_id: 'p2', quantity: 1, unit_price: 12.5 };
    for (const [said, left] of [
      [{ items: [three] }, { units: 0, net: 0, tax: 15, shipping: 5 }],
      [{ items: [{ product_id: 'p1', quantity: 3 }] }, { units: 0, net: 0, tax: 15, shipping: 5 }],
      [
        { items: [three], goodwill: true },
        { units: 0, net: -40, tax: 15, shipping: 5 },
      ],
      [
        { items: [three], amount: 120 },
        { units: 0, net: 0, tax: 0, shipping: 0 },
      ],
      [{ items: [never] }, { units: 2, net: 67.5, tax: 15, shipping: 5 }],
      [
        { items: [{ ...never, unit_price: undefined }], amount: 50 },
        { units: 2, net: 30, tax: 15, shipping: 5 },
      ],
    ] as const) {
      const id = newId();
      await send([order(id)]);
      const data = { order_id: id, refund_id: newId(), ...said };
      await send([event('refunded', '02T10:00:00Z', data)]);
      expect(await total(id), JSON.stringify(said)).toEqual(left);
      const { rows } = await warehouse.query(shop, {
        text: `SELECT product_id FROM sales WHERE order_id = '${id}' GROUP BY 1 HAVING sum(quantity) < 0`,
        parameters: [],
      });
      expect(rows).toEqual([]);
    }
  });

  it('takes no number of the wrong sign', async () => {
    const item = { product_id: 'p1', quantity: 1, unit_price: 30 };
    const data = { order_id: newId(), refund_id: newId() };
    const wrong = [
      event('refunded', '01T10:00:00Z', { ...data, amount: '-30.00' }),
      event('refunded', '01T10:00:00Z', { ...data, items: [{ ...item, quantity: -1 }] }),
      event('refunded', '01T10:00:00Z', { ...data, items: [{ ...item, unit_price: -30 }] }),
      event('refunded', '01T10:00:00Z', { ...data, amount: 30, shipping: -5 }),
      event('cancelled', '01T10:00:00Z', { ...data, items: [{ ...item, quantity: -1 }] }),
      event('created', '01T10:00:00Z', { ...data, items: [{ ...item, discount: -3 }] }),
      event('created', '01T10:00:00Z', { ...data, items: [item], discount: -3 }),
      event('created', '01T10:00:00Z', { ...data, items: [item], shipping: -3 }),
      event('created', '01T10:00:00Z', { ...data, items: [item], tax: -3 }),
      event('created', '01T10:00:00Z', { ...data, items: [{ ...item, unit_cost: -3 }] }),
      {
        ...event('x', '01T10:00:00Z', { product_id: 'p', name: 'P', price: -1 }),
        type: 'product.updated',
      },
      {
        ...event('x', '01T10:00:00Z', { product_id: 'p', on_hand: 1, unit_cost: -1 }),
        type: 'inventory.updated',
      },
    ];
    const { results } = await send(wrong);
    expect(results.map(({ error }) => error?.code)).toEqual(wrong.map(() => 'wrong_sign'));
    const back = { ...item, quantity: -1, discount: -3, tax: -5 };
    const exchange = event('created', '01T10:00:00Z', {
      order_id: data.order_id,
      items: [item, back],
    });
    expect((await send([exchange])).stored).toBe(1);
    expect(await total(data.order_id)).toMatchObject({ units: 0, net: 3, tax: -5 });
  });

  it('lets the later arrived of two updates of one time count, in a batch, across them and a restart', async () => {
    const ids = Array.from({ length: 30 }, newId);
    const at = '03T10:00:00Z';
    const priced = (order_id: string, type: string, unit_price: number) =>
      event(type, at, { order_id, items: [{ product_id: 'p1', quantity: 1, unit_price }] });
    const net = async () => {
      let all = 0;
      for (const id of ids) all += (await total(id)).net;
      return all;
    };
    await send(ids.map((id) => priced(id, 'created', 10)));
    await send(ids.map((id) => priced(id, 'updated', 20)));
    expect(await net()).toBe(600);
    await send(ids.flatMap((id) => [priced(id, 'updated', 25), priced(id, 'updated', 30)]));
    expect(await net()).toBe(900);
    await restart();
    await send(ids.map((id) => priced(id, 'updated', 15)));
    expect(await net()).toBe(450);
  });

  const track = async (name: string, properties: object, call: SegmentCall = 'track') =>
    ingest.submit(
      shop,
      await parseSegmentBody(
        call,
        Buffer.from(
          JSON.stringify({
            type: 'track',
            event: name,
            messageId: newId(),
            userId: 'u',
            properties,
          }),
        ),
      ),
      'segment',
    );

  it('reads refunds of the Segment protocol as whole and partial ones', async () => {
    const product = { product_id: 'p1', quantity: 2 };
    for (const [said, left] of [
      [{}, zero],
      [
        { total: 100, currency: 'EUR' },
        { ...zero, units: 2 },
      ],
      [{ products: [{ ...product, quantity: 1 }] }, { units: 1, net: 40, tax: 15, shipping: 5 }],
      [
        { products: [{ ...product, quantity: 1 }], total: 50, currency: 'EUR' },
        { units: 1, net: 40, tax: 7.5, shipping: 2.5 },
      ],
    ] as const) {
      const order_id = newId();
      const bought = { ...product, price: 40 };
      await track('Order Completed', {
        order_id,
        currency: 'EUR',
        tax: 15,
        shipping: 5,
        products: [bought],
      });
      const { results } = await track('Order Refunded', { order_id, ...said });
      expect(results[0]?.outcome).toBe('stored');
      expect(await total(order_id)).toEqual(left);
    }
  });

  it('goes on from what older releases booked, each document by itself', async () => {
    const orderId = newId();
    const hash = tenantHash(shop, `order:${orderId}`);
    const row = (of: string, at: string, entry: string, values: Record<string, number>) =>
      toRow('sales', {
        tenant_id: shop,
        event_id: `old-${at}-${orderId}`,
        occurred_at: Date.parse(`2026-10-${at}`),
        received_at: clock.now(),
        document_id: of,
        document_hash: hash,
        entry,
        order_id: orderId,
        line_id: of.startsWith('order:') ? '1' : '(order)',
        product_id: of.startsWith('order:') ? 'p1' : null,
        currency: 'EUR',
        quantity: 0 as Amount,
        gross: 0 as Amount,
        discount: 0 as Amount,
        tax: 0 as Amount,
        shipping: 0 as Amount,
        net: 0 as Amount,
        orders: 0,
        ...values,
      } as never);
    const rows = {
      sales: [
        row(`order:${orderId}`, '01T10:00:00Z', 'sale', { quantity: 2e4, gross: 8e5, net: 8e5 }),
        row(`order:${orderId}`, '02T10:00:00Z', 'sale', { quantity: 1e4, gross: 4e5, net: 4e5 }),
        row(`order:${orderId}`, '03T10:00:00Z', 'revision', {}),
        row('refund:old', '04T10:00:00Z', 'refund', { gross: -3e5, net: -3e5 }),
      ],
    };
    await warehouse.commit({ rows, tenants: [shop] });
    await restart();
    await send([
      event('completed', '05T10:00:00Z', { order_id: orderId, items: itemsOf({ p1: 3, p2: 0 }) }),
    ]);
    expect(await total(orderId)).toMatchObject({ units: 3, net: 90 });
    await send([event('cancelled', '06T10:00:00Z', { order_id: orderId })]);
    expect(await total(orderId)).toEqual(zero);
    await send([
      event('updated', '02T11:00:00Z', { order_id: orderId, items: itemsOf({ p1: 1, p2: 0 }) }),
    ]);
    expect(await total(orderId)).toEqual(zero);
    const booked = await sums(orderId);
    expect(booked.get(Date.parse('2026-10-02T11:00:00Z'))).toMatchObject({ units: -2, net: -80 });
    expect(booked.get(Date.parse('2026-10-03T10:00:00Z'))).toMatchObject({ units: 2, net: 80 });
  });
});
