import { beginningOf } from '@olympus/core';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Frozen, filterSchema } from '../../query/metric-query.js';
import { schemaProblem } from '../../schema/schema-problem.js';
import { actSchema } from '../act.js';

/** How much one definition may say. */
export const cohortLimits = {
  groups: 10,
  conditions: 10,
  /** Customers of a list. */
  customers: 10_000,
  /** Conditions of a cohort together with those of the cohorts it is made of. */
  expanded: 100,
} as const;

const closed = { additionalProperties: false } as const;
const match = Type.Enum(['all', 'any'], { description: 'Whether all or any have to hold' });
const act = Type.Object(actSchema.properties, closed);
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Local date' });
const within = Type.Optional(
  Type.Union(
    [
      Type.Object({ last_days: Type.Integer({ minimum: 1, maximum: 3_660 }) }, closed),
      Type.Object({ from: day, to: day }, closed),
    ],
    {
      description:
        'Of the last days, today among them, or from a date up to not another; else ever',
    },
  ),
);
const count = Type.Integer({ minimum: 1, maximum: 1_000_000 });

/** One thing that is true of a customer. */
export const cohortConditionSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('did'),
      act,
      at_least: Type.Optional(count),
      at_most: Type.Optional(count),
      within,
    },
    { ...closed, description: 'Did it, once or a number of times' },
  ),
  Type.Object({ kind: Type.Literal('did_not'), act, within }, closed),
  Type.Object(
    {
      kind: Type.Literal('sequence'),
      first: act,
      next: act,
      days: Type.Integer({ minimum: 1, maximum: 3_660 }),
      within,
    },
    { ...closed, description: 'Did one thing, and another at most so many days later' },
  ),
  Type.Object(
    { kind: Type.Literal('property'), ...filterSchema.properties },
    { ...closed, description: 'What the customer’s record says' },
  ),
  Type.Object(
    {
      kind: Type.Literal('metric'),
      metric: Type.String({ minLength: 1, maxLength: 100 }),
      operator: Type.Enum(['gt', 'gte', 'lt', 'lte']),
      value: Type.Number(),
      within,
    },
    { ...closed, description: 'A sum or count of the customer’s rows; of customers with any' },
  ),
  Type.Object(
    {
      kind: Type.Literal('first_seen'),
      act: Type.Optional(act),
      within,
    },
    { ...closed, description: 'Did it for the first time then; an order by default' },
  ),
  Type.Object(
    {
      kind: Type.Literal('cohort'),
      cohort: Type.String({ minLength: 1, maxLength: 63 }),
      member: Type.Boolean({ description: 'False: is not in it' }),
    },
    closed,
  ),
]);

/** Who belongs to a cohort. */
export const cohortDefinitionSchema = Type.Union(
  [
    Type.Object({ kind: Type.Literal('list') }, { ...closed, description: 'Customers by name' }),
    Type.Object(
      {
        kind: Type.Literal('rules'),
        match,
        groups: Type.Array(
          Type.Object(
            {
              match,
              conditions: Type.Array(cohortConditionSchema, {
                minItems: 1,
                maxItems: cohortLimits.conditions,
              }),
            },
            closed,
          ),
          { minItems: 1, maxItems: cohortLimits.groups },
        ),
      },
      { ...closed, description: 'Customers of whom groups of conditions hold' },
    ),
  ],
  { title: 'CohortDefinition' },
);

export type CohortDefinition = Frozen<Static<typeof cohortDefinitionSchema>>;
export type CohortRules = Extract<CohortDefinition, { kind: 'rules' }>;
export type CohortCondition = CohortRules['groups'][number]['conditions'][number];
export type CohortSpan = NonNullable<Extract<CohortCondition, { kind: 'did' }>['within']>;

const checker = Compile(cohortDefinitionSchema);

/**
 * An untrusted value as a definition of the right shape.
 * @throws Problem `invalid_cohort` with the JSON pointer of the first place that is wrong
 */
export function parseCohortDefinition(value: unknown): CohortDefinition {
  if (checker.Check(value)) return value;
  throw schemaProblem('cohort', value, checker.Errors(beginningOf(value)), [
    'kind',
    'match',
    'groups',
  ]);
}
