import { type Dialect, type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { and, type BranchContext } from './pass.js';
import { type PeriodSet, within } from './period.js';

/** So much time without an action ends a visit. */
const inactivityMs = 30 * 60 * 1000;

/** Rows of visits: an action of another name tells who a visitor is. */
export const isAct = (action: Fragment): Fragment => sql`${action} <> 'customer.identified'`;

/**
 * Browsers whose visitor became known as a customer, with the customer last named: `browser`,
 * `customer`.
 * @param conditions  on rows of `sessions`, under the alias `s`
 */
export function customersOfBrowsers(dialect: Dialect, conditions: readonly Fragment[]): Fragment {
  const order = [sql`s.occurred_at`, sql`s.event_id`];
  const customer = dialect.lastValue(sql`s.customer_key`, order);
  const named = [
    ...conditions,
    sql`s.customer_key IS NOT NULL`,
    sql`s.visitor_key <> s.customer_key`,
  ];
  return sql`SELECT s.visitor_key AS browser, ${customer} AS customer FROM sessions AS s WHERE ${join(named, and)} GROUP BY 1`;
}

/** Columns that are told of a visit as a whole. */
export const visitColumns: readonly string[] = ['session_id', 'visitor_key'];

/**
 * The rows of `sessions` in a pass's periods, with visits and visitors as they turned out: a visitor
 * is the customer where one became known in that span, also for what the browser did before; and
 * visits of senders without sessions of their own end when nothing is done for half an hour.
 * @param used  columns that are asked for
 */
export function visitRows(
  { dialect, tenant }: BranchContext,
  set: PeriodSet,
  used: ReadonlySet<string>,
): Fragment {
  const timestamp = sql`s.occurred_at`;
  const spoken = [sql`s.tenant_id = ${tenant}`, ...within(set, timestamp)];
  const inSpan = join(spoken, and);
  const known = customersOfBrowsers(dialect, spoken);
  const person = sql`coalesce(s.customer_key, k.customer, s.visitor_key)`;
  const others = [...used].filter((name) => !visitColumns.includes(name));
  const columns = others.map((name) => sql`s.${identifier(name)} AS ${identifier(name)}`);
  const from = sql`FROM sessions AS s LEFT JOIN (${known}) AS k ON k.browser = s.visitor_key WHERE ${inSpan} AND ${isAct(sql`s.action`)}`;
  if (!used.has('session_id')) {
    return sql`(SELECT ${join([...columns, sql`${person} AS visitor_key`])} ${from})`;
  }
  // a sender's own session is what it says; the others are counted by the pauses between actions
  const isMade = dialect.startsWith(sql`s.session_id`, sql`s.visitor_key || '/'`);
  const told = [...columns, ...(used.has('visitor_key') ? [sql`${person} AS visitor_key`] : [])];
  // numbers are sorted several times as fast as texts
  const rows = sql`SELECT ${join([
    ...told,
    sql`s.session_id AS session_id`,
    sql`${dialect.hash(person)} AS who`,
    sql`${dialect.microseconds(timestamp)} AS acted_at`,
    sql`coalesce(${isMade}, FALSE) AS is_made`,
  ])} ${from}`;
  const names = [...used].filter((name) => name !== 'session_id').map(identifier);
  const visitor = sql`PARTITION BY who ORDER BY acted_at`;
  const pause = sql`acted_at - lag(acted_at) OVER (${visitor})`;
  const start = sql`CASE WHEN ${pause} < ${integerLiteral(inactivityMs * 1000)} THEN 0 ELSE 1 END AS starts`;
  const starts = sql`SELECT ${join([...names, sql`who`, sql`acted_at`, start])} FROM visits WHERE is_made`;
  const number = sql`concat(who, '/', sum(starts) OVER (${visitor})) AS session_id`;
  const made = sql`SELECT ${join([...names, number])} FROM (${starts}) AS v`;
  const sent = sql`SELECT ${join([...names, sql`session_id`])} FROM visits WHERE NOT is_made`;
  return sql`(WITH visits AS (${rows}) ${sent} UNION ALL ${made})`;
}
