import type { AggregateKind, Dialect } from './dialect.js';
import {
  decimalLiteral,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  nameLiteral,
  sql,
} from './fragment.js';

function call(kind: AggregateKind, of: Fragment | undefined): Fragment {
  if (of === undefined) return sql`count(*)`;
  switch (kind) {
    case 'sum':
      return sql`sum(${of})`;
    case 'count':
      return sql`count(${of})`;
    case 'count_distinct':
      return sql`count(DISTINCT ${of})`;
    case 'average':
      return sql`avg(${of})`;
    case 'min':
      return sql`min(${of})`;
    case 'max':
      return sql`max(${of})`;
  }
}

const timestampLiteral = (ms: number) => sql`make_timestamp(${integerLiteral(ms * 1000)})`;

/** DuckDB 1.5. */
export const duckdbDialect: Dialect = {
  name: 'duckdb',
  placeholder: (position) => `$${position}`,
  quote: (name) => `"${name}"`,
  aggregate: (kind, of, filter) =>
    filter === undefined ? call(kind, of) : sql`${call(kind, of)} FILTER (WHERE ${filter})`,
  // a decimal fraction is taken exactly, a double would miss places by one
  valueAtTenth: (of, tenths) => sql`quantile_disc(${of}, 0.${integerLiteral(tenths)})`,
  lastValue: (of, order) =>
    sql`arg_max(${of}, ${order.length === 1 ? join(order) : sql`row(${join(order)})`})`,
  quantile: (of, share, filter) => {
    const value = sql`quantile_cont(${of}, ${decimalLiteral(share)})`;
    return filter === undefined ? value : sql`${value} FILTER (WHERE ${filter})`;
  },
  microseconds: (timestamp) => sql`epoch_us(${timestamp})`,
  timestampOf: (microseconds) => sql`make_timestamp(${microseconds})`,
  dateText: (microseconds) => sql`strftime(make_timestamp(${microseconds}), '%Y-%m-%d')`,
  divideWhole: (value, divisor) => sql`${value} // ${integerLiteral(divisor)}`,
  timestampLiteral,
  integerRows: (column, values) =>
    sql`(SELECT unnest([${join(values.map(integerLiteral))}]::BIGINT[]) AS ${identifier(column)})`,
  textRows: (column, list) => sql`(SELECT unnest(${list}) AS ${identifier(column)})`,
  toFloat: (value) => sql`CAST(${value} AS DOUBLE)`,
  containsText: (text, part) => sql`contains(lower(${text}), lower(${part}))`,
  startsWith: (text, prefix) => sql`starts_with(${text}, ${prefix})`,
  jsonText: (json, member) => sql`json_extract_string(${json}, ${nameLiteral(member)})`,
  endsWith: (text, suffix) => sql`ends_with(${text}, ${suffix})`,
  hash: (text) => sql`hash(${text})`,
  orderTerm: (value, direction) =>
    direction === 'asc' ? sql`${value} ASC NULLS LAST` : sql`${value} DESC NULLS LAST`,
};
