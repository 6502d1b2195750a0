import {
  bind,
  compile,
  type Dialect,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  type ParameterType,
  type Statement,
  sql,
} from '@olympus/sql';
import { compileComparison } from '../compile/conditions.js';
import { compileFirstFilter } from '../compile/first-day.js';
import { compileLatest } from '../compile/latest.js';
import { compileCohortFilter, isCohortFilter } from '../journeys/cohorts/cohort-filter.js';
import type { LatestSource } from '../model/declarations.js';
import type { PlannedFilter } from '../plan/plan.js';
import type { CustomerColumn, CustomerColumnName } from './columns.js';
import { type CustomersInput, createExpressions, type Expressions } from './expressions.js';
import { compileBought, compileSearch, linesScope } from './narrow.js';
import { peopleRows, tenantOf } from './people.js';
import type { PlannedCondition } from './plan-customers.js';

const and = sql` AND `;

const parameterTypes: Readonly<Record<CustomerColumn['type'], ParameterType>> = {
  text: 'string',
  date: 'timestamp',
  word: 'integer',
  count: 'decimal',
  number: 'decimal',
  currency: 'decimal',
  days: 'decimal',
};

/** A day's bounds are instants: after a day is from the next one's first instant on. */
const dateOperators = { gt: 'gte', gte: 'gte', lt: 'lt', lte: 'lt' } as const;

function compileOwn(
  dialect: Dialect,
  { value }: Expressions,
  { column, operator, values }: PlannedCondition,
): Fragment {
  const of = sql`(${value(column.name)})`;
  const type = parameterTypes[column.type];
  const read =
    column.type === 'date' && operator in dateOperators
      ? dateOperators[operator as keyof typeof dateOperators]
      : operator;
  return compileComparison(dialect, of, type, read, values);
}

function latestOf({ context, dialect, plan }: CustomersInput, source: LatestSource, who: Fragment) {
  const entity = plan.model.entities.get(source.entity);
  if (entity === undefined) throw new Error(`no entity ${source.entity}`);
  const rows = compileLatest({ dialect, tenant: tenantOf(context) }, entity, source);
  return sql`(SELECT o.${identifier(source.column)} FROM ${rows} AS o WHERE o.customer_key = ${who})`;
}

/** A filter on a dimension of the customer, as the list shows it. */
function compileAbout(
  input: CustomersInput,
  { value, record }: Expressions,
  filter: PlannedFilter,
): Fragment {
  const { dialect } = input;
  const { dimension, operator, values } = filter;
  if (isCohortFilter({ dimension: dimension.name })) {
    const person = value('customer_key');
    return compileCohortFilter({ ...linesScope(input), person }, filter);
  }
  const { source } = dimension;
  if (source.kind === 'first') {
    const first = compileFirstFilter(linesScope(input), filter, source);
    return sql`${value('customer_key')} IN (${first})`;
  }
  const of = (): Fragment => {
    if (source.kind === 'latest') return latestOf(input, source, value('customer_key'));
    if (source.kind !== 'attribute') return value('customer_key');
    if (source.column === 'country') return value('country');
    const column = record(source.column);
    if (source.band === undefined) return column;
    return sql`((${dialect.divideWhole(column, source.band)}) * ${integerLiteral(source.band)})`;
  };
  return compileComparison(dialect, of(), dimension.type, operator, values);
}

function fromPeople(
  input: CustomersInput,
  expressions: Expressions,
  conditions: readonly Fragment[],
  keys?: Fragment,
): Fragment {
  const { context, dialect, plan } = input;
  const { needed, usesRecord } = expressions;
  const some = keys === undefined ? sql`` : sql` AND r.customer_key IN (${keys})`;
  const base = peopleRows(context, dialect, needed, { period: plan.period, conditions });
  const records = usesRecord()
    ? sql` LEFT JOIN (SELECT r.customer_key, r.country, r.city, r.segment, r.birth_year FROM customers AS r WHERE r.tenant_id = ${tenantOf(context)}${some}) AS c ON c.customer_key = b.customer_key`
    : sql``;
  return sql`FROM (${base}) AS b${records}`;
}

/**
 * Keys of customers in their order, with how many there are and what they spent in all: columns
 * key, count, revenue. Customers alike in all that the order looks at are in the order of their keys.
 */
export function compileCustomerKeys(
  input: CustomersInput,
  page: { readonly limit: number; readonly offset: number },
): Statement {
  const { dialect, plan } = input;
  const expressions = createExpressions(input);
  const where = [
    ...plan.conditions.map((condition) => compileOwn(dialect, expressions, condition)),
    ...plan.about.map((filter) => compileAbout(input, expressions, filter)),
  ];
  const order = [
    ...plan.order.map(({ column, direction }) =>
      dialect.orderTerm(sql`(${expressions.value(column.name)})`, direction),
    ),
    dialect.orderTerm(sql`b.customer_key`, 'asc'),
  ];
  const spent = expressions.value('revenue');
  const from = fromPeople(input, expressions, [...compileBought(input), ...compileSearch(input)]);
  const filter = where.length === 0 ? sql`` : sql` WHERE ${join(where, and)}`;
  return compile(
    sql`SELECT b.customer_key, count(*) OVER (), sum(${spent}) OVER () ${from}${filter} ORDER BY ${join(order)} LIMIT ${integerLiteral(page.limit)} OFFSET ${integerLiteral(page.offset)}`,
    dialect,
  );
}

/** The columns of some customers, each row beginning with the key; in no order. */
export function compileCustomerRows(
  input: CustomersInput,
  keys: readonly string[],
  columns: readonly CustomerColumn<CustomerColumnName>[],
): Statement {
  const expressions = createExpressions(input);
  const values = columns.map(({ name }) => expressions.value(name));
  const listed = join(keys.map((key) => bind('string', key)));
  const some = [sql`f.customer_key IN (${listed})`];
  const from = fromPeople(input, expressions, some, listed);
  return compile(sql`SELECT ${join([sql`b.customer_key`, ...values])} ${from}`, input.dialect);
}
