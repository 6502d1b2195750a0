import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type DeliveryHarness, noticeOf, openDelivery, person } from './testing/harness.js';
import { readMail, type SmtpReceiver, startSmtpServer } from './testing/smtp-server.js';

let at: DeliveryHarness;
let smtp: SmtpReceiver;
let tenants = 0;
let tenant: string;

beforeAll(async () => {
  smtp = await startSmtpServer();
  const { port } = smtp;
  at = await openDelivery({
    smtp: { host: '127.0.0.1', port, security: 'none', from: 'Olympus <olympus@example.com>' },
  });
});
afterAll(async () => {
  await at.close();
  await smtp.stop();
});
beforeEach(async () => {
  smtp.mails.length = 0;
  smtp.reply = () => undefined;
  smtp.credentials = undefined;
  tenant = await at.newTenant(`mail-${++tenants}`, tenants % 2 === 0 ? 'de-DE' : 'en-GB');
});

const make = async (recipients: readonly string[], more = {}) =>
  (
    await at.call('channels.create', {
      tenant_id: tenant,
      name: 'Team',
      kind: 'email',
      recipients,
      ...more,
    })
  ).channel;
const log = async (channel: string) =>
  (await at.call('channels.messages', { tenant_id: tenant, id: channel })).messages;
const receivers = () => smtp.mails.map(({ to }) => to.join()).sort();

it('writes to each address by itself, as text and HTML that loads nothing', async () => {
  const channel = await make(['ann@example.com', 'bob@example.com']);
  const notice = noticeOf({
    title: 'Revenue & orders fell <sharply>',
    lines: ['They are 40 % below “what was expected”.'],
    facts: [{ label: 'Orders', value: '12 < 30' }],
  });
  await at.delivery.send(tenant, notice, { channels: [channel.id] });
  await at.settled();
  expect(receivers()).toEqual(['ann@example.com', 'bob@example.com']);
  const [mail] = smtp.mails;
  const { headers, text, html } = readMail(mail?.source ?? '');
  expect(mail?.from).toBe('olympus@example.com');
  expect(headers.get('subject')).toBe('Revenue & orders fell <sharply>');
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const unsubscribe = /<(https:\/\/olympus\.example\/unsubscribe\/[^>]+)>/.exec(
    headers.get('list-unsubscribe') ?? '',
  )?.[1];
  expect(unsubscribe).toBeDefined();
  for (const part of [text, html]) {
    expect(part).toContain('They are 40 % below “what was expected”.');
    expect(part).toContain('1 Mar 2026, 13:00');
    expect(part).toContain(unsubscribe);
  }
  expect(text).toContain('Orders: 12 < 30');
  expect(text).toContain(`https://olympus.example/alerts/ab12?tenant=${tenant}`);
  expect(html).toContain('12 &lt; 30');
  expect(html).not.toMatch(/<img|src=|url\(|<script/i);
  const ids = smtp.mails.map(({ source }) => readMail(source).headers.get('message-id'));
  expect(new Set(ids).size).toBe(2);
});

it('speaks the language and the clock of the tenant', async () => {
  const channel = await make(['ann@example.com']);
  await at.delivery.send(tenant, noticeOf({ severity: 'critical' }), { channels: [channel.id] });
  await at.settled();
  const { text } = readMail(smtp.mails[0]?.source ?? '');
  expect(text).toContain('Kritisch · 01.03.2026, 13:00');
  expect(text).toContain('In Olympus öffnen: ');
  expect(text).toContain('Abbestellen: ');
});

it('puts notices of one thread together, also for mail programs', async () => {
  const channel = await make(['ann@example.com']);
  for (const thread of ['alert:1', 'alert:1', 'alert:2']) {
    await at.delivery.send(tenant, noticeOf({ thread }), { channels: [channel.id] });
    await at.settled();
  }
  const [a, b, c] = smtp.mails.map(({ source }) => readMail(source).headers.get('references'));
  expect(a).toBe(b);
  expect(c).not.toBe(a);
});

it('gives up one refused address at once, without holding up the others', async () => {
  const channel = await make(['gone@example.com', 'busy@example.com', 'fine@example.com']);
  smtp.reply = (command) =>
    command.startsWith('RCPT') && command.includes('gone@')
      ? '550 5.1.1 nobody here'
      : command.startsWith('RCPT') && command.includes('busy@')
        ? '451 4.7.1 come back later'
        : undefined;
  await at.delivery.send(tenant, noticeOf(), { channels: [channel.id] });
  await at.settled();
  const states = async () =>
    Object.fromEntries(
      (await log(channel.id)).map(({ recipient, state }: Record<string, string>) => [
        recipient,
        state,
      ]),
    );
  expect(await states()).toEqual({
    'gone@example.com': 'dead',
    'busy@example.com': 'waiting',
    'fine@example.com': 'sent',
  });
  const dead = (await log(channel.id)).find(({ state }: { state: string }) => state === 'dead');
  expect(dead.failure).toMatchObject({ code: 'smtp_refused', status: 550 });
  expect(dead.failure.message).toContain('nobody here');
  smtp.reply = () => undefined;
  await at.later(10_001);
  expect(await states()).toMatchObject({ 'busy@example.com': 'sent' });
  expect(receivers()).toEqual(['busy@example.com', 'fine@example.com']);
});

it('signs in at a server of the tenant’s own, and keeps the password to itself', async () => {
  smtp.credentials = { user: 'shop', password: 'a secret word' };
  const own = {
    host: '127.0.0.1',
    port: smtp.port,
    security: 'none',
    user: 'shop',
    password: 'wrong',
    from: 'shop@example.com',
  };
  const channel = await make(['ann@example.com'], { smtp: own });
  const of = { tenant_id: tenant, id: channel.id };
  const refused = await at.call('channels.test', of);
  expect(refused).toMatchObject({
    accepted: false,
    outcomes: [{ recipient: 'ann@example.com', failure: { code: 'smtp_sign_in_refused' } }],
  });
  await at.call('channels.change', { ...of, smtp: { ...own, password: 'a secret word' } });
  // left out, it stays as it was
  const { password: _, ...without } = own;
  const changed = await at.call('channels.change', { ...of, smtp: without });
  expect(changed.smtp).toMatchObject({ user: 'shop', password_known: true });
  expect(await at.call('channels.test', of)).toMatchObject({ accepted: true });
  expect(smtp.mails[0]?.from).toBe('shop@example.com');
  expect(readMail(smtp.mails[0]?.source ?? '').headers.get('subject')).toMatch(/^Test: /);
  expect(JSON.stringify(await at.call('channels.list', { tenant_id: tenant }))).not.toContain(
    'a secret word',
  );
  // and does not go to another host
  await at
    .call('channels.change', { ...of, smtp: { ...without, host: '127.0.0.1.' } })
    .catch(() => undefined);
  const [shown] = (await at.call('channels.list', { tenant_id: tenant })).channels;
  if (shown.smtp.host !== '127.0.0.1') expect(shown.smtp.password_known).toBe(false);
});

it('refuses mail servers in private networks, and addresses that are none', async () => {
  const own = { port: 25, security: 'none', from: 'shop@example.com' };
  for (const host of ['10.0.0.1', '::1', '169.254.169.254', '0x0a000001']) {
    await expect(make(['ann@example.com'], { smtp: { ...own, host } }), host).rejects.toMatchObject(
      { code: 'private_address', at: '/smtp/host' },
    );
  }
  const wrong = [
    [],
    ['nobody'],
    ['a@b@c'],
    ['a@example.com\r\nBcc: x@example.com'],
    ['A@x.de', 'a@x.de'],
  ];
  for (const recipients of wrong) {
    await expect(make(recipients), recipients.join()).rejects.toMatchObject({
      code: 'invalid_channel',
    });
  }
});

it('ends a channel’s emails by a link that nobody can make up', async () => {
  const channel = await make(['ann@example.com', 'bob@example.com']);
  await at.delivery.send(tenant, noticeOf(), { channels: [channel.id] });
  await at.settled();
  const mail = smtp.mails.find(({ to }) => to.includes('ann@example.com'));
  const link = readMail(mail?.source ?? '').headers.get('list-unsubscribe') ?? '';
  const token = link.slice(link.lastIndexOf('/') + 1, -1);
  expect(token).not.toContain('ann');
  for (const wrong of [
    `${token}x`,
    token.slice(0, -1),
    token.replace(channel.id, 'other'),
    'a.b.c',
  ]) {
    await expect(at.call('unsubscribe.confirm', { token: wrong })).rejects.toMatchObject({
      code: 'link_not_valid',
    });
  }
  // looking changes nothing
  const asked = await at.call('unsubscribe.look', { token });
  expect(asked.body).toContain('<form method="post">');
  expect((await at.call('channels.list', { tenant_id: tenant })).channels[0].recipients).toEqual([
    { address: 'ann@example.com', unsubscribed: false },
    { address: 'bob@example.com', unsubscribed: false },
  ]);
  await at.call('unsubscribe.confirm', { token });
  await at.call('unsubscribe.confirm', { token });
  smtp.mails.length = 0;
  await at.delivery.send(tenant, noticeOf(), { channels: [channel.id] });
  await at.settled();
  expect(receivers()).toEqual(['bob@example.com']);
  const [shown] = (await at.call('channels.list', { tenant_id: tenant })).channels;
  expect(shown.recipients[0]).toEqual({ address: 'ann@example.com', unsubscribed: true });
  const stored = await at.database.execute(
    'select recipient from delivery_outbox union select recipient from delivery_unsubscribed',
  );
  expect(JSON.stringify(stored)).not.toContain('example.com');
});

it('writes to people at their own address as each of them chose, until they unsubscribe', async () => {
  const { users } = at.platform;
  const make = async (name: string) => {
    const user = await users.create({ email: `${name}-${tenants}@example.com`, name });
    await users.setRole(tenant as never, user.id, 'viewer');
    return user;
  };
  const [ann, bob, cat] = [await make('ann'), await make('bob'), await make('cat')];
  const prefer = (user: { id: string }, email: string) =>
    at.call(
      'inbox.prefer',
      { tenant_id: tenant, bell: 'info', email, browser: 'never' },
      person(user.id),
    );
  await prefer(ann, 'info');
  await prefer(bob, 'critical');
  const send = (severity: 'info' | 'critical', users?: readonly string[]) =>
    at.delivery.send(tenant, noticeOf({ severity }), { channels: [], ...(users && { users }) });
  await send('info');
  await send('critical');
  await at.settled();
  expect(receivers()).toEqual([ann.email, ann.email, bob.email].sort());
  smtp.mails.length = 0;
  await send('critical', [bob.id, cat.id]);
  await at.settled();
  expect(receivers()).toEqual([bob.email]);
  const link = readMail(smtp.mails[0]?.source ?? '').headers.get('list-unsubscribe') ?? '';
  await at.call('unsubscribe.confirm', { token: link.slice(link.lastIndexOf('/') + 1, -1) });
  const kept = await at.call('inbox.preferences', { tenant_id: tenant }, person(bob.id));
  expect(kept.email).toBe('never');
  smtp.mails.length = 0;
  // whoever may no longer read the inbox gets no mail either
  await users.setRole(tenant as never, ann.id, 'ingest');
  const operator = await users.create({
    email: `op-${tenants}@example.com`,
    name: 'Op',
    operator: true,
  });
  await prefer(operator, 'info');
  await send('critical');
  await at.settled();
  expect(receivers()).toEqual([operator.email]);
  smtp.mails.length = 0;
  await users.remove(operator.id);
  await users.remove(ann.id);
  await send('critical');
  await at.settled();
  expect(receivers()).toEqual([]);
  const left = await at.database.execute('select user_id from delivery_readers');
  expect(left.map(([id]) => id)).not.toContain(ann.id);
});
