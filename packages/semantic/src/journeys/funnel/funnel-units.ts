import { bind, type Dialect, type Fragment, identifier, join, sql } from '@olympus/sql';
import type { PeopleContext } from '../compile-acts.js';
import type { FunnelPlan, PlannedBreakdown } from './funnel.js';
import { compileChains, doneTable } from './funnel-chains.js';
import { compileFunnelRows, readSpan, type StartSpan } from './funnel-rows.js';
import { hasWorth } from './worth-step.js';

/** Columns of a step in the table of units: when it was first completed, and when that chain began. */
export const doneAt = (index: number): Fragment => identifier(`at${index}`);
export const begunAt = (index: number): Fragment => identifier(`begun${index}`);

export interface UnitOptions {
  /** The pseudonymous keys as `who`. */
  readonly keys?: boolean;
  /** The converting order as `ref`, where the funnel has a worth. */
  readonly orders?: boolean;
}

/**
 * Tables that end with `units`: one row for each person or visit that took the first step, with
 * when each step was first completed, `entered` (when the chain began that got furthest), and
 * `trait` where there is a breakdown.
 */
export function compileUnits(
  context: PeopleContext,
  plan: FunnelPlan,
  start: StartSpan,
  options: UnitOptions = {},
): readonly Fragment[] {
  const { dialect } = context;
  const orders = options.orders === true && hasWorth(plan);
  const keys = options.keys === true;
  const rows = compileFunnelRows(context, plan, start, { keys, orders });
  const chains = compileChains(dialect, plan, rows, start, orders);
  const byVisit = plan.per === 'session';
  const last = plan.steps.length - 1;
  // acts of one instant complete chains of one start, unless they are taken one after another
  const oneStart = !rows.tied && plan.order !== 'any';
  const firsts = plan.steps.map((_, index) => {
    const name = identifier(`f${index}`);
    if (index === 0)
      return sql`${name} AS (SELECT unit, min(acted) AS acted FROM c0 GROUP BY unit)`;
    const begun = dialect.lastValue(
      sql`begun`,
      oneStart ? [sql`-acted`] : [sql`-acted`, sql`begun`],
    );
    const ref =
      orders && index === last
        ? sql`, ${dialect.lastValue(sql`ref`, plan.order === 'any' ? [sql`-acted`, sql`begun`, sql`ref`] : [sql`-acted`, sql`ref`])} AS ref`
        : sql``;
    return sql`${name} AS (SELECT unit, min(acted) AS acted, ${begun} AS begun${ref} FROM ${doneTable(index)} GROUP BY unit)`;
  });
  const later = plan.steps.slice(1).map((_, index) => index + 1);
  const reached = later
    .map(
      (index) =>
        sql`WHEN ${identifier(`f${index}`)}.acted IS NOT NULL THEN ${identifier(`f${index}`)}.begun`,
    )
    .reverse();
  const entered =
    plan.order === 'any' ? sql`f0.acted` : sql`CASE ${join(reached, sql` `)} ELSE f0.acted END`;
  const traits = plan.breakdown && traitTable(context, plan.breakdown);
  const about = byVisit || keys;
  const person = byVisit ? sql`w.person` : sql`f0.unit`;
  const columns = [
    sql`f0.unit AS unit`,
    sql`f0.acted AS at0`,
    sql`f0.acted AS begun0`,
    ...later.map((index) => {
      const table = identifier(`f${index}`);
      return sql`${table}.acted AS ${doneAt(index)}, ${table}.begun AS ${begunAt(index)}`;
    }),
    sql`${entered} AS entered`,
    ...(orders ? [sql`${identifier(`f${last}`)}.ref AS ref`] : []),
    ...(keys ? [sql`w.who AS who`] : []),
    ...(traits === undefined ? [] : [sql`t.trait AS trait`]),
  ];
  const joins = [
    ...later.map((index) => {
      const table = identifier(`f${index}`);
      return sql` LEFT JOIN ${table} ON ${table}.unit = f0.unit`;
    }),
    ...(about ? [sql` LEFT JOIN who AS w ON w.unit = f0.unit`] : []),
    ...(traits === undefined
      ? []
      : [
          sql` LEFT JOIN traits AS t ON t.unit = ${plan.breakdown?.kind === 'customer' ? person : sql`f0.unit`}`,
        ]),
  ];
  const whoColumns = [
    ...(byVisit ? [sql`min(person) AS person`] : []),
    ...(keys ? [sql`min(who) AS who`] : []),
  ];
  return [
    ...rows.tables,
    ...chains,
    ...firsts,
    ...(about ? [sql`who AS (SELECT unit, ${join(whoColumns)} FROM s0 GROUP BY unit)`] : []),
    ...(traits === undefined ? [] : [traits]),
    sql`units AS (SELECT ${join(columns)} FROM f0${join(joins, sql``)})`,
  ];
}

/** A number as the text it is told by; null stays null. */
const asText = (value: Fragment, type: 'string' | 'integer'): Fragment =>
  type === 'string' ? value : sql`CASE WHEN ${value} IS NOT NULL THEN concat(${value}, '') END`;

/** What is known of each customer, or of each unit by its step's acts. */
function traitTable({ dialect, tenant }: PeopleContext, breakdown: PlannedBreakdown): Fragment {
  const { dimension } = breakdown;
  if (breakdown.kind === 'customer') {
    const { source } = dimension;
    if (source.kind !== 'attribute') throw new Error(`${dimension.name} is no attribute`);
    const value = customerValue(dialect, identifier(source.column), source.band);
    return sql`traits AS (SELECT ${dialect.hash(sql`customer_key`)} AS unit, ${asText(value, dimension.type)} AS trait FROM customers WHERE tenant_id = ${tenant})`;
  }
  const order = breakdown.touch === 'first' ? sql`-acted` : sql`acted`;
  const value = dialect.lastValue(sql`trait`, [order, sql`trait`]);
  return sql`traits AS (SELECT unit, ${asText(value, dimension.type)} AS trait FROM ${identifier(`s${breakdown.step}`)} WHERE trait IS NOT NULL GROUP BY unit)`;
}

/** A customer's attribute in the band that it is told by. */
export function customerValue(
  dialect: Dialect,
  value: Fragment,
  band: number | undefined,
): Fragment {
  if (band === undefined) return value;
  return sql`(${dialect.divideWhole(value, band)}) * ${bind('integer', band)}`;
}

/** Conditions on sales that follow from when chains began: an order's lines come when it does, or later. */
export const worthFrom = (plan: FunnelPlan, start: StartSpan): Fragment =>
  bind('timestamp', readSpan(plan, start).fromMs);
