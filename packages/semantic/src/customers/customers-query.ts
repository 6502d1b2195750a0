import { beginningOf } from '@olympus/core';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { operators } from '../model/declarations.js';
import { filterSchema, metricQuerySchema, queryLimits } from '../query/metric-query.js';
import { schemaProblem } from '../schema/schema-problem.js';

/** How much one look at customers may ask for. */
export const customersLimits = {
  search: 200,
  conditions: 20,
  values: 200,
  order: 3,
  rows: 200,
  offset: 10_000_000,
} as const;

const name = Type.String({ minLength: 1, maxLength: 100 });
const closed = { additionalProperties: false } as const;
const literals = <const T extends readonly string[]>(values: T) =>
  Type.Enum([...values] as unknown as T[number][]);

const condition = Type.Object(
  {
    column: name,
    operator: literals(operators),
    values: Type.Array(Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Null()]), {
      minItems: 1,
      maxItems: customersLimits.values,
    }),
  },
  { ...closed, title: 'CustomerCondition', description: 'A condition on a column of customers' },
);

/** Which customers, told by their facts. */
export const customersQueryFields = {
  search: Type.Optional(
    Type.String({
      maxLength: customersLimits.search,
      description:
        'A pseudonymous key or its beginning, a customer’s id as the business knows it, or a part of city, country or segment',
    }),
  ),
  filters: Type.Optional(Type.Array(filterSchema, { maxItems: queryLimits.filters })),
  where: Type.Optional(Type.Array(condition, { maxItems: customersLimits.conditions })),
  time: metricQuerySchema.properties.time,
  as_of: Type.Optional(
    Type.String({
      minLength: 10,
      maxLength: 10,
      description: 'Local date up to whose end facts count; today without one',
    }),
  ),
  order: Type.Optional(
    Type.Array(
      Type.Object({ by: name, direction: Type.Optional(literals(['asc', 'desc'])) }, closed),
      { maxItems: customersLimits.order },
    ),
  ),
};

const schema = Type.Object(customersQueryFields, { ...closed, title: 'CustomersQuery' });

/** Which customers and in which order. */
export type CustomersQuery = Type.Static<typeof schema>;

const checker = Compile(schema);

/**
 * An untrusted value as a query of the right shape; whether its names exist is the plan's.
 * @throws Problem `invalid_query` with the JSON pointer of the first place that is wrong
 */
export function parseCustomersQuery(value: unknown): CustomersQuery {
  if (checker.Check(value)) return value;
  throw schemaProblem(
    'query',
    value,
    checker.Errors(beginningOf(value)),
    Object.keys(customersQueryFields),
  );
}
