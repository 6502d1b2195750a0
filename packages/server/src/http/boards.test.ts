import { tenantId } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';

const path = '/api/analytics/dashboards';
let server: TestServer;
let writer: string;
let reader: string;
let stranger: string;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.key('one', 'analytics:read', 'boards:write', 'boards:share');
  reader = await server.key('one', 'analytics:read');
  stranger = await server.key('two', 'analytics:read', 'boards:write', 'boards:share');
  const sender = await server.key('one', 'events:write');
  const sent = await server.call('POST', '/api/events', {
    bearer: sender,
    body: Array.from({ length: 4 }, () => orderEvent()),
  });
  expect(sent.status).toBe(200);
});
afterAll(() => server.close());

const query = (input: object) => ({ operation: 'analytics.query', input });
const tile = (of: object = {}) => ({
  id: 'revenue',
  title: 'Revenue',
  ...{ x: 0, y: 0, w: 6, h: 4 },
  ask: query({ metrics: ['revenue'], grain: 'day' }),
  view: { kind: 'line' },
  ...of,
});
const may = { time: { from: '2026-05-01', to: '2026-06-01' } };

async function make(body: object = {}) {
  const made = await server.call('POST', path, {
    bearer: writer,
    body: { tenant_id: 'one', name: 'Sales', scope: may, tiles: [tile()], ...body },
  });
  expect(made.status).toBe(201);
  return made.answer;
}

const read = (id: string, bearer = reader, tenant = 'one') =>
  server.call('GET', `${path}/${id}?tenant_id=${tenant}`, { bearer });

const save = (board: { id: string; version: number }, change: object = {}) => {
  const { id } = board;
  const body = { tenant_id: 'one', version: board.version, ...contentOf(board), ...change };
  return server.call('PUT', `${path}/${id}`, { bearer: writer, body });
};

function contentOf(board: object) {
  const { name, description, scope, tiles } = board as Record<string, unknown>;
  return { name, description, scope, tiles };
}

async function share(board: string, of: object = {}) {
  const made = await server.call('POST', `${path}/${board}/shares`, {
    bearer: writer,
    body: { tenant_id: 'one', name: 'Bank', days: 2, ...of },
  });
  expect(made.status).toBe(201);
  return made.answer as { id: string; token: string; url: string };
}

const shared = (token: string, more = '') => server.call('GET', `/api/shared/${token}${more}`);

describe('dashboards', () => {
  it('are kept as they were made, seen by readers and changed by writers only', async () => {
    const board = await make();
    expect((await read(board.id)).answer).toMatchObject({ tiles: [tile()], version: 1 });
    const body = { tenant_id: 'one', name: 'Mine' };
    expect((await server.call('POST', path, { bearer: reader, body })).status).toBe(403);
    const removed = await server.call('DELETE', `${path}/${board.id}?tenant_id=one`, {
      bearer: reader,
    });
    expect(removed.status).toBe(403);
  });

  it('of one business are nowhere to be found by another', async () => {
    const board = await make();
    expect((await read(board.id, stranger, 'two')).answer.code).toBe('board_not_found');
    expect((await read(board.id, stranger, 'one')).status).toBe(404);
    const body = { tenant_id: 'two', version: 1, ...contentOf(board) };
    const stolen = await server.call('PUT', `${path}/${board.id}`, { bearer: stranger, body });
    expect(stolen.answer.code).toBe('board_not_found');
    for (const [method, where] of [
      ['POST', 'duplicate'],
      ['POST', 'restore'],
      ['POST', 'shares'],
    ] as const) {
      const more = { duplicate: { name: 'x' }, restore: { version: 1 }, shares: shareOfTwo }[where];
      const answer = await server.call(method, `${path}/${board.id}/${where}`, {
        bearer: stranger,
        body: { tenant_id: 'two', ...more },
      });
      expect([where, answer.answer.code]).toEqual([where, 'board_not_found']);
    }
    const note = { tenant_id: 'two', on: '2026-05-05', label: 'x', board_id: board.id };
    const noted = await server.call('POST', '/api/analytics/annotations', {
      bearer: stranger,
      body: note,
    });
    expect(noted.answer.code).toBe('board_not_found');
  });
  const shareOfTwo = { name: 'x', days: 1 };

  it('tell who saved meanwhile instead of losing a change', async () => {
    const board = await make();
    expect((await save(board, { name: 'First' })).answer).toMatchObject({ version: 2 });
    const late = await save(board, { name: 'Second' });
    expect([late.status, late.answer.code, late.answer.at]).toEqual([
      409,
      'board_changed',
      '/version',
    ]);
    expect(late.answer.detail).toContain('version 2');
    expect((await read(board.id)).answer.name).toBe('First');
  });

  it('of two saves at once keep one', async () => {
    const board = await make();
    const both = await Promise.all([save(board, { name: 'A' }), save(board, { name: 'B' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('come back as they were', async () => {
    const board = await make();
    await save(board, { name: 'Emptied', tiles: [] });
    const restored = await server.call('POST', `${path}/${board.id}/restore`, {
      bearer: writer,
      body: { tenant_id: 'one', version: 1 },
    });
    expect(restored.answer).toMatchObject({ ...contentOf(board), version: 3 });
    const { answer } = await server.call('GET', `${path}/${board.id}/versions?tenant_id=one`, {
      bearer: reader,
    });
    expect(answer.versions.map((one: { version: number }) => one.version)).toEqual([3, 2, 1]);
  });

  it.each([
    [
      'an operation that is none',
      { ask: { operation: 'analytics.nothing', input: {} } },
      '/ask/operation',
    ],
    [
      'an operation that writes',
      { ask: { operation: 'keys.create', input: {} } },
      '/ask/operation',
    ],
    ['itself', { ask: { operation: 'boards.list', input: {} } }, '/ask/operation'],
    [
      'another tenant',
      { ask: query({ tenant_id: 'two', metrics: ['revenue'] }) },
      '/ask/input/tenant_id',
    ],
    ['no metric', { ask: query({}) }, '/ask/input'],
    [
      'what the operation does not take',
      { ask: query({ metrics: ['revenue'], sql: '1' }) },
      '/ask/input/sql',
    ],
    ['beyond the grid', { x: 8, w: 6 }, '/w'],
    ['nothing although it draws', { ask: undefined }, '/ask'],
    ['something although it is a text', { view: { kind: 'text', markdown: '' } }, '/ask'],
  ])('refuse a tile that asks %s', async (_what, of, at) => {
    const { status, answer } = await server.call('POST', path, {
      bearer: writer,
      body: { tenant_id: 'one', name: 'Wrong', tiles: [tile({ id: 'a', y: 4 }), tile(of)] },
    });
    expect([status, answer.code, answer.at]).toEqual([400, 'invalid_tile', `/tiles/1${at}`]);
    expect(answer.remedy).not.toBe('');
  });

  it('refuse two tiles of one id, too many tiles, and too much of everything', async () => {
    const post = (tiles: object[]) =>
      server.call('POST', path, {
        bearer: writer,
        body: { tenant_id: 'one', name: 'Much', tiles },
      });
    expect((await post([tile(), tile()])).answer.at).toBe('/tiles/1/id');
    const many = Array.from({ length: 41 }, (_, index) => tile({ id: `t${index}` }));
    expect((await post(many)).status).toBe(400);
    const long = Array.from({ length: 40 }, (_, index) =>
      tile({
        id: `t${index}`,
        ask: undefined,
        view: { kind: 'text', markdown: 'x'.repeat(19_000) },
      }),
    );
    expect((await post(long)).answer.code).toBe('board_too_large');
  });

  it('are favourites of one person and not of others', async () => {
    const board = await make();
    const body = { tenant_id: 'one', favourite: true };
    await server.call('PUT', `${path}/${board.id}/favourite`, { bearer: reader, body });
    expect((await read(board.id)).answer.favourite).toBe(true);
    expect((await read(board.id, writer)).answer.favourite).toBe(false);
  });

  it('begin with templates whose every tile has an answer', async () => {
    const { answer } = await server.call(
      'GET',
      '/api/analytics/dashboard-templates?tenant_id=one&locale=de',
      { bearer: reader },
    );
    expect(answer.templates).toHaveLength(3);
    for (const { id, tiles } of answer.templates) {
      const board = await make({ template: id, tiles: undefined, scope: undefined });
      expect(board.tiles).toHaveLength(tiles);
      for (const { ask, more, follows } of board.tiles) {
        const asked = await server.call('POST', '/api/analytics/dashboard-tiles/ask', {
          bearer: reader,
          body: { tenant_id: 'one', tile: { ask, more, follows }, scope: board.scope },
        });
        expect(asked.answer.outcomes.filter((one: object) => 'problem' in one)).toEqual([]);
      }
    }
  });
});

describe('a tile', () => {
  const ask = (body: object) =>
    server.call('POST', '/api/analytics/dashboard-tiles/ask', {
      bearer: reader,
      body: { tenant_id: 'one', ...body },
    });

  it('is asked within the scope: its time, filters of both, a fitting grain, the comparison', async () => {
    const filter = (value: string) => ({
      dimension: 'channel',
      operator: 'equals',
      values: [value],
    });
    const { answer } = await ask({
      tile: {
        ask: query({ metrics: ['revenue'], grain: 'hour', filters: [filter('web')] }),
        more: [query({ metrics: ['revenue'], grain: 'hour' })],
        follows: { compare: true },
      },
      scope: { ...may, compare: 'previous_period', filters: [filter('app')] },
    });
    expect(answer.asked[0].input).toEqual({
      metrics: ['revenue'],
      ...may,
      grain: 'day',
      compare: 'previous_period',
      filters: [filter('web'), filter('app')],
    });
    expect(answer.asked[1].input.compare).toBeUndefined();
  });

  it('keeps what it does not follow', async () => {
    const own = { from: '2026-05-04', to: '2026-05-05' };
    const { answer } = await ask({
      tile: {
        ask: query({ metrics: ['revenue'], grain: 'week', time: own }),
        follows: { time: false, grain: false, filters: false },
      },
      scope: { ...may, filters: [{ dimension: 'channel', operator: 'equals', values: ['x'] }] },
    });
    expect(answer.asked[0].input).toEqual({ metrics: ['revenue'], grain: 'week', time: own });
  });

  it('tells its fault as a value, with what to do', async () => {
    const { status, answer } = await ask({
      tile: { ask: query({ metrics: ['nonsense'] }), more: [query({ metrics: ['orders'] })] },
      scope: may,
    });
    expect(status).toBe(200);
    expect(answer.outcomes[0].problem).toMatchObject({ code: 'unknown_metric', transient: false });
    expect(answer.outcomes[1].answer.rows).toEqual([{ orders: 4 }]);
  });
});

describe('a link', () => {
  it('shows a dashboard to anybody, without the questions behind it', async () => {
    const board = await make();
    const { token, url } = await share(board.id);
    expect(url).toContain(`/shared/${token}`);
    const { status, answer } = await shared(token);
    expect(status).toBe(200);
    expect(answer.tiles).toEqual([
      { id: 'revenue', title: 'Revenue', x: 0, y: 0, w: 6, h: 4, view: { kind: 'line' } },
    ]);
    const asked = await shared(token, '/tiles/revenue');
    expect(asked.answer.outcomes[0].answer.rows).toHaveLength(31);
    expect(JSON.stringify(asked.answer)).not.toContain('sql');
  });

  it('permits nothing else: no other tile, no period, no query, no drill', async () => {
    const board = await make();
    const { token } = await share(board.id);
    expect((await shared(token, '/tiles/other')).answer.code).toBe('tile_not_found');
    const other = await shared(token, '/tiles/revenue?timeframe=all_time');
    expect([other.status, other.answer.code]).toEqual([403, 'period_not_open']);
    expect((await shared(token, '/tiles/revenue?filters=x')).status).toBe(400);
    for (const bearer of [token, undefined]) {
      const asked = await server.call('POST', '/api/analytics/query', {
        bearer,
        body: { tenant_id: 'one', metrics: ['revenue'] },
      });
      expect(asked.status).toBe(401);
    }
  });

  it('lets visitors choose the period where it is left open', async () => {
    const board = await make();
    const { token } = await share(board.id, { open_period: true });
    const { answer } = await shared(token, '/tiles/revenue?from=2026-05-04&to=2026-05-11');
    expect(answer.outcomes[0].answer.rows).toHaveLength(7);
    expect((await shared(token, '/tiles/revenue?from=2026-05-04')).status).toBe(400);
  });

  it('ends the moment it is taken back, and with its dashboard', async () => {
    const board = await make();
    const [first, second] = [await share(board.id), await share(board.id)];
    const back = `${path}/${board.id}/shares/${first.id}?tenant_id=one`;
    expect((await server.call('DELETE', back, { bearer: writer })).status).toBe(204);
    expect((await shared(first.token)).status).toBe(404);
    expect((await shared(first.token, '/tiles/revenue')).status).toBe(404);
    expect((await shared(second.token)).status).toBe(200);
    await server.call('DELETE', `${path}/${board.id}?tenant_id=one`, { bearer: writer });
    expect((await shared(second.token)).status).toBe(404);
  });

  it.each(['x', '%00', "' or 1=1 --", '..%2f..', 'A'.repeat(43), 'A'.repeat(201)])(
    'is not guessed: %s',
    async (token) => {
      expect([400, 404]).toContain((await shared(token)).status);
    },
  );

  it('is kept in the audit trail when it is made, opened and taken back, without its secret', async () => {
    const board = await make();
    const { token, id } = await share(board.id);
    await shared(token);
    await server.call('DELETE', `${path}/${board.id}/shares/${id}?tenant_id=one`, {
      bearer: writer,
    });
    const entries = (await server.platform.audit.list(tenantId('one'))).filter(
      ({ target }) => target === board.id,
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'board.unshared',
      'board.opened_by_link',
      'board.shared',
      'board.created',
    ]);
    expect(JSON.stringify(entries)).not.toContain(token);
    const rows = await server.platform.database.execute('select token_hash from board_shares');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is nobody’s to make who may only read', async () => {
    const board = await make();
    const body = { tenant_id: 'one', name: 'x', days: 1 };
    const made = await server.call('POST', `${path}/${board.id}/shares`, { bearer: reader, body });
    expect(made.status).toBe(403);
  });
});

describe('an annotation', () => {
  it('is drawn where it was made for, and refused on days that are none', async () => {
    const [board, other] = [await make(), await make()];
    const add = (body: object) =>
      server.call('POST', '/api/analytics/annotations', {
        bearer: writer,
        body: { tenant_id: 'one', ...body },
      });
    expect((await add({ on: '2026-02-30', label: 'x' })).answer).toMatchObject({
      code: 'invalid_date',
      at: '/on',
    });
    await add({ on: '2026-05-05', label: 'Own', board_id: board.id });
    await add({ on: '2026-05-06', label: 'All' });
    const labels = async (id: string) => {
      const listed = await server.call(
        'GET',
        `/api/analytics/annotations?tenant_id=one&board_id=${id}`,
        { bearer: reader },
      );
      return listed.answer.annotations.map((one: { label: string }) => one.label);
    };
    expect(await labels(board.id)).toEqual(['Own', 'All']);
    expect(await labels(other.id)).toEqual(['All']);
    const { token } = await share(board.id);
    const { annotations } = (await shared(token)).answer;
    expect(annotations.map((one: { label: string }) => one.label)).toEqual(['Own']);
  });
});
