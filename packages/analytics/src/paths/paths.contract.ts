import { json, nullable, ofTenant, oneOf, operation, optional, record } from '@olympus/contract';
import { metricQuerySchema, pathDirections, pathNames, pathProperties } from '@olympus/semantic';
import { type Static, Type } from 'typebox';
import { actFaults, noteSchema, sourceProperties } from '../funnels/funnels.contract.js';
import { localeSchema } from '../operations/words.contract.js';

const node = record(
  {
    id: Type.String(),
    step: Type.Integer({ description: 'How many steps from the beginning, which is 0' }),
    kind: oneOf(['start', 'page', 'act', 'others', 'end']),
    label: Type.String({ description: 'Of pages their path; empty for others and end' }),
    visits: Type.Integer(),
  },
  { title: 'PathNode' },
);

const paths = record(
  {
    ...sourceProperties,
    from: nullable(record({ act: Type.String(), label: Type.String() })),
    direction: oneOf(pathDirections),
    depth: Type.Integer(),
    top: Type.Integer(),
    by: oneOf(pathNames),
    visits: Type.Integer({ description: 'Visits with the beginning' }),
    nodes: Type.Array(node),
    links: Type.Array(
      record({
        from: Type.String({ description: 'Id of the node that came first in time' }),
        to: Type.String(),
        visits: Type.Integer(),
      }),
    ),
    notes: Type.Array(noteSchema),
  },
  { title: 'PathAnswer' },
);
export type PathAnswer = Static<typeof paths>;

export const pathOperations = [
  operation({
    id: 'paths.run',
    method: 'POST',
    path: '/api/analytics/paths/run',
    summary: 'Show where visits go after an act, or come from before it',
    description:
      'A visit is what a person did without a pause of 30 minutes, orders included. Each counts once; the same twice in a row counts as one step. The last 28 days by default.',
    permission: 'analytics:read',
    input: record(
      {
        ...ofTenant,
        ...pathProperties,
        time: optional(metricQuerySchema.properties.time),
        locale: optional(localeSchema('BCP 47; labels are in its language where there are words')),
      },
      { title: 'PathQuery' },
    ),
    answer: json(paths),
    problems: actFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Where visits begin and how they go on',
        input: { tenant_id: 'shop', depth: 3, time: { from: '2026-05-01', to: '2026-06-01' } },
        answer: { direction: 'next', depth: 3, from: null },
      },
    ],
  }),
] as const;
