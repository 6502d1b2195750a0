import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await startTestServer();
  key = await server.key('one', 'imports:read', 'imports:write', 'analytics:read');
});
afterAll(() => server.close());

type Answer = Record<string, unknown>;

async function call(method: string, path: string, body?: object | string, by = key) {
  const response = await fetch(`${server.url}/api/tenants/one${path}`, {
    method,
    headers: {
      authorization: `Bearer ${by}`,
      'content-type': typeof body === 'string' ? 'application/octet-stream' : 'application/json',
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, text, body: (isJson ? JSON.parse(text) : {}) as Answer };
}

const waitFor = (id: unknown, state: string) =>
  vi.waitFor(
    async () => expect((await call('GET', `/imports/${id}`)).body).toMatchObject({ state }),
    { timeout: 120_000, interval: 200 },
  );

async function revenue(): Promise<unknown> {
  const response = await fetch(`${server.url}/api/analytics/query`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      tenant_id: 'one',
      metrics: ['revenue', 'new_customers'],
      time: { timeframe: 'all_time' },
    }),
  });
  return ((await response.json()) as { rows: unknown }).rows;
}

const orders = [
  'Order No;Date;SKU;Qty;Unit Price;Email',
  '1;2026-05-01 10:00;A;2;9,95;anna@example.com',
  '1;2026-05-01 10:00;B;1;50,00;anna@example.com',
  '2;2026-05-02 10:00;A;lots;9,95;ben@example.com',
].join('\n');

describe('files over HTTP', () => {
  it('an upload without a body holds nothing', async () => {
    const { status, body } = await fetch(`${server.url}/api/tenants/one/uploads?name=none`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
    }).then(async (answer) => ({ status: answer.status, body: (await answer.json()) as Answer }));
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'empty_file' } });
  });

  it('a file is uploaded, recognised, previewed, imported and undone', async () => {
    const before = await revenue();
    const upload = await call('POST', '/uploads?name=orders.csv', orders);
    expect(upload).toMatchObject({
      status: 201,
      body: { name: 'orders.csv', bytes: orders.length },
    });
    const proposal = await call('POST', `/uploads/${upload.body.id}/recognise`, {});
    expect(proposal).toMatchObject({ status: 200, body: { kind: 'orders_by_line', missing: [] } });
    const request = { uploads: [upload.body.id], mapping: proposal.body.mapping };
    const preview = await call('POST', '/imports/preview', request);
    expect(preview).toMatchObject({
      status: 200,
      body: {
        rows: 3,
        rejected: [{ lines: [4], example: 'lots' }],
        totals: { orders: 1, customers: 1, revenue: [{ month: '2026-05', revenue: '69.9' }] },
      },
    });
    expect(await revenue()).toEqual(before);

    const started = await call('POST', '/imports', request);
    expect(started).toMatchObject({ status: 202, body: { state: 'waiting' } });
    const { id } = started.body;
    await waitFor(id, 'done');
    const done = await call('GET', `/imports/${id}`);
    expect(done.body).toMatchObject({
      counts: { rows: 3, stored: 1, rejected_rows: 1, progress: 1 },
    });
    expect(JSON.stringify(await revenue())).toContain('69.9');
    const rejected = await call('GET', `/imports/${id}/rejected`);
    expect(rejected.text).toMatch(/^file,line,rejected_because,.*\r\norders.csv,4,.*lots/);
    const german = await call('GET', `/imports/${id}/rejected?locale=de-AT`);
    expect(german.text).toMatch(/^datei,zeile,abgelehnt_weil,.*\r\norders.csv,4,„Qty“: der Wert/);

    expect(await call('POST', `/imports/${id}/undo`, {})).toMatchObject({
      status: 202,
      body: { state: 'undoing' },
    });
    await waitFor(id, 'undone');
    expect(await revenue()).toEqual(before);
    expect(await call('POST', `/imports/${id}/undo`, {})).toMatchObject({
      status: 409,
      body: { code: 'import_undone' },
    });
  });

  it('is for those who may', async () => {
    const reader = await server.key('one', 'imports:read');
    expect((await call('POST', '/uploads?name=a.csv', 'a', reader)).status).toBe(403);
    expect((await call('GET', '/imports', undefined, reader)).status).toBe(200);
    const other = await server.key('two', 'imports:read', 'imports:write');
    expect((await call('GET', '/imports', undefined, other)).status).toBe(404);
  });

  it('says what is wrong with a file, and keeps where it lies to itself', async () => {
    expect(await call('POST', '/uploads?name=none.csv', '')).toMatchObject({
      status: 400,
      body: { code: 'empty_file', at: 'none.csv' },
    });
    const upload = await call('POST', '/uploads?name=cut.parquet', 'PAR1 and nothing more');
    const refused = await call('POST', `/uploads/${upload.body.id}/recognise`, {});
    expect(refused).toMatchObject({ status: 400, body: { code: 'unreadable_file' } });
    expect(refused.text).not.toContain(server.folder);
  });

  it('refuses a role for a column that is not there', async () => {
    const upload = await call('POST', '/uploads?name=orders.csv', orders);
    const roles = { order_id: 'Nope' };
    expect(await call('POST', `/uploads/${upload.body.id}/recognise`, { roles })).toMatchObject({
      status: 400,
      body: {
        code: 'unknown_column',
        at: '/roles/order_id',
        remedy: 'It has: Order No, Date, SKU, Qty, Unit Price, Email.',
      },
    });
  });

  it('says what is wrong with a mapping before anything begins', async () => {
    const upload = await call('POST', '/uploads?name=orders.csv', orders);
    const request = { uploads: [upload.body.id], mapping: { source: 'x', events: [] } };
    expect(await call('POST', '/imports', request)).toMatchObject({
      status: 400,
      body: {
        code: 'invalid_mapping',
        at: '/mapping/events',
        detail: expect.stringContaining('The mapping cannot be used: '),
      },
    });
  });
});
