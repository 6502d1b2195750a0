import { json, nullable, oneOf, operation, record } from '@olympus/contract';
import { type Static, Type } from 'typebox';
import { askedFunnel, exampleFunnel, funnelFaults, sourceProperties } from './funnels.contract.js';

const factor = record(
  {
    kind: oneOf(['property', 'act']),
    name: Type.String({ description: 'Name of the dimension or the act' }),
    label: Type.String(),
    value: nullable(Type.String({ description: 'Of the property; null for acts' })),
    people: Type.Integer({ description: 'Have the value, or did the act on the way' }),
    converted: Type.Integer(),
    rate: Type.Number({ description: 'Converted of these' }),
    others_rate: Type.Number({ description: 'Converted of all others' }),
    difference: Type.Number({ description: 'Of the two rates; 0.05 is five points' }),
    low: Type.Number({ description: 'Lower end of the interval of the difference' }),
    high: Type.Number(),
    p_adjusted: Type.Number({
      description: 'p-value, corrected for the number of comparisons (Benjamini and Hochberg)',
    }),
    notable: Type.Boolean({ description: 'Hardly chance: the corrected p-value is below 0.05' }),
  },
  { title: 'FunnelFactor' },
);

const correlations = record(
  {
    ...sourceProperties,
    started: Type.Integer(),
    converted: Type.Integer(),
    rate: nullable(Type.Number()),
    tested: Type.Integer({ description: 'How many comparisons were made' }),
    too_few: Type.Integer({ description: 'Values that too few people have to compare' }),
    least_people: Type.Integer(),
    confidence: Type.Number({ description: 'Of the intervals' }),
    factors: Type.Array(factor),
  },
  { title: 'FunnelCorrelations' },
);
export type FunnelCorrelations = Static<typeof correlations>;

export const correlationOperations = [
  operation({
    id: 'funnels.correlations',
    method: 'POST',
    path: '/api/analytics/funnels/correlations',
    summary: 'Show what goes along with converting',
    description:
      'Compares how many convert among those with a property, or who did something else on the way, with all others. It says what goes along with converting, not what causes it: who is about to buy does more of everything, and who converts quickly had less time to do other things. People are compared, also where the funnel is by visit.',
    permission: 'analytics:read',
    input: record(askedFunnel, { title: 'FunnelCorrelationQuery' }),
    answer: json(correlations),
    problems: funnelFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      { name: 'Of ordering after a page', input: exampleFunnel, answer: { least_people: 20 } },
    ],
  }),
] as const;
