import {
  file,
  json,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { customersLimits, customersQueryFields } from '@olympus/semantic';
import { Type } from 'typebox';
import { rangeSchema, valueSchema } from '../operations/words.contract.js';
import { exportLimit } from './export.js';
import { customerFaults, locale } from './words.contract.js';

const columnNames = optional(
  Type.Array(Type.String({ maxLength: 100 }), {
    minItems: 1,
    maxItems: 30,
    description: 'Columns to show; a few that say most without',
  }),
);

const queryFaults = {
  ...customerFaults,
  unknown_timeframe: 'invalid',
  unknown_column: 'invalid',
  unknown_dimension: 'invalid',
  dimension_not_joinable: 'invalid',
  operator_not_applicable: 'invalid',
  value_not_applicable: 'invalid',
  wrong_value_type: 'invalid',
  too_many_values: 'invalid',
  invalid_query: 'invalid',
} as const;

const labels = Type.Record(Type.String(), Type.String());

const page = record(
  {
    columns: Type.Array(
      record(
        {
          name: Type.String(),
          type: oneOf(['text', 'date', 'count', 'number', 'currency', 'days', 'word'] as const),
          label: Type.String(),
          in_period: Type.Boolean({
            description: 'Counts only what lies in the period asked for',
          }),
        },
        { title: 'CustomerColumn' },
      ),
    ),
    rows: Type.Array(Type.Record(Type.String(), valueSchema)),
    words: record(
      { rfm_segment: labels, spend_segment: labels },
      { description: 'What segments are called' },
    ),
    total: Type.Integer({ description: 'Customers found, on all pages' }),
    revenue: Type.Number({ description: 'What they spent in all' }),
    limit: Type.Integer(),
    offset: Type.Integer(),
    as_of: Type.String(),
    range: nullable(rangeSchema),
    time_zone: Type.String(),
    currency: Type.String(),
  },
  { title: 'CustomerPage', description: 'Customers with their figures' },
);

export const listOperations = [
  operation({
    id: 'customers.list',
    method: 'POST',
    path: '/api/analytics/customers',
    summary: 'List customers with what they bought',
    description:
      'Customers with at least one order, by pseudonymous key. Amounts and orders are of the period where `time` gives one; days, scores and segments are always of all time up to `as_of`.',
    permission: 'analytics:read',
    input: record(
      {
        ...ofTenant,
        ...customersQueryFields,
        columns: columnNames,
        limit: optional(Type.Integer({ minimum: 1, maximum: customersLimits.rows })),
        offset: optional(Type.Integer({ minimum: 0, maximum: customersLimits.offset })),
        locale,
      },
      { title: 'CustomersRequest' },
    ),
    answer: json(page),
    problems: queryFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Everybody, the last to order first',
        input: { tenant_id: 'shop', order: [{ by: 'last_order', direction: 'desc' }] },
        answer: { limit: 50, offset: 0 },
      },
      {
        name: 'Who spent more than 500, most first',
        input: {
          tenant_id: 'shop',
          where: [{ column: 'revenue', operator: 'gt', values: [500] }],
          order: [{ by: 'revenue', direction: 'desc' }],
          limit: 20,
        },
        answer: { limit: 20, offset: 0 },
      },
    ],
  }),
  operation({
    id: 'customers.export',
    method: 'POST',
    path: '/api/analytics/customers/export',
    summary: 'Download customers as a CSV file',
    description: `At most ${exportLimit} customers, in the order asked for, under their pseudonymous keys. With \`personal\` their ids, names and addresses are beside them, for those with people:read_personal. Each download is in the audit trail.`,
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      ...customersQueryFields,
      columns: columnNames,
      personal: optional(Type.Boolean({ description: 'With what is personal' })),
      limit: optional(Type.Integer({ minimum: 1, maximum: exportLimit })),
      locale,
    }),
    answer: file('text/csv; charset=utf-8'),
    problems: { ...queryFaults, personal_not_allowed: 'forbidden' },
    repeats: 'safe',
    cost: 'heavy',
    audit: 'customers.exported',
    since: '0.2.0',
    surfaces: ['http', 'sdk'],
    examples: [{ name: 'Everybody', input: { tenant_id: 'shop' } }],
  }),
] as const;
