import { createRights } from '@olympus/contract';
import {
  type CustomerKey,
  createManualClock,
  type Problem,
  silentLogger,
  type TenantId,
  tenantId,
} from '@olympus/core';
import { createPlatform, open, type Platform } from '@olympus/platform';
import { ledgers, type NewValues, toRow } from '@olympus/semantic';
import { type DuckDbWarehouse, openDuckDbWarehouse } from '@olympus/warehouse';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import contract from './contract.js';
import { createIngest, type Ingest } from './ingest.js';
import { parseJsonBody } from './parse/body.js';
import { parseSegmentBody } from './parse/segment.js';
import { restoreData } from './personal/sealed-data.js';
import { tenantHash } from './pipeline/prepare.js';
import type { LedgerChange } from './pipeline/writer.js';

let demo: TenantId;
let other: TenantId;
let tests = 0;
const now = Date.parse('2026-11-01T12:00:00Z');
const clock = createManualClock(now);
const log = silentLogger;

let platform: Platform;
let warehouse: DuckDbWarehouse;
let ingest: Ingest;
let changes: LedgerChange[];

beforeAll(async () => {
  platform = await createPlatform(
    { memory: true },
    {
      clock,
      log,
      secretKey: new Uint8Array(32).fill(7),
      environment: 'development',
      rights: createRights([contract.permissions]),
    },
  );
});

afterAll(() => platform.close());

// the control store is costly to start: each test gets tenants of its own instead
beforeEach(async () => {
  tests++;
  demo = tenantId(`demo-${tests}`);
  other = tenantId(`other-${tests}`);
  for (const id of [demo, other]) {
    await platform.tenants.create({ id, name: id, timeZone: 'UTC', currency: 'EUR' });
  }
  warehouse = await openDuckDbWarehouse({ path: ':memory:', log });
  changes = [];
  ingest = createIngest({
    warehouse,
    platform,
    clock,
    log,
    publish: (change) => changes.push(change),
  });
});

afterEach(async () => {
  await ingest.close();
  await warehouse.close();
});

const send = (events: unknown, tenant = demo) =>
  parseJsonBody(Buffer.from(JSON.stringify(events))).then((batch) =>
    ingest.submit(tenant, batch, 'http'),
  );

const sendText = async (text: string) =>
  ingest.submit(demo, await parseJsonBody(Buffer.from(text)), 'http');

const envelope = (id: string, type: string, data: object, time = '2026-10-01T10:00:00Z') => ({
  specversion: '1.0',
  id,
  source: 'test',
  type,
  time,
  data,
});

const order = (id: string, orderId: string, quantity: number, time?: string) =>
  envelope(
    id,
    'order.created',
    {
      order_id: orderId,
      currency: 'EUR',
      customer_id: 'anna@example.com',
      channel: 'web',
      items: [{ product_id: 'p1', quantity, unit_price: 12.345 }],
    },
    time,
  );

async function rows(ledger: string): Promise<Record<string, unknown>[]> {
  const { columns, rows: cells } = await warehouse.query(demo, {
    text: `SELECT * FROM ${ledger} ORDER BY ALL`,
    parameters: [],
  });
  return cells.map((row) => Object.fromEntries(row.map((cell, i) => [columns[i], cell])));
}

async function openedOf(person: unknown, sealed: unknown) {
  const key = String(person) as CustomerKey;
  const keys = await platform.people.existing(demo, [key]);
  return JSON.parse(open(keys.get(key) ?? new Uint8Array(32), String(sealed)) ?? 'null');
}

/** What is sealed in a row of `customers`, opened. */
const opened = (row: Record<string, unknown> | undefined) =>
  openedOf(row?.customer_key, row?.sealed);

const netSum = async () => {
  const sales = await rows('sales');
  return Math.round(sales.reduce((sum, row) => sum + Number(row.net), 0) * 10_000) / 10_000;
};

describe('the collector', () => {
  it('stores an event once, in its ledgers, and tells who is concerned', async () => {
    const answer = await send(order('e1', 'o1', 2));
    expect(answer).toEqual({
      results: [{ id: 'e1', outcome: 'stored' }],
      stored: 1,
      duplicates: 0,
      dead_lettered: 0,
    });
    expect(await netSum()).toBe(24.69);
    expect(changes).toEqual([
      { tenantId: demo, ledgers: ['events', 'sales'], events: 1, version: expect.any(Number) },
    ]);
  });

  it('drops repeats inside a batch, across requests and across restarts', async () => {
    const event = order('e1', 'o1', 2);
    expect((await send([event, event])).results.map((r) => r.outcome)).toEqual([
      'stored',
      'duplicate',
    ]);
    expect((await send(event)).duplicates).toBe(1);
    await ingest.close();
    ingest = createIngest({ warehouse, platform, clock, log });
    expect((await send(event)).duplicates).toBe(1);
    const moved = { ...event, time: '2024-01-01T00:00:00Z' };
    expect((await send(moved)).duplicates).toBe(1);
    expect(await netSum()).toBe(24.69);
  });

  it('lets two tenants use one id', async () => {
    await send(order('e1', 'o1', 2));
    expect((await send(order('e1', 'o1', 2), other)).stored).toBe(1);
  });

  it('loses nothing when many requests come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => send(order(`e${i % 150}`, `o${i % 150}`, 1))),
    );
    expect(answers.reduce((sum, answer) => sum + answer.stored, 0)).toBe(150);
    expect(answers.reduce((sum, answer) => sum + answer.duplicates, 0)).toBe(50);
    expect(await rows('events')).toHaveLength(150);
    expect(await rows('sales')).toHaveLength(150);
  });

  it('keeps customer ids and personal fields out of every ledger', async () => {
    await send([
      order('e1', 'o1', 2),
      envelope('e2', 'customer.created', {
        customer_id: 'anna@example.com',
        email: 'anna@example.com',
        name: 'Anna Schmidt',
        phone: '+49 30 1234567',
        country: 'Germany',
      }),
      envelope('e3', 'feedback.submitted', {
        feedback_id: 'f1',
        customer_id: 'anna@example.com',
        text: 'Anna was here',
        rating: 5,
      }),
    ]);
    for (const { name } of ledgers) {
      const text = JSON.stringify(await rows(name));
      expect(text).not.toMatch(/anna|schmidt|1234567/i);
    }
    const [customer] = await rows('customers');
    expect(customer).toMatchObject({ country: 'Germany' });
    expect(customer?.sealed).toEqual(expect.any(String));
  });

  it('keeps nothing personal of someone who was erased', async () => {
    const data = { customer_id: 'c1', email: 'a@example.com', country: 'Germany' };
    await send(envelope('e1', 'customer.created', data));
    const [customer] = await rows('customers');
    await platform.people.destroy(demo, String(customer?.customer_key) as never);
    await send(envelope('e2', 'customer.updated', { ...data, country: 'France' }));
    const [after] = await rows('customers');
    expect(after).toMatchObject({ country: 'France', sealed: null });
  });

  it('seals attributes that a release before stored in clear when the customer is heard of again', async () => {
    const created = envelope('e1', 'customer.created', { customer_id: 'c1', country: 'Spain' });
    await send(created);
    const [stored] = await rows('customers');
    const old = { attributes: '{"plan":"pro","size":"M"}', consent: '{"mail":true}', sealed: null };
    await warehouse.commit({
      rows: { customers: [toRow('customers', { ...stored, ...old } as NewValues<'customers'>)] },
      tenants: [demo],
    });
    const attributes = { plan: 'free' };
    await send(envelope('e2', 'customer.updated', { customer_id: 'c1', attributes }));
    const [customer] = await rows('customers');
    expect(customer).toMatchObject({ country: 'Spain', attributes: null, consent: null });
    expect(await opened(customer)).toEqual({
      customer_id: 'c1',
      attributes: { plan: 'free', size: 'M' },
      consent: { mail: true },
    });
  });

  it('lays attributes of a product over each other, sealed for the tenant', async () => {
    const update = (id: string, attributes: object) =>
      envelope(id, 'product.updated', { product_id: 'p1', name: 'Shirt', attributes });
    await send(update('e1', { color: 'red', size: 'M' }));
    await send(update('e2', { color: 'blue' }));
    const [product] = await rows('products');
    const { _sealed } = JSON.parse(String(product?.attributes));
    const text = open(await platform.people.tenantKey(demo), _sealed);
    expect(JSON.parse(text ?? '')).toEqual({ attributes: { color: 'blue', size: 'M' } });
  });

  it('knows an event again that a release before stored with an e-mail address in its id', async () => {
    const id = 'order/anna@mail.example/1';
    await send(order('e1', 'o1', 2));
    const [stored] = await rows('events');
    const old = { event_id: id, id_hash: tenantHash(demo, id) };
    const row = toRow('events', { ...stored, ...old } as NewValues<'events'>);
    await warehouse.commit({ rows: { events: [row] }, tenants: [demo] });
    await ingest.close();
    ingest = createIngest({ warehouse, platform, clock, log });
    const again = await send([order(id, 'o2', 2), order(`${id}x`, 'o3', 2)]);
    expect(again.results).toEqual([
      { id, outcome: 'duplicate' },
      { id: `${id}x`, outcome: 'stored' },
    ]);
  });

  it('books by what a tenant marks as personal, and stores it sealed', async () => {
    await ingest.schemas.extend(demo, 'order.created', {
      properties: { channel: { 'x-personal': true }, gift: { type: 'string' } },
    });
    const sent = order('e1', 'o1', 2);
    await send({ ...sent, data: { ...sent.data, channel: 'kiosk', gift: 'box', note: 'hello' } });
    expect((await rows('sales'))[0]).toMatchObject({ channel: 'kiosk' });
    const [event] = await rows('events');
    const data = JSON.parse(String(event?.data));
    expect(data).toMatchObject({ gift: 'box', _sealed: expect.any(String) });
    expect(JSON.stringify(data)).not.toMatch(/kiosk|hello/);
    expect(restoreData(data, await openedOf(event?.subject, data._sealed))).toMatchObject({
      channel: 'kiosk',
      gift: 'box',
      note: 'hello',
    });
  });

  it('lays customer updates over each other in the order of their times', async () => {
    const update = (id: string, time: string, fields: object) =>
      envelope(id, 'customer.updated', { customer_id: 'c1', ...fields }, time);
    await send(update('e2', '2026-02-01T00:00:00Z', { country: 'France', segment: 'gold' }));
    await send(update('e1', '2026-01-01T00:00:00Z', { country: 'Spain', city: 'Madrid' }));
    const [customer] = await rows('customers');
    expect(customer).toMatchObject({ country: 'France', segment: 'gold', city: 'Madrid' });
  });

  it('dead-letters what cannot be read and stores the rest of the batch', async () => {
    const good = order('good', 'o9', 1);
    const cases: [unknown, string][] = [
      [42, 'not_an_event'],
      [{ type: 'order.created', data: {} }, 'invalid_id'],
      [{ ...good, id: 'x\u0007' }, 'invalid_id'],
      [{ ...good, id: 'a'.repeat(257) }, 'invalid_id'],
      [{ ...good, id: 'b', specversion: '0.3' }, 'unsupported_version'],
      [{ ...good, id: 'c', time: 'yesterday' }, 'invalid_time'],
      [{ ...good, id: 'd', time: '2026-02-30T00:00:00Z' }, 'invalid_time'],
      [{ ...good, id: 'e', time: '2030-01-01T00:00:00Z' }, 'time_in_future'],
      [{ ...good, id: 'f', time: '1950-01-01T00:00:00Z' }, 'time_too_old'],
      [{ ...good, id: 'g', type: 'order.teleported' }, 'unknown_event_type'],
      [{ ...good, id: 'h', data: 'text' }, 'invalid_data'],
      [order('i', 'o', 'many' as never), 'invalid_data'],
      [order('j', 'o', 1e300), 'invalid_data'],
      [{ ...good, id: 'k', data: { ...good.data, currency: 'USD' } }, 'currency_without_rate'],
    ];
    const answer = await send([...cases.map(([event]) => event), good]);
    expect(answer.results.map((result) => result.error?.code ?? result.outcome)).toEqual([
      ...cases.map(([, code]) => code),
      'stored',
    ]);
    const letters = await ingest.deadLetters.list(demo);
    expect(letters).toHaveLength(cases.length);
    expect(letters.every((letter) => letter.status === 'open')).toBe(true);
  });

  it('gives each strange text its own clear outcome', async () => {
    const event = (id: string, extra: string) =>
      `{"id":"${id}","source":"t","type":"page.viewed","data":{"session_id":"s"${extra}}}`;
    const deep = `,"x":${'['.repeat(60)}${']'.repeat(60)}`;
    const answer = await sendText(
      `[${event('a', ',"x":"\\ud800"')},${event('b', ',"x":"\\ud83d\\ude00"')},${event('c', ',"__proto__":{"admin":true}')},${event('d', ',"x":"\\u0000"')},${event('e', deep)},${event('f', `,"x":"${'y'.repeat(1_100_000)}"`)},${event('g', ',"x":"\\\\ud800 \\\\u0000"')}]`,
    );
    expect(answer.results.map((result) => result.error?.code ?? result.outcome)).toEqual([
      'invalid_unicode',
      'stored',
      'forbidden_key',
      'invalid_character',
      'event_too_deep',
      'event_too_large',
      'stored',
    ]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('refuses a body that is no JSON, and stores nothing of it', async () => {
    const refusal = (text: string | Buffer, type?: string) =>
      parseJsonBody(Buffer.from(text), type).then(
        () => 'none',
        ({ code, at }: Problem) => [code, at].join(' ').trim(),
      );
    expect(await refusal('[{"id":"a"},')).toBe('malformed_json');
    expect(await refusal('[{"id":"a"},]')).toBe('malformed_json');
    expect(await refusal('[{"id":"a"}] and more')).toBe('malformed_json');
    expect(await refusal(Buffer.from([0x22, 0xff, 0x22]))).toBe('malformed_utf8');
    expect(await refusal('"text"')).toBe('not_an_event');
    expect(await refusal(`[${'1,'.repeat(10_000)}1]`)).toBe('too_many_events');
    expect(await refusal('{}\n\n{"id"', 'application/x-ndjson')).toBe('malformed_json line 3');
  });

  it('corrects and replays a dead letter, once', async () => {
    const bad = order('e1', 'o1', 2);
    const { results } = await send({ ...bad, data: { ...bad.data, currency: 'euro' } });
    const id = results[0]?.error?.dead_letter_id ?? '';
    expect((await ingest.deadLetters.get(demo, id)).raw).toContain('"euro"');
    const [again] = await ingest.deadLetters.replay(demo, [id]);
    expect(again).toMatchObject({ outcome: 'deadLettered', error: { dead_letter_id: id } });
    await ingest.deadLetters.correct(demo, id, JSON.stringify(bad));
    const [replayed] = await ingest.deadLetters.replay(demo);
    expect(replayed).toMatchObject({ id: 'e1', outcome: 'stored', dead_letter_id: id });
    expect(await netSum()).toBe(24.69);
    expect((await ingest.deadLetters.get(demo, id)).status).toBe('replayed');
    expect(changes.at(-1)).toMatchObject({ tenantId: demo, ledgers: ['dead_letters'], events: 0 });
    await expect(ingest.deadLetters.replay(demo, [id])).rejects.toMatchObject({
      code: 'dead_letter_closed',
    });
    await expect(ingest.deadLetters.get(other, id)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('keeps dead letters sealed in the warehouse', async () => {
    await send({ id: 'e1', type: 'customer.created', data: { email: 'anna@example.com' } });
    expect(JSON.stringify(await rows('dead_letters'))).not.toContain('anna');
  });

  it('takes a foreign currency once the tenant declares its rate', async () => {
    const dollars = envelope('e1', 'order.created', {
      order_id: 'o1',
      currency: 'USD',
      items: [{ product_id: 'p1', quantity: 3, unit_price: '10.10' }],
    });
    expect((await send(dollars)).dead_lettered).toBe(1);
    await platform.tenants.update(demo, { exchangeRates: { USD: '0.9' } });
    expect((await ingest.deadLetters.replay(demo))[0]?.outcome).toBe('stored');
    expect(await netSum()).toBe(27.27);
  });

  it('takes a tenant’s own event types once they are declared', async () => {
    const event = envelope('e1', 'song.played', { song: 'Yellow', listener: 'Anna' });
    expect((await send(event)).results[0]?.error?.code).toBe('unknown_event_type');
    await ingest.schemas.extend(demo, 'song.played', {
      type: 'object',
      required: ['song'],
      properties: { song: { type: 'string' }, listener: { type: 'string', 'x-personal': true } },
    });
    expect((await ingest.deadLetters.replay(demo))[0]?.outcome).toBe('stored');
    const [stored] = await rows('events');
    expect(String(stored?.data)).toContain('Yellow');
    expect(String(stored?.data)).not.toContain('Anna');
    const offence = await send(envelope('e2', 'song.played', {}));
    expect(offence.results[0]?.error).toMatchObject({ code: 'invalid_data', path: '/data/song' });
    expect((await send(event, other)).dead_lettered).toBe(1);
  });

  it('refuses schemas that could stop the server or mean nothing', async () => {
    for (const schema of [
      'text',
      { properties: { a: { pattern: '(a+)+$' } } },
      { $ref: 'http://example.com' },
      { type: 'colour' },
      { $async: true },
    ]) {
      await expect(ingest.schemas.extend(demo, 'x.y', schema)).rejects.toMatchObject({
        code: 'invalid_schema',
      });
    }
  });

  it('takes a declared event type back, and gives it the next version when it comes again', async () => {
    const schema = { type: 'object', required: ['a'] };
    expect((await ingest.schemas.extend(demo, 'x.y', schema)).version).toBe(1);
    await ingest.schemas.remove(demo, 'x.y');
    expect((await send(envelope('e1', 'x.y', { a: 1 }))).results[0]?.error?.code).toBe(
      'unknown_event_type',
    );
    await expect(ingest.schemas.remove(demo, 'x.y')).rejects.toMatchObject({
      code: 'unknown_event_type',
    });
    expect((await ingest.schemas.extend(demo, 'x.y', schema)).version).toBe(3);
    expect((await send(envelope('e2', 'x.y', { a: 1 }))).stored).toBe(1);
  });

  it('keeps to one type the harm of a stored schema that cannot be understood', async () => {
    await platform.schemas.put(demo, 'old.async', { $async: true, required: ['a'] });
    await platform.schemas.put(demo, 'old.broken', { type: 'colour' });
    const answer = await send([
      envelope('e1', 'old.async', {}),
      envelope('e2', 'old.async', { a: 1 }),
      envelope('e3', 'old.broken', {}),
      order('e4', 'o1', 1),
    ]);
    expect(answer.results.map(({ outcome }) => outcome)).toEqual([
      'deadLettered',
      'stored',
      'deadLettered',
      'stored',
    ]);
    expect(answer.results[2]?.error?.reason).toContain('declare the type again');
  });

  it('gives the same ledger in any order of arrival', async () => {
    const story = [
      order('a', 'o1', 2, '2026-10-01T10:00:00Z'),
      { ...order('b', 'o1', 3, '2026-10-02T10:00:00Z'), type: 'order.updated' },
      { ...order('c', 'o1', 3, '2026-10-03T10:00:00Z'), type: 'order.completed' },
      envelope('d', 'order.cancelled', { order_id: 'o1' }, '2026-10-04T10:00:00Z'),
      order('e', 'o2', 1, '2026-10-01T11:00:00Z'),
      envelope(
        'f',
        'order.refunded',
        { order_id: 'o2', refund_id: 'r1', currency: 'EUR', amount: 5 },
        '2026-10-05T10:00:00Z',
      ),
    ];
    const sums = async () => {
      const byDay = new Map<string, number>();
      for (const row of await rows('sales')) {
        const key = `${new Date(Number(row.occurred_at)).toISOString().slice(0, 10)} ${row.order_id}`;
        byDay.set(key, Math.round(((byDay.get(key) ?? 0) + Number(row.net)) * 10_000) / 10_000);
      }
      return [...byDay].filter(([, net]) => net !== 0).sort();
    };
    await send(story);
    const expected = await sums();
    expect(expected).toHaveLength(5);
    const placed = (await rows('sales')).filter((row) => row.entry === 'sale');
    expect(placed.reduce((sum, row) => sum + Number(row.orders), 0)).toBe(2);
    for (const order of [
      [5, 4, 3, 2, 1, 0],
      [3, 1, 5, 0, 4, 2],
      [2, 3, 0, 5, 1, 4],
    ]) {
      await ingest.close();
      await warehouse.close();
      warehouse = await openDuckDbWarehouse({ path: ':memory:', log });
      ingest = createIngest({ warehouse, platform, clock, log });
      for (const index of order) await send(story[index]);
      expect(await sums()).toEqual(expected);
    }
  });

  it('reads the Segment protocol', async () => {
    const batch = {
      batch: [
        {
          type: 'identify',
          messageId: 'm1',
          userId: 'u1',
          traits: { email: 'a@b.c', plan: 'pro' },
        },
        {
          type: 'page',
          messageId: 'm2',
          anonymousId: 'x',
          context: { page: { url: 'https://s/p?q' } },
        },
        {
          type: 'track',
          event: 'Order Completed',
          messageId: 'm3',
          userId: 'u1',
          timestamp: '2026-10-01T10:00:00Z',
          properties: {
            order_id: 77,
            currency: 'eur',
            products: [{ sku: 'p1', quantity: 2, price: 5.5 }],
          },
        },
        {
          type: 'track',
          event: 'Order Refunded',
          messageId: 'm4',
          userId: 'u1',
          properties: { order_id: 77, currency: 'EUR', total: 1.5 },
        },
        { type: 'track', event: 'Song Played', messageId: 'm5', userId: 'u1', properties: {} },
      ],
    };
    const answer = await ingest.submit(
      demo,
      await parseSegmentBody('batch', Buffer.from(JSON.stringify(batch))),
      'segment',
    );
    expect(answer.results.map((result) => result.error?.code ?? result.outcome)).toEqual([
      'stored',
      'stored',
      'stored',
      'stored',
      'unknown_event_type',
    ]);
    expect(await netSum()).toBe(9.5);
    const [customer] = await rows('customers');
    expect(customer).toMatchObject({ attributes: null });
    expect(await opened(customer)).toMatchObject({
      customer_id: 'u1',
      attributes: { plan: 'pro' },
    });
    expect((await rows('sessions'))[0]?.path).toBe('/p');
  });

  it('refuses everything once it is closed, and nothing that was acknowledged is missing', async () => {
    const answers = Array.from({ length: 20 }, (_, i) => send(order(`e${i}`, `o${i}`, 1)));
    // the first answer shows that submissions reached the queue
    await Promise.race(answers);
    await ingest.close();
    const settled = await Promise.allSettled(answers);
    const stored = settled.filter((result) => result.status === 'fulfilled').length;
    expect(await rows('events')).toHaveLength(stored);
    await expect(send(order('late', 'late', 1))).rejects.toMatchObject({ code: 'shutting_down' });
  });
});
