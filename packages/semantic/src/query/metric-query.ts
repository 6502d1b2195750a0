import { beginningOf, comparisonKinds, grains, timeframes } from '@olympus/core';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { operators } from '../model/declarations.js';
import { schemaProblem } from '../schema/schema-problem.js';

/** How much one query may ask for. */
export const queryLimits = {
  metrics: 20,
  dimensions: 6,
  filters: 20,
  filterValues: 1_000,
  filterTextLength: 1_000,
  order: 10,
  rows: 10_000,
  /** Buckets of a series × groups, before a limit cuts them. */
  cells: 200_000,
} as const;

const name = Type.String({ minLength: 1, maxLength: 100 });
const moment = Type.String({ minLength: 10, maxLength: 40 });
const closed = { additionalProperties: false } as const;
const literals = <const T extends readonly string[]>(values: T) =>
  Type.Enum([...values] as unknown as T[number][]);

const between = Type.Object(
  { from: moment, to: moment },
  { ...closed, description: 'From a local date or time up to but not including another' },
);

/** A condition on the values of a dimension. */
export const filterSchema = Type.Object(
  {
    dimension: name,
    operator: literals(operators),
    values: Type.Array(
      Type.Union([
        Type.String({ maxLength: queryLimits.filterTextLength }),
        Type.Number(),
        Type.Boolean(),
        Type.Null(),
      ]),
      { minItems: 1, maxItems: queryLimits.filterValues },
    ),
  },
  closed,
);

/** The question that everything asks of the model, as JSON Schema. */
export const metricQuerySchema = Type.Object(
  {
    tenant_id: Type.String({ minLength: 1, maxLength: 63 }),
    metrics: Type.Array(name, { minItems: 1, maxItems: queryLimits.metrics }),
    dimensions: Type.Optional(Type.Array(name, { maxItems: queryLimits.dimensions })),
    time: Type.Optional(
      Type.Union([Type.Object({ timeframe: literals(timeframes) }, closed), between]),
    ),
    grain: Type.Optional(literals(grains)),
    compare: Type.Optional(Type.Union([literals(comparisonKinds), between])),
    filters: Type.Optional(Type.Array(filterSchema, { maxItems: queryLimits.filters })),
    order: Type.Optional(
      Type.Array(
        Type.Object({ by: name, direction: Type.Optional(literals(['asc', 'desc'])) }, closed),
        { maxItems: queryLimits.order },
      ),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: queryLimits.rows })),
  },
  { ...closed, title: 'MetricQuery' },
);

/** Metrics of a business, by dimensions and time; the columns of the answer are named as asked. */
export type MetricQuery = Type.Static<typeof metricQuerySchema>;

/** Read only, all the way down. */
export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** A query's filters as they are handed about, never changed. */
export type QueryFilters = Frozen<NonNullable<MetricQuery['filters']>>;

const checker = Compile(metricQuerySchema);
const fields = Object.keys(metricQuerySchema.properties);

/**
 * An untrusted value as a query of the right shape. Whether its names exist is `checkQuery`'s.
 * @throws Problem `invalid_query` with the JSON pointer of the first place that is wrong
 */
export function parseMetricQuery(value: unknown): MetricQuery {
  if (checker.Check(value)) return value;
  throw schemaProblem('query', value, checker.Errors(beginningOf(value)), fields);
}
