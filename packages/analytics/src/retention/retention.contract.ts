import { json, nullable, oneOf, operation, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import {
  actOf,
  filtersSchema,
  personGrainSchema,
  watched,
  watchFaults,
  watchSourceSchema,
} from '../people/watch.contract.js';

const share = nullable(Type.Number());

const cell = record(
  {
    period: Type.Integer({ description: 'Periods after the cohort’s own' }),
    complete: Type.Boolean({ description: 'False while the period is not over' }),
    customers: optional(Type.Integer({ description: 'Customers who came back' })),
    revenue: optional(Type.Number({ description: 'Net of refunds, in the tenant’s currency' })),
    share: nullable(
      Type.Number({
        description: 'Of the cohort’s customers; of the revenue of its first period for revenue',
      }),
    ),
    lost: optional(
      Type.Number({
        description: 'Share who did not come back in the period or after; with on_or_after',
      }),
    ),
    per_customer: optional(Type.Number({ description: 'Revenue of the period a customer' })),
    cumulative: optional(Type.Number({ description: 'Revenue so far a customer of the cohort' })),
  },
  { title: 'RetentionCell' },
);

const average = record(
  {
    period: Type.Integer(),
    share,
    cumulative: optional(Type.Number()),
    lost: optional(Type.Number()),
    cohorts: Type.Integer({ description: 'Cohorts for which the period is over' }),
    customers: Type.Integer({ description: 'Their customers' }),
  },
  { title: 'RetentionAverage' },
);

const amount = (description: string) => Type.Number({ description });

const projection = Type.Union(
  [
    record(
      {
        kind: oneOf(['projected']),
        level: Type.Number({ description: 'Share of what comes that the interval holds' }),
        reach: Type.Integer({ description: 'Last period that is projected to' }),
        cohorts: Type.Array(
          record(
            {
              cohort: Type.String({ description: 'First day of the cohort’s period' }),
              points: Type.Array(
                record(
                  {
                    period: Type.Integer({ description: 'Periods after the cohort’s own' }),
                    value: amount('Revenue a customer by the end of the period'),
                    lower: amount('Lower end of its interval'),
                    upper: amount('Upper end of its interval'),
                  },
                  { title: 'ValueAhead' },
                ),
              ),
            },
            { title: 'CohortAhead' },
          ),
        ),
        record: nullable(
          record(
            {
              judged: Type.Integer({
                description: 'Values held against what would have been projected before they came',
              }),
              error: Type.Number({
                description: 'Sum of absolute errors by the sum of the values',
              }),
              covered: Type.Number({
                description: 'Share of them inside the interval before it was widened',
              }),
              widening: Type.Number({
                description: 'What the past’s errors widened the interval by; 1 where it held',
              }),
            },
            { title: 'ProjectionRecord' },
          ),
        ),
      },
      { title: 'ProjectedValue' },
    ),
    record(
      {
        kind: oneOf(['none']),
        reason: oneOf(['one_cohort', 'recurring'], {
          description:
            'one_cohort: fewer than two cohorts have been through two periods; recurring: somebody may be in several cohorts',
        }),
      },
      { title: 'NoProjection' },
    ),
  ],
  { description: 'What customers will have spent; where revenue is measured' },
);

const group = record(
  {
    label: nullable(Type.Union([Type.String(), Type.Number()])),
    rest: Type.Boolean({ description: 'All groups beyond those that are shown' }),
    customers: Type.Integer(),
    cohorts: Type.Array(
      record(
        {
          cohort: Type.String({ description: 'First day of the cohort’s period' }),
          complete: Type.Boolean({ description: 'False while customers may still join' }),
          customers: Type.Integer(),
          cells: Type.Array(cell, { description: 'Periods that have begun' }),
        },
        { title: 'RetentionCohort' },
      ),
    ),
    average: Type.Array(average, {
      description: 'All cohorts together, each by its size, in periods that are over',
    }),
    projection: optional(projection),
  },
  { title: 'RetentionGroup' },
);

export const retentionAnswerSchema = record(
  {
    meta: watchSourceSchema,
    start: Type.String(),
    return: Type.String(),
    cohorts: oneOf(['first', 'recurring']),
    bracket: oneOf(['on', 'on_or_after']),
    measure: oneOf(['customers', 'revenue']),
    grain: personGrainSchema,
    periods: Type.Integer(),
    breakdown: nullable(record({ name: Type.String(), label: Type.String() })),
    groups: Type.Array(group),
  },
  { title: 'RetentionAnswer', description: 'Who came back, by when they began' },
);

export const retentionOperations = [
  operation({
    id: 'retention.run',
    method: 'POST',
    path: '/api/analytics/retention',
    summary: 'Tell who came back, by when they began',
    description:
      'Customers are put into cohorts by the whole period of the tenant’s calendar that their start lies in; each later period tells how many did the return act, or what they spent. Periods that are not over are marked, those that have not begun are absent.',
    permission: 'analytics:read',
    input: record(
      {
        ...watched,
        start: optional(actOf('What makes somebody a member; order.first by default')),
        return: optional(actOf('What counts as having come back; order.placed by default')),
        cohorts: optional(
          oneOf(['first', 'recurring'], {
            description:
              'first: by the first start ever (default); recurring: in every period with a start',
          }),
        ),
        bracket: optional(
          oneOf(['on', 'on_or_after'], {
            description: 'Came back in the period (default), or in it or any later one',
          }),
        ),
        measure: optional(oneOf(['customers', 'revenue'])),
        grain: optional(personGrainSchema),
        periods: optional(
          Type.Integer({ minimum: 1, maximum: 104, description: 'Later periods; default 12' }),
        ),
        filters: filtersSchema,
        breakdown: optional(
          Type.String({
            maxLength: 100,
            description: 'A dimension of the start, such as customer.country',
          }),
        ),
      },
      { title: 'RetentionQuestion' },
    ),
    answer: json(retentionAnswerSchema),
    problems: { ...watchFaults, bracket_not_applicable: 'invalid' },
    repeats: 'safe',
    cost: 'query',
    since: '0.2.0',
    examples: [
      {
        name: 'Customers who came back by week',
        input: {
          tenant_id: 'shop',
          time: { from: '2026-05-01', to: '2026-06-01' },
          grain: 'week',
          periods: 4,
        },
        answer: { start: 'order.first', return: 'order.placed', grain: 'week' },
      },
      {
        name: 'Revenue of cohorts by country',
        input: {
          tenant_id: 'shop',
          time: { from: '2026-05-01', to: '2026-06-01' },
          measure: 'revenue',
          grain: 'month',
          periods: 6,
          breakdown: 'customer.country',
        },
        answer: { measure: 'revenue' },
      },
    ],
  }),
] as const;
