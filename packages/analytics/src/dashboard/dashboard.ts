import { type Deep, nullable, oneOf, optional, record } from '@olympus/contract';
import { type Static, Type } from 'typebox';
import {
  grainSchema,
  polaritySchema,
  rangeSchema,
  unitSchema,
} from '../operations/words.contract.js';

const seriesPoint = record(
  {
    t: Type.String({ description: 'Local start of the bucket' }),
    value: nullable(Type.Number()),
    incomplete: optional(
      Type.Literal(true, {
        description: 'The bucket is not over, or only partly inside the range',
      }),
    ),
  },
  { title: 'SeriesPoint' },
);

const tile = record(
  {
    metric: Type.String(),
    label: Type.String(),
    description: Type.String(),
    unit: unitSchema,
    polarity: polaritySchema,
    value: nullable(Type.Number()),
    previous: nullable(Type.Number()),
    change: nullable(Type.Number()),
    change_kind: oneOf(['ratio', 'points'], {
      description:
        '`points`: the difference of two ratios; `ratio`: relative to the previous value',
    }),
    series: Type.Array(seriesPoint),
  },
  { title: 'DashboardTile', description: 'One number, what it was before, and how it went' },
);

const series = record(
  {
    metric: Type.String(),
    label: Type.String(),
    unit: unitSchema,
    points: Type.Array(seriesPoint),
    previous: nullable(Type.Array(seriesPoint)),
  },
  { title: 'DashboardSeries', description: 'A metric over time, and over the time before' },
);

const breakdownRow = record(
  {
    key: nullable(Type.String()),
    label: Type.String(),
    value: nullable(Type.Number()),
    previous: nullable(Type.Number()),
    change: nullable(Type.Number()),
    share: nullable(Type.Number({ description: 'Of the total; null when that is 0 or unknown' })),
  },
  { title: 'BreakdownRow' },
);

const breakdown = record(
  {
    dimension: Type.String(),
    label: Type.String(),
    metric: Type.String(),
    rows: Type.Array(breakdownRow),
    other: nullable(
      Type.Number({
        description: 'What all groups that are not shown make together; null when all are shown',
      }),
    ),
    total: nullable(Type.Number()),
  },
  { title: 'Breakdown', description: 'A metric by the values of a dimension' },
);

const quality = record(
  {
    events: Type.Integer(),
    dead_letters_open: Type.Integer(),
    sales_lines: Type.Integer(),
    lines_without_customer: Type.Integer(),
    lines_without_cost: Type.Integer(),
    latest_problems: Type.Array(record({ code: Type.String(), count: Type.Integer() })),
  },
  { title: 'DataQuality', description: 'What is missing behind the figures' },
);

const confidence = record(
  {
    level: oneOf(['high', 'medium', 'low'], {
      description: 'high: nothing is missing; low: figures may change or mean little',
    }),
    completeness: nullable(
      Type.Number({ description: 'Share of what was sent that could be stored; null without any' }),
    ),
    history_days: Type.Integer({ description: 'Days since the first fact' }),
    reasons: Type.Array(
      record({
        code: oneOf(
          [
            'no_data',
            'data_late',
            'many_rejected',
            'some_rejected',
            'little_data',
            'short_history',
            'comparison_before_data',
            'lines_without_customer',
            'lines_without_cost',
          ],
          { description: 'What is missing' },
        ),
        value: Type.Number({
          description: 'A share of 1; lines for little_data, days for short_history, else 0',
        }),
      }),
    ),
  },
  { title: 'DashboardConfidence', description: 'How far the figures can be relied on' },
);

const prediction = record(
  {
    metric: Type.String(),
    label: Type.String(),
    unit: unitSchema,
    grain: grainSchema,
    level: Type.Number({ description: 'Probability that each interval is made to hold' }),
    points: Type.Array(
      record({
        t: Type.String({ description: 'Local start of the bucket; the first one is running' }),
        mean: Type.Number(),
        low: Type.Number(),
        high: Type.Number(),
      }),
    ),
    total: record({
      days: Type.Integer({ description: 'Whole days after the running one' }),
      mean: Type.Number(),
      low: Type.Number({ description: 'Of the sum; not the sum of the days’ bounds' }),
      high: Type.Number(),
    }),
    method: Type.String(),
    past: nullable(
      record({
        tries: Type.Integer({ description: 'Forecasts of the past held against what came' }),
        day_error: Type.Number({
          description: 'Sum of absolute errors of days by the sum of days',
        }),
        total_error: Type.Number({ description: 'The same of their totals' }),
      }),
    ),
  },
  { title: 'DashboardPrediction', description: 'What is to come, and how such forecasts did' },
);

const insightLine = record(
  {
    id: Type.String(),
    kind: Type.String(),
    metric: Type.String(),
    direction: oneOf(['up', 'down', 'none']),
    text: Type.String(),
    span: rangeSchema,
  },
  {
    title: 'DashboardInsight',
    description: 'A finding’s sentence; `analytics.insights` proves it',
  },
);

const outlook = record(
  {
    pending: Type.Boolean({
      description: 'Being computed beside this answer: ask again in a moment, or with `wait`',
    }),
    predictions: Type.Array(prediction, {
      description: 'Empty where there is too little to go by, or data ended',
    }),
    insights: Type.Array(insightLine, { description: 'The morning’s brief, best first' }),
  },
  { title: 'DashboardOutlook' },
);

const figuresFields = {
  tenant_id: Type.String(),
  name: Type.String(),
  timeframe: Type.String(),
  range: record({ from: Type.String(), to: Type.String(), time_zone: Type.String() }),
  comparison: nullable(rangeSchema),
  grain: grainSchema,
  currency: Type.String(),
  locale: Type.String(),
  generated_at: Type.String(),
  stale: optional(
    Type.Literal(true, {
      description:
        'A newer one is being built: data pours in faster than it can be summed up. Ask again in a moment.',
    }),
  ),
  freshness: record(
    {
      data_through: nullable(Type.String()),
      last_received_at: nullable(Type.String()),
      status: oneOf(['live', 'recent', 'late', 'empty'], {
        description:
          'By what was last received: within 5 minutes, within 24 hours, longer ago, never',
      }),
    },
    { title: 'DashboardFreshness' },
  ),
  tiles: Type.Array(tile),
  series: Type.Array(series),
  breakdowns: Type.Array(breakdown),
  quality,
  confidence,
};

/** What a dashboard says of its span. */
export const figuresSchema = record(figuresFields, { title: 'DashboardFigures' });

export const dashboardSchema = record(
  { ...figuresFields, outlook },
  { title: 'Dashboard', description: 'The overview of a business' },
);

export type Tile = Deep<Static<typeof tile>>;
export type SeriesPoint = Deep<Static<typeof seriesPoint>>;
export type Series = Deep<Static<typeof series>>;
export type Breakdown = Deep<Static<typeof breakdown>>;
export type DashboardQuality = Deep<Static<typeof quality>>;
export type DashboardConfidence = Deep<Static<typeof confidence>>;
export type DashboardPrediction = Deep<Static<typeof prediction>>;
export type DashboardOutlook = Deep<Static<typeof outlook>>;
/** Without what is to come, which is computed beside it. */
export type Dashboard = Deep<Static<typeof figuresSchema>>;
