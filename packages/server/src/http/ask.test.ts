import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let reader: string;

interface Told {
  readonly outcome: { readonly kind: string; readonly interpretation?: string };
  readonly frame: { readonly metrics: string[]; readonly filters: unknown[] } | null;
  readonly data: { readonly tables: { readonly rows: Record<string, unknown>[] }[] } | null;
  readonly chips: { readonly kind: string; readonly without?: unknown }[];
  readonly conversation_id: string;
  readonly code?: string;
  readonly at?: string;
}

beforeAll(async () => {
  server = await startTestServer();
  reader = await server.key('one', 'analytics:read', 'metrics:write');
  await sendOrder('2026-05-05T10:00:00Z');
});
afterAll(() => server.close());

async function sendOrder(time: string): Promise<void> {
  const events = await fetch(`${server.url}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await server.key('one', 'events:write')}` },
    body: JSON.stringify(orderEvent({ time })),
  });
  expect(events.status).toBeLessThan(300);
}

const call = (path: string, body?: unknown, key = reader) =>
  fetch(`${server.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function ask(question: string, more: object = {}, key = reader): Promise<Told> {
  const response = await call(
    '/api/analytics/nlp/query',
    { question, tenant_id: 'one', ...more },
    key,
  );
  return (await response.json()) as Told;
}

describe('questions over HTTP', () => {
  it('are answered, followed up on, and kept for whoever asked', async () => {
    const first = await ask('revenue in May 2026');
    expect(first.outcome).toMatchObject({ kind: 'answer' });
    expect(first.outcome).not.toHaveProperty('history');
    expect(first.data?.tables[0]?.rows).toEqual([{ revenue: 19.9 }]);
    const { conversation_id } = first;
    const second = await ask('orders instead', { conversation_id });
    expect(second.frame?.metrics).toEqual(['orders']);
    expect(second.data?.tables[0]?.rows).toEqual([{ orders: 1 }]);
    const own = await call('/api/tenants/one/conversations');
    const { conversations } = (await own.json()) as {
      conversations: { id: string; questions: { question: string }[] }[];
    };
    expect(conversations[0]?.id).toBe(conversation_id);
    expect(conversations[0]?.questions.map(({ question }) => question)).toEqual([
      'orders instead',
      'revenue in May 2026',
    ]);
    const stranger = await server.key('one', 'analytics:read');
    const others = await call('/api/tenants/one/conversations', undefined, stranger);
    expect(await others.json()).toEqual({ conversations: [] });
    expect(await ask('by day', { conversation_id }, stranger)).toMatchObject({
      code: 'conversation_not_found',
    });
  });

  it('take a frame that was proposed, and nothing that is none', async () => {
    const { frame, conversation_id } = await ask('revenue in May 2026');
    const again = await ask('revenue in May 2026', {
      conversation_id,
      frame: { ...frame, metrics: ['units'] },
    });
    expect(again.data?.tables[0]?.rows).toEqual([{ units: 2 }]);
    expect(await ask('x', { frame: { ...frame, metrics: 'units' } })).toMatchObject({
      code: 'invalid_request',
    });
    expect(await ask('x', { frame: { ...frame, metrics: ['nothing'] } })).toMatchObject({
      code: 'invalid_frame',
    });
  });

  it('have a length', async () => {
    expect(await ask('why '.repeat(600))).toMatchObject({ code: 'question_too_long' });
    expect(await ask('')).toMatchObject({ outcome: { kind: 'decline' } });
    expect(await ask('why '.repeat(400))).toMatchObject({ outcome: { kind: 'decline' } });
  });

  it('that were not answered are counted together, without personal data', async () => {
    await ask('the weather in Paris?');
    await ask('The weather in Paris');
    await ask('what did jane.doe@example.com say');
    const response = await call('/api/tenants/one/unanswered-questions');
    const { questions } = (await response.json()) as {
      questions: { question: string; count: number }[];
    };
    expect(questions).toContainEqual(
      expect.objectContaining({ question: 'The weather in Paris', count: 2 }),
    );
    expect(JSON.stringify(questions)).not.toContain('jane.doe');
  });

  it('are completed while they are typed', async () => {
    const typed = await call('/api/analytics/nlp/suggestions?tenant_id=one&typed=reve');
    expect(await typed.json()).toMatchObject({
      completions: [{ text: expect.stringMatching(/^Revenue/), from: 0 }],
    });
    const empty = await call('/api/analytics/nlp/suggestions?tenant_id=one');
    const { examples } = (await empty.json()) as { examples: string[] };
    expect(examples.length).toBeGreaterThan(2);
  });

  it('can be asked in words that the tenant taught', async () => {
    expect((await ask('moolah in May 2026')).outcome.kind).toBe('decline');
    const kept = await call('/api/tenants/one/synonyms', {
      kind: 'metric',
      name: 'revenue',
      language: 'en',
      phrase: 'moolah',
    });
    expect(kept.status).toBe(204);
    expect((await ask('moolah in May 2026')).frame?.metrics).toEqual(['revenue']);
  });

  it('about the future have no interval where one finished day is all that is known', async () => {
    await sendOrder('2026-05-06T10:00:00Z');
    const { data } = await ask('forecast revenue for the next 7 days');
    const ahead = data?.tables[0]?.rows.filter(({ forecast }) => forecast !== null) ?? [];
    expect(ahead).toHaveLength(8);
    for (const row of ahead) expect(row).toMatchObject({ forecast: 19.9, low: null, high: null });
  });
});
