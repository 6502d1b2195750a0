import { json, nullable, ofTenant, oneOf, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { runningSchema } from './schemas.js';

const base = '/api/analytics/experiments';
const shop = { tenant_id: 'shop' } as const;
const share = Type.Number({
  minimum: 0,
  maximum: 0.5,
  description: 'Of all units; they stay out of every experiment that respects it',
});

export const assignmentOperations = [
  operation({
    id: 'experiments.running',
    method: 'GET',
    path: `${base}/running`,
    summary: 'Give what running experiments are assigned by',
    description:
      'For the SDK, which then assigns without asking: bucket = ⌊murmur3(`seed:unit`) × 10,000 ÷ 2³²⌋, with MurmurHash3 for x86, 32 bits, seed 0, over UTF-8.',
    permission: 'events:write',
    input: record(ofTenant),
    answer: json(runningSchema),
    repeats: 'safe',
    since: '0.2.0',
    examples: [{ name: 'For the SDK', input: shop }],
  }),
  operation({
    id: 'experiments.assign',
    method: 'POST',
    path: `${base}/assign`,
    summary: 'Assign units to the arms of a running experiment',
    description: 'The same as the SDK gives, for programs without it.',
    permission: 'events:write',
    input: record({
      ...ofTenant,
      experiment: Type.String({ maxLength: 63 }),
      units: Type.Array(
        record({
          unit: Type.String({ minLength: 1, maxLength: 256 }),
          attributes: optional(
            Type.Record(
              Type.String({ maxLength: 80 }),
              Type.Union([
                Type.String({ maxLength: 200 }),
                Type.Number(),
                Type.Boolean(),
                Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100 }),
              ]),
              { maxProperties: 50 },
            ),
          ),
        }),
        { minItems: 1, maxItems: 1000 },
      ),
    }),
    answer: json(
      record(
        {
          assignments: Type.Array(
            record({
              unit: Type.String(),
              arm: nullable(Type.String({ description: 'Null: show what everybody sees' })),
              reason: oneOf([
                'assigned',
                'not_running',
                'not_targeted',
                'held_out',
                'not_in_traffic',
              ]),
            }),
          ),
        },
        { title: 'Assignments' },
      ),
    ),
    repeats: 'safe',
    since: '0.2.0',
    examples: [
      {
        name: 'Two visitors',
        input: { ...shop, experiment: 'gone', units: [{ unit: 'V-1' }, { unit: 'V-2' }] },
        answer: { assignments: [{ unit: 'V-1', arm: null, reason: 'not_running' }, {}] },
      },
    ],
  }),
  operation({
    id: 'experiments.holdout',
    method: 'GET',
    path: `${base}/holdout`,
    summary: 'Show the share of units that is held out of all experiments',
    permission: 'analytics:read',
    input: record(ofTenant),
    answer: json(record({ share }, { title: 'Holdout' })),
    repeats: 'safe',
    since: '0.2.0',
    examples: [{ name: 'The share', input: shop }],
  }),
  operation({
    id: 'experiments.hold_out',
    method: 'PUT',
    path: `${base}/holdout`,
    summary: 'Hold a share of units out of all experiments',
    permission: 'experiments:write',
    input: record({ ...ofTenant, share }),
    answer: json(record({ share }, { title: 'Holdout' })),
    repeats: 'idempotent',
    audit: 'experiments.held_out',
    since: '0.2.0',
    examples: [{ name: 'Nobody', input: { ...shop, share: 0 }, answer: { share: 0 } }],
  }),
] as const;
