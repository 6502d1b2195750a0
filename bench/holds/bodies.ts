import { gzipSync } from 'node:zlib';
import { createEventSource } from '../spine/shop-events.js';

/** A request that somebody sends to keep everybody else waiting. */
export interface HostileRequest {
  readonly name: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent before, and not measured. */
  readonly before?: readonly Omit<HostileRequest, 'before' | 'name'>[];
}

const mib = 1024 * 1024;
const events = '/api/events';
const tenant = '/api/tenants/holds';
let serial = 0;

const json = (value: unknown) => JSON.stringify(value);
const list = (item: string, times: number) => `[${`${item},`.repeat(times - 1)}${item}]`;
const numbered = <T>(times: number, of: (i: number) => T): T[] =>
  Array.from({ length: times }, (_, i) => of(i));

const event = (type: string, data: object, id = `hold-${serial++}`) => ({
  specversion: '1.0',
  id,
  source: 'holds',
  type,
  time: '2026-05-05T10:00:00Z',
  data,
});

const declare = (type: string, schema: object) => ({
  method: 'PUT' as const,
  path: `${tenant}/schemas/${type}`,
  body: json(schema),
});

function ordinary(count: number): string {
  const source = createEventSource(`holds-${serial++}`);
  return json(numbered(count, () => source.next()));
}

/** What an honest sender sends; everything else is read beside it. */
export const references: readonly HostileRequest[] = [
  { name: 'an ordinary batch of 100 events', path: events, body: ordinary(100) },
  { name: 'an ordinary batch of 1,000 events', path: events, body: ordinary(1000) },
  { name: 'an ordinary batch of 10,000 events', path: events, body: ordinary(10_000) },
];

/** Bodies of the collector. */
export const collectorBodies: readonly HostileRequest[] = [
  {
    name: '5 million [ and ], gzip',
    path: events,
    body: gzipSync('['.repeat(5e6) + ']'.repeat(5e6)),
    headers: { 'content-encoding': 'gzip' },
  },
  { name: '5 million [ without end', path: events, body: '['.repeat(10 * mib) },
  { name: '10 MB of []', path: events, body: list('[]', 3.4e6) },
  {
    name: 'one event of 300,000 {}',
    path: events,
    body: json([event('order.created', { items: numbered(300_000, () => ({})) })]),
  },
  {
    name: '10 events of 1 MB of {}',
    path: events,
    body: json(
      numbered(10, () => event('order.created', { items: numbered(340_000, () => ({})) })),
    ),
  },
  {
    name: '10 MB of \\u0041 in one text',
    path: events,
    body: `[{"id":"a","type":"t","data":{"a":"${'\\u0041'.repeat(1.7e6)}"}}]`,
  },
  {
    name: '10 MB of \\u0041 in 10 events',
    path: events,
    body: list(`{"id":"a","type":"t","data":{"a":"${'\\u0041'.repeat(1.7e5)}"}}`, 10),
  },
  {
    name: '10 MB of \\ud800 in 10 events',
    path: events,
    body: list(`{"id":"a","type":"t","data":{"a":"${'\\ud800'.repeat(1.7e5)}"}}`, 10),
  },
  {
    name: '10 MB of \\\\ in 10 events',
    path: events,
    body: list(`{"id":"\\ud800","type":"t","data":{"a":"${'\\\\'.repeat(5e5)}"}}`, 10),
  },
  { name: '10,000 events {}', path: events, body: list('{}', 10_000) },
  { name: '10,000 events of text', path: events, body: list('"a"', 10_000) },
  {
    name: '10,000 events of 1 kB of an unknown type',
    path: events,
    body: json(numbered(10_000, () => event('no.type', { a: 'a'.repeat(850) }))),
  },
  {
    name: '10 MB of umlauts',
    path: events,
    body: list(json(event('page.viewed', { session_id: 's', url: 'aü'.repeat(1.6e5) })), 18),
  },
  {
    name: '10 MB of different keys',
    path: events,
    body: json(
      numbered(10, (n) =>
        event('customer.created', {
          customer_id: `k${n}`,
          attributes: Object.fromEntries(
            numbered(80_000, (i) => [`k${i}`, 1] as const) as [string, number][],
          ),
        }),
      ),
    ),
  },
  {
    name: 'one line without end',
    path: events,
    body: `{"a":"${'a'.repeat(10 * mib - 100)}"}`,
    headers: { 'content-type': 'application/x-ndjson' },
  },
  {
    name: '10 million empty lines',
    path: events,
    body: '\n'.repeat(10 * mib - 10),
    headers: { 'content-type': 'application/x-ndjson' },
  },
  {
    name: '3 million lines {}',
    path: events,
    body: '{}\n'.repeat(3.3e6),
    headers: { 'content-type': 'application/x-ndjson' },
  },
  {
    name: '10,000 lines',
    path: events,
    body: numbered(10_000, () => json(event('page.viewed', { session_id: 's', url: 'u' }))).join(
      '\n',
    ),
    headers: { 'content-type': 'application/x-ndjson' },
  },
  {
    name: '8 MB in data_base64, deep',
    path: events,
    body: json([
      {
        id: 'b',
        type: 'order.created',
        data_base64: Buffer.from('['.repeat(3e5) + ']'.repeat(3e5)).toString('base64'),
      },
    ]),
  },
  {
    name: 'an order of 30,000 lines',
    path: events,
    body: json([
      event('order.created', {
        order_id: 'big',
        currency: 'EUR',
        items: numbered(30_000, () => ({ product_id: 'p', quantity: 1, unit_price: 1 })),
      }),
    ]),
  },
  {
    name: '10 orders of 8,000 lines',
    path: events,
    body: json(
      numbered(10, (n) =>
        event('order.created', {
          order_id: `big-${n}`,
          currency: 'EUR',
          items: numbered(8_000, (i) => ({ product_id: `p${i}`, quantity: 1, unit_price: 1 })),
        }),
      ),
    ),
  },
  {
    name: 'Segment: 10,000 messages',
    path: '/v1/batch',
    body: json({
      batch: numbered(10_000, (i) => ({
        type: 'track',
        event: 'Product Viewed',
        userId: `u${i}`,
        messageId: `m${i}`,
        properties: { product_id: 'p' },
      })),
    }),
  },
  {
    name: 'Segment: 10,000 messages share a context of 5,000 fields',
    path: '/v1/batch',
    body: json({
      context: Object.fromEntries(
        numbered(5_000, (i) => [`c${i}`, i] as const) as [string, number][],
      ),
      batch: numbered(10_000, () => ({ type: 'track', event: 'x' })),
    }),
  },
  {
    name: 'Segment: one message of 10 MB',
    path: '/v1/track',
    body: json({
      type: 'track',
      event: 'Order Completed',
      messageId: 'm',
      properties: { products: numbered(400_000, () => ({ sku: 'a' })) },
    }),
  },
  {
    name: 'Segment: 10 MB of {} as messages',
    path: '/v1/batch',
    body: `{"batch":${list('{}', 3.3e6)}}`,
  },
];

/** What a tenant declares, and events that it checks. */
export const schemaBodies: readonly HostileRequest[] = [
  {
    name: 'format url against 40,000 colons',
    path: events,
    before: [
      declare('hold.url', { type: 'object', properties: { u: { type: 'string', format: 'url' } } }),
    ],
    body: json([event('hold.url', { u: `http://${':'.repeat(40_000)}` })]),
  },
  {
    name: 'an event type with "$async"',
    path: events,
    before: [declare('hold.later', { $async: true, type: 'object', required: ['a'] })],
    body: json([event('hold.later', {})]),
  },
  ...[
    'uri',
    'uri-reference',
    'uri-template',
    'email',
    'hostname',
    'duration',
    'iso-date-time',
    'json-pointer',
    'ipv6',
    'date-time',
    'regex',
    'byte',
  ].map((format) => ({
    name: `format ${format} against long texts`,
    path: events,
    before: [
      declare(`hold.${format.replaceAll('-', '_')}`, {
        type: 'object',
        properties: { u: { type: 'array', items: { type: 'string', format } } },
      }),
    ],
    body: json([
      event(`hold.${format.replaceAll('-', '_')}`, {
        u: [...':.a-{/@~1'].map((sign) => `a:${sign.repeat(50_000)}!`),
      }),
    ]),
  })),
  {
    name: 'uniqueItems over 8,000 objects',
    path: events,
    before: [
      declare('hold.unique', {
        type: 'object',
        properties: { u: { type: 'array', uniqueItems: true } },
      }),
    ],
    body: json([event('hold.unique', { u: numbered(8_000, (i) => ({ a: { b: i } })) })]),
  },
  {
    name: '300 branches of anyOf against 20,000 items',
    path: events,
    before: [
      declare('hold.any', {
        type: 'object',
        properties: {
          u: {
            type: 'array',
            items: {
              not: { anyOf: numbered(300, (i) => ({ type: 'object', required: [`a${i}`] })) },
            },
          },
        },
      }),
    ],
    body: json([event('hold.any', { u: numbered(20_000, () => ({})) })]),
  },
  {
    name: 'a schema of 3,000 properties',
    ...declare('hold.wide', {
      type: 'object',
      properties: Object.fromEntries(
        numbered(3_000, (i) => [`p${i}`, { type: 'string' }] as const) as [string, object][],
      ),
    }),
  },
  {
    name: 'a schema of 1,500 branches',
    ...declare('hold.branches', { anyOf: numbered(1_500, (i) => ({ required: [`a${i}`] })) }),
  },
  {
    name: 'a schema 2,000 deep',
    ...declare(
      'hold.deep',
      JSON.parse(`${'{"not":'.repeat(2_000)}{}${'}'.repeat(2_000)}`) as object,
    ),
  },
  {
    name: 'a schema 100,000 deep',
    method: 'PUT',
    path: `${tenant}/schemas/hold.deeper`,
    body: `${'{"a":'.repeat(1e5)}{}${'}'.repeat(1e5)}`,
  },
];

const query = {
  tenant_id: 'holds',
  metrics: ['revenue'],
  time: { from: '2026-05-01', to: '2026-06-01' },
};
const asked = '/api/analytics/query';
/** A metric that has twice the parts of the one before it. */
const doubled = (n: number) => {
  const metric = n === 0 ? 'revenue' : `double_${n - 1}`;
  const expression = { operator: '+', left: { metric }, right: { metric } };
  const body = json({ kind: 'arithmetic', label: 'Doubled', expression });
  return { method: 'PUT' as const, path: `${tenant}/metrics/double_${n}`, body };
};
const graphql = (document: string, variables: object = {}) => json({ query: document, variables });
const tool = (name: string, args: unknown) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name, arguments: args },
});
const mcpHeaders = { accept: 'application/json, text/event-stream' };
const deepJson = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Everything else that takes something from its caller. */
export const otherBodies: readonly HostileRequest[] = [
  {
    name: 'a query of 1 MB of {}',
    path: asked,
    body: `{"tenant_id":"holds","metrics":${list('{}', 340_000)}}`,
  },
  {
    name: 'a query, 500,000 deep',
    path: asked,
    body: `{"tenant_id":"holds","metrics":${'['.repeat(5e5)}${']'.repeat(5e5)}}`,
  },
  {
    name: 'a filter of 10,000 values',
    path: asked,
    body: json({
      ...query,
      filters: [
        { dimension: 'product_id', operator: 'equals', values: numbered(10_000, (i) => `v${i}`) },
      ],
    }),
  },
  {
    name: 'a filter of 1,000 values',
    path: asked,
    body: json({
      ...query,
      filters: [
        { dimension: 'product_id', operator: 'equals', values: numbered(1_000, (i) => `v${i}`) },
      ],
    }),
  },
  {
    name: 'a filter of 900 kB in one value',
    path: asked,
    body: json({
      ...query,
      filters: [{ dimension: 'product_id', operator: 'contains', values: ['%_'.repeat(450_000)] }],
    }),
  },
  {
    name: '1,000 unknown members',
    path: asked,
    body: json({
      ...query,
      ...Object.fromEntries(numbered(50_000, (i) => [`m${i}`, 1] as const) as [string, number][]),
    }),
  },
  {
    name: 'metrics made of each other twice, 10 times',
    method: 'PUT',
    path: `${tenant}/metrics/double_9`,
    before: numbered(9, (i) => doubled(i)),
    body: doubled(9).body,
  },
  {
    name: 'a metric of 900 kB',
    method: 'PUT',
    path: `${tenant}/metrics/large`,
    body: json({
      kind: 'ratio',
      numerator: 'a'.repeat(900_000),
      denominator: 'orders',
      label: 'L',
    }),
  },
  {
    name: 'a metric 10,000 deep',
    method: 'PUT',
    path: `${tenant}/metrics/deep`,
    body: `{"kind":"derived","label":"L","expression":${json(`${'('.repeat(400_000)}1`)}}`,
  },
  {
    name: 'a metric of 100,000 terms',
    method: 'PUT',
    path: `${tenant}/metrics/terms`,
    body: json({ kind: 'derived', label: 'L', expression: `${'orders+'.repeat(100_000)}orders` }),
  },
  {
    name: 'a metric of nested JSON',
    method: 'PUT',
    path: `${tenant}/metrics/nested`,
    body: `{"kind":"ratio","numerator":${deepJson(1e5)}}`,
  },
  {
    name: 'a question of 1 MB',
    path: '/api/analytics/nlp/query',
    body: json({ tenant_id: 'holds', question: 'revenue by product '.repeat(50_000) }),
  },
  {
    name: 'a question of 2,000 signs',
    path: '/api/analytics/nlp/query',
    body: json({
      tenant_id: 'holds',
      question: 'revenue by product last month vs '.repeat(62).slice(0, 2_000),
    }),
  },
  {
    name: 'a question of 500 signs',
    path: '/api/analytics/nlp/query',
    body: json({
      tenant_id: 'holds',
      question: 'revenue by product last month vs '.repeat(20).slice(0, 500),
    }),
  },
  {
    name: 'a question of digits',
    path: '/api/analytics/nlp/query',
    body: json({ tenant_id: 'holds', question: '1.2-3/4 '.repeat(70).slice(0, 500) }),
  },
  { name: 'GraphQL 100,000 deep', path: '/graphql', body: graphql('{a'.repeat(1e5)) },
  {
    name: 'GraphQL, 3,000 levels of a list',
    path: '/graphql',
    body: graphql(`{tenants_list(x:${'['.repeat(3_000)}${']'.repeat(3_000)}){id}}`),
  },
  {
    name: 'GraphQL, 2,400 aliases',
    path: '/graphql',
    body: graphql(`{${numbered(2_400, (i) => `a${i}:tenants_list{id}`).join(' ')}}`),
  },
  {
    name: 'GraphQL, 900 fields of one name',
    path: '/graphql',
    body: graphql(`{${'__typename '.repeat(900)}}`),
  },
  {
    name: 'GraphQL, 3,300 fragments',
    path: '/graphql',
    body: graphql(`{a} ${numbered(1_600, (i) => `fragment f${i} on Q{a}`).join(' ')}`),
  },
  {
    name: 'GraphQL, 1 MB of text',
    path: '/graphql',
    body: graphql(`{a(b:"${'\\u0041'.repeat(1e5)}")}`),
  },
  {
    name: 'GraphQL, deep variables',
    path: '/graphql',
    body: `{"query":"{__typename}","variables":${deepJson(1e5)}}`,
  },
  {
    name: 'GraphQL, deep variables in the address',
    method: 'GET',
    path: `/graphql?query={__typename}&variables=${encodeURIComponent('['.repeat(4_000))}`,
  },
  {
    name: 'MCP, a batch of 10,000',
    path: '/mcp',
    headers: mcpHeaders,
    body: json(numbered(10_000, () => tool('tenants_list', {}))),
  },
  {
    name: 'MCP, deep arguments',
    path: '/mcp',
    headers: mcpHeaders,
    body: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"tenants_list","arguments":${deepJson(1e5)}}}`,
  },
  {
    name: 'MCP, 1 MB of {}',
    path: '/mcp',
    headers: mcpHeaders,
    body: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"tenants_list","arguments":{"a":${list('{}', 340_000)}}}}`,
  },
  {
    name: 'a dead letter corrected, deep',
    method: 'PUT',
    path: `${tenant}/dead-letters/none`,
    body: deepJson(1e5),
  },
  {
    name: 'a dead letter corrected, 1 MB of {}',
    method: 'PUT',
    path: `${tenant}/dead-letters/none`,
    body: `{"a":${list('{}', 340_000)}}`,
  },
  {
    name: '16 kB of header',
    method: 'GET',
    path: `${tenant}/schemas`,
    headers: { cookie: 'a=b; '.repeat(2_500) },
  },
  {
    name: '8 kB of query string',
    method: 'GET',
    path: `${tenant}/schemas?${'a=1&'.repeat(2_000)}`,
  },
];
