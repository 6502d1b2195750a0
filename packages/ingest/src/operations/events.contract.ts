import { json, nullable, oneOf, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { defaultLimits } from '../parse/limits.js';

export const eventResult = record(
  {
    id: nullable(Type.String()),
    outcome: oneOf(['stored', 'duplicate', 'deadLettered']),
    error: optional(
      record({
        code: Type.String(),
        path: optional(Type.String()),
        reason: Type.String(),
        step: Type.String(),
        dead_letter_id: Type.String(),
      }),
    ),
  },
  { title: 'EventResult', description: 'What became of an event' },
);

const ingestAnswer = record(
  {
    results: Type.Array(eventResult, { description: 'One a sent event, in order' }),
    stored: Type.Integer(),
    duplicates: Type.Integer(),
    dead_lettered: Type.Integer(),
  },
  { title: 'IngestAnswer', description: 'Everything that was sent is on disk' },
);

const events = Type.Unknown({ description: 'One event, or an array of events' });
const bodyFaults = {
  empty_body: 'invalid',
  malformed_utf8: 'invalid',
  too_many_events: 'too_large',
  unsupported_encoding: 'unsupported',
  malformed_encoding: 'invalid',
  not_a_batch: 'invalid',
  context_too_large: 'too_large',
  not_an_event: 'invalid',
  unsupported_data: 'unsupported',
  tenant_required: 'invalid',
  unknown_tenant: 'not_found',
  ingest_busy: 'unavailable',
  storage_full: 'unavailable',
  storage_failed: 'unavailable',
  shutting_down: 'unavailable',
} as const;
const { maxBodyBytes: maxBytes } = defaultLimits;
const segmentCalls = ['track', 'identify', 'page', 'screen', 'alias', 'group', 'batch'] as const;

const ofSegment = { messageId: 'message-1', userId: 'C-1', timestamp: '2026-05-05T10:00:00Z' };
/** What each call is shown with. */
const segmentExamples = {
  track: {
    ...ofSegment,
    messageId: 'track-1',
    type: 'track',
    event: 'Order Completed',
    properties: {
      order_id: 'S-1001',
      currency: 'EUR',
      products: [{ product_id: 'A-1', quantity: 2, price: 9.95 }],
    },
  },
  identify: {
    ...ofSegment,
    messageId: 'identify-1',
    type: 'identify',
    traits: { email: 'anna@example.com', address: { city: 'Ulm' } },
  },
  page: {
    ...ofSegment,
    messageId: 'page-1',
    type: 'page',
    properties: { url: 'https://shop.example/lamps' },
  },
  screen: { ...ofSegment, messageId: 'screen-1', type: 'screen', name: 'Basket' },
  alias: { ...ofSegment, messageId: 'alias-1', type: 'alias', previousId: 'browser-1' },
  group: { ...ofSegment, messageId: 'group-1', type: 'group', groupId: 'friends' },
  batch: {
    batch: [
      {
        ...ofSegment,
        messageId: 'batch-1',
        type: 'page',
        properties: { url: 'https://shop.example/' },
      },
    ],
  },
} as const satisfies Record<(typeof segmentCalls)[number], object>;

const segment = <const Name extends (typeof segmentCalls)[number]>(name: Name) =>
  operation({
    id: `segment.${name}`,
    method: 'POST',
    path: `/v1/${name}`,
    summary: `Take Segment’s ${name} call`,
    description: 'The write key is an API key of ours, as user name of basic authentication.',
    permission: 'events:write',
    tenant: 'sender',
    input: record({ call: events }),
    body: 'call',
    bytes: { mediaTypes: ['application/json'], maxBytes },
    answer: json(ingestAnswer),
    problems: bodyFaults,
    repeats: 'idempotent',
    cost: 'ingest',
    since: '0.1.0',
    surfaces: ['http'],
    examples: [{ name: 'One call', input: { call: segmentExamples[name] } }],
  });

export const eventOperations = [
  operation({
    id: 'events.send',
    method: 'POST',
    path: '/api/events',
    summary: 'Send events',
    description:
      'CloudEvents 1.0: one event, an array of events, one a line (application/x-ndjson), or one in binary mode (attributes in `ce-` headers, the data as the body); gzip is understood. Answered when everything is on disk. Sending the same again stores nothing twice.',
    permission: 'events:write',
    tenant: 'sender',
    input: record({ events }),
    body: 'events',
    bytes: {
      mediaTypes: [
        'application/json',
        'application/cloudevents+json',
        'application/cloudevents-batch+json',
        'application/x-ndjson',
      ],
      maxBytes,
    },
    answer: json(ingestAnswer),
    problems: bodyFaults,
    repeats: 'idempotent',
    cost: 'ingest',
    since: '0.1.0',
    examples: [
      {
        name: 'An order of one line',
        input: {
          events: [
            {
              specversion: '1.0',
              id: 'order-1001',
              source: 'till',
              type: 'order.created',
              time: '2026-05-05T10:00:00Z',
              data: {
                order_id: '1001',
                currency: 'EUR',
                items: [{ product_id: 'A-1', quantity: 2, unit_price: 9.95 }],
              },
            },
          ],
        },
        answer: { results: [{ id: 'order-1001' }], dead_lettered: 0 },
      },
    ],
  }),
  segment('track'),
  segment('identify'),
  segment('page'),
  segment('screen'),
  segment('alias'),
  segment('group'),
  segment('batch'),
] as const;
