import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { tenantId } from '@olympus/core';
import jobsRoom from '@olympus/jobs/room';
import warehouseRoom from '@olympus/warehouse/room';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { eventsFullOfWords } from './testing/events-full-of-words.js';
import { filesHolding, wordsBehind } from './testing/files-holding.js';
import { startTestServer, type TestServer } from './testing/test-server.js';

const one = tenantId('one');
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

const post = (path: string, body: unknown) =>
  server.call('POST', path, { bearer: server.adminToken, body });

async function send(events: readonly unknown[]) {
  const key = await server.key('one', 'events:write');
  const { answer } = await server.call('POST', '/api/events', { bearer: key, body: events });
  return answer.results as readonly { readonly id: string | null; readonly outcome: string }[];
}

/** Everything written out: loaded into the warehouse’s file, and a backup made. */
async function writeOut(): Promise<string> {
  const warehouse = server.olympus.service(warehouseRoom);
  await warehouse.query(one, { text: 'SELECT count(*) FROM events', parameters: [] });
  const { answer } = await post('/api/system/backups', {});
  const jobs = server.olympus.service(jobsRoom);
  await vi.waitFor(
    async () => expect((await jobs.get('all', answer.job)).state).toBe('succeeded'),
    { timeout: 120_000, interval: 100 },
  );
  const list = await server.call('GET', '/api/system/backups', { bearer: server.adminToken });
  return list.answer.backups[0].folder;
}

/** Words behind a token that stand in clear in a file. */
async function inClear(token: string): Promise<readonly string[]> {
  const backup = await writeOut();
  // the search finds what is in clear
  expect(wordsBehind(server.folder, 'zqharmless')).not.toEqual([]);
  expect(wordsBehind(backup, 'zqharmless')).not.toEqual([]);
  return [...wordsBehind(server.folder, token), ...wordsBehind(backup, token)];
}

const harmless = {
  id: 'harmless',
  type: 'product.updated',
  data: { product_id: 'P9', name: 'zqharmless' },
};

describe('in the files of the data folder and of backups', () => {
  it('stands nothing of events that is not known to be harmless', async () => {
    const events = [
      ...eventsFullOfWords('zqfullkj9a', 'anna-4711'),
      ...eventsFullOfWords('zqfullkj9b'),
    ];
    const results = await send([harmless, ...events]);
    expect(results.filter(({ outcome }) => outcome !== 'stored')).toEqual([]);
    // senders find their own ids in the answer, and repeats are known
    expect(results.map(({ id }) => id)).toEqual([harmless, ...events].map(({ id }) => id));
    const again = await send(events);
    expect(again.filter(({ outcome }) => outcome !== 'duplicate')).toEqual([]);
    expect(await inClear('zqfullkj9')).toEqual([]);
  });

  it('stands nothing of dead letters', async () => {
    const refused = [
      {
        id: 'zqletterkj9n1',
        type: 'zqletterkj9n2 wrote to x@mail.example',
        data: { note: 'zqletterkj9n3' },
      },
      {
        id: 'zqletterkj9n4',
        type: 'order.created',
        data: { order_id: 'zqletterkj9n5', note: 'zqletterkj9n6' },
      },
      {
        id: 'zqletterkj9n7',
        type: 'page.viewed',
        data: { session_id: 's', utm: { zqletterkj9n8: 5 } },
      },
      { id: 'zqletterkj9n9', source: 5, type: 'page.viewed', data: {} },
    ];
    const results = await send([harmless, ...refused]);
    expect(results.slice(1).map(({ outcome }) => outcome)).toEqual(
      refused.map(() => 'deadLettered'),
    );
    expect(await inClear('zqletterkj9')).toEqual([]);
  });

  it('stands nothing of calls of the Segment protocol', async () => {
    const key = await server.key('one', 'events:write');
    const context = {
      ip: 'zqsegmentkj9n1',
      userAgent: 'zqsegmentkj9n2',
      page: {
        url: 'https://shop.example/a?token=zqsegmentkj9n3',
        referrer: 'https://x.example/?q=zqsegmentkj9n4',
      },
      campaign: { name: 'spring', zqsegmentkj9n5: 'zqsegmentkj9n6' },
    };
    const batch = [
      {
        type: 'identify',
        userId: 'u1',
        traits: { email: 'zqsegmentkj9n7@mail.example', plan: 'zqsegmentkj9n8' },
      },
      { type: 'page', anonymousId: 'zqsegmentkj9n9', properties: { title: 'zqsegmentkj9n10' } },
      {
        type: 'track',
        event: 'Order Completed',
        userId: 'zqsegmentkj9n11@mail.example',
        properties: {
          order_id: 'S-1',
          currency: 'EUR',
          email: 'zqsegmentkj9n12',
          products: [{ product_id: 'P', price: 5, quantity: 1, name: 'zqsegmentkj9n13' }],
        },
      },
      { type: 'track', event: 'Unheard Of', userId: 'u1', properties: { note: 'zqsegmentkj9n14' } },
    ].map((message) => ({ ...message, messageId: randomUUID(), context }));
    const { status } = await server.call('POST', '/v1/batch', { bearer: key, body: { batch } });
    expect(status).toBe(200);
    await send([harmless]);
    expect(await inClear('zqsegmentkj9')).toEqual([]);
  });

  it('stands nothing of files that wait, of rows that were rejected, and of questions', async () => {
    const upload = await fetch(`${server.url}/api/tenants/one/uploads?name=orders.csv`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${server.adminToken}`,
        'content-type': 'application/octet-stream',
      },
      body: 'order,sku,pieces,at\nzqfilekj9n1,A,zqfilekj9n2,2026-07-01\nzqfilekj9n3,too few\n',
    });
    const { id } = (await upload.json()) as { id: string };
    const mapping = {
      source: 'till',
      events: [
        {
          type: 'order.created',
          time: { column: 'at' },
          data: { order_id: { column: 'order' }, currency: { constant: 'EUR' } },
          items: {
            product_id: { column: 'sku' },
            quantity: { column: 'pieces', number: true },
            unit_price: { constant: 1 },
          },
        },
      ],
    };
    const begun = await post('/api/tenants/one/imports', { uploads: [id], mapping });
    const path = `/api/tenants/one/imports/${begun.answer.id}`;
    await vi.waitFor(
      async () => {
        const { answer } = await server.call('GET', path, { bearer: server.adminToken });
        expect(answer).toMatchObject({ state: 'done', counts: { rejected_rows: 2 } });
      },
      { timeout: 120_000, interval: 100 },
    );
    const asked = await post('/api/analytics/nlp/query', {
      tenant_id: 'one',
      question: 'revenue of zqfilekj9n4 last month',
    });
    expect(asked.status).toBe(200);
    await send([harmless]);
    expect(await inClear('zqfilekj9')).toEqual([]);
    const rejected = await fetch(`${server.url}${path}/rejected`, {
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const text = await rejected.text();
    for (const word of ['zqfilekj9n1', 'zqfilekj9n2', 'zqfilekj9n3']) expect(text).toContain(word);
  });

  it('stands neither an address nor a secret of somebody who signs in', async () => {
    const password = 'zqsignkj9password';
    await server.platform.users.create({ email: 'u@mail.example', name: 'U', password });
    await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'zqsignkj9agent',
        'x-forwarded-for': '203.0.113.77',
      },
      body: JSON.stringify({ email: 'u@mail.example', password }),
    });
    await send([harmless]);
    expect(await inClear('zqsignkj9')).toEqual([]);
    const addresses = filesHolding(join(server.folder, 'control'), ['127.0.0.1', '203.0.113.77']);
    // who may connect to a database server is a file that comes with it
    expect(addresses).toEqual({ '127.0.0.1': ['pg_hba.conf'] });
  });

  it('stands no e-mail address of somebody invited in the audit trail', async () => {
    const person = { email: 'zqinvited@mail.example', role: 'viewer' };
    const invited = await post('/api/tenants/one/invitations', person);
    expect(invited.status).toBe(201);
    const trail = await server.call('GET', '/api/tenants/one/audit', { bearer: server.adminToken });
    const told = JSON.stringify(trail.answer);
    expect(told).toContain('invitation.created');
    expect(told).not.toContain('zqinvited');
  });
});
