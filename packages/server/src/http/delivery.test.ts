import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tenantId } from '@olympus/core';
import deliveryRoom from '@olympus/delivery/room';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let owner: string;
let reader: string;
let cookie: string;
const received: { readonly url: string; readonly body: string }[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    received.push({ url: request.url ?? '', body });
    response.writeHead(204).end();
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  server = await startTestServer({
    NODE_ENV: 'production',
    OLYMPUS_OUTBOUND_ALLOW: '127.0.0.1',
    HOST: '127.0.0.1',
    OLYMPUS_SECRET_KEY: '5f0c5e0d8a41f7be23b94a7d9c61e8302bd7461ffbc0a99e57c30d18e2746ab5',
    OLYMPUS_SMTP_URL: 'smtp://127.0.0.1:9?security=none',
    OLYMPUS_SMTP_FROM: 'olympus@example.com',
  });
  owner = await server.key('one', 'delivery:read', 'delivery:write', 'inbox:read');
  reader = await server.key('one', 'delivery:read');
  const password = 'a long enough pass phrase';
  const emmy = await server.platform.users.create({
    email: 'emmy@example.com',
    name: 'Emmy',
    password,
  });
  await server.platform.users.setRole(tenantId('one'), emmy.id, 'viewer');
  const body = { email: 'emmy@example.com', password };
  ({ cookie } = await server.call('POST', '/api/session', { body }));
});
afterAll(async () => {
  await server.close();
  await new Promise((resolve) => receiver.close(resolve));
});

const at = '/api/tenants/one';
const send = (cause: string, channels: readonly string[] = []) =>
  server.olympus.service(deliveryRoom).send(
    'one',
    {
      cause,
      thread: 'test',
      severity: 'critical',
      title: `About ${cause}`,
      lines: [],
      facts: [],
      path: '/overview',
      at: new Date(),
    },
    { channels },
  );

it('lets a person read their inbox, and hear of what is new on the stream of changes', async () => {
  const key = await server.key('one', 'analytics:read');
  const stop = new AbortController();
  const stream = await fetch(`${server.url}${at}/live`, {
    headers: { authorization: `Bearer ${key}` },
    signal: stop.signal,
  });
  let heard = '';
  const listening = (async () => {
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
      heard += Buffer.from(chunk).toString();
    }
  })().catch(() => undefined);
  await send('a');
  await vi.waitFor(() => expect(heard).toContain('"ledgers":["inbox"]'), { timeout: 20_000 });
  stop.abort();
  await listening;
  const unread = await server.call('GET', `${at}/inbox/unread`, { cookie });
  expect(unread).toMatchObject({ status: 200, answer: { count: 1 } });
  const { answer } = await server.call('GET', `${at}/inbox`, { cookie });
  expect(answer.notices).toMatchObject([{ title: 'About a', read: false }]);
  const [{ id }] = answer.notices;
  const marked = await server.call('POST', `${at}/inbox/${id}/read`, { cookie, body: {} });
  expect(marked.status).toBe(204);
  expect((await server.call('GET', `${at}/inbox/unread`, { cookie })).answer.count).toBe(0);
  await send('b');
  expect((await server.call('POST', `${at}/inbox/read`, { cookie, body: {} })).status).toBe(204);
  expect((await server.call('GET', `${at}/inbox/unread`, { cookie })).answer.count).toBe(0);
  const body = { bell: 'critical', email: 'critical', browser: 'never' };
  const chosen = await server.call('PUT', `${at}/inbox/preferences`, { cookie, body });
  expect(chosen.answer).toEqual({ ...body, email_possible: true });
  expect((await server.call('GET', `${at}/inbox/preferences`, { cookie })).answer).toEqual(
    chosen.answer,
  );
  // a key is no person
  const byKey = await server.call('POST', `${at}/inbox/read`, { bearer: owner, body: {} });
  expect(byKey).toMatchObject({ status: 403, answer: { code: 'not_a_person' } });
  expect((await server.call('GET', '/api/tenants/two/inbox', { cookie })).status).toBe(404);
});

it('brings messages through the whole product, and shows secrets to nobody', async () => {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/a-secret-path`;
  const body = { name: 'Hook', kind: 'webhook', url };
  const refused = await server.call('POST', `${at}/channels`, { bearer: reader, body });
  expect(refused.status).toBe(403);
  const made = await server.call('POST', `${at}/channels`, { bearer: owner, body });
  expect(made.status).toBe(201);
  const { channel } = made.answer;
  await send('c', [channel.id]);
  await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 20_000 });
  expect(received[0]?.url).toBe('/a-secret-path');
  const shown = await server.call('GET', `${at}/channels`, { bearer: reader });
  expect(JSON.stringify(shown.answer)).not.toContain('a-secret-path');
  expect(JSON.stringify(shown.answer)).not.toContain('whsec_');
  const log = await server.call('GET', `${at}/channels/${channel.id}/messages`, { bearer: reader });
  expect(log.answer.messages).toMatchObject([{ title: 'About c', state: 'sent' }]);
  const inner = { ...body, url: 'https://10.0.0.1/' };
  const guarded = await server.call('POST', `${at}/channels`, { bearer: owner, body: inner });
  expect(guarded).toMatchObject({ status: 403, answer: { code: 'private_address', at: '/url' } });
  const unknown = { ...body, kind: 'pigeon' };
  expect(
    (await server.call('POST', `${at}/channels`, { bearer: owner, body: unknown })).status,
  ).toBe(400);
  const entries = await server.platform.audit.list(tenantId('one'));
  expect(entries.map(({ action }) => action)).toContain('channel.created');
  expect(JSON.stringify(entries)).not.toContain('a-secret-path');
});

it('unsubscribes by the link of an email, without signing in and as mail programs do it', async () => {
  const body = { name: 'Team', kind: 'email', recipients: ['ann@example.com'] };
  const { answer } = await server.call('POST', `${at}/channels`, { bearer: owner, body });
  await send('d', [answer.channel.id]);
  const { createUnsubscribeLinks } = await import('@olympus/delivery');
  const [[recipient] = []] = await server.platform.database.execute(
    'select recipient from delivery_outbox where channel_id = $1',
    [answer.channel.id],
  );
  const links = createUnsubscribeLinks(
    server.platform.deriveKey('delivery.unsubscribe'),
    () => server.url,
  );
  const link = links.urlFor({ channel: answer.channel.id, recipient: String(recipient) });
  const looked = await fetch(link);
  expect([looked.status, looked.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/html'),
  ]);
  expect(await looked.text()).toContain('<form method="post">');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const one = { method: 'POST', headers: form, body: 'List-Unsubscribe=One-Click' };
  expect((await fetch(link, one)).status).toBe(200);
  expect((await fetch(`${link}x`, one)).status).toBe(404);
  const { answer: after } = await server.call('GET', `${at}/channels`, { bearer: owner });
  expect(after.channels.at(-1).recipients).toEqual([
    { address: 'ann@example.com', unsubscribed: true },
  ]);
  const [entry] = await server.platform.audit.list(tenantId('one'));
  expect(entry).toMatchObject({ action: 'channel.unsubscribed', target: answer.channel.id });
});
