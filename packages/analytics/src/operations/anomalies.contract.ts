import {
  type Deep,
  json,
  nothing,
  nullable,
  ofTenant,
  oneOf,
  operation,
  optional,
  record,
} from '@olympus/contract';
import { filterSchema, metricQuerySchema, queryLimits } from '@olympus/semantic';
import { type Static, Type } from 'typebox';
import { anomalyKinds } from '../engines/anomalies/kinds.js';
import { verdicts } from '../engines/anomalies/labels.js';
import { sensitivities } from '../engines/anomalies/sensitivity.js';
import { metricInput, metricSchema } from './explain.contract.js';
import { metricFaults } from './query.contract.js';
import { freshnessSchema, grainSchema, rangeSchema } from './words.contract.js';

const sensitivitySchema = Type.Union(
  [
    oneOf(sensitivities),
    Type.Number({ exclusiveMinimum: 0, maximum: 0.1, description: 'The rate itself' }),
  ],
  {
    description:
      'How readily something is marked: low, medium, high – one false alarm in 10,000, 1,000, 100 buckets of a quiet series – or that rate',
  },
);

export const watchedInput = {
  ...metricInput,
  grain: optional(grainSchema),
  breakdown: optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'A dimension whose largest groups are looked at too, each by itself',
    }),
  ),
  sensitivity: optional(sensitivitySchema),
};

const bucket = record(
  {
    t: Type.String({ description: 'Local start' }),
    value: nullable(Type.Number()),
    expected: Type.Number(),
    low: Type.Number(),
    high: Type.Number(),
    marked: Type.Boolean(),
  },
  { title: 'JudgedBucket' },
);

const key = nullable(Type.String({ description: 'The group’s value; null for the whole' }));

const series = record(
  {
    key,
    label: Type.String(),
    buckets: Type.Array(bucket),
  },
  { title: 'JudgedSeries' },
);

const spans = record({ time: rangeSchema, compare: rangeSchema });

const anomalyMembers = {
  id: Type.String({ description: 'The same as long as the question is' }),
  series: key,
  series_label: Type.String(),
  time: Type.String(),
  until: nullable(
    Type.String({ description: 'Last bucket of a stretch that is off; null of what lasts' }),
  ),
  kind: oneOf(anomalyKinds),
  direction: oneOf(['above', 'below']),
  value: nullable(Type.Number()),
  expected: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
  size: Type.Number({ description: 'Value less expected; of a shift new less old level' }),
  deviations: Type.Number({ description: 'The size in standard deviations of what is usual' }),
  p_value: nullable(
    Type.Number({ description: 'Chance of one as large in a quiet series; null of shifts' }),
  ),
  verdict: nullable(oneOf(verdicts)),
  verdict_of: nullable(
    Type.String({ description: 'Time of the labelled anomaly that this one is like' }),
  ),
  explain: spans,
};

const anomaly = record(anomalyMembers, { title: 'Anomaly' });

const common = {
  metric: metricSchema,
  grain: grainSchema,
  breakdown: nullable(record({ name: Type.String(), label: Type.String() })),
  series: Type.Array(series),
  tested: Type.Integer({ description: 'Buckets that were judged, of all series' }),
  false_alarm_rate: Type.Number(),
  expected_false_alarms: Type.Number({
    description: 'Buckets that would be marked though nothing happened: rate × tested',
  }),
  false_discovery_rate: nullable(
    Type.Number({
      description: 'Held over all series together (Benjamini–Hochberg); null for one series',
    }),
  ),
  currency: Type.String(),
  time_zone: Type.String(),
};

export const anomaliesSchema = record(
  {
    ...common,
    status: oneOf(['ok', 'no_data', 'too_few_buckets', 'not_computable']),
    range: rangeSchema,
    freshness: freshnessSchema,
    anomalies: Type.Array(anomaly),
    expected: Type.Array(anomaly, {
      description: 'Those that people called expected, or that are like one of these',
    }),
    holidays: Type.Array(
      record(
        {
          ...anomalyMembers,
          holiday: record({ name: Type.String(), kind: oneOf(['public', 'feast', 'shopping']) }),
        },
        { title: 'HolidayAnomaly' },
      ),
      { description: 'Those that go with a holiday, and are not marked' },
    ),
  },
  { title: 'Anomalies', description: 'What stands out of a metric' },
);

const backtested = record(
  {
    ...anomalyMembers,
    seen: Type.String({ description: 'Local start of the bucket after which it was seen' }),
  },
  { title: 'BacktestedAnomaly' },
);

export const backtestSchema = record(
  { ...common, anomalies: Type.Array(backtested) },
  { title: 'AnomaliesBacktest', description: 'What would have been marked as the data came' },
);

export type AnomaliesAnswer = Deep<Static<typeof anomaliesSchema>>;
export type BacktestAnswer = Deep<Static<typeof backtestSchema>>;

const filters = optional(Type.Array(filterSchema, { maxItems: queryLimits.filters }));
const watched = {
  metric: Type.String({ minLength: 1, maxLength: 100 }),
  grain: grainSchema,
  breakdown: nullable(Type.String()),
  sensitivity: sensitivitySchema,
};

const detector = record(
  {
    id: Type.String(),
    name: Type.String(),
    ...watched,
    filters: Type.Array(
      record({
        dimension: Type.String(),
        operator: Type.String(),
        values: Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
      }),
    ),
    saved_at: Type.String(),
  },
  { title: 'AnomalyDetector' },
);

const scanFaults = { ...metricFaults, computation_timeout: 'unavailable' } as const;

export const anomalyOperations = [
  operation({
    id: 'analytics.anomalies',
    method: 'POST',
    path: '/api/analytics/anomalies',
    summary: 'Find what is unusual in a metric',
    description:
      'Outliers, shifts of the level and missing data, each with what was expected. By default the last 90 days by day. With a breakdown false discoveries are held down over all series together.',
    permission: 'analytics:read',
    input: record({ ...watchedInput, time: metricQuerySchema.properties.time }),
    answer: json(anomaliesSchema),
    problems: scanFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Days of revenue that stand out',
        input: { tenant_id: 'shop', metric: 'revenue', sensitivity: 'high' },
        answer: { metric: { name: 'revenue' }, grain: 'day', false_alarm_rate: 0.01 },
      },
    ],
  }),
  operation({
    id: 'analytics.anomalies_backtest',
    method: 'POST',
    path: '/api/analytics/anomalies/backtest',
    summary: 'Show what a detector would have marked',
    description:
      'Every bucket is judged with nothing known but what came before it, as if it had been watched.',
    permission: 'analytics:read',
    input: record({
      ...watchedInput,
      last: optional(
        Type.Integer({ minimum: 1, maximum: 180, description: 'Buckets to go back; default 90' }),
      ),
    }),
    answer: json(backtestSchema),
    problems: scanFaults,
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'The last 30 days of revenue',
        input: { tenant_id: 'shop', metric: 'revenue', last: 30 },
        answer: { metric: { name: 'revenue' }, grain: 'day' },
      },
    ],
  }),
  operation({
    id: 'analytics.label_anomaly',
    method: 'POST',
    path: '/api/analytics/anomalies/label',
    summary: 'Say that an anomaly was expected, or real',
    description:
      'One labelled expected is not marked again, nor is a later one of its kind and direction on the same day of the week that is not a tenth further out. One labelled real stays marked whatever the sensitivity. Without a verdict the label is taken back.',
    permission: 'detectors:write',
    input: record({
      ...ofTenant,
      metric: watched.metric,
      grain: grainSchema,
      filters,
      breakdown: optional(Type.String({ minLength: 1, maxLength: 100 })),
      series: nullable(Type.String({ maxLength: 1_000 })),
      time: Type.String({ minLength: 10, maxLength: 40 }),
      kind: oneOf(anomalyKinds),
      direction: oneOf(['above', 'below']),
      deviations: Type.Number({ minimum: 0 }),
      verdict: nullable(oneOf(verdicts)),
    }),
    answer: nothing,
    problems: metricFaults,
    repeats: 'idempotent',
    audit: 'anomaly.labelled',
    since: '0.2.0',
    examples: [
      {
        name: 'A sale that was planned',
        input: {
          tenant_id: 'shop',
          metric: 'revenue',
          grain: 'day',
          series: null,
          time: '2026-05-08',
          kind: 'outlier',
          direction: 'above',
          deviations: 5.2,
          verdict: 'expected',
        },
      },
    ],
  }),
  operation({
    id: 'detectors.list',
    method: 'GET',
    path: '/api/tenants/:tenant_id/detectors',
    summary: 'List saved detectors of anomalies',
    permission: 'analytics:read',
    input: record(ofTenant),
    answer: json(record({ detectors: Type.Array(detector) }, { title: 'AnomalyDetectorList' })),
    repeats: 'safe',
    since: '0.2.0',
    examples: [{ name: 'What is watched', input: { tenant_id: 'shop' } }],
  }),
  operation({
    id: 'detectors.save',
    method: 'POST',
    path: '/api/tenants/:tenant_id/detectors',
    summary: 'Save a detector of anomalies',
    description: 'With the id of a saved one it takes its place.',
    permission: 'detectors:write',
    input: record({
      ...ofTenant,
      id: optional(Type.String({ minLength: 1, maxLength: 40 })),
      name: Type.String({ minLength: 1, maxLength: 100 }),
      metric: watched.metric,
      grain: optional(grainSchema),
      filters,
      breakdown: watchedInput.breakdown,
      sensitivity: watchedInput.sensitivity,
    }),
    answer: json(detector),
    problems: {
      ...metricFaults,
      detector_not_found: 'not_found',
      too_many_detectors: 'conflict',
      personal_dimension: 'invalid',
    },
    repeats: 'once',
    audit: 'detector.saved',
    since: '0.2.0',
    examples: [
      {
        name: 'Revenue by channel',
        input: {
          tenant_id: 'shop',
          name: 'Revenue by channel',
          metric: 'revenue',
          breakdown: 'channel',
        },
        answer: { metric: 'revenue', grain: 'day', sensitivity: 'medium' },
      },
    ],
  }),
  operation({
    id: 'detectors.remove',
    method: 'DELETE',
    path: '/api/tenants/:tenant_id/detectors/:id',
    summary: 'Remove a saved detector',
    permission: 'detectors:write',
    input: record({ ...ofTenant, id: Type.String({ minLength: 1, maxLength: 40 }) }),
    answer: nothing,
    problems: { detector_not_found: 'not_found' },
    repeats: 'idempotent',
    audit: 'detector.removed',
    since: '0.2.0',
    examples: [
      {
        name: 'Watched no more',
        input: { tenant_id: 'shop', id: '{{detectors.save/id}}' },
      },
    ],
  }),
] as const;
