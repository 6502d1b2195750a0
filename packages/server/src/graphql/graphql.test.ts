import { createHash } from 'node:crypto';
import { sessionCookie } from '@olympus/platform';
import { printSchema } from 'graphql';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contracts } from '../contracts.generated.js';
import { csrfHeader } from '../http/authentication.js';
import { orderEvent, startTestServer, type TestServer } from '../testing/test-server.js';
import { fieldName } from './names.js';
import { createSchema, rootOf } from './schema.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Fault {
  readonly message: string;
  readonly path?: readonly string[];
  readonly extensions: {
    readonly code: string;
    readonly problem: { readonly code: string; readonly status: number; readonly at?: string };
  };
}
interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly Fault[];
}

async function ask(
  token: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const operations = contracts.flatMap(({ operations }) => operations);
const offered = operations.filter(
  ({ surfaces, answer, upload }) =>
    (surfaces?.includes('graphql') ?? true) && answer.kind !== 'redirect' && upload === undefined,
);

describe('the schema', () => {
  it('reaches every operation that is offered, with its description', async () => {
    const { data } = await ask(server.adminToken, {
      query: `{ __schema {
        queryType { fields { name description } }
        mutationType { fields { name } }
        subscriptionType { fields { name } } } }`,
    });
    const roots = (data as { __schema: Record<string, { fields: { name: string }[] }> }).__schema;
    for (const operation of offered) {
      const fields = roots[`${rootOf(operation).toLowerCase()}Type`]?.fields ?? [];
      expect(fields.map(({ name }) => name)).toContain(fieldName(operation));
    }
    expect(roots.queryType?.fields).toContainEqual({
      name: 'keysList',
      description: 'List API keys, newest first\n\nPermission: `keys:admin`.',
    });
  });

  it('is the same each time it is made, and names what has a title', () => {
    const make = () =>
      printSchema(
        createSchema({
          offered: () =>
            offered.map((operation) => ({ operation, handler: () => undefined as never })),
          run: async () => undefined,
          follow: () => Promise.reject(new Error('nothing to follow')),
        }),
      );
    const text = make();
    expect(make()).toBe(text);
    expect(text).toContain('type ApiKey {');
    expect(text).toContain('"""Something that was done, and by whom"""\ntype AuditEntry {');
    expect(text).toContain(
      'union AskAnswerOutcome = QuestionAnswered | QuestionUnclear | QuestionDeclined',
    );
    expect(text).toContain('enum ApiKeyStatus {');
  });
});

describe('queries and mutations', () => {
  it('changes something and reads it back, with variables', async () => {
    const key = await server.key('one', 'keys:admin', 'events:write');
    const made = await ask(key, {
      query: `mutation Make($tenant: String!, $scopes: [String!]!) {
        keysCreate(tenant_id: $tenant, name: "By GraphQL", scopes: $scopes, expires_at: null) { id secret }
      }`,
      variables: { tenant: 'one', scopes: ['events:write'] },
    });
    expect(made).toMatchObject({ status: 200, data: { keysCreate: { id: expect.any(String) } } });
    const { id = '' } = (made.data?.keysCreate ?? {}) as { id?: string };
    const { data } = await ask(key, {
      query: '{ keysList(tenant_id: "one") { keys { id name status scopes } } }',
    });
    expect(((data?.keysList ?? {}) as { keys?: unknown[] }).keys).toContainEqual({
      id,
      name: 'By GraphQL',
      status: 'active',
      scopes: ['events:write'],
    });
    expect(
      await ask(key, {
        query: 'mutation($id: String!) { keysRevoke(tenant_id: "one", id: $id) }',
        variables: { id },
      }),
    ).toEqual({ status: 200, data: { keysRevoke: true } });
  });

  it('sends events and asks for figures, several at once', async () => {
    const key = await server.key('one', 'events:write', 'analytics:read', 'model:read');
    await ask(key, {
      query: 'mutation($events: JSON!) { eventsSend(events: $events) { stored } }',
      variables: { events: [orderEvent({ id: 'by-graphql' })] },
    });
    const answer = await ask(key, {
      query: `query($time: JSON) {
        byDay: analyticsQuery(tenant_id: "one", metrics: ["revenue"], grain: day, time: $time) {
          columns { name role } rows meta { cache currency }
        }
        analyticsModel(tenant_id: "one") { metrics { name unit } }
        analyticsDashboard(tenant_id: "one", from: "2026-05-01", to: "2026-06-01") { range { from to } }
      }`,
      variables: { time: { from: '2026-05-05', to: '2026-05-06' } },
    });
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      byDay: {
        columns: [{ role: 'time' }, { name: 'revenue', role: 'metric' }],
        meta: { currency: 'EUR' },
      },
      analyticsDashboard: { range: { from: '2026-05-01', to: '2026-06-01' } },
    });
  });

  it('tells which member of a union an answer is', async () => {
    const { data, errors } = await ask(await server.key('one', 'analytics:read'), {
      query: `mutation {
        askQuestion: askQuery(tenant_id: "one", question: "revenue in May 2026") {
          outcome { __typename ... on QuestionAnswered { interpretation } ... on QuestionDeclined { message } }
        }
      }`.replace('askQuery', fieldName({ id: askId })),
    });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ askQuestion: { outcome: { __typename: 'QuestionAnswered' } } });
  });

  it('answers the other fields when one fails, with the problem of that one', async () => {
    const key = await server.key('one', 'keys:admin');
    const answer = await ask(key, {
      query:
        '{ mine: keysList(tenant_id: "one") { keys { id } } other: keysList(tenant_id: "two") { keys { id } } }',
    });
    expect(answer).toMatchObject({
      status: 200,
      data: { mine: { keys: expect.any(Array) }, other: null },
      errors: [
        {
          path: ['other'],
          extensions: { code: 'not_found', problem: { code: 'not_found', status: 404 } },
        },
      ],
    });
  });

  it('finds nothing of another tenant, as if that did not exist', async () => {
    const key = await server.key('two', 'keys:admin');
    const fault = async (tenant: string) => {
      const { errors = [] } = await ask(key, {
        query: `{ keysList(tenant_id: "${tenant}") { keys { id } } }`,
      });
      const [first] = errors;
      return { ...first?.extensions.problem, request_id: '' };
    };
    expect(await fault('one')).toEqual(await fault('no-such'));
    expect(await fault('one')).toMatchObject({ status: 404 });
  });

  it('says where an input is wrong', async () => {
    const key = await server.key('one', 'audit:read');
    expect(
      await ask(key, { query: '{ auditList(tenant_id: "one", limit: 0) { entries { id } } }' }),
    ).toMatchObject({
      errors: [{ extensions: { problem: { code: 'invalid_request', at: '/limit' } } }],
    });
    expect(await ask(key, { query: '{ auditList { entries { id } } }' })).toMatchObject({
      status: 400,
      errors: [
        { message: expect.stringContaining('tenant_id'), extensions: { code: 'invalid_document' } },
      ],
    });
    expect(await ask(key, {})).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'no_query' } }],
    });
  });
});

const askId = operations.find(({ path }) => path.endsWith('/nlp/query'))?.id ?? '';

describe('who may ask', () => {
  const query = '{ tenantsList { tenants { id } } }';

  it('answers nobody with 401', async () => {
    expect((await ask('', { query })).status).toBe(401);
    expect((await ask('', { query: '{ __schema { queryType { name } } }' })).status).toBe(401);
  });

  it('takes a browser’s session only from its own page', async () => {
    const user = await server.platform.users.create({
      email: 'ada@example.com',
      name: 'Ada',
      password: 'a long enough pass phrase',
      operator: true,
    });
    const { token } = await server.platform.sessions.create(user.id);
    const cookie = `${sessionCookie}=${token}`;
    expect((await ask('', { query }, { cookie })).status).toBe(403);
    expect((await ask('', { query }, { cookie, [csrfHeader]: '1' })).status).toBe(200);
    const get = (text: string) =>
      fetch(`${server.url}/graphql?${new URLSearchParams({ query: text })}`, {
        headers: { cookie },
      });
    expect((await get(query)).status).toBe(200);
    const changing = await get('mutation { demoFill { tenant } }');
    expect(changing.status).toBe(400);
    expect(await changing.json()).toMatchObject({
      errors: [{ extensions: { code: 'method_not_allowed' } }],
    });
  });
});

describe('limits', () => {
  const refused = async (query: string) => {
    const { status, errors = [] } = await ask(server.adminToken, { query });
    return [status, errors[0]?.extensions.code, errors[0]?.message];
  };

  it('refuses what is too deep, also through fragments', async () => {
    const deep = `${'{ a '.repeat(13)}${'}'.repeat(13)}`;
    expect(await refused(deep)).toEqual([
      400,
      'document_too_large',
      expect.stringContaining('13 levels'),
    ]);
    const inFragment = `{ ...f } fragment f on Query ${deep}`;
    expect((await refused(inFragment))[1]).toBe('document_too_large');
  });

  it('refuses too many fields, also when fragments multiply them, at once', async () => {
    const many = Array.from({ length: 1_001 }, (_, index) => `a${index}: __typename`).join(' ');
    expect((await refused(`{ ${many} }`))[2]).toContain('1001 fields');
    const doubling = Array.from(
      { length: 60 },
      (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`,
    ).join(' ');
    const text = `{ ...f0 } ${doubling} fragment f60 on Query { __typename }`;
    expect((await refused(text))[1]).toBe('document_too_large');
  });

  it('refuses calls that cost too much together', async () => {
    const call = 'analyticsModel(tenant_id: "one") { grains }';
    const calls = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${call}`).join(' ')} }`;
    expect((await refused(calls(21)))[2]).toContain('105 points');
    expect((await ask(server.adminToken, { query: calls(20) })).errors).toBeUndefined();
  });

  it('refuses batches, circles and endless documents', async () => {
    expect((await ask(server.adminToken, [{ query: '{ __typename }' }])).status).toBe(400);
    expect((await refused('{ ...f } fragment f on Query { ...f }'))[1]).toBe('invalid_document');
    expect((await refused(`{ ${'__typename '.repeat(11_000)} }`))[1]).toBe('invalid_document');
  });
});

describe('persisted queries', () => {
  const query = '{ tenantsList { tenants { id } } }';
  const extensions = {
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
  };

  it('asks for the text once and then knows it by its hash', async () => {
    const unknown = await ask(server.adminToken, { extensions });
    expect(unknown).toMatchObject({
      status: 200,
      errors: [
        { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
      ],
    });
    expect((await ask(server.adminToken, { query, extensions })).data).toBeDefined();
    expect((await ask(server.adminToken, { extensions })).data).toBeDefined();
    const other = await ask(server.adminToken, { query: '{ __typename }', extensions });
    expect(other).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'persisted_query_mismatch' } }],
    });
  });
});

describe('subscriptions', () => {
  const query = 'subscription($t: String!) { analyticsLive(tenant_id: $t) { ledgers events } }';

  function clientOf(token: string) {
    return createClient({
      url: `${server.url}/graphql`,
      headers: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
  }

  it('tells a client of the protocol when a ledger changed', async () => {
    const token = await server.key('one', 'analytics:read', 'events:write');
    const client = clientOf(token);
    const messages = client.iterate({ query, variables: { t: 'one' } });
    const first = messages.next();
    let told = false;
    void first.finally(() => {
      told = true;
    });
    // whether the subscription is in place yet cannot be seen from outside
    while (!told) {
      await fetch(`${server.url}/api/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(orderEvent({ source: 'live' })),
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await first).value).toMatchObject({
      data: { analyticsLive: { ledgers: expect.arrayContaining(['sales']) } },
    });
    await messages.return?.();
    client.dispose();
  });

  it('answers queries of such a client and ends', async () => {
    const client = clientOf(server.adminToken);
    const results = [];
    for await (const result of client.iterate({ query: '{ tenantsList { tenants { id } } }' })) {
      results.push(result);
    }
    expect(results).toMatchObject([
      { data: { tenantsList: { tenants: [{ id: 'one' }, { id: 'two' }] } } },
    ]);
    client.dispose();
  });

  it('refuses to follow another tenant', async () => {
    const token = await server.key('two', 'analytics:read');
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'text/event-stream',
      },
      body: JSON.stringify({ query, variables: { t: 'one' } }),
    });
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'not_found' } }],
    });
  });
});
