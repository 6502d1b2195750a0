import { json, nothing, ofTenant, oneOf, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { definitionFields, kpiLimits } from '../definition/definition.js';
import { templateIds } from '../suggestions/templates.js';
import {
  benchmarksSchema,
  calendarSchema,
  driversSchema,
  historySchema,
  kpiSchema,
  pathSchema,
  proposalSchema,
  suggestionSchema,
} from './schemas.js';

const base = '/api/analytics/kpis';
const id = Type.String({ minLength: 1, maxLength: 40, description: 'Id of the KPI' });
const locale = optional(
  Type.String({
    maxLength: 35,
    pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$',
    description: 'BCP 47; labels of metrics and dimensions are in its language where it is known',
  }),
);

const about = { time_zone: Type.String(), currency: Type.String(), generated_at: Type.String() };

/** Faults of what reads the warehouse. */
const reading = {
  tenant_not_found: 'not_found',
  too_busy: 'unavailable',
  query_cancelled: 'unavailable',
  computation_timeout: 'timeout',
} as const;

/** Faults of a definition. */
const defining = {
  ...reading,
  kpi_not_found: 'not_found',
  too_many_kpis: 'conflict',
  unknown_metric: 'invalid',
  invalid_kpi: 'invalid',
  unknown_dimension: 'invalid',
  dimension_not_joinable: 'invalid',
  operator_not_applicable: 'invalid',
  value_not_applicable: 'invalid',
  wrong_value_type: 'invalid',
  too_many_values: 'invalid',
} as const;

export const kpiOperations = [
  operation({
    id: 'kpis.save',
    method: 'POST',
    path: base,
    summary: 'Define a KPI with a target, or change one',
    description:
      'Without an id it makes a new one. What finished periods came to was recorded and stays as it is.',
    permission: 'kpis:write',
    input: record({ ...ofTenant, id: optional(id), ...definitionFields, locale }),
    answer: json(kpiSchema),
    problems: defining,
    repeats: 'once',
    cost: 'query',
    audit: 'kpi.saved',
    since: '0.1.0',
    examples: [
      {
        name: 'Revenue of a month, 5 % more than a year before',
        input: {
          tenant_id: 'shop',
          name: 'Monthly revenue',
          metric: 'revenue',
          calendar: 'month',
          target: { kind: 'growth', growth: 0.05 },
          owner: 'Emmy',
        },
        answer: { name: 'Monthly revenue', better: 'up_good', unit: 'currency' },
      },
      {
        name: 'A target of 40 online orders a week',
        input: {
          tenant_id: 'shop',
          name: 'Online orders',
          metric: 'orders',
          calendar: 'week',
          filters: [{ dimension: 'channel', operator: 'equals', values: ['web'] }],
          target: { kind: 'value', value: 40 },
        },
        answer: { calendar: 'week', target: { kind: 'value', value: 40 } },
      },
    ],
  }),
  operation({
    id: 'kpis.list',
    method: 'GET',
    path: base,
    summary: 'List KPIs and how each stands now',
    permission: 'analytics:read',
    input: record({ ...ofTenant, locale }),
    answer: json(record({ kpis: Type.Array(kpiSchema), ...about }, { title: 'KpiList' })),
    problems: reading,
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    examples: [{ name: 'All of a shop', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'kpis.get',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'Show a KPI with its path to the target, history, drivers and benchmarks',
    permission: 'analytics:read',
    input: record({ ...ofTenant, id, locale }),
    answer: json(
      record(
        {
          kpi: kpiSchema,
          path: pathSchema,
          history: historySchema,
          drivers: driversSchema,
          benchmarks: benchmarksSchema,
          ...about,
        },
        { title: 'KpiDetail' },
      ),
    ),
    problems: { ...reading, kpi_not_found: 'not_found' },
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    examples: [{ name: 'The first one', input: { tenant_id: 'shop', id: '{{kpis.save/id}}' } }],
  }),
  operation({
    id: 'kpis.history',
    method: 'GET',
    path: `${base}/:id/history`,
    summary: 'List finished periods as they were known then and as they are today',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      id,
      limit: optional(Type.Integer({ minimum: 1, maximum: 400, description: 'Default 60' })),
    }),
    answer: json(record({ history: historySchema }, { title: 'KpiHistory' })),
    problems: { ...reading, kpi_not_found: 'not_found' },
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    examples: [{ name: 'Since it was made', input: { tenant_id: 'shop', id: '{{kpis.save/id}}' } }],
  }),
  operation({
    id: 'kpis.suggest',
    method: 'GET',
    path: '/api/analytics/kpi-suggestions',
    summary: 'Suggest a target for a metric, and KPIs that suit the business',
    description: `With \`metric\` and \`calendar\`, a target; \`template\` names what kind of business it is. A tenant has at most ${kpiLimits.kpis} KPIs.`,
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      metric: optional(Type.String({ minLength: 1, maxLength: 100 })),
      calendar: optional(calendarSchema),
      template: optional(oneOf(templateIds)),
      locale,
    }),
    answer: json(
      record(
        {
          target: Type.Union([suggestionSchema, Type.Null()]),
          proposals: Type.Array(proposalSchema, { description: 'The most telling first' }),
          template: oneOf(templateIds, { description: 'What the proposals were chosen for' }),
        },
        { title: 'KpiSuggestions' },
      ),
    ),
    problems: { ...reading, unknown_metric: 'invalid' },
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    examples: [
      {
        name: 'A target for monthly revenue',
        input: { tenant_id: 'shop', metric: 'revenue', calendar: 'month' },
      },
    ],
  }),
  operation({
    id: 'kpis.set_peers',
    method: 'PUT',
    path: '/api/analytics/kpi-peers',
    summary: 'Take part in the comparison with other businesses of this server, or leave it',
    description:
      'Off until somebody turns it on. What is kept for it are rounded rates and growth, never amounts; leaving removes them. Nobody sees more than the quarter of the group they are in, of groups of five or more.',
    permission: 'tenants:admin',
    input: record({ ...ofTenant, shared: Type.Boolean() }),
    answer: json(record({ shared: Type.Boolean() }, { title: 'KpiPeerSharing' })),
    problems: { tenant_not_found: 'not_found' },
    repeats: 'idempotent',
    audit: 'kpi.peers_set',
    since: '0.1.0',
    examples: [
      {
        name: 'Take part',
        input: { tenant_id: 'shop', shared: true },
        answer: { shared: true },
      },
    ],
  }),
  operation({
    id: 'kpis.remove',
    method: 'DELETE',
    path: `${base}/:id`,
    summary: 'Remove a KPI and its history',
    permission: 'kpis:write',
    input: record({ ...ofTenant, id }),
    answer: nothing,
    problems: { kpi_not_found: 'not_found' },
    repeats: 'idempotent',
    audit: 'kpi.removed',
    since: '0.1.0',
    examples: [
      { name: 'One that nobody needs', input: { tenant_id: 'shop', id: '{{kpis.save/id}}' } },
    ],
  }),
] as const;
