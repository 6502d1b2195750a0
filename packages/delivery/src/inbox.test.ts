import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeliveryHarness, noticeOf, openDelivery, person } from './testing/harness.js';

let at: DeliveryHarness;
let serial = 0;

beforeAll(async () => {
  at = await openDelivery();
});
afterAll(() => at.close());

/** A tenant with two people, and what one of them asks. */
async function shop() {
  const tenant = await at.newTenant(`shop-${++serial}`);
  const { users } = at.platform;
  const people = await Promise.all(
    ['ann', 'bob'].map(async (name) => {
      const user = await users.create({ email: `${name}-${serial}@example.com`, name });
      await users.setRole(tenant, user.id, 'viewer');
      return user.id;
    }),
  );
  const [ann = '', bob = ''] = people;
  const as = (user: string) => ({
    titles: async (filter = {}): Promise<readonly string[]> =>
      (await at.call('inbox.list', { tenant_id: tenant, ...filter }, person(user))).notices.map(
        ({ title, read }: { title: string; read: boolean }) => `${title}${read ? '' : ' •'}`,
      ),
    unread: async (): Promise<number> =>
      (await at.call('inbox.unread', { tenant_id: tenant }, person(user))).count,
    id: async (title: string): Promise<number> =>
      (await at.call('inbox.list', { tenant_id: tenant }, person(user))).notices.find(
        (notice: { title: string }) => notice.title === title,
      ).id,
    mark: (id: number, read = true) =>
      at.call('inbox.mark', { tenant_id: tenant, id, read }, person(user)),
    markAll: (until?: number) =>
      at.call('inbox.mark_all', { tenant_id: tenant, ...(until && { until }) }, person(user)),
    prefer: (bell: string) =>
      at.call(
        'inbox.prefer',
        { tenant_id: tenant, bell, email: 'never', browser: 'never' },
        person(user),
      ),
  });
  const say = (title: string, more = {}, users?: readonly string[]) =>
    at.delivery.send(tenant, noticeOf({ title, ...more }), {
      channels: [],
      ...(users && { users }),
    });
  return { tenant, ann: as(ann), bob: as(bob), annId: ann, bobId: bob, say };
}

it('holds everything without any channel, and each person’s own state', async () => {
  const { tenant, ann, bob, say } = await shop();
  for (const title of ['a', 'b', 'c']) await say(title);
  expect(at.announced.filter((one) => one === tenant)).toHaveLength(3);
  expect(await ann.titles()).toEqual(['c •', 'b •', 'a •']);
  await ann.mark(await ann.id('b'));
  expect(await ann.titles()).toEqual(['c •', 'b', 'a •']);
  expect([await ann.unread(), await bob.unread()]).toEqual([2, 3]);
  expect(await ann.titles({ unread: true })).toEqual(['c •', 'a •']);
  await ann.markAll();
  expect([await ann.unread(), await bob.unread()]).toEqual([0, 3]);
  await say('d');
  expect(await ann.titles()).toEqual(['d •', 'c', 'b', 'a']);
  await ann.mark(await ann.id('b'), false);
  expect(await ann.titles()).toEqual(['d •', 'c', 'b •', 'a']);
  await ann.mark(await ann.id('b'));
  await ann.mark(await ann.id('d'));
  expect(await ann.titles()).toEqual(['d', 'c', 'b', 'a']);
  await bob.markAll(await bob.id('b'));
  expect(await bob.titles()).toEqual(['d •', 'c •', 'b', 'a']);
});

it('shows what is for some to nobody else', async () => {
  const { tenant, ann, bob, annId, say } = await shop();
  await say('for Ann', {}, [annId]);
  await say('for all');
  expect(await ann.titles()).toEqual(['for all •', 'for Ann •']);
  expect(await bob.titles()).toEqual(['for all •']);
  await expect(bob.mark(await ann.id('for Ann'))).rejects.toMatchObject({
    code: 'notice_not_found',
  });
  // a key is nobody: it sees what is for everybody
  expect((await at.call('inbox.list', { tenant_id: tenant })).notices).toHaveLength(1);
  await expect(at.call('inbox.mark_all', { tenant_id: tenant })).rejects.toMatchObject({
    code: 'not_a_person',
  });
});

it('counts what each wants counted, pages, and filters by severity', async () => {
  const { tenant, ann, bob, say } = await shop();
  for (const severity of ['info', 'warning', 'critical', 'info']) await say(severity, { severity });
  await ann.prefer('critical');
  await bob.prefer('never');
  expect([await ann.unread(), await bob.unread()]).toEqual([1, 0]);
  expect(await ann.titles({ severity: 'warning' })).toEqual(['critical •', 'warning •']);
  const first = await at.call('inbox.list', { tenant_id: tenant, limit: 3 });
  expect([first.notices.length, first.more]).toEqual([3, true]);
  const before = first.notices.at(-1).id;
  const rest = await at.call('inbox.list', { tenant_id: tenant, limit: 3, before });
  expect([rest.notices.map(({ title }: { title: string }) => title), rest.more]).toEqual([
    ['info'],
    false,
  ]);
  await expect(
    at.call(
      'inbox.prefer',
      { tenant_id: tenant, bell: 'info', email: 'info', browser: 'info' },
      person('ann'),
    ),
  ).rejects.toMatchObject({ code: 'smtp_missing' });
});

it('forgets a person with their account, and old messages by themselves', async () => {
  const { tenant, ann, annId, bob, say } = await shop();
  await say('old', {}, undefined);
  await ann.mark(await ann.id('old'));
  await ann.prefer('info');
  await at.platform.users.remove(annId);
  for (const table of ['delivery_reads', 'delivery_readers', 'delivery_audience']) {
    const rows = await at.database.execute(`select 1 from ${table} where user_id = $1`, [annId]);
    expect(rows, table).toEqual([]);
  }
  await at.later(91 * 86_400_000);
  await say('new');
  await at.later(3_600_001);
  expect(await bob.titles()).toEqual(['new •']);
  await at.platform.tenants.remove(tenant);
  const left = await at.database.execute('select 1 from delivery_notices where tenant_id = $1', [
    tenant,
  ]);
  expect(left).toEqual([]);
});
