import type { CustomerKey } from '@olympus/core';
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
import { dimensionValue, lookupJoins, type Scope } from '../compile/scope.js';
import { compileCohortFilter, isCohortFilter } from '../journeys/cohorts/cohort-filter.js';
import type { PlannedFilter } from '../plan/plan.js';
import { dayStartOf } from './as-of.js';
import type { CustomerColumn, CustomerColumnName } from './columns.js';
import {
  type Aggregate,
  type CustomersContext,
  daysSince,
  peopleRows,
  tenantOf,
} from './people.js';
import type { CustomersPlan, PlannedCondition } from './plan-customers.js';
import {
  frequencyScore,
  monetaryScore,
  type RfmCuts,
  recencyScore,
  rfmPlace,
  spendPlace,
  valueScore,
} from './scoring.js';

const and = sql` AND `;

/** What a statement about customers is made from. */
export interface CustomersInput {
  readonly context: CustomersContext;
  readonly dialect: Dialect;
  readonly plan: CustomersPlan;
  readonly cuts: RfmCuts;
  /** The key of the searched text, were it a customer's id. */
  readonly searchedKey?: CustomerKey | undefined;
}

type ScopeParts = Pick<CustomersInput, 'context' | 'dialect' | 'plan'>;

/** Expressions over the row `b` of a customer's sums and the record `c`, and what they need. */
interface Expressions {
  readonly needed: Set<Aggregate>;
  readonly value: (column: CustomerColumnName) => Fragment;
  readonly record: (column: string) => Fragment;
  readonly usesRecord: () => boolean;
}

function createExpressions({ context, dialect, cuts }: CustomersInput): Expressions {
  const needed = new Set<Aggregate>();
  let usesRecord = false;
  const sum = (name: Aggregate): Fragment => {
    needed.add(name);
    return sql`b.${identifier(name)}`;
  };
  const record = (column: string): Fragment => {
    usesRecord = true;
    return sql`c.${identifier(column)}`;
  };
  const days = () => daysSince(context, dialect, sum('last_at'));
  const measured = () => ({
    lastAt: sum('last_at'),
    orders: sum('all_orders'),
    revenue: dialect.toFloat(sum('all_revenue')),
    dayStart: dayStartOf(context.asOf, context.timeZone),
  });
  const value = (column: CustomerColumnName): Fragment => {
    switch (column) {
      case 'customer_key':
        return sql`b.customer_key`;
      case 'country':
        return sql`coalesce(${sum('order_country')}, ${record('country')})`;
      case 'city':
      case 'segment':
        return record(column);
      case 'first_order':
        return sum('first_at');
      case 'last_order':
        return sum('last_at');
      case 'days_since_last_order':
        return days();
      case 'average_order_value':
        return sql`(${dialect.toFloat(sum('revenue'))} / ${sum('orders')})`;
      case 'rfm_segment':
        return rfmPlace(value('recency_score'), value('value_score'));
      case 'spend_segment':
        return spendPlace(measured());
      case 'recency_score':
        return recencyScore(measured(), cuts);
      case 'frequency_score':
        return frequencyScore(measured(), cuts);
      case 'monetary_score':
        return monetaryScore(measured(), cuts);
      case 'value_score':
        return valueScore(
          dialect,
          frequencyScore(measured(), cuts),
          monetaryScore(measured(), cuts),
        );
      case 'orders':
      case 'units':
      case 'revenue':
      case 'discounts':
      case 'refunds':
        return sum(column);
    }
  };
  return { needed, value, record, usesRecord: () => usesRecord };
}

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

/** A filter on a dimension of the customer, as the list shows it. */
function compileAbout(
  input: ScopeParts,
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
  const of = (): Fragment => {
    if (source.kind !== 'attribute') return value('customer_key');
    if (source.column === 'country') return value('country');
    const column = record(source.column);
    if (source.band === undefined) return column;
    return sql`((${dialect.divideWhole(column, source.band)}) * ${integerLiteral(source.band)})`;
  };
  return compileComparison(dialect, of(), dimension.type, operator, values);
}

/** Sold lines under the alias `g`. */
function linesScope({ context, dialect, plan }: ScopeParts): Scope {
  const { timeZone, data } = context;
  return {
    dialect,
    model: plan.model,
    tenant: tenantOf(context),
    local: { timeZone, ...data },
    ledger: 'sales',
    columns: undefined,
    alias: identifier('g'),
    lookups: new Map(),
    used: new Set(),
  };
}

/** Customers with a sold line that meets all of the filters. */
function compileBought({ context, dialect, plan }: CustomersInput): readonly Fragment[] {
  if (plan.bought.length === 0) return [];
  const scope = linesScope({ context, dialect, plan });
  const conditions = plan.bought.map(({ dimension, operator, values }) =>
    compileComparison(dialect, dimensionValue(scope, dimension), dimension.type, operator, values),
  );
  const { period } = plan;
  const inTime = [
    sql`g.occurred_at < ${bind('timestamp', Math.min(context.asOf.endMs, period?.toMs ?? context.asOf.endMs))}`,
    ...(period === undefined ? [] : [sql`g.occurred_at >= ${bind('timestamp', period.fromMs)}`]),
  ];
  const all = [
    sql`g.tenant_id = ${scope.tenant}`,
    sql`g.entry = 'sale'`,
    sql`g.customer_key IS NOT NULL`,
    ...inTime,
    ...conditions,
  ];
  return [
    sql`f.customer_key IN (SELECT g.customer_key FROM sales AS g${lookupJoins(scope)} WHERE ${join(all, and)})`,
  ];
}

/** How pseudonymous keys begin: those of customers, and those of the erased. */
const keyPrefixes = ['c_', 'e_'];

/**
 * Customers whose key, country, city or segment holds the searched text; looked for before anything
 * is summed up, so that only theirs is.
 */
function compileSearch({
  context,
  dialect,
  plan,
  searchedKey,
}: CustomersInput): readonly Fragment[] {
  const { search } = plan;
  if (search === undefined) return [];
  const tenant = tenantOf(context);
  const text = bind('string', search);
  const known = ['country', 'city', 'segment'].map((name) =>
    dialect.containsText(sql`c.${identifier(name)}`, text),
  );
  const told = [
    dialect.containsText(sql`g.country`, text),
    ...(keyPrefixes.some((prefix) => search.startsWith(prefix))
      ? [dialect.startsWith(sql`g.customer_key`, text)]
      : []),
    ...(searchedKey === undefined ? [] : [sql`g.customer_key = ${bind('string', searchedKey)}`]),
  ];
  const or = sql` OR `;
  return [
    sql`f.customer_key IN (SELECT c.customer_key FROM customers AS c WHERE c.tenant_id = ${tenant} AND (${join(known, or)}) UNION ALL SELECT g.customer_key FROM sales AS g WHERE g.tenant_id = ${tenant} AND g.customer_key IS NOT NULL AND (${join(told, or)}))`,
  ];
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
