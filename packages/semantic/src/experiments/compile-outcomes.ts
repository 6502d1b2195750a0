import { bind, type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { where } from '../compile/pass.js';
import { inSpan, type PeopleContext } from '../journeys/compile-acts.js';
import { dayBefore, earlier, now, outcomeTables, pastValue, placeOf } from './outcome-tables.js';
import { outcomeVariables } from './outcome-variables.js';
import type { OutcomePlan, UnitTrait } from './outcomes.js';

/** Kinds of rows that the statement gives, in its first column. */
export const outcomeParts = { units: 0, sums: 1, mixed: 2, shown: 3, past: 4 } as const;

const none = sql`CAST(0 AS DOUBLE)`;
const noText = sql`''`;
const count = sql`count(*)`;

/**
 * One statement about all outcomes: rows of part, arm, place, n, and numbers as `readOutcomes` takes
 * them. `place` is the day's step, or the value of the trait that units are told apart by.
 * Units are added on the day of their first exposure and outcomes on the day that they change, so
 * that sums up to a day are what was known at its end.
 */
export function compileOutcomes(
  context: PeopleContext,
  plan: OutcomePlan,
  trait?: UnitTrait,
): Fragment {
  const told = (place: Fragment) => (trait === undefined ? sql`concat(${place}, '')` : place);
  const arm = sql`concat(arm, '')`;
  const exposed = placeOf(context, plan, trait, sql`exposed`);
  const atExposure = sumsAtExposure(context, plan);
  const nothing = atExposure.map(() => none);
  const parts = [
    // grouped by numbers first: texts of a million units would take longer than all the rest
    sql`${row(outcomeParts.units, arm, told(sql`place`), sql`n`, nothing)} FROM (SELECT arm, ${exposed} AS place, count(*) AS n FROM clean GROUP BY 1, 2) AS g`,
    sql`${row(outcomeParts.past, arm, told(exposed), count, atExposure)} FROM past GROUP BY 2, 3`,
    sql`${row(outcomeParts.sums, arm, told(sql`day`), count, sumsLater(plan))} FROM values_now GROUP BY 2, 3`,
    ...(trait === undefined
      ? [
          sql`${row(outcomeParts.mixed, noText, noText, count, nothing)} FROM units WHERE arm <> other`,
          ...shownCounts(context, plan, (variant) =>
            row(outcomeParts.shown, variant, noText, count, nothing),
          ),
        ]
      : []),
  ];
  return sql`WITH ${join(outcomeTables(context, plan, trait))} ${join(parts, sql` UNION ALL `)}`;
}

const row = (
  part: number,
  arm: Fragment,
  place: Fragment,
  n: Fragment,
  values: readonly Fragment[],
): Fragment =>
  sql`SELECT ${join([
    sql`${integerLiteral(part)} AS part`,
    sql`${arm} AS arm`,
    sql`${place} AS place`,
    sql`${n} AS n`,
    ...values.map((value, index) => sql`${value} AS ${identifier(`m${index}`)}`),
  ])}`;

/** What units bring along, of each variable and pair. */
function sumsAtExposure({ dialect }: PeopleContext, plan: OutcomePlan): readonly Fragment[] {
  const { variables, pairs } = outcomeVariables(plan);
  const values = variables.map((variable) => pastValue(dialect, variable));
  const past = (index: number) => values[index] ?? none;
  return [
    ...values.flatMap((value) => [
      none,
      none,
      sql`sum(${value})`,
      sql`sum(${value} * ${value})`,
      none,
    ]),
    ...pairs.flatMap(([one, two]) => [none, sql`sum(${past(one)} * ${past(two)})`, none, none]),
  ];
}

/** What a day changes of each variable and pair. */
function sumsLater(plan: OutcomePlan): readonly Fragment[] {
  const { variables, pairs } = outcomeVariables(plan);
  const change = (index: number) => sql`(${now(index)} - ${dayBefore(index)})`;
  const products = (one: number, two: number) =>
    sql`sum(${now(one)} * ${now(two)} - ${dayBefore(one)} * ${dayBefore(two)})`;
  return [
    ...variables.flatMap((_, index) => [
      sql`sum(${change(index)})`,
      products(index, index),
      none,
      none,
      sql`sum(${change(index)} * ${earlier(index)})`,
    ]),
    ...pairs.flatMap(([one, two]) => [
      products(one, two),
      none,
      sql`sum(${change(one)} * ${earlier(two)})`,
      sql`sum(${change(two)} * ${earlier(one)})`,
    ]),
  ];
}

/** How often each arm was shown, whether the experiment has it or not. */
function shownCounts(
  context: PeopleContext,
  { source, fromMs, exposedToMs, toMs }: OutcomePlan,
  row: (variant: Fragment) => Fragment,
): readonly Fragment[] {
  if (source.kind !== 'exposures') return [];
  const conditions = [
    sql`tenant_id = ${context.tenant}`,
    ...inSpan({ fromMs, toMs: Math.min(exposedToMs, toMs) }, sql`occurred_at`),
    sql`experiment_id = ${bind('string', source.experiment)}`,
  ];
  return [sql`${row(sql`variant`)} FROM exposures${where(conditions)} GROUP BY 2`];
}
