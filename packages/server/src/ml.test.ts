import { createRandom } from '@olympus/core';
import jobsRoom from '@olympus/jobs/room';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from './testing/test-server.js';

const dayMs = 86_400_000;
const buyers = 560;
let server: TestServer;
let key: string;

const idOf = (place: number) => `buyer-${place}`;

/** Orders of customers with a rhythm of their own, some of whom leave for good. */
function ordersOfBuyers() {
  const random = createRandom(3);
  const now = Date.now();
  const events: object[] = [];
  for (let place = 0; place < buyers; place++) {
    const gap = 8 + 50 * random.next() ** 2;
    const leaves = 0.04 + 0.2 * random.next();
    let at = now - 320 * dayMs + 150 * dayMs * random.next();
    while (at < now - dayMs) {
      const known = orderEvent();
      events.push({
        ...known,
        time: new Date(at).toISOString(),
        data: { ...known.data, order_id: `${place}-${Math.floor(at)}`, customer_id: idOf(place) },
      });
      if (random.next() < leaves) break;
      at += dayMs * gap * (0.6 + 0.8 * random.next());
    }
  }
  return events;
}

async function finished(job: number): Promise<void> {
  const jobs = server.olympus.service(jobsRoom);
  await vi.waitFor(
    async () => {
      const { state, error } = await jobs.get('all', job);
      expect({ state, error }).toEqual({ state: 'succeeded', error: null });
    },
    { timeout: 240_000, interval: 200 },
  );
}

const ask = (method: string, path: string, body?: object) => {
  const tenant = path.includes('?') ? '&tenant_id=one' : '?tenant_id=one';
  return server.call(method, method === 'GET' ? `${path}${tenant}` : path, {
    bearer: key,
    ...(body === undefined ? {} : { body: { tenant_id: 'one', ...body } }),
  });
};

beforeAll(async () => {
  server = await startTestServer();
  key = await server.key('one', 'ml:read', 'ml:write', 'analytics:read', 'events:write');
}, 300_000);
afterAll(() => server.close());

describe('models of customers', () => {
  it('say what is missing where there is little data', async () => {
    await server.call('POST', '/api/events', { bearer: key, body: [orderEvent()] });
    const { answer } = await ask('GET', '/api/ml/models');
    expect(answer.models).toEqual([]);
    expect(answer.readiness).toMatchObject({ ready: false, buyers_needed: 500, days_needed: 240 });
    const refused = await ask('POST', '/api/ml/train', {});
    expect(refused.status).toBe(409);
    expect(refused.answer).toMatchObject({ code: 'too_little_data' });
    expect(refused.answer.detail).toMatch(/buyers, 500 needed/);
    const none = await ask('POST', '/api/ml/predictions', { customer_ids: [idOf(1)] });
    expect(none.answer).toMatchObject({ models: [], predictions: [{ known: false }] });
  });

  it('are trained, run, foretell and can be asked about everywhere', async () => {
    const events = ordersOfBuyers();
    for (let from = 0; from < events.length; from += 1_000) {
      const body = events.slice(from, from + 1_000);
      const { status } = await server.call('POST', '/api/events', { bearer: key, body });
      expect(status).toBe(200);
    }
    const { status, answer: begun } = await ask('POST', '/api/ml/train', {});
    expect(status).toBe(202);
    await finished(begun.job_id);
    const { answer } = await ask('GET', '/api/ml/models');
    const churn = answer.models.find(({ kind }: { kind: string }) => kind === 'churn');
    expect(churn).toMatchObject({ version: 1, state: 'running', data: { customers: buyers } });
    expect(churn.judgement.model.auc.value).toBeGreaterThan(churn.judgement.baseline.auc.value);

    const ids = Array.from({ length: 30 }, (_, place) => idOf(place));
    const foretold = await ask('POST', '/api/ml/predictions', { customer_ids: [...ids, 'nobody'] });
    expect(foretold.answer.predictions).toHaveLength(31);
    expect(foretold.answer.predictions[30]).toMatchObject({ known: false, churn_risk: null });
    const [first] = (await ask('POST', '/api/ml/predictions', { customer_ids: [idOf(0)] })).answer
      .predictions;
    const sum = first.factors.reduce(
      (total: number, factor: { contribution: number }) => total + factor.contribution,
      first.base,
    );
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(first.churn_risk, 9);
    expect(first.churn_risk).toBe(foretold.answer.predictions[0].churn_risk);

    const bands = await server.call('POST', '/api/analytics/query', {
      bearer: key,
      body: { tenant_id: 'one', metrics: ['customers'], dimensions: ['customer.churn_risk'] },
    });
    expect(bands.status).toBe(200);
    const listed = await ask('GET', '/api/ml/at-risk?bands=high&limit=200');
    const high = bands.answer.rows.find(
      (row: Record<string, unknown>) => row['customer.churn_risk'] === 'high',
    );
    expect(listed.answer.total).toBe(high?.customers ?? 0);
    const worth = listed.answer.customers.map(
      (one: { value_at_risk: number }) => one.value_at_risk,
    );
    expect(worth).toEqual([...worth].sort((a: number, b: number) => b - a));
  }, 300_000);

  it('are promoted and rolled back by hand, with a reason', async () => {
    const again = await ask('POST', '/api/ml/train', {});
    await finished(again.answer.job_id);
    const promoted = await ask('POST', '/api/ml/models/churn/2/promote', { reason: 'A trial' });
    expect(promoted.answer).toMatchObject({ version: 2, state: 'running', reason: 'A trial' });
    const back = await ask('POST', '/api/ml/models/churn/rollback', { reason: 'It was worse' });
    expect(back.answer).toMatchObject({ version: 1, state: 'running', reason: 'It was worse' });
    const { answer } = await ask('GET', '/api/ml/models/churn/2');
    expect(answer.state).toBe('retired');
    // the same data gave the same model
    expect(answer.judgement.model).toEqual(back.answer.judgement.model);
    expect(answer.data.fingerprint).toBe(back.answer.data.fingerprint);
    const missing = await ask('POST', '/api/ml/models/churn/9/promote', { reason: 'A trial' });
    expect(missing.answer).toMatchObject({ code: 'model_not_found' });
  }, 300_000);

  it('are nobody else’s', async () => {
    const other = await server.key('two', 'ml:read');
    const { answer } = await server.call('GET', '/api/ml/models?tenant_id=two', { bearer: other });
    expect(answer.models).toEqual([]);
    const { status } = await server.call('GET', '/api/ml/models?tenant_id=one', { bearer: other });
    expect(status).toBe(404);
  });

  it('know nothing any more of who was erased', async () => {
    const who = idOf(0);
    const before = await ask('POST', '/api/ml/predictions', { customer_ids: [who] });
    const { known, customer_key: pseudonym } = before.answer.predictions[0];
    expect(known).toBe(true);
    const erased = await server.call('POST', `/api/tenants/one/people/${who}/erasure`, {
      bearer: server.adminToken,
    });
    expect(erased.status).toBe(202);
    await finished(erased.answer.job);
    const after = await ask('POST', '/api/ml/predictions', {
      customer_ids: [who],
      customer_keys: [pseudonym],
    });
    expect(after.answer.predictions.map((one: { known: boolean }) => one.known)).toEqual([
      false,
      false,
    ]);
    const { answer } = await ask('GET', '/api/ml/models');
    // one order of the first test names another customer
    expect(answer.readiness.buyers).toBe(buyers - 1);
    const csv = await fetch(`${server.url}/api/ml/at-risk/export?tenant_id=one`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const text = await csv.text();
    expect(text).not.toContain(pseudonym);
    expect(text).not.toMatch(/^e_/m);
    expect(text.trim().split('\r\n')).toHaveLength(buyers);
  }, 300_000);
});
