import {
  bind,
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
  inSpan,
  knownBrowsers,
  type PeopleContext,
  peopleScope,
  personIn,
} from '../journeys/compile-acts.js';
import type { FactLedgerName } from '../ledgers/ledgers.js';
import type { OutcomePlan } from './outcomes.js';
import type { UnitSum, UnitTerm } from './per-unit.js';

/** A sum's part of one row. */
export const partOf = (index: number): Fragment => identifier(`v${index}`);

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
export function shownTable(context: PeopleContext, plan: OutcomePlan): Fragment {
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

/** Rows that add to any of the plan's sums: `unit`, `acted_at` and each sum's part. */
export function factRows(context: PeopleContext, plan: OutcomePlan): Fragment {
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
    return sql`${terms.length === 0 ? sql`0` : join(terms, sql` + `)} AS ${partOf(index)}`;
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
