import { nullable, oneOf, optional, record } from '@olympus/contract';
import { Type } from 'typebox';
import { definitionFields, severities, windows } from '../definition/definition.js';

const number = Type.Number();
const maybe = nullable(number);
const instant = Type.String({ description: 'ISO 8601, UTC' });

/** How an alert stands. */
export const states = [
  'ok',
  'pending',
  'firing',
  'acknowledged',
  'resolved',
  'silenced',
  'broken',
  'off',
] as const;
export type AlertState = (typeof states)[number];

const groupSchema = record(
  {
    key: Type.String({ description: 'Value of the group; empty for the whole' }),
    value: maybe,
    reference: nullable(Type.Number({ description: 'Of the window it is held against' })),
    low: maybe,
    high: maybe,
  },
  { title: 'AlertGroup' },
);

const whySchema = record(
  {
    current: maybe,
    previous: maybe,
    compared: record({ from: Type.String(), to: Type.String() }),
    drivers: Type.Array(
      record({
        dimension: Type.String(),
        dimension_label: Type.String(),
        value: nullable(Type.String()),
        contribution: Type.Number({ description: 'Its part of the change, in the metric’s unit' }),
      }),
      { description: 'Groups that moved the metric more than their size lets expect' },
    ),
    context: Type.Array(
      record({ kind: Type.String(), name: Type.String(), at: nullable(Type.String()) }),
      { description: 'Promotions, prices, stock and holidays nearby; no causes' },
    ),
    data_through: nullable(instant),
    earlier: Type.Integer({ description: 'Firings in the 90 days before' }),
  },
  {
    title: 'AlertWhy',
    description: 'What lies behind it, as far as arithmetic and the calendar tell',
  },
);

export const firingSchema = record(
  {
    alert_id: Type.String(),
    name: Type.String(),
    number: Type.Integer({ description: 'From 1' }),
    state: oneOf(['firing', 'acknowledged', 'resolved']),
    severity: oneOf(severities),
    window: record(
      { at: Type.String(), from: instant, to: instant },
      { description: 'The window that broke the rule' },
    ),
    groups: Type.Array(groupSchema, { description: 'As they were when they began to fire' }),
    why: nullable(whySchema),
    lines: Type.Array(Type.String(), {
      description: 'The same in sentences, in the tenant’s language',
    }),
    note: Type.String(),
    started_at: instant,
    ended_at: nullable(instant),
    acknowledged_at: nullable(instant),
    acknowledged_by: nullable(Type.String()),
    told_at: nullable(instant),
    escalated_at: nullable(instant),
    path: Type.String({ description: 'Page that shows what it was about' }),
  },
  { title: 'AlertFiring' },
);

export const alertSchema = record(
  {
    id: Type.String(),
    ...definitionFields,
    state: oneOf(states),
    groups: Type.Array(
      record({
        key: Type.String(),
        phase: oneOf(['ok', 'pending', 'firing']),
        value: maybe,
        reference: maybe,
        low: maybe,
        high: maybe,
      }),
      { description: 'Where each group stands, those that fire first' },
    ),
    window_at: nullable(Type.String({ description: 'The last window that was judged' })),
    checked_at: nullable(instant),
    broken: nullable(
      record(
        {
          code: Type.String(),
          message: Type.String(),
          remedy: nullable(Type.String()),
          since: instant,
        },
        { title: 'AlertBroken', description: 'Why it cannot be judged' },
      ),
    ),
    silenced_until: nullable(instant),
    firings: Type.Integer({ description: 'How often it fired so far' }),
    last_fired_at: nullable(instant),
    metric_label: Type.String(),
    unit: nullable(oneOf(['currency', 'count', 'ratio', 'number'])),
    created_at: instant,
    changed_at: instant,
  },
  { title: 'Alert' },
);

const episode = record(
  {
    from: Type.String({ description: 'The window that it would have fired in' }),
    at: instant,
    to: nullable(Type.String({ description: 'The window that would have ended it' })),
    windows: Type.Integer(),
    groups: Type.Array(groupSchema),
  },
  { title: 'AlertEpisode' },
);

export const triedSchema = record(
  {
    tried: Type.Boolean(),
    why_not: nullable(
      oneOf(['needs_whole_hours', 'needs_present'], {
        description:
          'needs_whole_hours: windows shorter than an hour leave no past to go over. needs_present: KPIs are judged as they stand',
      }),
    ),
    window: nullable(oneOf(windows)),
    approximate: Type.Boolean({ description: 'Whole hours stood for rolling minutes' }),
    from: nullable(instant),
    to: nullable(instant),
    days: Type.Integer({ description: 'Days that were gone over' }),
    firings: Type.Integer({ description: 'How often it would have fired' }),
    episodes: Type.Array(episode, { description: 'When it would have fired, oldest first' }),
    series: Type.Array(
      record({
        key: Type.String(),
        points: Type.Array(
          record({
            at: Type.String(),
            value: maybe,
            reference: maybe,
            low: maybe,
            high: maybe,
          }),
        ),
      }),
      { description: 'What was judged: the whole, or the groups that would have fired first' },
    ),
    suggestion: nullable(
      record(
        {
          level: Type.Number({ description: 'Level, or size of the change' }),
          sensitivity: optional(Type.String()),
          firings: Type.Integer(),
        },
        { title: 'AlertSuggestion', description: 'The level that fires about as often as asked' },
      ),
    ),
    unit: nullable(oneOf(['currency', 'count', 'ratio', 'number'])),
    metric_label: Type.String(),
  },
  { title: 'AlertTrial' },
);
