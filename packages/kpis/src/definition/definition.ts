import { nullable, oneOf, optional, record } from '@olympus/contract';
import { filterSchema } from '@olympus/semantic';
import { type Static, Type } from 'typebox';
import { calendars } from '../calendar/period.js';

/** How much a tenant may define. */
export const kpiLimits = { kpis: 100, listed: 400, filters: 20 } as const;

export const localDateField = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'Local date',
});

const amount = Type.Number({ minimum: -1e15, maximum: 1e15 });

/** What a KPI is to reach in a period. */
export const targetSchema = Type.Union([
  record({ kind: Type.Literal('value'), value: amount }, { description: 'The same every period' }),
  record(
    { kind: Type.Literal('growth'), growth: Type.Number({ minimum: -1, maximum: 100 }) },
    { description: 'Against the same period of the year before, as a ratio: 0.1 is 10 % more' },
  ),
  record(
    {
      kind: Type.Literal('list'),
      values: Type.Array(
        record({
          period: Type.String({
            pattern: '^\\d{4}-\\d{2}-\\d{2}$',
            description: 'A day of the period',
          }),
          value: amount,
        }),
        { minItems: 1, maxItems: kpiLimits.listed },
      ),
    },
    { description: 'Period by period' },
  ),
]);
export type KpiTarget = Static<typeof targetSchema>;

export const directions = ['up_good', 'down_good'] as const;
export type KpiDirection = (typeof directions)[number];

/** What people say of a KPI. */
export const definitionFields = {
  name: Type.String({ minLength: 1, maxLength: 120 }),
  metric: Type.String({
    minLength: 1,
    maxLength: 100,
    description: 'A metric of the tenant’s model',
  }),
  calendar: oneOf(calendars, { description: 'Length of its periods' }),
  filters: optional(
    Type.Array(filterSchema, {
      maxItems: kpiLimits.filters,
      description: 'Conditions that its figures keep to',
    }),
  ),
  direction: optional(
    nullable(
      oneOf(directions, { description: 'Whether more is better; null: as the metric says' }),
    ),
  ),
  target: optional(nullable(targetSchema)),
  owner: optional(Type.String({ maxLength: 120, description: 'Who answers for it' })),
  description: optional(Type.String({ maxLength: 1000 })),
};

/** A KPI as it is stored. */
export interface KpiDefinition {
  readonly id: string;
  readonly name: string;
  readonly metric: string;
  readonly calendar: (typeof calendars)[number];
  readonly filters: readonly Static<typeof filterSchema>[];
  /** Null: as the metric's polarity says. */
  readonly direction: KpiDirection | null;
  readonly target: KpiTarget | null;
  readonly owner: string;
  readonly description: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly changedAt: string;
  /** Since when it has had this metric, these filters and this calendar. */
  readonly measuredAt: string;
}

/** What a value was measured by: values of the same measure may be compared. */
export const measureOf = ({ metric, filters }: Pick<KpiDefinition, 'metric' | 'filters'>): string =>
  JSON.stringify({ metric, filters });
