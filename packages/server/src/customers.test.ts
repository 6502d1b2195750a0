import { parseTenantId } from '@olympus/core';
import ingestRoom from '@olympus/ingest/room';
import jobsRoom from '@olympus/jobs/room';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from './testing/test-server.js';

const anna = 'anna@example.com';
let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startTestServer();
  const order = orderEvent();
  const created = {
    ...orderEvent(),
    type: 'customer.created',
    data: { customer_id: anna, name: 'Anna Example', email: anna, city: 'Graz' },
  };
  const events = [
    created,
    { ...order, data: { ...order.data, customer_id: anna } },
    orderEvent({ data: { ...orderEvent().data, order_id: 'O-ben', customer_id: 'ben' } }),
  ];
  const response = await fetch(`${server.url}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.adminToken}`, 'olympus-tenant': 'one' },
    body: JSON.stringify(events),
  });
  expect(response.status).toBe(200);
  const tenant = parseTenantId('one');
  if (tenant === undefined) throw new Error('"one" is a tenant');
  key = await server.olympus.service(ingestRoom).customerKey(tenant, anna);
}, 120_000);
afterAll(() => server.close());

const path = (what = '') => `/api/analytics/customers/by-key/${key}${what}?tenant_id=one`;
const audit = async (action: string) => {
  const answer = await server.call('GET', '/api/tenants/one/audit', { bearer: server.adminToken });
  const entries: readonly { readonly action: string }[] = answer.answer.entries;
  return entries.filter((entry) => entry.action === action);
};

async function exported(bearer: string, more: object) {
  const response = await fetch(`${server.url}/api/analytics/customers/export`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tenant_id: 'one', ...more }),
  });
  return { status: response.status, text: await response.text() };
}

describe('what is personal of customers', () => {
  it('is found by the id that the business knows, and by no name', async () => {
    const bearer = await server.key('one', 'analytics:read');
    const find = async (search: string) => {
      const body = { tenant_id: 'one', search };
      const { answer } = await server.call('POST', '/api/analytics/customers', { bearer, body });
      return answer.rows.map((row: { customer_key: string }) => row.customer_key);
    };
    expect(await find(anna)).toEqual([key]);
    expect(await find(key)).toEqual([key]);
    expect(await find('graz')).toEqual([key]);
    expect(await find('Anna')).toEqual([]);
  });

  it('is in nothing that analysts can ask', async () => {
    const bearer = await server.key('one', 'analytics:read');
    for (const what of ['', '/timeline']) {
      const { status, answer } = await server.call('GET', path(what), { bearer });
      expect(status).toBe(200);
      expect(JSON.stringify(answer)).not.toMatch(/anna/i);
    }
    expect((await server.call('GET', path('/personal'), { bearer })).status).toBe(403);
    const file = await exported(bearer, {});
    expect(file.status).toBe(200);
    expect(file.text).toContain(key);
    expect(file.text).not.toMatch(/anna/i);
    const refused = await exported(bearer, { personal: true });
    expect(refused).toMatchObject({ status: 403 });
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'personal_not_allowed' });
  });

  it('is shown to those who may see it, and the audit trail keeps each look', async () => {
    const bearer = await server.key('one', 'analytics:read', 'people:read_personal');
    const { answer } = await server.call('GET', path('/personal'), { bearer });
    expect(answer).toMatchObject({
      state: 'known',
      fields: { customer_id: anna, name: 'Anna Example', email: anna },
    });
    const file = await exported(bearer, { personal: true, columns: ['customer_key'] });
    expect(file.text).toContain(`${key},${anna},Anna Example,${anna},`);

    const looks = await audit('customer.personal_read');
    expect(looks).toMatchObject([{ target: key }]);
    expect(await audit('customers.exported')).toMatchObject([
      { detail: { customers: 2, personal: true } },
      { detail: { customers: 2, personal: false } },
    ]);
    const all = await server.call('GET', '/api/tenants/one/audit', { bearer: server.adminToken });
    expect(JSON.stringify(all.answer)).not.toMatch(/Anna|example\.com/);
  });

  it('is gone after an erasure, which the profile says', async () => {
    const bearer = server.adminToken;
    const erasure = await server.call(
      'POST',
      `/api/tenants/one/people/${encodeURIComponent(anna)}/erasure`,
      { bearer },
    );
    const jobs = server.olympus.service(jobsRoom);
    await vi.waitFor(
      async () => expect((await jobs.get('all', erasure.answer.job)).state).toBe('succeeded'),
      { timeout: 120_000, interval: 200 },
    );
    expect(await server.call('GET', path(), { bearer })).toMatchObject({
      status: 404,
      answer: { code: 'customer_erased' },
    });
    expect(await server.call('GET', path('/personal'), { bearer })).toMatchObject({
      answer: { state: 'erased', fields: {} },
    });
    const { answer } = await server.call('POST', '/api/analytics/customers', {
      bearer,
      body: { tenant_id: 'one' },
    });
    const keys: readonly string[] = answer.rows.map(
      (row: { customer_key: string }) => row.customer_key,
    );
    expect(keys).toHaveLength(2);
    const replacement = keys.find((one) => one.startsWith('e_'));
    const profile = await server.call(
      'GET',
      `/api/analytics/customers/by-key/${replacement}?tenant_id=one`,
      { bearer },
    );
    expect(profile.answer).toMatchObject({ erased: true, totals: { orders: 1 } });
  }, 240_000);
});
