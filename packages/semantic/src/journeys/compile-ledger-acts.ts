import { type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { and, compileFilters } from '../compile/pass.js';
import { column, compileCondition, lookupJoins, type Scope } from '../compile/scope.js';
import type { FactLedgerName } from '../ledgers/ledgers.js';
import {
  type ActColumn,
  type ActSpan,
  inSpan,
  knownBrowsers,
  type PeopleContext,
  peopleScope,
  personIn,
  sourceConditions,
} from './compile-acts.js';
import type { PlannedAct } from './plan-act.js';

/** Acts whose rows lie in one ledger, none of them in two acts. */
export interface LedgerActs {
  readonly ledger: Exclude<FactLedgerName, 'sales'>;
  readonly acts: readonly { readonly act: PlannedAct; readonly number: number }[];
  readonly span: ActSpan;
  readonly columns: (scope: Scope) => readonly ActColumn[];
}

/**
 * Several acts by one look over their ledger: `act` (its number), `who`, `acted_at` and the columns
 * asked for. To be put after the tables of `compileActs`, for a span that holds this one.
 */
export function compileLedgerActs(
  context: PeopleContext,
  { ledger, acts, span, columns }: LedgerActs,
): Fragment {
  const scope = peopleScope(context, ledger);
  const { own, browser } = personIn(scope, ledger);
  const names = [
    ...(own === undefined ? [] : [own]),
    ...(browser === undefined ? [] : [sql`k.customer`, browser]),
  ];
  const who = names.length === 1 ? join(names) : sql`coalesce(${join(names)})`;
  const at = column(scope, 'occurred_at');
  const told = acts.map(({ act, number }) => {
    const met = [...sourceConditions(scope, act.source, false), ...compileFilters(scope, act)];
    return { number: integerLiteral(number), met: met.length > 0 ? join(met, and) : sql`TRUE` };
  });
  const number = sql`CASE ${join(
    told.map((one) => sql`WHEN ${one.met} THEN ${one.number}`),
    sql` `,
  )} END`;
  const extra = columns(scope).map(({ name, value }) => sql`${value} AS ${identifier(name)}`);
  const conditions = join(
    [
      sql`${column(scope, 'tenant_id')} = ${context.tenant}`,
      ...inSpan(span, at),
      ...anyOf(
        scope,
        acts,
        told.map(({ met }) => met),
      ),
      sql`${who} IS NOT NULL`,
    ],
    and,
  );
  const known =
    browser === undefined ? sql`` : sql` LEFT JOIN ${knownBrowsers} AS k ON k.browser = ${browser}`;
  const selected = join([
    sql`${number} AS act`,
    sql`${who} AS who`,
    sql`${context.dialect.microseconds(at)} AS acted_at`,
    ...extra,
  ]);
  return sql`SELECT ${selected} FROM ${identifier(ledger)} AS f${known}${lookupJoins(scope)} WHERE ${conditions}`;
}

/** Rows that one of the acts takes; a list of values, which engines find fastest, where that is all. */
function anyOf(
  scope: Scope,
  acts: LedgerActs['acts'],
  met: readonly Fragment[],
): readonly Fragment[] {
  const either = sql`(${join(
    met.map((one) => sql`(${one})`),
    sql` OR `,
  )})`;
  const conditions = acts.map(({ act: { source } }) => {
    const [condition, ...others] = source.kind === 'rows' ? source.conditions : [];
    return condition !== undefined && 'column' in condition && others.length === 0
      ? condition
      : undefined;
  });
  const [first] = conditions;
  if (first === undefined) return [either];
  const values = conditions.flatMap((condition) =>
    condition?.column === first.column && condition.operator === 'equals' ? condition.values : [],
  );
  if (values.length < acts.length) return [either];
  const listed = compileCondition(scope, { ...first, values: [...new Set(values)] });
  return acts.some(({ act }) => act.filters.length > 0) ? [listed, either] : [listed];
}
