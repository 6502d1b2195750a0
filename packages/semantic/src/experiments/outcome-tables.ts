import { type Dialect, type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { browsersTable, type PeopleContext } from '../journeys/compile-acts.js';
import { stepOf } from '../journeys/person-steps.js';
import { factRows, partOf, shownTable } from './outcome-rows.js';
import { type OutcomeVariable, outcomeVariables } from './outcome-variables.js';
import type { OutcomePlan, UnitTrait } from './outcomes.js';
import { traitTable } from './unit-traits.js';

/** A unit's sum before it was exposed, what a day adds, and the sum up to that day. */
const before = (index: number): Fragment => identifier(`b${index}`);
const gained = (index: number): Fragment => identifier(`d${index}`);
const standing = (index: number): Fragment => identifier(`s${index}`);

/** A variable up to a day, before that day, and before the exposure. */
export const now = (index: number): Fragment => identifier(`x${index}`);
export const dayBefore = (index: number): Fragment => identifier(`y${index}`);
export const earlier = (index: number): Fragment => identifier(`z${index}`);

/** Where something counts: the day's step, or the trait's value of its unit. */
export const placeOf = (
  context: PeopleContext,
  plan: OutcomePlan,
  trait: UnitTrait | undefined,
  at: Fragment,
): Fragment => (trait === undefined ? stepOf(context, plan.steps, at) : sql`place`);

/** A variable's value from its sum. */
const numberOf = (dialect: Dialect, sum: Fragment, { any }: OutcomeVariable): Fragment =>
  any ? sql`CAST(CASE WHEN ${sum} > 0 THEN 1 ELSE 0 END AS DOUBLE)` : dialect.toFloat(sum);

/** The value of a variable before the exposure, in the table `past`. */
export const pastValue = (dialect: Dialect, variable: OutcomeVariable): Fragment =>
  numberOf(dialect, before(variable.sum), variable);

/**
 * Tables that end with `clean` (units that were shown one arm), `past` (those of them that did
 * something before) and `values_now` (what they did after, by place).
 */
export function outcomeTables(
  context: PeopleContext,
  plan: OutcomePlan,
  trait: UnitTrait | undefined,
): readonly Fragment[] {
  return [
    browsersTable(context, { toMs: plan.toMs }),
    shownTable(context, plan),
    sql`units AS (SELECT unit, min(acted_at) AS exposed, min(arm) AS arm, max(arm) AS other FROM shown GROUP BY unit)`,
    ...cleanTables(context, plan, trait),
    sql`facts AS (${factRows(context, plan)})`,
    ...deedTables(context, plan, trait),
    valuesTable(context.dialect, plan),
  ];
}

function cleanTables(
  context: PeopleContext,
  plan: OutcomePlan,
  trait: UnitTrait | undefined,
): readonly Fragment[] {
  const lone = sql`SELECT unit, exposed, arm FROM units WHERE arm = other`;
  if (trait === undefined) return [sql`clean AS (${lone})`];
  return [
    sql`lone AS (${lone})`,
    ...traitTable(context, plan, trait),
    sql`clean AS (SELECT l.unit AS unit, l.exposed AS exposed, l.arm AS arm, coalesce(t.trait, '') AS place FROM lone AS l LEFT JOIN traits AS t ON t.unit = l.unit)`,
  ];
}

/** Few units did anything before, and few do anything after: only those are looked at again. */
function deedTables(
  context: PeopleContext,
  plan: OutcomePlan,
  trait: UnitTrait | undefined,
): readonly Fragment[] {
  const all = plan.sums.map((_, index) => index);
  const window = integerLiteral(plan.windowMs * 1000);
  const lookback = integerLiteral(plan.lookbackMs * 1000);
  const carried = all.map((index) => sql`f.${partOf(index)} AS ${partOf(index)}`);
  const sums = (name: (index: number) => Fragment) =>
    join(all.map((index) => sql`sum(f.${partOf(index)}) AS ${name(index)}`));
  const day = placeOf(context, plan, trait, sql`f.acted_at`);
  const place = trait === undefined ? sql`` : sql`, u.place AS place`;
  const samePlace = trait === undefined ? sql`` : sql`, min(f.place) AS place`;
  // a day's sum and all before it; a trait has one place
  const running = all.map((index) =>
    trait === undefined
      ? sql`${gained(index)}, sum(${gained(index)}) OVER (PARTITION BY unit ORDER BY day) AS ${standing(index)}`
      : sql`${gained(index)}, ${gained(index)} AS ${standing(index)}`,
  );
  return [
    sql`placed AS (SELECT u.unit AS unit, u.arm AS arm, u.exposed AS exposed${place}, f.acted_at AS acted_at, ${join(carried)} FROM facts AS f INNER JOIN clean AS u ON u.unit = f.unit WHERE f.acted_at < u.exposed + ${window} AND f.acted_at >= u.exposed - ${lookback})`,
    sql`past AS (SELECT f.unit AS unit, min(f.arm) AS arm, min(f.exposed) AS exposed${samePlace}, ${sums(before)} FROM placed AS f WHERE f.acted_at < f.exposed GROUP BY f.unit)`,
    sql`changes AS (SELECT f.unit AS unit, min(f.arm) AS arm, ${day} AS day, ${sums(gained)} FROM placed AS f WHERE f.acted_at >= f.exposed GROUP BY 1, 3)`,
    sql`running AS (SELECT unit, arm, day, ${join(running)} FROM changes)`,
  ];
}

function valuesTable(dialect: Dialect, plan: OutcomePlan): Fragment {
  const values = outcomeVariables(plan).variables.map((variable, index) => {
    const { sum } = variable;
    const parts = [
      sql`${numberOf(dialect, sql`r.${standing(sum)}`, variable)} AS ${now(index)}`,
      sql`${numberOf(dialect, sql`(r.${standing(sum)} - r.${gained(sum)})`, variable)} AS ${dayBefore(index)}`,
      sql`${numberOf(dialect, sql`coalesce(p.${before(sum)}, 0)`, variable)} AS ${earlier(index)}`,
    ];
    return join(parts);
  });
  return sql`values_now AS (SELECT r.day AS day, r.arm AS arm, ${join(values)} FROM running AS r LEFT JOIN past AS p ON p.unit = r.unit)`;
}
