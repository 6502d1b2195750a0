import { bind, compile, type Dialect, integerLiteral, type Statement, sql } from '@olympus/sql';
import type { QueryPlan } from '../plan/plan.js';
import { selectGroups } from './compile-plan.js';

/**
 * How the first metric's values of a plan's groups are spread: how many are known, the least, the
 * greatest, their mean and the mean of their squares; one row.
 */
export function compileSpread(plan: QueryPlan, dialect: Dialect): Statement {
  const { select } = selectGroups(plan, dialect);
  const value = dialect.toFloat(sql`w.v0`);
  return compile(
    sql`SELECT count(w.v0) AS n, min(${value}) AS least, max(${value}) AS most, avg(${value}) AS mean, avg(${value} * ${value}) AS squares FROM (${select}) AS w`,
    dialect,
  );
}

/** Bins of one width; values below and above all of them are counted with the first and the last. */
export interface Bins {
  readonly from: number;
  readonly width: number;
  readonly count: number;
}

/** How many groups fall into each bin: its place, from 0, and the count; bins without any are left out. */
export function compileBins(plan: QueryPlan, bins: Bins, dialect: Dialect): Statement {
  const { select } = selectGroups(plan, dialect);
  const last = integerLiteral(bins.count - 1);
  const from = bind('float', bins.from);
  const width = bind('float', bins.width);
  const place = sql`CAST(floor((${dialect.toFloat(sql`w.v0`)} - ${from}) / ${width}) AS BIGINT)`;
  const bounded = sql`CASE WHEN b.place < 0 THEN 0 WHEN b.place > ${last} THEN ${last} ELSE b.place END`;
  return compile(
    sql`SELECT ${bounded} AS bin, count(*) AS n FROM (SELECT ${place} AS place FROM (${select}) AS w WHERE w.v0 IS NOT NULL) AS b GROUP BY 1 ORDER BY 1`,
    dialect,
  );
}
