import { nullable, oneOf, optional, record } from '@olympus/contract';
import { filterSchema } from '@olympus/semantic';
import { type Static, type TProperties, Type } from 'typebox';
import { type Rule, ruleSchema } from './rule.js';

/** How much a tenant may define, and one alert may look at. */
export const alertLimits = { alerts: 200, groups: 50, filters: 20, for: 20, channels: 20 } as const;

/** Windows that move along with the clock, and those of the calendar, judged when they have ended. */
export const windows = ['5m', '15m', '30m', '60m', 'hour', 'day', 'week', 'month'] as const;
export type Window = (typeof windows)[number];
export const severities = ['info', 'warning', 'critical'] as const;

const clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'Local, 09:00' });

/** Hours of some days of the week, on the tenant's clock. */
export const hoursSchema = record(
  {
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
      minItems: 1,
      maxItems: 7,
      uniqueItems: true,
      description: '1 is Monday',
    }),
    from: clock,
    to: clock,
  },
  { title: 'AlertHours', description: 'Hours that end before they begin go on past midnight' },
);
export type Hours = Static<typeof hoursSchema>;

const channels = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
  maxItems: alertLimits.channels,
  uniqueItems: true,
  description: 'Ids of channels of delivery; the inbox always gets it',
});

const escalation = record(
  { after_minutes: Type.Integer({ minimum: 1, maximum: 10_080 }), channels },
  { description: 'Who is told when nobody has acknowledged it after so many minutes' },
);

/** The part of a definition that says what is watched. */
export const conditionFields = {
  metric: Type.String({ minLength: 1, maxLength: 100, description: 'A metric of the model' }),
  filters: optional(Type.Array(filterSchema, { maxItems: alertLimits.filters })),
  group_by: optional(
    nullable(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: `Watch each value of this dimension by itself, the ${alertLimits.groups} largest`,
      }),
    ),
  ),
  window: oneOf(windows, {
    description: 'How long a time is looked at: rolling minutes, or the calendar’s own',
  }),
  rule: ruleSchema,
  for: optional(
    Type.Integer({
      minimum: 1,
      maximum: alertLimits.for,
      description: 'Windows in a row that have to break the rule; default 1',
    }),
  ),
  hours: optional(nullable(hoursSchema)),
};

/** What people say of an alert. */
export const definitionFields = {
  name: Type.String({ minLength: 1, maxLength: 120 }),
  ...conditionFields,
  quiet: optional(nullable(hoursSchema)),
  severity: optional(oneOf(severities, { description: 'Default warning' })),
  owner: optional(Type.String({ maxLength: 120, description: 'Who answers for it' })),
  description: optional(Type.String({ maxLength: 1000 })),
  channels: optional(channels),
  escalation: optional(nullable(escalation)),
  enabled: optional(Type.Boolean({ description: 'Default true' })),
};

type Filter = Static<typeof filterSchema>;

/** What is watched, complete. */
export interface Condition {
  readonly metric: string;
  readonly filters: readonly Filter[];
  readonly group_by: string | null;
  readonly window: Window;
  readonly rule: Rule;
  readonly for: number;
  /** When it watches; null: always. */
  readonly hours: Hours | null;
}

/** An alert as people defined it, complete. */
export interface Definition extends Condition {
  readonly name: string;
  /** When nobody is told; what still fires afterwards is told then. */
  readonly quiet: Hours | null;
  readonly severity: (typeof severities)[number];
  readonly owner: string;
  readonly description: string;
  readonly channels: readonly string[];
  readonly escalation: { readonly after_minutes: number; readonly channels: string[] } | null;
  readonly enabled: boolean;
}

/** As a caller's input is handed out: nobody writes to it. */
type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T;
type Given<Fields extends TProperties> = Deep<Static<ReturnType<typeof record<Fields>>>>;
export type GivenCondition = Given<typeof conditionFields>;
export type GivenDefinition = Given<typeof definitionFields>;

const hoursOf = (given: Deep<Hours> | null | undefined): Hours | null =>
  given === undefined || given === null ? null : { ...given, days: [...given.days] };

export const conditionOf = (given: GivenCondition): Condition => ({
  metric: given.metric,
  filters: structuredClone(given.filters ?? []) as Filter[],
  group_by: given.group_by ?? null,
  window: given.window,
  rule: structuredClone(given.rule) as Rule,
  for: given.for ?? 1,
  hours: hoursOf(given.hours),
});

export const definitionOf = (given: GivenDefinition): Definition => ({
  ...conditionOf(given),
  name: given.name.trim(),
  quiet: hoursOf(given.quiet),
  severity: given.severity ?? 'warning',
  owner: (given.owner ?? '').trim(),
  description: (given.description ?? '').trim(),
  channels: [...(given.channels ?? [])],
  escalation:
    given.escalation === undefined || given.escalation === null
      ? null
      : { ...given.escalation, channels: [...given.escalation.channels] },
  enabled: given.enabled ?? true,
});
