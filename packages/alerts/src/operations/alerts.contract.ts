import { json, nothing, nullable, ofTenant, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { alertLimits, conditionFields, definitionFields } from '../definition/definition.js';
import { alertSchema, firingSchema, triedSchema } from './schemas.js';

const base = '/api/tenants/:tenant_id/alerts';
const id = Type.String({ minLength: 1, maxLength: 40, description: 'Id of the alert' });
const locale = optional(
  Type.String({
    maxLength: 35,
    pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$',
    description: 'BCP 47; labels are in its language where it is known',
  }),
);

const reading = {
  tenant_not_found: 'not_found',
  too_busy: 'unavailable',
  query_cancelled: 'unavailable',
  query_timeout: 'timeout',
  computation_timeout: 'timeout',
} as const;

/** Faults of a condition. */
const defining = {
  ...reading,
  unknown_metric: 'invalid',
  invalid_alert: 'invalid',
  kpi_not_found: 'not_found',
  unknown_dimension: 'invalid',
  dimension_not_joinable: 'invalid',
  operator_not_applicable: 'invalid',
  value_not_applicable: 'invalid',
  wrong_value_type: 'invalid',
  too_many_values: 'invalid',
  too_many_buckets: 'invalid',
  invalid_query: 'invalid',
} as const;

const lowRevenue = {
  metric: 'revenue',
  window: 'day' as const,
  rule: { kind: 'threshold' as const, direction: 'below' as const, level: 500 },
};

export const alertOperations = [
  operation({
    id: 'alerts.create',
    method: 'POST',
    path: base,
    summary: 'Set up an alert',
    description: `A tenant has at most ${alertLimits.alerts}. Try it on the past first with alerts.try.`,
    permission: 'alerts:write',
    input: record({ ...ofTenant, ...definitionFields, locale }),
    answer: json(alertSchema),
    problems: { ...defining, too_many_alerts: 'conflict' },
    repeats: 'once',
    cost: 'query',
    audit: 'alert.created',
    since: '0.1.0',
    examples: [
      {
        name: 'Revenue of a day below 500',
        input: { tenant_id: 'shop', name: 'Low revenue', ...lowRevenue, severity: 'critical' },
        answer: { name: 'Low revenue', window: 'day', unit: 'currency' },
      },
      {
        name: 'Revenue of any channel 20 % lower than the week before',
        input: {
          tenant_id: 'shop',
          name: 'A channel falls',
          metric: 'revenue',
          group_by: 'channel',
          window: 'day',
          rule: { kind: 'change', direction: 'down', as: 'percent', size: 20, against: 'week' },
        },
        answer: { group_by: 'channel', state: 'ok' },
      },
    ],
  }),
  operation({
    id: 'alerts.list',
    method: 'GET',
    path: base,
    summary: 'List alerts and how each stands',
    permission: 'analytics:read',
    input: record({ ...ofTenant, locale }),
    answer: json(record({ alerts: Type.Array(alertSchema) }, { title: 'AlertList' })),
    problems: reading,
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'All of a shop', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'alerts.get',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'Show an alert with the firing under way',
    permission: 'analytics:read',
    input: record({ ...ofTenant, id, locale }),
    answer: json(
      record({ alert: alertSchema, firing: nullable(firingSchema) }, { title: 'AlertDetail' }),
    ),
    problems: { ...reading, alert_not_found: 'not_found' },
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'The first one', input: { tenant_id: 'shop', id: '{{alerts.create/id}}' } }],
  }),
  operation({
    id: 'alerts.change',
    method: 'PUT',
    path: `${base}/:id`,
    summary: 'Change an alert',
    description:
      'The whole definition is given. Another condition begins anew; a firing under way ends.',
    permission: 'alerts:write',
    input: record({ ...ofTenant, id, ...definitionFields, locale }),
    answer: json(alertSchema),
    problems: { ...defining, alert_not_found: 'not_found' },
    repeats: 'idempotent',
    cost: 'query',
    audit: 'alert.changed',
    since: '0.1.0',
    examples: [
      {
        name: 'A lower level',
        input: {
          tenant_id: 'shop',
          id: '{{alerts.create/id}}',
          name: 'Low revenue',
          ...lowRevenue,
          rule: { kind: 'threshold', direction: 'below', level: 300, resolve: 400 },
        },
        answer: { rule: { level: 300 } },
      },
    ],
  }),
  operation({
    id: 'alerts.try',
    method: 'POST',
    path: `${base}/try`,
    summary: 'Tell when an alert would have fired, before it is saved',
    description:
      'The last 90 days by day, 21 days by hour, a year by week, two years by month; the same reading and the same rules as when it is live.',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      ...conditionFields,
      aim: optional(
        Type.Integer({
          minimum: 0,
          maximum: 100,
          description: 'Firings that the suggested level aims at; default 3',
        }),
      ),
      locale,
    }),
    answer: json(triedSchema),
    problems: defining,
    repeats: 'safe',
    cost: 'query',
    since: '0.1.0',
    examples: [
      {
        name: 'Revenue of a day below 500',
        input: { tenant_id: 'shop', ...lowRevenue },
        answer: { tried: true, window: 'day' },
      },
    ],
  }),
  operation({
    id: 'alerts.silence',
    method: 'POST',
    path: `${base}/:id/silence`,
    summary: 'Tell nobody of an alert for some time, or again',
    permission: 'alerts:write',
    input: record({
      ...ofTenant,
      id,
      minutes: nullable(
        Type.Integer({ minimum: 1, maximum: 525_600, description: 'null lifts the silence' }),
      ),
      locale,
    }),
    answer: json(alertSchema),
    problems: { ...reading, alert_not_found: 'not_found' },
    repeats: 'idempotent',
    audit: 'alert.silenced',
    since: '0.1.0',
    examples: [
      {
        name: 'For an hour',
        input: { tenant_id: 'shop', id: '{{alerts.create/id}}', minutes: 60 },
        answer: { state: 'silenced' },
      },
    ],
  }),
  operation({
    id: 'alerts.acknowledge',
    method: 'POST',
    path: `${base}/:id/acknowledge`,
    summary: 'Say that somebody looks after a firing, or add a note to it',
    permission: 'alerts:write',
    input: record({
      ...ofTenant,
      id,
      number: optional(Type.Integer({ minimum: 1, description: 'Default: the newest firing' })),
      note: optional(Type.String({ maxLength: 1000 })),
    }),
    answer: json(
      record(
        { firing: nullable(firingSchema) },
        { title: 'AlertAcknowledged', description: 'null where it never fired' },
      ),
    ),
    problems: { ...reading, alert_not_found: 'not_found', firing_not_found: 'not_found' },
    repeats: 'idempotent',
    audit: 'alert.acknowledged',
    since: '0.1.0',
    examples: [
      {
        name: 'The newest, with a note',
        input: { tenant_id: 'shop', id: '{{alerts.create/id}}', note: 'Looking into it' },
      },
    ],
  }),
  operation({
    id: 'alerts.history',
    method: 'GET',
    path: '/api/tenants/:tenant_id/alert-history',
    summary: 'List when alerts fired, newest first, and why',
    permission: 'analytics:read',
    input: record({
      ...ofTenant,
      id: optional(Type.String({ minLength: 1, maxLength: 40, description: 'Of one alert only' })),
      limit: optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Default 100' })),
    }),
    answer: json(record({ firings: Type.Array(firingSchema) }, { title: 'AlertHistory' })),
    problems: reading,
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'Of all', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'alerts.templates',
    method: 'GET',
    path: '/api/tenants/:tenant_id/alert-templates',
    summary: 'List alerts that suit the business, to start from',
    permission: 'analytics:read',
    input: record({ ...ofTenant, locale }),
    answer: json(
      record(
        {
          templates: Type.Array(
            record({ template: Type.String(), ...definitionFields }, { title: 'AlertTemplate' }),
          ),
        },
        { title: 'AlertTemplates' },
      ),
    ),
    problems: reading,
    repeats: 'safe',
    since: '0.1.0',
    examples: [{ name: 'For a shop', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'alerts.remove',
    method: 'DELETE',
    path: `${base}/:id`,
    summary: 'Remove an alert and its history',
    permission: 'alerts:write',
    input: record({ ...ofTenant, id }),
    answer: nothing,
    problems: { alert_not_found: 'not_found' },
    repeats: 'idempotent',
    audit: 'alert.removed',
    since: '0.1.0',
    examples: [
      { name: 'One that nobody needs', input: { tenant_id: 'shop', id: '{{alerts.create/id}}' } },
    ],
  }),
] as const;
