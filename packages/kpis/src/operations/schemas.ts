import { instantField, nullable, oneOf, record } from '@olympus/contract';
import { filterSchema } from '@olympus/semantic';
import { Type } from 'typebox';
import { calendars } from '../calendar/period.js';
import { directions, targetSchema } from '../definition/definition.js';
import { shapeMethods } from '../pace/shape.js';
import { prospects, statuses } from '../state/status.js';

const number = Type.Number();
const maybe = nullable(number);

export const calendarSchema = oneOf(calendars, { description: 'Length of the periods' });
export const unitSchema = oneOf(['currency', 'count', 'ratio', 'number']);
export const kindSchema = oneOf(['sum', 'distinct', 'rate'], {
  description:
    'sum: days add up. distinct: counted without repeats, so days do not add up. rate: as good on any day as on the last',
});

export const spanSchema = record(
  { from: Type.String(), to: Type.String() },
  { title: 'KpiPeriod', description: 'Local dates, `to` exclusive' },
);

const pace = record(
  {
    through: Type.String({
      description: 'Local end of what is compared: the last finished bucket',
    }),
    value: number,
    expected_share: Type.Number({ description: 'Of the whole, usually reached by then, 0–1' }),
    straight_share: Type.Number({ description: 'Of the whole, if it came evenly' }),
    expected: nullable(Type.Number({ description: 'What the target asks for by then' })),
    ratio: nullable(
      Type.Number({ description: 'Value over expected; null for targets of nothing and below' }),
    ),
    method: oneOf(shapeMethods, { description: 'What the usual share was learnt from' }),
    learnt_from: Type.Integer({ description: 'Earlier periods, weeks or days' }),
  },
  { title: 'KpiPace' },
);

const landing = record(
  {
    mean: number,
    low: maybe,
    high: maybe,
    level: Type.Number({ description: 'Probability that the bounds hold' }),
    method: oneOf(['forecast', 'share'], {
      description:
        'forecast: what is there plus the forecast of the rest. share: what is there over its usual share',
    }),
    prospect: nullable(
      oneOf(prospects, { description: 'Whether the bounds lie on one side of the target' }),
    ),
  },
  { title: 'KpiLanding' },
);

const state = record(
  {
    status: oneOf(statuses),
    why: nullable(
      oneOf([
        'none_set',
        'not_for_this_period',
        'no_last_year',
        'last_year_not_positive',
        'never',
        'not_in_period',
        'undefined_value',
      ]),
    ),
    kind: nullable(kindSchema),
    period: spanSchema,
    elapsed: Type.Number({ description: 'Share of the period that has passed, 0–1' }),
    value: nullable(Type.Number({ description: 'So far, the running bucket included' })),
    target: maybe,
    pace: nullable(pace),
    landing: nullable(landing),
    no_landing: nullable(oneOf(['rate', 'too_early', 'too_little_history', 'too_far'])),
    previous: nullable(Type.Number({ description: 'The whole period before' })),
    last_year: nullable(Type.Number({ description: 'The whole same period of the year before' })),
    recent: Type.Array(record({ from: Type.String(), value: maybe }), {
      description: 'By period, oldest first, the present one last',
    }),
    data_through: nullable(instantField('How far the data reaches')),
  },
  { title: 'KpiState', description: 'How a KPI stands in its present period' },
);

export const kpiSchema = record(
  {
    id: Type.String(),
    name: Type.String(),
    metric: Type.String(),
    metric_label: Type.String({ description: 'The metric’s name where the metric is gone' }),
    unit: nullable(unitSchema),
    filters: Type.Array(filterSchema),
    direction: nullable(oneOf(directions)),
    better: oneOf(directions, { description: 'The direction that counts' }),
    calendar: calendarSchema,
    target: nullable(targetSchema),
    owner: Type.String(),
    description: Type.String(),
    created_at: instantField('When it was made'),
    changed_at: instantField('When it was last changed'),
    state,
  },
  { title: 'Kpi', description: 'A metric with a target for each period, and how it stands' },
);

const step = record({ time: Type.String(), mean: number, low: maybe, high: maybe });

export const pathSchema = record(
  {
    grain: oneOf(['hour', 'day']),
    points: Type.Array(
      record({
        time: Type.String({ description: 'Local start of the bucket' }),
        value: nullable(Type.Number({ description: 'Sum up to its end; a rate’s own value' })),
        expected: nullable(Type.Number({ description: 'What the target asks for by its end' })),
      }),
    ),
    projection: Type.Array(step, { description: 'From the running bucket on' }),
  },
  { title: 'KpiPath', description: 'The period bucket by bucket' },
);

const recorded = record({
  value: maybe,
  target: maybe,
  status: oneOf(statuses),
  computed_at: instantField('When it was recorded'),
  data_version: Type.Integer({ description: 'Number of the tenant’s data at that moment' }),
});

export const historySchema = Type.Array(
  record(
    {
      period: spanSchema,
      calendar: calendarSchema,
      known: nullable(recorded),
      today: nullable(Type.Number({ description: 'By today’s data and definition' })),
      redefined: Type.Boolean({
        description: 'What is measured was changed since, so there is nothing to compare',
      }),
    },
    { title: 'KpiHistoryEntry' },
  ),
  { description: 'Finished periods, newest first' },
);

const driver = record(
  {
    dimension: Type.String(),
    dimension_label: Type.String(),
    value: nullable(Type.String()),
    difference: number,
    adds_up: Type.Boolean({ description: 'Whether differences of all values make the whole’s' }),
  },
  { title: 'KpiDriver', description: 'What moved most against the same part of the period before' },
);

export const driversSchema = record({
  difference: maybe,
  previous: maybe,
  main: nullable(driver),
});

const pastBenchmark = record({
  basis: oneOf(['previous_period', 'same_period_last_year']),
  period: spanSchema,
  value: maybe,
});

const peers = record(
  {
    shared: Type.Boolean({ description: 'Whether the tenant takes part' }),
    quarter: nullable(
      Type.Integer({ minimum: 1, maximum: 4, description: 'Of the group: 4 is the best' }),
    ),
    figure: nullable(oneOf(['rate', 'growth'])),
    period: nullable(spanSchema),
    why: nullable(
      oneOf(['not_shared', 'custom_metric', 'filtered', 'no_figure', 'not_yet', 'too_few']),
    ),
  },
  { title: 'KpiPeers', description: 'Among the businesses of this server that take part' },
);

export const benchmarksSchema = record(
  {
    past: nullable(
      record({ through: Type.String(), value: maybe, earlier: Type.Array(pastBenchmark) }),
    ),
    locations: Type.Array(
      record({
        name: Type.String(),
        value: number,
        rank: Type.Integer({ minimum: 1 }),
        own: Type.Boolean(),
      }),
      { description: 'Best first; empty where there are fewer than two' },
    ),
    peers,
  },
  { title: 'KpiBenchmarks' },
);

export const suggestionSchema = record(
  {
    last_period: maybe,
    last_year: maybe,
    suggested: nullable(Type.Number({ description: 'A round number a little better than before' })),
  },
  { title: 'KpiTargetSuggestion' },
);

export const proposalSchema = record(
  {
    metric: Type.String(),
    metric_label: Type.String(),
    unit: unitSchema,
    better: oneOf(directions),
    calendar: calendarSchema,
    target: nullable(targetSchema),
    basis: oneOf(['last_year', 'last_period', 'none']),
  },
  { title: 'KpiProposal' },
);
