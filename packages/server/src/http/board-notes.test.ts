import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

const boards = '/api/analytics/dashboards';
const explorations = '/api/analytics/explorations';
const opens = { path: '/explore', search: { x: ['revenue', '= orders / 2'], b: 'channel' } };
let server: TestServer;
let ada: string;
let ben: string;
let owner: string;
let stranger: string;
let reader: string;
let board: string;

beforeAll(async () => {
  server = await startTestServer();
  const all = ['analytics:read', 'boards:write', 'boards:comment'];
  ada = await server.key('one', ...all);
  ben = await server.key('one', ...all);
  owner = await server.key('one', ...all, 'tenants:admin');
  reader = await server.key('one', 'analytics:read');
  stranger = await server.key('two', ...all);
  const body = { tenant_id: 'one', name: 'Sales' };
  board = (await server.call('POST', boards, { bearer: ada, body })).answer.id;
});
afterAll(() => server.close());

describe('a comment', () => {
  const add = (text: string, bearer = ada, tenant = 'one') =>
    server.call('POST', `${boards}/${board}/comments`, {
      bearer,
      body: { tenant_id: tenant, text },
    });
  const list = async (bearer = reader) =>
    (await server.call('GET', `${boards}/${board}/comments?tenant_id=one`, { bearer })).answer
      .comments as { id: string; text: string; own: boolean; resolved_at: string | null }[];
  const remove = (id: string, bearer: string) =>
    server.call('DELETE', `${boards}/${board}/comments/${id}?tenant_id=one`, { bearer });
  const resolve = (id: string, resolved: boolean, bearer = ben) =>
    server.call('PUT', `${boards}/${board}/comments/${id}/resolved`, {
      bearer,
      body: { tenant_id: 'one', resolved },
    });

  it('is read in the order it was said, by who said it as their own', async () => {
    const first = await add('  Why did Tuesday fall?  ');
    expect([first.status, first.answer.text]).toEqual([201, 'Why did Tuesday fall?']);
    await add('The shop was closed.', ben);
    expect((await list(ben)).map(({ text, own }) => [text, own])).toEqual([
      ['Why did Tuesday fall?', false],
      ['The shop was closed.', true],
    ]);
    expect((await add('', ada)).status).toBe(400);
    expect((await add('   ', ada)).status).toBe(400);
    expect((await add('Me too', reader)).status).toBe(403);
  });

  it('is settled and opened again by anybody who may comment', async () => {
    const { id } = (await add('Check the returns')).answer;
    const settled = await resolve(id, true);
    expect(settled.answer.resolved_at).toMatch(/^20/);
    expect((await resolve(id, false)).answer.resolved_at).toBeNull();
    expect((await resolve('nothing', true)).answer.code).toBe('comment_not_found');
  });

  it('is taken away by who wrote it, or who runs the tenant', async () => {
    const [one, two] = [(await add('One')).answer.id, (await add('Two')).answer.id];
    expect((await remove(one, ben)).answer.code).toBe('not_the_owner');
    expect((await remove(one, ada)).status).toBe(204);
    expect((await remove(two, owner)).status).toBe(204);
    expect((await list()).map(({ text }) => text)).not.toContain('One');
  });

  it('of one business is nowhere to be found by another', async () => {
    const { id } = (await add('Ours')).answer;
    expect((await add('Theirs', stranger, 'two')).status).toBe(404);
    for (const [method, more] of [
      ['GET', ''],
      ['DELETE', `/${id}`],
    ] as const) {
      const at = `${boards}/${board}/comments${more}?tenant_id=two`;
      expect((await server.call(method, at, { bearer: stranger })).status).toBe(404);
    }
    expect((await list()).map(({ text }) => text)).toContain('Ours');
  });

  it('goes with the person that it names, and no other does', async () => {
    await add('Call anna@example.com about O-17');
    await add('Not joanna@example.com');
    const store = server.olympus.rooms.personalData.find(
      (one) => one.about === 'customer' && one.store === 'boards.comments',
    );
    if (store?.about !== 'customer') throw new Error('comments are declared');
    const person = { tenant: 'one', key: 'k', customerId: 'C-1', names: ['Anna@example.com'] };
    const named = person as unknown as Parameters<typeof store.find>[0];
    const found = await store.find(named);
    expect(found.counts).toEqual({ comments: 1 });
    expect(found.content[0]?.text).toBe('Call anna@example.com about O-17');
    const elsewhere = { ...named, tenant: 'two' } as typeof named;
    expect((await store.find(elsewhere)).counts).toEqual({ comments: 0 });
    expect(await store.erase(named, 'r' as never)).toEqual({ comments: 1 });
    expect((await store.find(named)).counts).toEqual({ comments: 0 });
    const left = (await list()).map(({ text }) => text);
    expect(left).toContain('Not joanna@example.com');
    expect(left.join()).not.toContain('O-17');
  });
});

describe('a saved exploration', () => {
  const save = (name: string, bearer = ada) =>
    server.call('POST', explorations, { bearer, body: { tenant_id: 'one', name, opens } });
  const list = async (bearer = reader) =>
    (await server.call('GET', `${explorations}?tenant_id=one`, { bearer })).answer.explorations as {
      id: string;
      name: string;
      own: boolean;
      favourite: boolean;
    }[];
  const change = (id: string, body: object, bearer: string, tenant = 'one') =>
    server.call('PUT', `${explorations}/${id}`, { bearer, body: { tenant_id: tenant, ...body } });
  const remove = (id: string, bearer: string, tenant = 'one') =>
    server.call('DELETE', `${explorations}/${id}?tenant_id=${tenant}`, { bearer });

  it('is found by name, opened as it was, renamed and put right by who saved it', async () => {
    const { id, opens: kept } = (await save('Channels')).answer;
    expect(kept).toEqual(opens);
    await save('all of it');
    expect((await list()).map(({ name }) => name)).toEqual(['all of it', 'Channels']);
    const renamed = await change(id, { name: 'By channel' }, ada);
    expect(renamed.answer).toMatchObject({ name: 'By channel', opens });
    const other = { path: '/explore', search: { x: 'orders' } };
    expect((await change(id, { opens: other }, ada)).answer).toMatchObject({
      name: 'By channel',
      opens: other,
    });
    expect((await change(id, { name: 'Mine' }, ben)).answer.code).toBe('not_the_owner');
    expect((await change(id, { name: 'Ours' }, owner)).status).toBe(200);
    expect((await save('x', reader)).status).toBe(403);
  });

  it('leads to a page of the application and nowhere else', async () => {
    for (const at of [
      'https://evil.example',
      '//evil.example/x',
      '//evil',
      'javascript:x',
      '/a?b',
      '/a#b',
    ]) {
      const body = { tenant_id: 'one', name: 'x', opens: { path: at, search: {} } };
      const { status } = await server.call('POST', explorations, { bearer: ada, body });
      expect([at, status]).toEqual([at, 400]);
    }
  });

  it('keeps an address and no more', async () => {
    const search = { filters: Array.from({ length: 10 }, () => 'x'.repeat(2_000)) };
    const large = { tenant_id: 'one', name: 'x', opens: { path: '/explore', search } };
    const refused = await server.call('POST', explorations, { bearer: ada, body: large });
    expect([refused.status, refused.answer.code]).toEqual([413, 'exploration_too_large']);
    const { id } = (await save('Small')).answer;
    expect((await change(id, { opens: large.opens }, ada)).status).toBe(413);
    expect((await remove(id, ada)).status).toBe(204);
  });

  it('is a favourite of one person and not of others', async () => {
    const { id } = (await save('Favoured')).answer;
    const favour = (favourite: boolean) =>
      server.call('PUT', `${explorations}/${id}/favourite`, {
        bearer: reader,
        body: { tenant_id: 'one', favourite },
      });
    expect((await favour(true)).status).toBe(204);
    expect((await favour(true)).status).toBe(204);
    const mine = async (bearer: string) => (await list(bearer)).find((one) => one.id === id);
    expect((await mine(reader))?.favourite).toBe(true);
    expect((await mine(ada))?.favourite).toBe(false);
    await favour(false);
    expect((await mine(reader))?.favourite).toBe(false);
  });

  it('of one business is nowhere to be found by another, and goes when it is removed', async () => {
    const { id } = (await save('Ours')).answer;
    expect((await change(id, { name: 'x' }, stranger, 'two')).status).toBe(404);
    expect((await remove(id, stranger, 'two')).status).toBe(404);
    const read = `${explorations}/${id}?tenant_id=two`;
    expect((await server.call('GET', read, { bearer: stranger })).status).toBe(404);
    expect((await remove(id, ben)).answer.code).toBe('not_the_owner');
    expect((await remove(id, ada)).status).toBe(204);
    expect((await remove(id, ada)).status).toBe(404);
  });
});
