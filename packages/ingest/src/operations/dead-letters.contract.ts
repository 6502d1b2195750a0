import {
  anyObject,
  json,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { Type } from 'typebox';
import { eventResult } from './events.contract.js';

const id = Type.String({ minLength: 1, maxLength: 200, description: 'Id of the dead letter' });
const statuses = ['open', 'replayed', 'discarded'] as const;
const base = '/api/tenants/:tenant_id/dead-letters';

const deadLetter = record(
  {
    id: Type.String(),
    status: oneOf(statuses),
    type: nullable(Type.String()),
    source: Type.String(),
    code: Type.String(),
    step: Type.String(),
    reason: Type.String(),
    path: nullable(Type.String()),
    received_at: Type.String(),
    raw: Type.String({ description: 'The event as it was received, or as it was last corrected' }),
  },
  { title: 'DeadLetter', description: 'An event that could not be stored' },
);

const replayResult = record(
  { ...eventResult.properties, dead_letter_id: Type.String() },
  { title: 'ReplayResult', description: 'What became of a dead letter that was sent again' },
);
const missing = { unknown_dead_letter: 'not_found' } as const;
const faults = { ...missing, dead_letter_closed: 'conflict' } as const;
const replayFaults = {
  ...faults,
  ingest_busy: 'unavailable',
  storage_full: 'unavailable',
  storage_failed: 'unavailable',
  shutting_down: 'unavailable',
} as const;

export const deadLetterOperations = [
  operation({
    id: 'dead_letters.list',
    method: 'GET',
    path: base,
    summary: 'List dead letters, newest first',
    description: 'Fewer than `limit` where their texts together are longer than 8 MB.',
    permission: 'dead_letters:read',
    input: record({
      ...ofTenant,
      status: optional(oneOf(statuses)),
      limit: optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    }),
    answer: json(record({ dead_letters: Type.Array(deadLetter) }, { title: 'DeadLetterList' })),
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'The open ones', input: { tenant_id: 'shop', status: 'open' } }],
  }),
  operation({
    id: 'dead_letters.get',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'Show a dead letter',
    permission: 'dead_letters:read',
    input: record({ ...ofTenant, id }),
    answer: json(deadLetter),
    problems: missing,
    repeats: 'safe',
    since: '0.1.0',
    examples: [
      {
        name: 'The newest',
        input: { tenant_id: 'shop', id: '{{dead_letters.list/dead_letters/0/id}}' },
        answer: { status: 'open' },
      },
    ],
  }),
  operation({
    id: 'dead_letters.correct',
    method: 'PUT',
    path: `${base}/:id`,
    summary: 'Correct a dead letter',
    description: 'The body is the event as it should have been; a replay will send it.',
    permission: 'dead_letters:write',
    input: record({ ...ofTenant, id, event: anyObject({ description: 'The corrected event' }) }),
    body: 'event',
    answer: json(deadLetter),
    problems: {
      ...faults,
      not_one_event: 'invalid',
      not_an_event: 'invalid',
      body_too_large: 'too_large',
    },
    repeats: 'idempotent',
    audit: 'dead_letter.corrected',
    since: '0.1.0',
    examples: [
      {
        name: 'An order that had no currency',
        input: {
          tenant_id: 'shop',
          id: '{{dead_letters.list/dead_letters/0/id}}',
          event: {
            specversion: '1.0',
            id: 'order-1002',
            source: 'till',
            type: 'order.created',
            time: '2026-05-05T10:05:00Z',
            data: {
              order_id: '1002',
              currency: 'EUR',
              items: [{ product_id: 'A-1', quantity: 1, unit_price: 9.95 }],
            },
          },
        },
        answer: { status: 'open' },
      },
    ],
  }),
  operation({
    id: 'dead_letters.replay',
    method: 'POST',
    path: `${base}/replay`,
    summary: 'Send dead letters again',
    description: 'Those named in `ids`, or with `all` up to 1,000 open ones, oldest first.',
    permission: 'dead_letters:write',
    input: record({
      ...ofTenant,
      ids: optional(Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 1000 })),
      all: optional(Type.Literal(true)),
    }),
    answer: json(record({ results: Type.Array(replayResult) }, { title: 'ReplayResultList' })),
    problems: replayFaults,
    repeats: 'idempotent',
    audit: 'dead_letter.replayed',
    since: '0.1.0',
    examples: [{ name: 'All that are open', input: { tenant_id: 'shop', all: true } }],
  }),
  operation({
    id: 'dead_letters.replay_one',
    method: 'POST',
    path: `${base}/:id/replay`,
    summary: 'Send a dead letter again',
    permission: 'dead_letters:write',
    input: record({ ...ofTenant, id }),
    answer: json(replayResult),
    problems: replayFaults,
    repeats: 'idempotent',
    audit: 'dead_letter.replayed',
    since: '0.1.0',
    examples: [
      {
        name: 'One that is as wrong as before',
        input: { tenant_id: 'shop', id: '{{dead_letters.list/dead_letters/1/id}}' },
        answer: { outcome: 'deadLettered' },
      },
    ],
  }),
  operation({
    id: 'dead_letters.discard',
    method: 'POST',
    path: `${base}/:id/discard`,
    summary: 'Give a dead letter up',
    permission: 'dead_letters:write',
    input: record({ ...ofTenant, id }),
    answer: json(deadLetter),
    problems: faults,
    repeats: 'idempotent',
    audit: 'dead_letter.discarded',
    since: '0.1.0',
    examples: [
      {
        name: 'A test that somebody sent',
        input: { tenant_id: 'shop', id: '{{dead_letters.list/dead_letters/2/id}}' },
        answer: { status: 'discarded' },
      },
    ],
  }),
] as const;
