import { nullable, oneOf, optional, record } from '@olympus/contract';
import { type Static, Type } from 'typebox';

const amount = Type.Number({ minimum: -1e15, maximum: 1e15 });
const level = (description: string) => Type.Number({ minimum: -1e15, maximum: 1e15, description });
const resolve = optional(
  nullable(level('Where it resolves again, if not at the same level: between the two it goes on')),
);

export const againsts = ['previous', 'week', 'year'] as const;
export const sensitivities = ['low', 'medium', 'high'] as const;

/** When an alert fires. */
export const ruleSchema = Type.Union(
  [
    record(
      {
        kind: Type.Literal('threshold'),
        direction: oneOf(['above', 'below']),
        level: amount,
        resolve,
      },
      { description: 'The value is above or below a level, in the metric’s unit' },
    ),
    record(
      {
        kind: Type.Literal('change'),
        direction: oneOf(['up', 'down']),
        as: oneOf(['percent', 'absolute'], { description: 'Per cent, or the metric’s unit' }),
        size: Type.Number({ exclusiveMinimum: 0, maximum: 1e15 }),
        against: oneOf(againsts, {
          description:
            'The window before; the same a week before; the same a year before (52 weeks, of months the month)',
        }),
        resolve,
      },
      { description: 'The value differs from that of an earlier window by at least so much' },
    ),
    record(
      {
        kind: Type.Literal('band'),
        direction: oneOf(['either', 'above', 'below']),
        sensitivity: oneOf(sensitivities),
      },
      { description: 'The value is outside what level, trend and season let expect' },
    ),
    record(
      { kind: Type.Literal('pace'), kpi: Type.String({ minLength: 1, maxLength: 40 }) },
      { description: 'A KPI is behind what its goal asks for by now' },
    ),
    record(
      {
        kind: Type.Literal('no_data'),
        minutes: Type.Integer({ minimum: 15, maximum: 1440 }),
      },
      { description: 'The metric had nothing for so many minutes, all within the alert’s hours' },
    ),
    record(
      {
        kind: Type.Literal('new_value'),
        dimension: Type.String({ minLength: 1, maxLength: 100 }),
      },
      { description: 'A value of a dimension appears that the windows before did not have' },
    ),
  ],
  { title: 'AlertRule' },
);
export type Rule = Static<typeof ruleSchema>;
export type RuleKind = Rule['kind'];
