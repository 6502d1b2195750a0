import { json, nullable, ofTenant, oneOf, operation, optional, record } from '@olympus/contract';
import { type Static, Type } from 'typebox';
import { localeSchema } from '../operations/words.contract.js';
import {
  actFaults,
  askedFunnel,
  exampleFunnel,
  funnelFaults,
  sourceProperties,
} from './funnels.contract.js';

const person = record(
  {
    key: Type.String({ description: 'Pseudonymous key of the customer, or of the browser' }),
    customer: Type.Boolean({ description: 'Whether it is a customer’s key' }),
    began_at: Type.String({ description: 'When the chain began that got furthest' }),
    step_times: Type.Array(nullable(Type.String()), {
      description: 'When each step was first completed; null where it was not',
    }),
    seconds: nullable(Type.Number({ description: 'From that beginning to the step' })),
    open: Type.Boolean({ description: 'May still convert: the window goes on beyond the data' }),
  },
  { title: 'FunnelPerson' },
);

const people = record(
  {
    ...sourceProperties,
    step: Type.Integer(),
    which: oneOf(['converted', 'dropped']),
    page: Type.Integer(),
    limit: Type.Integer(),
    total: Type.Integer({ description: 'On all pages' }),
    people: Type.Array(person),
  },
  { title: 'FunnelPeople' },
);
export type FunnelPeople = Static<typeof people>;

const actList = record(
  {
    tenant_id: Type.String(),
    days: Type.Integer({ description: 'Acts are counted over the last so many days of data' }),
    until: Type.String(),
    acts: Type.Array(
      record(
        {
          act: Type.String(),
          label: Type.String(),
          own: Type.Boolean({ description: 'An event type of the tenant’s own' }),
          count: nullable(Type.Integer({ description: 'Null where it is not counted apart' })),
          last_at: nullable(Type.String()),
          dimensions: Type.Array(Type.String(), { description: 'It can be filtered by these' }),
        },
        { title: 'ActChoice' },
      ),
    ),
    dimensions: Type.Array(
      record({
        name: Type.String(),
        label: Type.String(),
        type: oneOf(['string', 'integer']),
        of_customer: Type.Boolean(),
      }),
    ),
    suggested: Type.Array(Type.String(), { description: 'Steps to begin with' }),
  },
  { title: 'ActList' },
);
export type ActList = Static<typeof actList>;

export const funnelPeopleOperations = [
  operation({
    id: 'funnels.people',
    method: 'POST',
    path: '/api/analytics/funnels/people',
    summary: 'List who got to a step of a funnel, or left before it',
    description: 'Keys are pseudonymous. Who began last comes first.',
    permission: 'analytics:read',
    input: record(
      {
        ...askedFunnel,
        step: Type.Integer({ minimum: 1, maximum: 10, description: 'Number of the step' }),
        which: oneOf(['converted', 'dropped'], {
          description: 'converted: got to the step; dropped: got to the required step before only',
        }),
        page: optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
        limit: optional(Type.Integer({ minimum: 1, maximum: 100, description: '50 by default' })),
      },
      { title: 'FunnelPeopleQuery' },
    ),
    answer: json(people),
    problems: funnelFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Who saw a page and did not order',
        input: { ...exampleFunnel, step: 2, which: 'dropped' },
        answer: { step: 2, which: 'dropped', page: 1 },
      },
    ],
  }),
  operation({
    id: 'funnels.acts',
    method: 'GET',
    path: '/api/analytics/funnels/acts',
    summary: 'List what people do, and how often lately',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      locale: optional(localeSchema('BCP 47; labels are in its language where there are words')),
    }),
    answer: json(actList),
    problems: actFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [{ name: 'Of a shop', input: { tenant_id: 'shop' }, answer: { days: 30 } }],
  }),
] as const;
