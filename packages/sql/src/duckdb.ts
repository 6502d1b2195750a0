import { dayMs, daysBeforeMonday } from '@olympus/core';
import type { AggregateKind, Dialect } from './dialect.js';
import { type Fragment, identifier, integerLiteral, join, sql } from './fragment.js';

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

const grainText = {
  hour: sql`'hour'`,
  day: sql`'day'`,
  week: sql`'week'`,
  month: sql`'month'`,
  quarter: sql`'quarter'`,
  year: sql`'year'`,
};

function addMilliseconds(timestamp: Fragment, ms: number): Fragment {
  if (ms === 0) return timestamp;
  if (ms % 60_000 === 0)
    return sql`${timestamp} + INTERVAL (${integerLiteral(ms / 60_000)}) MINUTE`;
  return sql`${timestamp} + INTERVAL (${integerLiteral(ms)}) MILLISECOND`;
}

const timestampLiteral = (ms: number) => sql`make_timestamp(${integerLiteral(ms * 1000)})`;

/** DuckDB 1.5. Weeks are truncated to Monday there; other starts move the time before and back after. */
export const duckdbDialect: Dialect = {
  name: 'duckdb',
  placeholder: (position) => `$${position}`,
  quote: (name) => `"${name}"`,
  aggregate: (kind, of, filter) =>
    filter === undefined ? call(kind, of) : sql`${call(kind, of)} FILTER (WHERE ${filter})`,
  lastValue: (of, order) => sql`arg_max(${of}, row(${join(order)}))`,
  addMilliseconds,
  truncate: (timestamp, grain, weekStart) => {
    const days = grain === 'week' ? daysBeforeMonday[weekStart] : 0;
    const moved = addMilliseconds(timestamp, days * dayMs);
    return addMilliseconds(sql`date_trunc(${grainText[grain]}, ${moved})`, -days * dayMs);
  },
  timestampLiteral,
  timestampRows: (column, ms) =>
    sql`(SELECT unnest([${join(ms.map(timestampLiteral))}]) AS ${identifier(column)})`,
  toFloat: (value) => sql`CAST(${value} AS DOUBLE)`,
  containsText: (text, part) => sql`contains(lower(${text}), lower(${part}))`,
  band: (value, width) => sql`(${value} // ${integerLiteral(width)}) * ${integerLiteral(width)}`,
  orderTerm: (value, direction) =>
    direction === 'asc' ? sql`${value} ASC NULLS LAST` : sql`${value} DESC NULLS LAST`,
};
