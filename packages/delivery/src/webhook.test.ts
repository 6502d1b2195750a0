import { webcrypto } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type DeliveryHarness, noticeOf, openDelivery, until } from './testing/harness.js';
import { type Received, type Receiver, startReceiver, status } from './testing/receiver.js';

let at: DeliveryHarness;
let receiver: Receiver;
let tenants = 0;
let tenant: string;
let publicName = '127.0.0.1';

beforeAll(async () => {
  at = await openDelivery({
    // a name whose address changes after the channel was made
    resolve: async (host) => [
      { address: host === 'hook.example' ? publicName : '127.0.0.1', family: 4 },
    ],
  });
});
afterAll(() => at.close());
beforeEach(async () => {
  receiver = await startReceiver();
  tenant = await at.newTenant(`hooks-${++tenants}`);
  return () => receiver.stop();
});

const make = (url = receiver.url, more = {}) =>
  at.call('channels.create', { tenant_id: tenant, name: 'Hook', kind: 'webhook', url, ...more });
const log = async (channel: string) =>
  (await at.call('channels.messages', { tenant_id: tenant, id: channel })).messages;
const titles = () => receiver.requests.map(({ body }) => JSON.parse(body).data.title as string);

/** Standard Webhooks, by the specification's words and another library than the sender's. */
async function verify(secret: string, { headers, body }: Received): Promise<boolean> {
  const raw = Uint8Array.from(atob(secret.replace('whsec_', '')), (sign) => sign.charCodeAt(0));
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await webcrypto.subtle.importKey('raw', raw, hmac, false, ['verify']);
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const signatures = String(headers['webhook-signature']).split(' ');
  const verdicts = signatures.map((one) => {
    const [version, mac = ''] = one.split(',');
    const bytes = Uint8Array.from(atob(mac), (sign) => sign.charCodeAt(0));
    return version === 'v1'
      ? webcrypto.subtle.verify('HMAC', key, bytes, new TextEncoder().encode(content))
      : false;
  });
  return (await Promise.all(verdicts)).includes(true);
}

it('brings a notice once, signed, and repeating its cause brings nothing', async () => {
  const { channel, secret } = await make();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const notice = noticeOf({ title: 'Revenue fell', severity: 'critical' });
  for (let i = 0; i < 3; i++) await at.delivery.send(tenant, notice, { channels: [channel.id] });
  await at.settled();
  expect(receiver.requests).toHaveLength(1);
  const [request] = receiver.requests as [Received];
  expect(await verify(secret, request)).toBe(true);
  expect(await verify(secret, { ...request, body: `${request.body} ` })).toBe(false);
  const age = Date.now() / 1000 - Number(request.headers['webhook-timestamp']);
  expect(Math.abs(age)).toBeLessThan(60);
  expect(JSON.parse(request.body)).toEqual({
    type: 'notice',
    timestamp: '2026-03-01T12:00:00.000Z',
    data: {
      tenant_id: tenant,
      tenant_name: tenant,
      severity: 'critical',
      title: 'Revenue fell',
      total: 1,
      notices: [
        {
          thread: 'test:1',
          severity: 'critical',
          title: 'Revenue fell',
          lines: ['Orders fell below what was expected.'],
          facts: [{ label: 'Orders', value: '12' }],
          url: `https://olympus.example/alerts/ab12?tenant=${tenant}`,
          at: '2026-03-01T12:00:00.000Z',
        },
      ],
      url: `https://olympus.example/alerts/ab12?tenant=${tenant}`,
    },
  });
  expect(await log(channel.id)).toMatchObject([{ state: 'sent', attempts: 1, failure: null }]);
});

it('signs by both secrets for a day after one was replaced, and never gives one back', async () => {
  const { channel, secret: former } = await make();
  const { secret } = await at.call('channels.rotate', { tenant_id: tenant, id: channel.id });
  expect(secret).not.toBe(former);
  await at.delivery.send(tenant, noticeOf(), { channels: [channel.id] });
  await at.settled();
  await at.later(25 * 3_600_000);
  await at.delivery.send(tenant, noticeOf(), { channels: [channel.id] });
  await at.settled();
  const [soon, late] = receiver.requests as [Received, Received];
  expect([await verify(secret, soon), await verify(former, soon)]).toEqual([true, true]);
  expect([await verify(secret, late), await verify(former, late)]).toEqual([true, false]);
  const shown = JSON.stringify(await at.call('channels.list', { tenant_id: tenant }));
  for (const hidden of [secret, former, '/hook']) expect(shown).not.toContain(hidden);
  const [row] = await at.database.execute('select sealed from delivery_channels where id = $1', [
    channel.id,
  ]);
  expect(String(row?.[0])).not.toContain('whsec');
});

it('tries again after 500, in order and under the same id', async () => {
  const { channel } = await make();
  receiver.answer = status(500, {}, 'out of order');
  await at.delivery.send(tenant, noticeOf({ title: 'first' }), { channels: [channel.id] });
  await at.settled();
  await at.delivery.send(tenant, noticeOf({ title: 'second' }), { channels: [channel.id] });
  await at.settled();
  expect(titles()).toEqual(['first']);
  const [failing] = (await at.call('channels.list', { tenant_id: tenant })).channels;
  expect(failing).toMatchObject({ state: 'failing', waiting: 2, dead: 0 });
  expect(failing.failure).toMatchObject({ code: 'not_accepted', status: 500 });
  expect(failing.failure.message).toContain('out of order');
  receiver.answer = status(200);
  await at.later(10_001);
  expect(titles()).toEqual(['first', 'first', 'second']);
  const ids = receiver.requests.map(({ headers }) => headers['webhook-id']);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
  const [healed] = (await at.call('channels.list', { tenant_id: tenant })).channels;
  expect(healed).toMatchObject({ state: 'ok', waiting: 0, failure: null });
});

it('waits as long as the receiver asks for', async () => {
  const { channel } = await make();
  for (const [code, header, waitMs] of [
    [429, () => '3600', 3_600_000],
    [503, () => new Date(at.clock.now() + 1_800_000).toUTCString(), 1_800_000],
  ] as const) {
    const before = receiver.requests.length;
    receiver.answer = status(code, { 'retry-after': header() });
    await at.delivery.send(tenant, noticeOf(), { channels: [channel.id] });
    await at.settled();
    expect(receiver.requests).toHaveLength(before + 1);
    receiver.answer = status(200);
    await at.later(waitMs - 60_000);
    expect(receiver.requests).toHaveLength(before + 1);
    await at.later(61_000);
    expect(receiver.requests).toHaveLength(before + 2);
  }
});

it('reaches a receiver that was down, and one that was too slow', async () => {
  const { channel } = await make();
  const { port } = receiver;
  await receiver.stop();
  await at.delivery.send(tenant, noticeOf({ title: 'while down' }), { channels: [channel.id] });
  await at.settled();
  expect((await log(channel.id))[0]).toMatchObject({
    state: 'waiting',
    failure: { code: 'host_unreachable' },
  });
  receiver = await startReceiver(port);
  receiver.answer = () => undefined;
  await at.later(10_001);
  expect((await log(channel.id))[0]).toMatchObject({
    state: 'waiting',
    attempts: 2,
    failure: { code: 'host_timeout' },
  });
  receiver.answer = status(200);
  await at.later(20_001);
  expect((await log(channel.id))[0]).toMatchObject({ state: 'sent', attempts: 3 });
  expect(titles()).toEqual(['while down', 'while down']);
});

it('does not follow redirects, gives up after a day, and sends again when told to', async () => {
  const { channel } = await make();
  receiver.answer = status(302, { location: 'http://10.0.0.1/inner' });
  await at.delivery.send(tenant, noticeOf({ title: 'lost?' }), { channels: [channel.id] });
  await at.settled();
  for (let hour = 0; hour < 25; hour++) await at.later(3_600_001);
  const [dead] = await log(channel.id);
  expect(dead).toMatchObject({ state: 'dead', failure: { code: 'redirected', status: 302 } });
  expect(dead.attempts).toBeGreaterThan(10);
  const tried = receiver.requests.length;
  await at.later(86_400_000);
  expect(receiver.requests).toHaveLength(tried);
  receiver.answer = status(200);
  const one = { tenant_id: tenant, id: channel.id, message_id: dead.id };
  expect(await at.call('channels.resend', one)).toEqual({ messages: 1 });
  await at.settled();
  expect(receiver.requests).toHaveLength(tried + 1);
  expect((await log(channel.id))[0]).toMatchObject({ state: 'sent', failure: null });
  await expect(at.call('channels.resend', one)).rejects.toMatchObject({ code: 'message_not_dead' });
});

it('gives up at once what the receiver will never take, and goes on with the next', async () => {
  const { channel } = await make();
  receiver.answer = (response, { body }) =>
    status(JSON.parse(body).data.title === 'poison' ? 422 : 200)(response);
  for (const title of ['poison', 'fine']) {
    await at.delivery.send(tenant, noticeOf({ title }), { channels: [channel.id] });
  }
  await at.settled();
  const logged = await log(channel.id);
  expect(
    logged.map(({ title, state }: { title: string; state: string }) => [title, state]),
  ).toEqual([
    ['fine', 'sent'],
    ['poison', 'dead'],
  ]);
});

it('refuses private addresses when a channel is made, changed, and when it sends', async () => {
  const urls = [
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://169.254.169.254/latest',
    'https://2130706434/',
  ];
  for (const url of urls) {
    await expect(make(url), url).rejects.toMatchObject({ code: 'private_address', at: '/url' });
  }
  for (const url of ['nonsense', 'ftp://example.com/', 'https://a:b@example.com/']) {
    await expect(make(url), url).rejects.toMatchObject({ at: '/url' });
  }
  const { channel } = await make(`http://hook.example:${receiver.port}/hook`);
  const change = { tenant_id: tenant, id: channel.id, url: 'http://192.168.0.1/' };
  await expect(at.call('channels.change', change)).rejects.toMatchObject({
    code: 'private_address',
  });
  publicName = '10.0.0.1';
  await at.delivery.send(tenant, noticeOf(), { channels: [channel.id] });
  await at.settled();
  expect(receiver.requests).toEqual([]);
  expect((await log(channel.id))[0]).toMatchObject({
    state: 'dead',
    failure: { code: 'private_address' },
  });
  publicName = '127.0.0.1';
});

it('turns a flood into a few messages and digests that stand for all of it', async () => {
  const { channel } = await make(receiver.url, { most: 5 });
  const notices = Array.from({ length: 10_000 }, (_, i) => noticeOf({ title: `Flood ${i}` }));
  await Promise.all(
    notices.map((notice) => at.delivery.send(tenant, notice, { channels: [channel.id] })),
  );
  const unread = await at.call('inbox.unread', { tenant_id: tenant });
  expect(unread.count).toBe(1_000);
  await until(async () => {
    await at.later(600_001);
    const [one] = (await at.call('channels.list', { tenant_id: tenant })).channels;
    return one.waiting === 0;
  });
  const bodies = receiver.requests.map(({ body }) => JSON.parse(body));
  expect(bodies.reduce((sum, { data }) => sum + data.total, 0)).toBe(10_000);
  expect(bodies.length).toBeLessThanOrEqual(30);
  expect(bodies.filter(({ type }) => type === 'digest').length).toBeGreaterThan(0);
  const digest = bodies.find(({ type }) => type === 'digest');
  expect(digest.data.notices.length).toBeLessThanOrEqual(20);
  expect(digest.data.title).toMatch(/^[\d,]+ notices$/);
});

it('keeps tenants apart', async () => {
  const { channel } = await make();
  const other = await at.newTenant(`other-${tenants}`);
  await at.delivery.send(other, noticeOf({ cause: 'same' }), { channels: [channel.id] });
  await at.delivery.send(tenant, noticeOf({ cause: 'same' }), { channels: [channel.id] });
  await at.settled();
  expect(receiver.requests.map(({ body }) => JSON.parse(body).data.tenant_id)).toEqual([tenant]);
  for (const id of ['channels.messages', 'channels.test', 'channels.remove'] as const) {
    await expect(at.call(id, { tenant_id: other, id: channel.id })).rejects.toMatchObject({
      code: 'channel_not_found',
    });
  }
  expect((await at.call('channels.list', { tenant_id: other })).channels).toEqual([]);
  expect((await at.call('inbox.list', { tenant_id: other })).notices).toHaveLength(1);
});

it('tells the true outcome of a test, and keeps what waits while a channel is paused', async () => {
  const { channel } = await make();
  const of = { tenant_id: tenant, id: channel.id };
  expect(await at.call('channels.test', of)).toMatchObject({
    accepted: true,
    outcomes: [{ accepted: true, reply: 'HTTP 204', failure: null }],
  });
  receiver.answer = status(404, {}, 'no such hook');
  const refused = await at.call('channels.test', of);
  expect(refused).toMatchObject({ accepted: false, outcomes: [{ failure: { status: 404 } }] });
  expect(refused.outcomes[0].reply).toContain('no such hook');
  await at.delivery.send(tenant, noticeOf({ title: 'kept' }), { channels: [channel.id] });
  await at.settled();
  await at.call('channels.change', { ...of, active: false });
  receiver.answer = status(200);
  const before = receiver.requests.length;
  await at.later(3_600_000);
  await at.delivery.send(tenant, noticeOf({ title: 'not taken' }), { channels: [channel.id] });
  await at.settled();
  expect(receiver.requests).toHaveLength(before);
  await at.call('channels.change', { ...of, active: true });
  await at.settled();
  expect(titles().slice(before)).toEqual(['kept']);
});

it('refuses unknown tenants', async () => {
  const sent = at.delivery.send('nobody', noticeOf(), { channels: [] });
  await expect(sent).rejects.toMatchObject({ code: 'tenant_not_found' });
});
