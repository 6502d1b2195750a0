import { beginningOf, comparisonKinds, grains, Problem, timeframes } from '@olympus/core';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { operators } from '../model/declarations.js';
import { schemaProblem } from '../schema/schema-problem.js';

/** How much one query may ask for. */
export const queryLimits = {
  metrics: 20,
  dimensions: 6,
  filters: 20,
  /** Single filters in groups and out of them. */
  singleFilters: 60,
  filterValues: 1_000,
  filterTextLength: 1_000,
  having: 10,
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
  { ...closed, title: 'QueryCondition' },
);

/** A condition on one dimension. */
export type Filter = Type.Static<typeof filterSchema>;

/** A condition, or several of which any or all have to hold. */
export type FilterCondition =
  | Filter
  | { readonly any: readonly FilterCondition[] }
  | { readonly all: readonly FilterCondition[] };

const members = { minItems: 1, maxItems: queryLimits.filters } as const;
const anyOfFilters = Type.Object(
  { any: Type.Array(filterSchema, members) },
  { ...closed, title: 'AnyCondition' },
);
const allOf = Type.Object(
  { all: Type.Array(Type.Union([filterSchema, anyOfFilters]), members) },
  { ...closed, title: 'AllConditions', description: 'All of them hold' },
);
const anyOf = Type.Object(
  { any: Type.Array(Type.Union([filterSchema, allOf]), members) },
  { ...closed, title: 'ConditionGroup', description: 'Any of them holds' },
);

/** How a metric is compared with a threshold. */
export const thresholdOperators = ['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte'] as const;
export type ThresholdOperator = (typeof thresholdOperators)[number];

const threshold = Type.Object(
  { metric: name, operator: literals(thresholdOperators), value: Type.Number() },
  closed,
);

const between = Type.Object(
  { from: moment, to: moment },
  { ...closed, description: 'From a local date or time up to but not including another' },
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
    filters: Type.Optional(
      Type.Array(Type.Union([filterSchema, anyOf]), {
        maxItems: queryLimits.filters,
        description: 'All of them hold; groups hold where any of their members does',
      }),
    ),
    having: Type.Optional(
      Type.Array(threshold, {
        maxItems: queryLimits.having,
        description: 'Thresholds that groups have to meet, before the limit cuts them',
      }),
    ),
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

/** Filters that stand in no groups, as they are handed about, never changed. */
export type QueryFilters = readonly Frozen<Filter>[];

/** The single filters of conditions, whatever groups they stand in. */
export const filtersIn = (conditions: readonly FilterCondition[] = []): readonly Filter[] =>
  conditions.flatMap((condition) => {
    if ('any' in condition) return filtersIn(condition.any);
    return 'all' in condition ? filtersIn(condition.all) : [condition];
  });

/** @throws Problem `invalid_query` where groups hold more filters than one question may have */
export function checkFilters(filters: readonly FilterCondition[] = []): void {
  if (filtersIn(filters).length <= queryLimits.singleFilters) return;
  throw new Problem({
    code: 'invalid_query',
    kind: 'invalid',
    message: `There are more than ${queryLimits.singleFilters} filters in groups`,
    at: '/filters',
    remedy: 'Name several values in one filter.',
  });
}

const checker = Compile(metricQuerySchema);
const fields = Object.keys(metricQuerySchema.properties);

/**
 * An untrusted value as a query of the right shape. Whether its names exist is `checkQuery`'s.
 * @throws Problem `invalid_query` with the JSON pointer of the first place that is wrong
 */
export function parseMetricQuery(value: unknown): MetricQuery {
  if (checker.Check(value)) {
    checkFilters(value.filters);
    return value;
  }
  throw schemaProblem('query', value, checker.Errors(beginningOf(value)), fields);
}
