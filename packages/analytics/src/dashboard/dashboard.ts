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

export const dashboardSchema = record(
  {
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
  },
  { title: 'Dashboard', description: 'The overview of a business' },
);

export type Tile = Deep<Static<typeof tile>>;
export type SeriesPoint = Deep<Static<typeof seriesPoint>>;
export type Series = Deep<Static<typeof series>>;
export type Breakdown = Deep<Static<typeof breakdown>>;
export type DashboardQuality = Deep<Static<typeof quality>>;
export type Dashboard = Deep<Static<typeof dashboardSchema>>;
