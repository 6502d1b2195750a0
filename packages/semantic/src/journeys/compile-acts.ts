import { bind, type Dialect, type Fragment, identifier, join, sql } from '@olympus/sql';
import type { LocalSpan } from '../compile/local-time.js';
import { compileFilters, where } from '../compile/pass.js';
import { column, compileCondition, lookupJoins, type Scope } from '../compile/scope.js';
import { customersOfBrowsers } from '../compile/visits.js';
import type { FactLedgerName } from '../ledgers/ledgers.js';
import type { Model } from '../model/model.js';
import { orderColumns } from '../model/orders.js';
import type { ActSource } from './act.js';
import { ledgerOf, type PlannedAct } from './plan-act.js';

/** What the statements about one tenant's people share. */
export interface PeopleContext {
  readonly dialect: Dialect;
  readonly model: Model;
  /** The tenant's id, bound once a statement. */
  readonly tenant: Fragment;
  /** The tenant's clock over all that is looked at. */
  readonly local: LocalSpan;
}

/** The rows of a ledger under the alias `f`. */
export function peopleScope(
  { dialect, model, tenant, local }: PeopleContext,
  ledger: FactLedgerName,
): Scope {
  return {
    dialect,
    model,
    tenant,
    local,
    ledger,
    columns: undefined,
    alias: identifier('f'),
    lookups: new Map(),
    used: new Set(),
  };
}

/** A half-open span [fromMs, toMs); without a beginning it reaches back to the first fact. */
export interface ActSpan {
  readonly fromMs?: number | undefined;
  readonly toMs: number;
}

/** The rows of one act in a span. */
export interface ActRows {
  readonly act: PlannedAct;
  readonly span: ActSpan;
  /** Columns to put first, such as the number of a step; the scope is the act's rows. */
  readonly columns: (scope: Scope) => readonly ActColumn[];
}

/** A column of an act: of an order's lines it is the least value. */
export interface ActColumn {
  readonly name: string;
  readonly value: Fragment;
}

export interface CompiledActs {
  /** Common table expressions that the rows need, to be put after WITH; none where nobody browses. */
  readonly tables: readonly Fragment[];
  /** One SELECT: the columns asked for, then `who` and `acted_at` in microseconds since 1970. */
  readonly rows: Fragment;
  /** The same, one SELECT an act. */
  readonly each: readonly Fragment[];
}

export const knownBrowsers = identifier('known_browsers');

/** Bounds on a timestamp in the column's own type: a cast would defeat pruning. */
export function inSpan({ fromMs, toMs }: ActSpan, timestamp: Fragment): readonly Fragment[] {
  const end = sql`${timestamp} < ${bind('timestamp', toMs)}`;
  return fromMs === undefined ? [end] : [sql`${timestamp} >= ${bind('timestamp', fromMs)}`, end];
}

/** Browsers whose visitor became known as a customer in the span, with the customer last named. */
export function browsersTable({ dialect, tenant }: PeopleContext, span: ActSpan): Fragment {
  const conditions = [sql`s.tenant_id = ${tenant}`, ...inSpan(span, sql`s.occurred_at`)];
  return sql`${knownBrowsers} AS (${customersOfBrowsers(dialect, conditions)})`;
}

/** The span that holds all of them. */
function around(spans: readonly ActSpan[]): ActSpan {
  const starts = spans.map(({ fromMs }) => fromMs);
  const toMs = Math.max(...spans.map((span) => span.toMs));
  return starts.includes(undefined)
    ? { toMs }
    : { fromMs: Math.min(...starts.map((fromMs) => fromMs ?? 0)), toMs };
}

/** Where a ledger says who it was, and whether that may be a browser. */
export function personIn(scope: Scope, ledger: FactLedgerName) {
  switch (ledger) {
    case 'sessions':
      return { own: column(scope, 'customer_key'), browser: column(scope, 'visitor_key') };
    case 'exposures':
      return { browser: column(scope, 'visitor_key') };
    case 'events':
      return {
        own: column(scope, 'subject'),
        browser: scope.dialect.jsonText(column(scope, 'data'), 'anonymous_id'),
      };
    default:
      return { own: column(scope, 'customer_key') };
  }
}

/**
 * What people did: one row an act, under the customer's key wherever the person is known in the
 * span, also for what the browser did before; under the browser's otherwise. What names nobody is
 * left out. An order's time is when it was placed; with conditions on its lines, when the first such
 * line was.
 * @param known  the span in which browsers become customers, by default that of the acts
 */
export function compileActs(
  context: PeopleContext,
  acts: readonly ActRows[],
  known?: ActSpan,
): CompiledActs {
  const parts = acts.map((act) => compileAct(context, act));
  const browsing = acts.filter((_, index) => parts[index]?.browsing === true);
  return {
    tables:
      browsing.length === 0
        ? []
        : [browsersTable(context, known ?? around(browsing.map(({ span }) => span)))],
    rows: join(
      parts.map(({ rows }) => rows),
      sql` UNION ALL `,
    ),
    each: parts.map(({ rows }) => rows),
  };
}

function compileAct(context: PeopleContext, { act, span, columns }: ActRows) {
  const { dialect, tenant } = context;
  const { source } = act;
  const ledger = ledgerOf(source);
  const scope = peopleScope(context, ledger);
  const { own, browser } = personIn(scope, ledger);
  const joined =
    browser === undefined ? sql`` : sql` LEFT JOIN ${knownBrowsers} AS k ON k.browser = ${browser}`;
  const who =
    browser === undefined
      ? (own ?? sql`NULL`)
      : sql`coalesce(${join([...(own === undefined ? [] : [own]), sql`k.customer`, browser])})`;
  const at = column(scope, 'occurred_at');
  // conditions first: they tell whether an order's lines come into it
  scope.used.clear();
  const filters = compileFilters({ ...scope, person: who }, act);
  const extra = columns(scope);
  const byLine = [...scope.used].some((name) => !orderColumns.includes(name));
  const conditions = [
    sql`${column(scope, 'tenant_id')} = ${tenant}`,
    ...inSpan(span, at),
    ...sourceConditions(scope, source, byLine),
    ...filters,
    sql`${who} IS NOT NULL`,
  ];
  const from = sql`FROM ${identifier(ledger)} AS f${joined}${lookupJoins(scope)}`;
  const rows =
    source.kind === 'document'
      ? documentRows(context, source, { span, extra, who, at, byLine, from, conditions })
      : sql`SELECT ${join([
          ...extra.map(({ name, value }) => sql`${value} AS ${identifier(name)}`),
          sql`${who} AS who`,
          sql`${dialect.microseconds(at)} AS acted_at`,
        ])} ${from}${where(conditions)}`;
  return { rows, browsing: browser !== undefined };
}

export function sourceConditions(
  scope: Scope,
  source: ActSource,
  byLine: boolean,
): readonly Fragment[] {
  switch (source.kind) {
    case 'document': {
      const entry = sql`${column(scope, 'entry')} = ${bind('string', source.entry)}`;
      if (source.entry !== 'sale') return [entry];
      return [
        entry,
        byLine ? sql`${column(scope, 'quantity')} > 0` : sql`${column(scope, 'orders')} = 1`,
      ];
    }
    case 'rows':
      return source.conditions.map((condition) => compileCondition(scope, condition));
    case 'event':
      return [sql`${column(scope, 'type')} = ${bind('string', source.type)}`];
  }
}

interface DocumentParts {
  readonly span: ActSpan;
  readonly extra: readonly ActColumn[];
  readonly who: Fragment;
  readonly at: Fragment;
  /** Whether lines come into it, not only what they share. */
  readonly byLine: boolean;
  readonly from: Fragment;
  readonly conditions: readonly Fragment[];
}

/** One row a document. */
function documentRows(
  context: PeopleContext,
  source: Extract<ActSource, { kind: 'document' }>,
  parts: DocumentParts,
): Fragment {
  const { dialect } = context;
  const { span, extra, who, byLine, conditions } = parts;
  if (source.entry === 'sale' && source.place === undefined && !byLine) {
    return orderRows(context, parts);
  }
  const from = sql`${parts.from}${where(conditions)}`;
  const document = source.entry === 'refund' ? sql`f.document_id` : sql`f.order_id`;
  const names = extra.map(({ name }) => identifier(name));
  const folded = join([
    ...extra.map(({ name, value }) => sql`min(${value}) AS ${identifier(name)}`),
    sql`${who} AS who`,
    sql`${document} AS document`,
    sql`min(f.occurred_at) AS placed_at`,
  ]);
  const documents = sql`SELECT ${folded} ${from} GROUP BY ${who}, ${document}`;
  const acted = [...names, sql`who`, sql`${dialect.microseconds(sql`placed_at`)} AS acted_at`];
  if (source.place === undefined) return sql`SELECT ${join(acted)} FROM (${documents}) AS d`;
  const places = { first: sql`n = 1`, second: sql`n = 2`, repeated: sql`n > 1` };
  const numbered = orderNumbers(context, span);
  return sql`SELECT ${join(acted)} FROM (${documents}) AS d INNER JOIN (${numbered}) AS o ON o.customer = d.who AND o.numbered = d.document WHERE o.${places[source.place]}`;
}

/**
 * One row an order, by the line that bears its 1: nearly every order has one such line, so that only
 * those of which it was ever moved to another line need to be folded.
 */
function orderRows(
  { dialect, tenant }: PeopleContext,
  { extra, who, at, from, conditions }: DocumentParts,
): Fragment {
  const moved = sql`(SELECT m.document_hash FROM sales AS m WHERE m.tenant_id = ${tenant} AND m.entry = 'sale' AND m.orders < 0)`;
  const once = sql`SELECT ${join([
    ...extra.map(({ name, value }) => sql`${value} AS ${identifier(name)}`),
    sql`${who} AS who`,
    sql`${dialect.microseconds(at)} AS acted_at`,
  ])} ${from}${where([...conditions, sql`f.document_hash NOT IN ${moved}`])}`;
  const folded = sql`SELECT ${join([
    ...extra.map(({ name, value }) => sql`min(${value}) AS ${identifier(name)}`),
    sql`${who} AS who`,
    sql`min(${dialect.microseconds(at)}) AS acted_at`,
  ])} ${from}${where([...conditions, sql`f.document_hash IN ${moved}`])} GROUP BY ${who}, f.order_id`;
  return sql`${once} UNION ALL ${folded}`;
}

/** The place of each order among its customer's, from the first order of all time. */
function orderNumbers({ tenant }: PeopleContext, { toMs }: ActSpan): Fragment {
  const conditions = [
    sql`s.tenant_id = ${tenant}`,
    ...inSpan({ toMs }, sql`s.occurred_at`),
    sql`s.entry = 'sale'`,
    sql`s.orders = 1`,
    sql`s.customer_key IS NOT NULL`,
  ];
  const placed = sql`SELECT s.customer_key AS customer, s.order_id AS numbered, min(s.occurred_at) AS placed_at FROM sales AS s${where(conditions)} GROUP BY 1, 2`;
  return sql`SELECT customer, numbered, row_number() OVER (PARTITION BY customer ORDER BY placed_at, numbered) AS n FROM (${placed}) AS p`;
}
