import {
  json,
  nothing,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { cohortDefinitionSchema, cohortLimits } from '@olympus/semantic';
import { Type } from 'typebox';
import { watchFaults } from '../people/watch.contract.js';

const cohortId = Type.String({
  pattern: '^[a-z0-9][a-z0-9_-]{0,62}$',
  description: 'Id of the cohort: small letters, digits, - and _',
});

const customers = optional(
  Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
    maxItems: cohortLimits.customers,
    description: 'Of a list: your ids of its customers; only their pseudonyms are kept',
  }),
);

const cohort = record(
  {
    id: Type.String(),
    name: Type.String(),
    description: Type.String(),
    kind: oneOf(['rules', 'list']),
    definition: cohortDefinitionSchema,
    listed: nullable(Type.Integer({ description: 'Customers of a list' })),
    created_at: Type.String(),
    changed_at: Type.String(),
  },
  { title: 'Cohort', description: 'Customers of whom something is true' },
);

const size = {
  customers: Type.Integer(),
  of: Type.Integer({ description: 'Everybody who is known: customers with a record or an order' }),
};

/** What is wrong with a definition. */
const definitionFaults = {
  ...watchFaults,
  unknown_metric: 'invalid',
  metric_not_applicable: 'invalid',
  key_not_applicable: 'invalid',
  too_few_times: 'invalid',
  cohort_too_large: 'invalid',
  customers_needed: 'invalid',
  customers_not_applicable: 'invalid',
  unknown_tenant: 'not_found',
} as const;

const twice = {
  kind: 'rules',
  match: 'all',
  groups: [
    {
      match: 'all',
      conditions: [
        { kind: 'did', act: { act: 'order.placed' }, at_least: 2, within: { last_days: 90 } },
      ],
    },
  ],
} as const;

export const cohortOperations = [
  operation({
    id: 'cohorts.save',
    method: 'PUT',
    path: '/api/tenants/:tenant_id/cohorts/:cohort_id',
    summary: 'Save a cohort of customers',
    description:
      'By what customers did, what is known of them, or as a list. Any question can then be filtered by `customer.cohort`.',
    permission: 'cohorts:write',
    input: record({
      ...ofTenant,
      cohort_id: cohortId,
      name: Type.String({ minLength: 1, maxLength: 120 }),
      description: optional(Type.String({ maxLength: 1_000 })),
      definition: cohortDefinitionSchema,
      customers,
    }),
    answer: json(cohort),
    problems: { ...definitionFaults, too_many_cohorts: 'conflict', cohort_cycle: 'invalid' },
    repeats: 'idempotent',
    audit: 'cohort.saved',
    since: '0.2.0',
    examples: [
      {
        name: 'Customers who ordered twice',
        input: { tenant_id: 'shop', cohort_id: 'twice', name: 'Ordered twice', definition: twice },
        answer: { id: 'twice', kind: 'rules' },
      },
      {
        name: 'A list of customers',
        input: {
          tenant_id: 'shop',
          cohort_id: 'guests',
          name: 'Guests of the opening',
          definition: { kind: 'list' },
          customers: ['customer-1', 'customer-2'],
        },
        answer: { id: 'guests', listed: 2 },
      },
    ],
  }),
  operation({
    id: 'cohorts.list',
    method: 'GET',
    path: '/api/tenants/:tenant_id/cohorts',
    summary: 'List the saved cohorts',
    permission: 'analytics:read',
    input: record(ofTenant),
    answer: json(record({ cohorts: Type.Array(cohort) }, { title: 'CohortList' })),
    repeats: 'safe',
    since: '0.2.0',
    examples: [{ name: 'All of them', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'cohorts.get',
    method: 'GET',
    path: '/api/tenants/:tenant_id/cohorts/:cohort_id',
    summary: 'Show a saved cohort',
    permission: 'analytics:read',
    input: record({ ...ofTenant, cohort_id: cohortId }),
    answer: json(cohort),
    problems: { cohort_not_found: 'not_found' },
    repeats: 'safe',
    since: '0.2.0',
    examples: [
      {
        name: 'Customers who ordered twice',
        input: { tenant_id: 'shop', cohort_id: '{{cohorts.save/id}}' },
      },
    ],
  }),
  operation({
    id: 'cohorts.members',
    method: 'GET',
    path: '/api/tenants/:tenant_id/cohorts/:cohort_id/members',
    summary: 'Count the members of a cohort and list their pseudonymous keys',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      cohort_id: cohortId,
      after: optional(Type.String({ maxLength: 200, description: 'Last key of the page before' })),
      limit: optional(Type.Integer({ minimum: 0, maximum: 1_000, description: '100 by default' })),
    }),
    answer: json(record({ ...size, keys: Type.Array(Type.String()) }, { title: 'CohortMembers' })),
    problems: { ...watchFaults, cohort_not_found: 'not_found' },
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'The first of them',
        input: { tenant_id: 'shop', cohort_id: '{{cohorts.save/id}}', limit: 5 },
      },
    ],
  }),
  operation({
    id: 'cohorts.preview',
    method: 'POST',
    path: '/api/tenants/:tenant_id/cohorts/preview',
    summary: 'Count for how many customers a definition holds',
    permission: 'analytics:read',
    input: record({ ...ofTenant, definition: cohortDefinitionSchema, customers }),
    answer: json(record(size, { title: 'CohortSize' })),
    problems: definitionFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      { name: 'Customers who ordered twice', input: { tenant_id: 'shop', definition: twice } },
    ],
  }),
  operation({
    id: 'cohorts.remove',
    method: 'DELETE',
    path: '/api/tenants/:tenant_id/cohorts/:cohort_id',
    summary: 'Remove a saved cohort',
    permission: 'cohorts:write',
    input: record({ ...ofTenant, cohort_id: cohortId }),
    answer: nothing,
    problems: { cohort_not_found: 'not_found', cohort_in_use: 'conflict' },
    repeats: 'idempotent',
    audit: 'cohort.removed',
    since: '0.2.0',
    examples: [
      {
        name: 'Nobody asks for it any more',
        input: { tenant_id: 'shop', cohort_id: '{{cohorts.save/id}}' },
      },
    ],
  }),
] as const;
