import { createRights } from '@olympus/contract';
import { tenantId } from '@olympus/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contracts } from '../contracts.generated.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

const rights = createRights(contracts.map(({ permissions }) => permissions));
const password = 'a sentence only they know';

let server: TestServer;
/** Keys of the two tenants that may do everything there. */
let one: string;
let two: string;
let people = 0;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  one = await server.key('one', ...rights.ofRole('owner'));
  two = await server.key('two', ...rights.ofRole('owner'));
});

const newAddress = () => {
  people += 1;
  return `person${people}@example.com`;
};

async function invite(tenant: string, bearer: string, email: string, role = 'viewer') {
  const made = await server.call('POST', `/api/tenants/${tenant}/invitations`, {
    bearer,
    body: { email, role },
  });
  return { ...made, token: String(made.answer.token) };
}

/** Without going through sign-in, whose attempts are counted. */
const account = (email: string, name = 'Somebody') =>
  server.platform.users.create({ email, name, password });

async function sessionOf(userId: string, byLink = false): Promise<string> {
  return `olympus_session=${(await server.platform.sessions.create(userId, { byLink })).token}`;
}

const accept = (token: string, body: object = {}, cookie?: string) =>
  server.call('POST', '/api/invitations/accept', { cookie, body: { token, ...body } });

describe('an invitation', () => {
  it('lets only who holds its link choose the password, once', async () => {
    const email = newAddress();
    const { answer, token } = await invite('one', one, email, 'analyst');
    expect(answer.url).toBe(`${server.url.replace('127.0.0.1', 'localhost')}/join#${token}`);
    const shown = await server.call('POST', '/api/invitations/show', { body: { token } });
    expect(shown.answer).toMatchObject({ tenant: { id: 'one' }, email, role: 'analyst' });
    const joined = await accept(token, { name: 'Ada', password });
    expect(joined.answer).toMatchObject({
      user: { email, name: 'Ada' },
      tenants: [{ id: 'one', role: 'analyst' }],
    });
    expect(joined.cookie).not.toBe('');
    const again = await accept(token, { password });
    expect([again.status, again.answer.code]).toEqual([404, 'invitation_over']);
  });

  it('makes one account of several who come at once', async () => {
    const { token } = await invite('one', one, newAddress());
    const all = await Promise.all([1, 2].map(() => accept(token, { password })));
    expect(all.map(({ status }) => status).sort()[0]).toBe(200);
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('says nothing about whether the address belongs to somebody', async () => {
    const known = newAddress();
    const operator = newAddress();
    await account(known, 'A name of two');
    await server.platform.users.create({ email: operator, name: 'Olga', operator: true });
    const answers = [];
    for (const email of [known, operator, newAddress()]) {
      const { answer, status } = await invite('one', one, email);
      answers.push({ status, keys: Object.keys(answer), name: answer.name, role: answer.role });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 201, name: null });
  });

  it('is accepted by the account of its address after signing in, and by no other', async () => {
    const email = newAddress();
    const user = await account(email);
    const other = await account(newAddress());
    const { token } = await invite('one', one, email);
    const asNew = await accept(token, { password: 'a password of somebody else' });
    expect([asNew.status, asNew.answer.code]).toEqual([409, 'sign_in_required']);
    const asOther = await accept(token, {}, await sessionOf(other.id));
    expect([asOther.status, asOther.answer.code]).toEqual([409, 'other_person']);
    const joined = await accept(token, {}, await sessionOf(user.id));
    expect(joined.answer).toMatchObject({ tenants: [{ id: 'one', role: 'viewer' }] });
    expect(await server.platform.users.verifyPassword(email, password)).toBeDefined();
  });

  it('gives nobody a way into a tenant who chose the password of the address before', async () => {
    const email = newAddress();
    // one's admin takes up the address: holding the link of an own invitation, which is all they can
    const squatted = await invite('one', one, email);
    const squatter = await accept(squatted.token, { password });
    // two makes the address an owner; its holder comes by a sign-in link of the operator
    const { token } = await invite('two', two, email, 'owner');
    const user = await server.platform.users.byEmail(email);
    const holder = await sessionOf(user?.id ?? '', true);
    const refused = await accept(token, {}, holder);
    expect([refused.status, refused.answer.code]).toEqual([400, 'password_required']);
    const weak = await accept(token, { password: 'short' }, holder);
    expect([weak.status, weak.answer.code]).toEqual([400, 'weak_password']);
    const joined = await accept(token, { password: 'known to its holder only' }, holder);
    expect(joined.status).toBe(200);
    expect(await server.platform.users.verifyPassword(email, password)).toBeUndefined();
    const before = await server.call('GET', '/api/tenants', { cookie: squatter.cookie });
    expect(before.status).toBe(401);
  });

  it('ends with the rights of who gave it', async () => {
    const owner = await account(newAddress());
    const tenant = tenantId('one');
    await server.platform.users.setRole(tenant, owner.id, 'owner');
    const cookie = await sessionOf(owner.id);
    const made = await server.call('POST', '/api/tenants/one/invitations', {
      cookie,
      body: { email: newAddress(), role: 'owner' },
    });
    await server.platform.users.setRole(tenant, owner.id, 'viewer');
    const late = await accept(made.answer.token, { password });
    expect([late.status, late.answer.code]).toEqual([404, 'invitation_over']);
  });

  it('can be taken back, and is unknown to other tenants', async () => {
    const email = newAddress();
    const { answer, token } = await invite('one', one, email);
    const path = (tenant: string) => `/api/tenants/${tenant}/invitations/${answer.id}`;
    expect((await server.call('DELETE', path('two'), { bearer: two })).status).toBe(404);
    const list = await server.call('GET', '/api/tenants/two/invitations', { bearer: two });
    expect(JSON.stringify(list.answer)).not.toContain(email);
    expect((await server.call('DELETE', path('one'), { bearer: one })).status).toBe(204);
    expect((await accept(token, { password })).status).toBe(404);
  });

  it('is not accepted by a page of another site', async () => {
    const email = newAddress();
    const user = await account(email);
    const { token } = await invite('one', one, email);
    const response = await fetch(`${server.url}/api/invitations/accept`, {
      method: 'POST',
      headers: { cookie: await sessionOf(user.id), 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    expect(response.status).toBe(403);
  });
});

describe('the people of a tenant', () => {
  it('are all that its admin can tell from nobody', async () => {
    const foreign = newAddress();
    const operator = newAddress();
    const member = await account(foreign, 'A name of two');
    await server.platform.users.setRole(tenantId('two'), member.id, 'viewer');
    await server.platform.users.create({ email: operator, name: 'Olga', operator: true });
    for (const [method, body] of [
      ['PUT', { role: 'viewer' }],
      ['DELETE', undefined],
    ] as const) {
      const answers = [];
      for (const email of [foreign, operator, newAddress()]) {
        const path = `/api/tenants/one/users/${encodeURIComponent(email)}`;
        const { status, answer } = await server.call(method, path, { bearer: one, body });
        answers.push({ status, ...answer, request_id: '' });
      }
      expect(answers[0]).toMatchObject({ status: 404, code: 'unknown_user' });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
  });

  it('have no password that somebody else may set', async () => {
    const user = await account(newAddress());
    await server.platform.users.setRole(tenantId('one'), user.id, 'viewer');
    const path = `/api/tenants/one/users/${encodeURIComponent(user.email)}`;
    const body = { role: 'viewer', password: 'known to the admin' };
    expect((await server.call('PUT', path, { bearer: one, body })).status).toBe(400);
    const made = await server.call('POST', '/api/users', {
      bearer: server.adminToken,
      body: { email: newAddress(), password: 'known to the operator' },
    });
    expect(made.status).toBe(400);
  });
});

describe('one’s own password', () => {
  const set = (cookie: string, body: object) =>
    server.call('PUT', '/api/session/password', { cookie, body });

  it('is changed with the current one, which ends all other sessions', async () => {
    const user = await account(newAddress());
    const [cookie, other] = [await sessionOf(user.id), await sessionOf(user.id)];
    const next = 'another sentence of theirs';
    const wrong = await set(cookie, { password: next, current_password: 'a guess' });
    expect([wrong.status, wrong.answer.code]).toEqual([400, 'wrong_password']);
    const done = await set(cookie, { password: next, current_password: password });
    expect(done.answer.user).toMatchObject({ email: user.email, password_known: true });
    for (const ended of [cookie, other]) {
      expect((await server.call('GET', '/api/tenants', { cookie: ended })).status).toBe(401);
    }
    expect((await server.call('GET', '/api/tenants', { cookie: done.cookie })).status).toBe(200);
    expect(await server.platform.users.verifyPassword(user.email, next)).toBeDefined();
  });

  it('is chosen anew after a sign-in link, without the old one', async () => {
    const user = await account(newAddress());
    const cookie = await sessionOf(user.id, true);
    expect((await server.call('GET', '/api/session', { cookie })).answer.user).toMatchObject({
      password_known: false,
    });
    expect((await set(cookie, { password: 'chosen after the link' })).status).toBe(200);
  });

  it('is nothing that a key has', async () => {
    const body = { password: 'a key has none of these' };
    const refused = await server.call('PUT', '/api/session/password', { bearer: one, body });
    expect([refused.status, refused.answer.code]).toEqual([403, 'not_a_person']);
  });
});
