import {
  bind,
  type Dialect,
  decimalLiteral,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  sql,
} from '@olympus/sql';
import { and, where } from '../compile/pass.js';
import { column, compileCondition, lookupJoins, type Scope } from '../compile/scope.js';
import {
  type ActSpan,
  browsersTable,
  inSpan,
  knownBrowsers,
  type PeopleContext,
  peopleScope,
  personIn,
} from '../journeys/compile-acts.js';
import { stepOf } from '../journeys/person-steps.js';
import type { FactLedgerName } from '../ledgers/ledgers.js';
import { type OutcomePlan, sumsOf, type UnitTrait } from './outcomes.js';
import type { UnitSum, UnitTerm } from './per-unit.js';
import { traitTable } from './unit-traits.js';

/** Kinds of rows that the statement gives, in its first column. */
export const outcomeParts = { units: 0, sums: 1, mixed: 2, shown: 3, past: 4 } as const;

const b = (index: number): Fragment => identifier(`b${index}`);
const d = (index: number): Fragment => identifier(`d${index}`);
const s = (index: number): Fragment => identifier(`s${index}`);
const v = (index: number): Fragment => identifier(`v${index}`);

/** One value of a unit: a sum, or whether there is any of it. */
export interface OutcomeVariable {
  readonly sum: number;
  readonly any: boolean;
}

/** The variables of the plan, and the pairs of them whose products are summed. */
export function outcomeVariables(plan: OutcomePlan): {
  readonly variables: readonly OutcomeVariable[];
  readonly pairs: readonly (readonly [number, number])[];
} {
  const variables: OutcomeVariable[] = [];
  const place = (sum: number, any: boolean) => {
    const found = variables.findIndex((one) => one.sum === sum && one.any === any);
    return found === -1 ? variables.push({ sum, any }) - 1 : found;
  };
  const pairs: [number, number][] = [];
  for (const metric of plan.metrics) {
    const { numerator, denominator } = sumsOf(plan, metric);
    const first = place(numerator, metric.kind === 'share');
    if (denominator !== undefined) pairs.push([first, place(denominator, false)]);
  }
  return { variables, pairs };
}

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
  const { dialect } = context;
  const { variables, pairs } = outcomeVariables(plan);
  const all = plan.sums.map((_, index) => index);
  const day = (at: Fragment) =>
    trait === undefined ? stepOf(context, plan.steps, at) : sql`place`;
  const told = (place: Fragment) =>
    trait === undefined ? sql`concat(${place}, '')` : sql`${place}`;
  const arm = sql`concat(arm, '')`;
  const exposed = sql`exposed`;
  const before = all.map((index) => sql`sum(f.${v(index)}) AS ${b(index)}`);
  const gained = all.map((index) => sql`sum(f.${v(index)}) AS ${d(index)}`);
  const window = integerLiteral(plan.windowMs * 1000);
  const lookback = integerLiteral(plan.lookbackMs * 1000);
  const tables = [
    browsersTable(context, { toMs: plan.toMs }),
    shownTable(context, plan),
    sql`units AS (SELECT unit, min(acted_at) AS exposed, min(arm) AS arm, max(arm) AS other FROM shown GROUP BY unit)`,
    ...(trait === undefined
      ? [sql`clean AS (SELECT unit, exposed, arm FROM units WHERE arm = other)`]
      : [
          sql`lone AS (SELECT unit, exposed, arm FROM units WHERE arm = other)`,
          ...traitTable(context, plan, trait),
          sql`clean AS (SELECT l.unit AS unit, l.exposed AS exposed, l.arm AS arm, coalesce(t.trait, '') AS place FROM lone AS l LEFT JOIN traits AS t ON t.unit = l.unit)`,
        ]),
    sql`facts AS (${factRows(context, plan)})`,
    sql`placed AS (SELECT u.unit AS unit, u.arm AS arm, u.exposed AS exposed${trait === undefined ? sql`` : sql`, u.place AS place`}, f.acted_at AS acted_at, ${join(all.map((index) => sql`f.${v(index)} AS ${v(index)}`))} FROM facts AS f INNER JOIN clean AS u ON u.unit = f.unit WHERE f.acted_at < u.exposed + ${window} AND f.acted_at >= u.exposed - ${lookback})`,
    // few units did anything before, and few do anything after: only those are looked at again
    sql`past AS (SELECT f.unit AS unit, min(f.arm) AS arm, min(f.exposed) AS exposed${trait === undefined ? sql`` : sql`, min(f.place) AS place`}, ${join(before)} FROM placed AS f WHERE f.acted_at < f.exposed GROUP BY f.unit)`,
    sql`changes AS (SELECT f.unit AS unit, min(f.arm) AS arm, ${day(sql`f.acted_at`)} AS day, ${join(gained)} FROM placed AS f WHERE f.acted_at >= f.exposed GROUP BY 1, 3)`,
    sql`running AS (SELECT unit, arm, day, ${join(
      all.map((index) =>
        trait === undefined
          ? sql`${d(index)}, sum(${d(index)}) OVER (PARTITION BY unit ORDER BY day) AS ${s(index)}`
          : sql`${d(index)}, ${d(index)} AS ${s(index)}`,
      ),
    )} FROM changes)`,
    sql`values_now AS (SELECT r.day AS day, r.arm AS arm, ${join(
      variables.map((variable, index) => {
        const now = toNumber(dialect, sql`r.${s(variable.sum)}`, variable.any);
        const then = toNumber(
          dialect,
          sql`(r.${s(variable.sum)} - r.${d(variable.sum)})`,
          variable.any,
        );
        const past = toNumber(dialect, sql`coalesce(p.${b(variable.sum)}, 0)`, variable.any);
        return sql`${now} AS ${identifier(`x${index}`)}, ${then} AS ${identifier(`y${index}`)}, ${past} AS ${identifier(`z${index}`)}`;
      }),
    )} FROM running AS r LEFT JOIN past AS p ON p.unit = r.unit)`,
  ];
  const x = (index: number) => identifier(`x${index}`);
  const y = (index: number) => identifier(`y${index}`);
  const z = (index: number) => identifier(`z${index}`);
  const past = (index: number) => {
    const variable = variables[index];
    if (variable === undefined) throw new Error(`no variable ${index}`);
    return toNumber(dialect, b(variable.sum), variable.any);
  };
  const none = sql`CAST(0 AS DOUBLE)`;
  const atExposure = [
    ...variables.flatMap((_, index) => [
      none,
      none,
      sql`sum(${past(index)})`,
      sql`sum(${past(index)} * ${past(index)})`,
      none,
    ]),
    ...pairs.flatMap(([one, two]) => [none, sql`sum(${past(one)} * ${past(two)})`, none, none]),
  ];
  const later = [
    ...variables.flatMap((_, index) => [
      sql`sum(${x(index)} - ${y(index)})`,
      sql`sum(${x(index)} * ${x(index)} - ${y(index)} * ${y(index)})`,
      none,
      none,
      sql`sum((${x(index)} - ${y(index)}) * ${z(index)})`,
    ]),
    ...pairs.flatMap(([one, two]) => [
      sql`sum(${x(one)} * ${x(two)} - ${y(one)} * ${y(two)})`,
      none,
      sql`sum((${x(one)} - ${y(one)}) * ${z(two)})`,
      sql`sum((${x(two)} - ${y(two)}) * ${z(one)})`,
    ]),
  ];
  const width = atExposure.length;
  const nothing = Array.from({ length: width }, () => none);
  const row = (part: number, arm: Fragment, place: Fragment, n: Fragment, values: Fragment[]) =>
    sql`SELECT ${join([
      sql`${integerLiteral(part)} AS part`,
      sql`${arm} AS arm`,
      sql`${place} AS place`,
      sql`${n} AS n`,
      ...values.map((value, index) => sql`${value} AS ${identifier(`m${index}`)}`),
    ])}`;
  const noText = sql`''`;
  const parts = [
    // grouped by numbers first: texts of a million units would take longer than all the rest
    sql`${row(outcomeParts.units, arm, told(sql`place`), sql`n`, nothing)} FROM (SELECT arm, ${day(exposed)} AS place, count(*) AS n FROM clean GROUP BY 1, 2) AS g`,
    sql`${row(outcomeParts.past, arm, told(day(exposed)), sql`count(*)`, atExposure)} FROM past GROUP BY 2, 3`,
    sql`${row(outcomeParts.sums, arm, told(sql`day`), sql`count(*)`, later)} FROM values_now GROUP BY 2, 3`,
    ...(trait === undefined
      ? [
          sql`${row(outcomeParts.mixed, noText, noText, sql`count(*)`, nothing)} FROM units WHERE arm <> other`,
          ...shownCounts(context, plan, (variant) =>
            row(outcomeParts.shown, variant, noText, sql`count(*)`, nothing),
          ),
        ]
      : []),
  ];
  return sql`WITH ${join(tables)} ${join(parts, sql` UNION ALL `)}`;
}

const toNumber = (dialect: Dialect, value: Fragment, any: boolean): Fragment =>
  any ? sql`CAST(CASE WHEN ${value} > 0 THEN 1 ELSE 0 END AS DOUBLE)` : dialect.toFloat(value);

/** Who a row is about, once browsers are joined as `k`. */
export function whoIn(scope: Scope, ledger: FactLedgerName) {
  const { own, browser } = personIn(scope, ledger);
  const names = [
    ...(own === undefined ? [] : [own]),
    ...(browser === undefined ? [] : [sql`k.customer`, browser]),
  ];
  const [only] = names;
  const who = names.length === 1 && only !== undefined ? only : sql`coalesce(${join(names)})`;
  const joined =
    browser === undefined ? sql`` : sql` LEFT JOIN ${knownBrowsers} AS k ON k.browser = ${browser}`;
  return { who, joined };
}

/** Who was shown which arm when: `unit`, `arm` (its place, −1 for unknown ones), `acted_at`. */
function shownTable(context: PeopleContext, plan: OutcomePlan): Fragment {
  const { dialect, tenant } = context;
  const { source } = plan;
  const ledger = source.kind === 'exposures' ? 'exposures' : 'sessions';
  const scope = peopleScope(context, ledger);
  const { who, joined } = whoIn(scope, ledger);
  const at = column(scope, 'occurred_at');
  const arm =
    source.kind === 'exposures'
      ? sql`CASE ${column(scope, 'variant')} ${join(
          source.arms.map(
            (key, index) => sql`WHEN ${bind('string', key)} THEN ${integerLiteral(index)}`,
          ),
          sql` `,
        )} ELSE -1 END`
      : sql`0`;
  const conditions = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    ...inSpan({ fromMs: plan.fromMs, toMs: Math.min(plan.exposedToMs, plan.toMs) }, at),
    source.kind === 'exposures'
      ? sql`${column(scope, 'experiment_id')} = ${bind('string', source.experiment)}`
      : sql`${column(scope, 'action')} <> 'customer.identified'`,
    sql`${who} IS NOT NULL`,
  ];
  return sql`shown AS (SELECT ${dialect.hash(who)} AS unit, ${arm} AS arm, ${dialect.microseconds(at)} AS acted_at FROM ${identifier(ledger)} AS f${joined}${where(conditions)})`;
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

/** Rows that add to any of the plan's sums: `unit`, `acted_at` and each sum's part. */
function factRows(context: PeopleContext, plan: OutcomePlan): Fragment {
  const span = { fromMs: plan.fromMs - plan.lookbackMs, toMs: plan.toMs };
  const ofLedgers = [...new Set(plan.sums.flat().map(({ ledger }) => ledger))];
  return join(
    ofLedgers.map((ledger) => ledgerRows(context, plan.sums, ledger, span)),
    sql` UNION ALL `,
  );
}

function ledgerRows(
  context: PeopleContext,
  sums: readonly UnitSum[],
  ledger: FactLedgerName,
  span: ActSpan,
): Fragment {
  const { dialect, tenant } = context;
  const scope = peopleScope(context, ledger);
  const { who, joined } = whoIn(scope, ledger);
  const at = column(scope, 'occurred_at');
  const values = sums.map((sum, index) => {
    const terms = sum
      .filter((term) => term.ledger === ledger)
      .map((term) => termValue(scope, term));
    return sql`${terms.length === 0 ? sql`0` : join(terms, sql` + `)} AS ${v(index)}`;
  });
  const met = sums.flat().flatMap(({ ledger: of, conditions }) => {
    if (of !== ledger) return [];
    if (conditions.length === 0) return [sql`TRUE`];
    return [
      sql`(${join(
        conditions.map((condition) => compileCondition(scope, condition)),
        and,
      )})`,
    ];
  });
  const conditions = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    ...inSpan(span, at),
    sql`(${join(met, sql` OR `)})`,
    sql`${who} IS NOT NULL`,
  ];
  return sql`SELECT ${dialect.hash(who)} AS unit, ${dialect.microseconds(at)} AS acted_at, ${join(values)} FROM ${identifier(ledger)} AS f${joined}${lookupJoins(scope)}${where(conditions)}`;
}

function termValue(scope: Scope, { column: name, conditions, factor }: UnitTerm): Fragment {
  const value = name === undefined ? sql`1` : sql`coalesce(${column(scope, name)}, 0)`;
  const scaled =
    factor === 1
      ? value
      : factor === -1
        ? sql`-${value}`
        : sql`${scope.dialect.toFloat(value)} * ${decimalLiteral(factor)}`;
  if (conditions.length === 0) return sql`(${scaled})`;
  const met = join(
    conditions.map((condition) => compileCondition(scope, condition)),
    and,
  );
  return sql`CASE WHEN ${met} THEN ${scaled} ELSE 0 END`;
}
