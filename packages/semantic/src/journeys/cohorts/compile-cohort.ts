import { dayMs } from '@olympus/core';
import { bind, type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { compileComparison } from '../../compile/conditions.js';
import { compileFirstFilter } from '../../compile/first-day.js';
import { compileLatest } from '../../compile/latest.js';
import { and, where } from '../../compile/pass.js';
import { column, compileCondition, lookupJoins } from '../../compile/scope.js';
import type { Metric } from '../../model/declarations.js';
import { type ActSpan, compileActs, type PeopleContext, peopleScope } from '../compile-acts.js';
import type { PlannedAct } from '../plan-act.js';
import { startOf } from '../retention/first-start.js';
import { customerMeasure } from './plan-cohort.js';
import type { PlannedCohort, PlannedCohortCondition } from './planned-cohort.js';

/** Those of whom something holds, or all others. */
type People = { readonly those: Fragment } | { readonly allBut: Fragment };

/** Everybody who is known: customers with a record or an order. */
export function compileEverybody({ tenant }: PeopleContext): Fragment {
  return sql`SELECT c.customer_key AS who FROM customers AS c WHERE c.tenant_id = ${tenant} UNION SELECT s.customer_key AS who FROM sales AS s WHERE s.tenant_id = ${tenant} AND s.customer_key IS NOT NULL`;
}

/** One SELECT of `who`: the members, each once and never absent. */
export function compileCohort(context: PeopleContext, cohort: PlannedCohort): Fragment {
  if (cohort.kind === 'list') {
    const list = bind('string_list', cohort.customers);
    return sql`SELECT who FROM ${context.dialect.textRows('who', list)} AS l`;
  }
  const groups = cohort.groups.map(({ match, conditions }): People => {
    const [only, ...more] = conditions.map((one) => compileOne(context, one, cohort.toMs));
    if (only === undefined) throw new Error('a group has conditions');
    return more.length === 0 ? only : { those: combine(context, match, [only, ...more]) };
  });
  return combine(context, cohort.match, groups);
}

function combine(context: PeopleContext, match: 'all' | 'any', parts: readonly People[]): Fragment {
  const these = parts.flatMap((part) => ('those' in part ? [part.those] : []));
  const others = parts.flatMap((part) => ('allBut' in part ? [part.allBut] : []));
  const out = (set: Fragment) => sql`e.who NOT IN (${set})`;
  const everybody = compileEverybody(context);
  if (match === 'any') {
    const rest = others.map((set) => sql`SELECT e.who FROM (${everybody}) AS e WHERE ${out(set)}`);
    return join(
      [...these, ...rest].map((set) => sql`SELECT who FROM (${set}) AS u`),
      sql` UNION `,
    );
  }
  const [first, ...more] = these;
  const conditions = [...more.map((set) => sql`e.who IN (${set})`), ...others.map(out)];
  return sql`SELECT e.who FROM (${first ?? everybody}) AS e${where(conditions)}`;
}

function compileOne(
  context: PeopleContext,
  condition: PlannedCohortCondition,
  toMs: number,
): People {
  switch (condition.kind) {
    case 'did': {
      const { act, atLeast, atMost, span } = condition;
      const times = [
        sql`count(*) >= ${integerLiteral(atLeast)}`,
        ...(atMost === undefined ? [] : [sql`count(*) <= ${integerLiteral(atMost)}`]),
      ];
      const rows = actRows(context, act, span, toMs);
      return { those: sql`SELECT who FROM (${rows}) AS a GROUP BY who HAVING ${join(times, and)}` };
    }
    case 'did_not':
      return {
        allBut: sql`SELECT who FROM (${actRows(context, condition.act, condition.span, toMs)}) AS a GROUP BY who`,
      };
    case 'sequence':
      return { those: sequence(context, condition, toMs) };
    case 'first_seen': {
      const { act, span } = condition;
      const rows = actRows(context, startOf(act, true), { toMs: span.toMs }, toMs);
      const from = integerLiteral((span.fromMs ?? 0) * 1000);
      return {
        those: sql`SELECT who FROM (${rows}) AS a GROUP BY who HAVING min(acted_at) >= ${from}`,
      };
    }
    case 'property':
      return { those: property(context, condition) };
    case 'metric':
      return { those: threshold(context, condition) };
    case 'cohort': {
      const members = compileCohort(context, condition.cohort.plan);
      return condition.member ? { those: members } : { allBut: members };
    }
  }
}

/** Rows of who and acted_at, with whatever tables they need inside. */
function actRows(context: PeopleContext, act: PlannedAct, span: ActSpan, toMs: number): Fragment {
  const { tables, rows } = compileActs(context, [{ act, span, columns: () => [] }], { toMs });
  const inside = tables.length === 0 ? rows : sql`WITH ${join(tables)} ${rows}`;
  return sql`SELECT who, acted_at FROM (${inside}) AS w`;
}

/** Those who did the one in the span, and the other later than that but not more than so many days. */
function sequence(
  context: PeopleContext,
  { first, next, days, span }: Extract<PlannedCohortCondition, { kind: 'sequence' }>,
  toMs: number,
): Fragment {
  const length = days * dayMs;
  const after = { fromMs: span.fromMs, toMs: Math.min(toMs, span.toMs + length) };
  const marked = (act: PlannedAct, during: ActSpan, step: number) =>
    sql`SELECT who, acted_at, ${integerLiteral(step)} AS step FROM (${actRows(context, act, during, toMs)}) AS m`;
  const both = sql`${marked(first, span, 0)} UNION ALL ${marked(next, after, 1)}`;
  // the last first act before each instant: no join of acts with acts; ties come before
  const before = sql`max(CASE WHEN step = 0 THEN acted_at END) OVER (PARTITION BY who ORDER BY acted_at, step DESC ROWS UNBOUNDED PRECEDING)`;
  const seen = sql`SELECT who, acted_at, step, ${before} AS began FROM (${both}) AS b`;
  return sql`SELECT who FROM (${seen}) AS s WHERE step = 1 AND acted_at - began <= ${integerLiteral(length * 1000)} GROUP BY who`;
}

/** Customers whose record says so. */
function property(
  context: PeopleContext,
  { filter }: Extract<PlannedCohortCondition, { kind: 'property' }>,
): Fragment {
  const { dialect, tenant } = context;
  const { source, type } = filter.dimension;
  if (source.kind === 'first') {
    return sql`SELECT customer_key AS who FROM (${compileFirstFilter(context, filter, source)}) AS c`;
  }
  if (source.kind === 'latest') {
    const entity = context.model.entities.get(source.entity);
    if (entity === undefined) throw new Error(`no entity ${source.entity}`);
    const foretold = sql`c.${identifier(source.column)}`;
    const met = compileComparison(dialect, foretold, type, filter.operator, filter.values);
    return sql`SELECT c.customer_key AS who FROM ${compileLatest(context, entity, source)} AS c WHERE ${met}`;
  }
  if (source.kind !== 'attribute') throw new Error(`${filter.dimension.name} is no attribute`);
  const own = sql`c.${identifier(source.column)}`;
  const value =
    source.band === undefined
      ? own
      : sql`(${dialect.divideWhole(own, source.band)}) * ${integerLiteral(source.band)}`;
  const holds = compileComparison(dialect, value, type, filter.operator, filter.values);
  return sql`SELECT c.customer_key AS who FROM customers AS c WHERE c.tenant_id = ${tenant} AND ${holds}`;
}

const comparisons = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` } as const;

/** Customers whose rows in the span come to so much; those without rows are in none. */
function threshold(
  context: PeopleContext,
  { metric, operator, value, span }: Extract<PlannedCohortCondition, { kind: 'metric' }>,
): Fragment {
  const measure = customerMeasure(metric);
  if (measure === undefined) throw new Error(`${metric.name} is no measure of customers`);
  const scope = peopleScope(context, measure.ledger);
  const conditions = measure.conditions.map((one) => compileCondition(scope, one));
  const who = column(scope, 'customer_key');
  const at = column(scope, 'occurred_at');
  const of = measure.column === undefined ? undefined : column(scope, measure.column);
  const result = context.dialect.aggregate(measure.aggregate, of, undefined);
  const inTime = [
    ...(span.fromMs === undefined ? [] : [sql`${at} >= ${bind('timestamp', span.fromMs)}`]),
    sql`${at} < ${bind('timestamp', span.toMs)}`,
  ];
  const all = [
    sql`${column(scope, 'tenant_id')} = ${context.tenant}`,
    sql`${who} IS NOT NULL`,
    ...inTime,
    ...conditions,
  ];
  const signed = negates(metric) ? sql`-${result}` : result;
  return sql`SELECT ${who} AS who FROM ${identifier(measure.ledger)} AS f${lookupJoins(scope)}${where(all)} GROUP BY ${who} HAVING ${signed} ${comparisons[operator]} ${bind('float', value)}`;
}

const negates = ({ definition }: Metric): boolean =>
  definition.kind === 'measure' && definition.negate === true;
