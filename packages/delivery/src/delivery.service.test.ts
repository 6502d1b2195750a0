import { findPostgres, type PostgresServer, startPostgres } from '@olympus/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeliveryHarness, noticeOf, openDelivery, person, until } from './testing/harness.js';
import { type Receiver, startReceiver, status } from './testing/receiver.js';

const programs = findPostgres();
if (programs === undefined) {
  console.warn(
    'PostgreSQL is not installed (Debian: apt install postgresql): its tests are skipped',
  );
}

describe.skipIf(programs === undefined)('messages on PostgreSQL', () => {
  let server: PostgresServer;
  let at: DeliveryHarness;
  let receiver: Receiver;
  let tenant: string;
  let user: string;

  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
    receiver = await startReceiver();
    at = await openDelivery({
      databaseUrl: server.url,
      smtp: { host: '127.0.0.1', port: 9, security: 'none', from: 'olympus@example.com' },
    });
    tenant = await at.newTenant('shop');
    const made = await at.platform.users.create({ email: 'ann@example.com', name: 'Ann' });
    await at.platform.users.setRole(tenant as never, made.id, 'viewer');
    user = made.id;
  });
  afterAll(async () => {
    await at?.close();
    await receiver?.stop();
    await server?.stop();
  });

  it('arrive in order, are tried again, given up and sent again, and come as digests', async () => {
    const { channel } = await at.call('channels.create', {
      tenant_id: tenant,
      name: 'Hook',
      kind: 'webhook',
      url: receiver.url,
      most: 3,
    });
    const of = { tenant_id: tenant, id: channel.id };
    const state = async () => (await at.call('channels.list', { tenant_id: tenant })).channels[0];
    receiver.answer = status(500);
    const notices = Array.from({ length: 10 }, () => noticeOf());
    for (const notice of [...notices, ...notices]) {
      await at.delivery.send(tenant, notice, { channels: [channel.id] });
    }
    await until(async () => (await state()).failing_since !== null);
    expect(await state()).toMatchObject({ state: 'failing', waiting: 10 });
    receiver.answer = status(200);
    receiver.requests.length = 0;
    await at.later(11_000);
    await until(async () => (await state()).waiting === 0);
    const sent = receiver.requests.map(({ body }) => JSON.parse(body).data);
    expect(sent.map(({ total }) => total)).toEqual([1, 1, 8]);
    expect(
      sent.flatMap(({ notices: each }) => each.map(({ title }: { title: string }) => title)),
    ).toEqual(notices.map(({ title }) => title));
    await at.later(600_001);
    receiver.answer = status(422);
    await at.delivery.send(tenant, noticeOf(), { channels: [channel.id] });
    await until(async () => (await state()).dead === 1);
    receiver.answer = status(200);
    expect(await at.call('channels.resend', of)).toEqual({ messages: 1 });
    await until(async () => (await state()).dead === 0 && (await state()).waiting === 0);
    const log = await at.call('channels.messages', {
      ...of,
      state: 'sent',
      limit: 5,
      before: 1_000,
    });
    expect([log.messages.length, log.more]).toEqual([5, true]);
    await at.call('channels.remove', of);
  });

  it('are read by each person, and go to their address where they want it', async () => {
    const as = person(user);
    const here = { tenant_id: tenant };
    await at.call(
      'inbox.prefer',
      { ...here, bell: 'warning', email: 'info', browser: 'never' },
      as,
    );
    await at.delivery.send(tenant, noticeOf({ severity: 'info' }), { channels: [], users: [user] });
    const { notices } = await at.call(
      'inbox.list',
      { ...here, severity: 'info', unread: true },
      as,
    );
    expect(notices).toHaveLength(12);
    expect((await at.call('inbox.unread', here, as)).count).toBe(11);
    await at.call('inbox.mark', { ...here, id: notices[3].id }, as);
    expect((await at.call('inbox.unread', here, as)).count).toBe(10);
    await at.call('inbox.mark_all', { ...here, until: notices[1].id }, as);
    await at.call('inbox.mark', { ...here, id: notices[5].id, read: false }, as);
    expect((await at.call('inbox.unread', here, as)).count).toBe(1);
    const [[channel, recipient] = []] = await at.database.execute(
      `select c.id, o.recipient from delivery_outbox o join delivery_channels c on c.id = o.channel_id
       where c.kind = 'people'`,
    );
    expect(recipient).toBe(user);
    await until(async () => {
      const [row] = await at.database.execute(
        'select failure from delivery_outbox where channel_id = $1',
        [channel],
      );
      return row?.[0] !== null;
    });
    await at.later(91 * 86_400_000);
    await at.later(3_600_001);
    await until(async () => (await at.call('inbox.list', here, as)).notices.length === 0);
  });
});
