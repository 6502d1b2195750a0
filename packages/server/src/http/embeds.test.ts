import { tenantId } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';

const path = '/api/analytics/dashboards';
const time = { from: '2026-05-01', to: '2026-06-01' };
const web = { dimension: 'channel', operator: 'equals', values: ['web'] };
let server: TestServer;
let writer: string;
let reader: string;
let stranger: string;

/** Three orders by the web and one in a store, each of two things at 9.95. */
beforeAll(async () => {
  server = await startTestServer();
  const all = ['analytics:read', 'boards:write', 'boards:share'];
  writer = await server.key('one', ...all);
  reader = await server.key('one', 'analytics:read');
  stranger = await server.key('two', ...all);
  const sender = await server.key('one', 'events:write');
  const orders = ['web', 'web', 'web', 'store'].map((channel) => {
    const order = orderEvent();
    const promotion = channel === 'store' ? { promotion_id: 'store-week' } : {};
    return { ...order, data: { ...order.data, channel, ...promotion } };
  });
  const sent = await server.call('POST', '/api/events', { bearer: sender, body: orders });
  expect(sent.status).toBe(200);
});
afterAll(() => server.close());

const tile = (id: string, operation: string, input: object, more: object = {}) => ({
  ...{ id, title: id, x: 0, y: 0, w: 6, h: 4, view: { kind: 'number' } },
  ask: { operation, input },
  ...more,
});
const tiles = [
  tile('revenue', 'analytics.query', { metrics: ['revenue'] }),
  tile('unfiltered', 'analytics.query', { metrics: ['revenue'] }, { follows: { filters: false } }),
  tile('either', 'analytics.query', {
    metrics: ['revenue'],
    filters: [{ dimension: 'channel', operator: 'equals', values: ['web', 'store'] }],
  }),
  tile('kpis', 'kpis.list', {}),
  tile('cohorts', 'retention.run', { grain: 'month', measure: 'revenue' }),
  tile('customers', 'customers.list', {}),
  tile('funnel', 'funnels.run', { steps: [{ act: 'order.placed' }, { act: 'page.viewed' }] }),
  tile('why', 'analytics.explain', { metric: 'revenue' }),
  tile('paths', 'paths.run', {}),
];

async function make(scope: object = { time }) {
  const body = { tenant_id: 'one', name: 'Sales', scope, tiles };
  const made = await server.call('POST', path, { bearer: writer, body });
  expect(made.status).toBe(201);
  return made.answer.id as string;
}

const ask = (board: string, of: object = {}, bearer = writer, tenant = 'one') =>
  server.call('POST', `${path}/${board}/embeds`, {
    bearer,
    body: {
      ...{ tenant_id: tenant, name: 'Portal', days: 2, origins: ['https://portal.example.com'] },
      ...of,
    },
  });

async function embed(board: string, of: object = {}) {
  const made = await ask(board, of);
  expect(made.status).toBe(201);
  return made.answer as { id: string; token: string; url: string };
}

const framed = (token: string, more = '') => server.call('GET', `/api/embedded/${token}${more}`);
const revenueOf = async (token: string, id: string) =>
  (await framed(token, `/tiles/${id}`)).answer.outcomes[0];

describe('an embedding', () => {
  it('shows its dashboard’s tiles without the questions behind them', async () => {
    const { token, url } = await embed(await make());
    expect(url).toMatch(new RegExp(`/embed/${token}$`));
    const { status, answer } = await framed(token);
    expect([status, answer.name, answer.open_period]).toEqual([200, 'Sales', false]);
    expect(JSON.stringify(answer)).not.toContain('analytics.query');
    // four orders of 2 × 9.95
    expect((await revenueOf(token, 'revenue')).answer.rows).toEqual([{ revenue: 79.6 }]);
  });

  it('is limited by its filters, whatever a tile or its dashboard says', async () => {
    const store = { dimension: 'channel', operator: 'equals', values: ['store'] };
    const { token } = await embed(await make(), { filters: [web] });
    for (const id of ['revenue', 'unfiltered', 'either']) {
      const { answer } = await revenueOf(token, id);
      // three orders of 2 × 9.95
      expect([id, answer.rows]).toEqual([id, [{ revenue: 59.7 }]]);
    }
    const both = await embed(await make({ time, filters: [store] }), { filters: [web] });
    const [row] = (await revenueOf(both.token, 'revenue')).answer.rows;
    expect(row?.revenue ?? 0).toBe(0);
  });

  it('is not widened by who looks at it', async () => {
    const { token } = await embed(await make(), { filters: [web] });
    for (const more of ['filters=x', 'filters=[]', 'scope={}', 'follows=x', 'tenant_id=two']) {
      expect([more, (await framed(token, `/tiles/revenue?${more}`)).status]).toEqual([more, 400]);
    }
    const other = await framed(token, '/tiles/revenue?timeframe=all_time');
    expect([other.status, other.answer.code]).toEqual([403, 'period_not_open']);
  });

  it('with filters does not show what cannot be limited to them', async () => {
    const board = await make();
    const [all, some] = [await embed(board), await embed(board, { filters: [web] })];
    for (const id of ['kpis', 'paths', 'cohorts', 'customers', 'funnel']) {
      expect([id, await revenueOf(all.token, id)]).toEqual([id, { answer: expect.anything() }]);
      expect((await revenueOf(some.token, id)).problem.code).toBe('not_filterable');
    }
  });

  it('with filters on people shows all that those people did', async () => {
    const germans = { dimension: 'customer.country', operator: 'equals', values: ['DE'] };
    const { token } = await embed(await make(), { filters: [germans] });
    for (const id of ['cohorts', 'customers']) {
      expect([id, await revenueOf(token, id)]).toEqual([id, { answer: expect.anything() }]);
    }
  });

  it('with filters does not tell what happened elsewhere in the business', async () => {
    const board = await make();
    const [all, some] = [await embed(board), await embed(board, { filters: [web] })];
    const started = { kind: 'promotion_started', name: 'store-week' };
    const whole = (await revenueOf(all.token, 'why')).answer;
    expect(whole.context).toContainEqual(expect.objectContaining(started));
    const part = (await revenueOf(some.token, 'why')).answer;
    expect([part.total.current, part.context]).toEqual([59.7, []]);
  });

  it('is refused by its token when that was changed', async () => {
    const { token } = await embed(await make());
    const swap = (at: number) =>
      token.slice(0, at) + (token[at] === 'x' ? 'y' : 'x') + token.slice(at + 1);
    for (const changed of [swap(0), swap(42), swap(43), swap(token.length - 2), `${token}A`]) {
      const { status, answer } = await framed(changed);
      expect([status, answer.code]).toEqual([404, 'embed_over']);
      expect((await framed(changed, '/tiles/revenue')).status).toBe(404);
    }
  });

  it('ends by itself', async () => {
    const { token, id } = await embed(await make());
    expect((await framed(token)).status).toBe(200);
    await server.platform.database.execute(
      `update board_embeds set expires_at = now() - interval '1 second' where id = $1`,
      [id],
    );
    expect((await framed(token)).answer.code).toBe('embed_over');
    expect((await framed(token, '/tiles/revenue')).answer.code).toBe('embed_over');
  });

  it('ends the moment it is taken back, and with its dashboard', async () => {
    const board = await make();
    const [first, second] = [await embed(board), await embed(board)];
    const back = `${path}/${board}/embeds/${first.id}?tenant_id=one`;
    expect((await server.call('DELETE', back, { bearer: writer })).status).toBe(204);
    expect((await framed(first.token)).answer.code).toBe('embed_over');
    expect((await framed(second.token)).status).toBe(200);
    await server.call('DELETE', `${path}/${board}?tenant_id=one`, { bearer: writer });
    expect((await framed(second.token)).answer.code).toBe('embed_over');
  });

  it('is nobody’s of another business, nor of who may only read', async () => {
    const board = await make();
    const { id, token } = await embed(board);
    expect((await ask(board, {}, stranger, 'two')).status).toBe(404);
    expect((await ask(board, {}, stranger, 'one')).status).toBe(404);
    expect((await ask(board, {}, reader)).status).toBe(403);
    const list = (tenant: string, bearer: string) =>
      server.call('GET', `${path}/${board}/embeds?tenant_id=${tenant}`, { bearer });
    expect((await list('two', stranger)).status).toBe(404);
    expect((await list('one', writer)).answer.embeds).toHaveLength(1);
    const back = `${path}/${board}/embeds/${id}?tenant_id=two`;
    expect((await server.call('DELETE', back, { bearer: stranger })).status).toBe(404);
    expect((await framed(token)).status).toBe(200);
    const query = { tenant_id: 'one', metrics: ['revenue'] };
    const asked = await server.call('POST', '/api/analytics/query', { bearer: token, body: query });
    expect(asked.status).toBe(401);
  });

  it('names sites that are sites, and dimensions that there are', async () => {
    const board = await make();
    const bad = ['*', 'https://*', "'self'", 'http://example.com', 'https://a.com; script-src *'];
    for (const origin of [...bad, 'https://a.com/path', 'javascript:x', 'https://A b']) {
      expect([origin, (await ask(board, { origins: [origin] })).status]).toEqual([origin, 400]);
    }
    expect((await ask(board, { origins: [] })).status).toBe(400);
    const good = ['https://*.example.com', 'https://a-b.example.com:8443', 'http://localhost:3000'];
    expect((await ask(board, { origins: good })).status).toBe(201);
    const filters = [{ dimension: 'nothing', operator: 'equals', values: ['x'] }];
    const { status, answer } = await ask(board, { filters });
    expect([status, answer.code, answer.at]).toEqual([
      400,
      'unknown_dimension',
      '/filters/0/dimension',
    ]);
  });

  it('is kept in the audit trail, without its token', async () => {
    const board = await make();
    const { token, id } = await embed(board);
    await framed(token);
    const back = `${path}/${board}/embeds/${id}?tenant_id=one`;
    await server.call('DELETE', back, { bearer: writer });
    const entries = (await server.platform.audit.list(tenantId('one'))).filter(
      ({ target }) => target === board,
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'board.unembedded',
      'board.opened_in_frame',
      'board.embedded',
      'board.created',
    ]);
    expect(JSON.stringify(entries)).not.toContain(token);
  });
});

describe('frames', () => {
  const headersOf = async (at: string) => {
    const response = await fetch(server.url + at, { headers: { accept: 'text/html' } });
    await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    const [, ancestors] = /frame-ancestors ([^;]*)/.exec(policy) ?? [];
    return { ancestors, options: response.headers.get('x-frame-options'), policy };
  };

  it('are for the sites of an embedding alone, and for its page alone', async () => {
    const origins = ['https://portal.example.com', 'https://*.partner.example'];
    const { token } = await embed(await make(), { origins });
    const page = await headersOf(`/embed/${token}?theme=dark`);
    expect(page.ancestors).toBe('https://portal.example.com https://*.partner.example');
    expect(page.options).toBeNull();
    expect(page.policy).toContain("script-src 'self'");
    for (const other of [
      '/',
      '/dashboards',
      `/shared/${token}`,
      `/embed/${token}/more`,
      `/embed/x${token.slice(1)}`,
      `/api/embedded/${token}`,
    ]) {
      const { ancestors, options } = await headersOf(other);
      expect([other, ancestors, options]).toEqual([other, "'none'", 'SAMEORIGIN']);
    }
  });

  it('are over when the embedding is', async () => {
    const board = await make();
    const { token, id } = await embed(board);
    expect((await headersOf(`/embed/${token}`)).ancestors).toBe('https://portal.example.com');
    const back = `${path}/${board}/embeds/${id}?tenant_id=one`;
    await server.call('DELETE', back, { bearer: writer });
    expect((await headersOf(`/embed/${token}`)).ancestors).toBe("'none'");
  });
});
