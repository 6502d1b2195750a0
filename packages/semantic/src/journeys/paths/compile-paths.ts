import { bind, type Fragment, integerLiteral, join, sql } from '@olympus/sql';
import { column } from '../../compile/scope.js';
import { actSource } from '../act.js';
import { type ActSpan, compileActs, type PeopleContext } from '../compile-acts.js';
import { compileLedgerActs } from '../compile-ledger-acts.js';
import { strictActs } from '../funnel/funnel-rows.js';
import { visitPauseMs } from '../funnel/funnel-sources.js';
import { sourceKey } from '../funnel/plan-funnel.js';
import type { PlannedAct } from '../plan-act.js';
import type { PathPlan } from './paths.js';

/** Keys of nodes that are no act: where the path begins, the rest of a step, and the visit's end. */
export const pathKeys = { start: 'start', others: 'others', end: 'end' } as const;
/** What keys of pages and of acts begin with. */
export const pathPrefix = { page: 'page:', act: 'act:' } as const;

const plain = (name: string): PlannedAct => ({ name, source: actSource(name), filters: [] });
const text = (value: string) => bind('string', value);

/** Everything a visit is made of: `begins` (1 where the path may begin), `who`, `acted_at`, `node`. */
function actRows(context: PeopleContext, plan: PathPlan, span: ActSpan) {
  const { from, by } = plan;
  const begins = from && { act: from, number: 1 };
  const own = from && sourceKey(from.source);
  const acts = strictActs
    .map(plain)
    .filter(({ source }) => own !== sourceKey(source) || (from?.filters.length ?? 0) > 0);
  const inSessions = ({ source }: PlannedAct) =>
    source.kind === 'rows' && source.ledger === 'sessions';
  const named = (name: string, number: number) => () => [
    { name: 'act', value: integerLiteral(number) },
    { name: 'node', value: number === 1 ? text(pathKeys.start) : text(`${pathPrefix.act}${name}`) },
  ];
  const single = [
    ...acts.filter((act) => !inSessions(act)).map((act) => ({ act, number: 0 })),
    ...(begins && !inSessions(begins.act) ? [begins] : []),
  ];
  const seen = [
    ...(begins && inSessions(begins.act) ? [begins] : []),
    ...acts.filter(inSessions).map((act) => ({ act, number: 0 })),
  ];
  // one of the visit's acts stands for their ledger, so that its browsers are known
  const compiled = compileActs(
    context,
    [
      ...single.map(({ act, number }) => ({ act, span, columns: named(act.name, number) })),
      ...seen.slice(0, 1).map(({ act }) => ({ act, span, columns: () => [] })),
    ],
    span,
  );
  const sessions = compileLedgerActs(context, {
    ledger: 'sessions',
    acts: seen,
    span,
    columns: (scope) => {
      const action = sql`concat(${text(pathPrefix.act)}, ${column(scope, 'action')})`;
      const path = column(scope, 'path');
      const page = sql`CASE WHEN ${column(scope, 'action')} = 'page.viewed' AND ${path} IS NOT NULL THEN concat(${text(pathPrefix.page)}, ${path}) ELSE ${action} END`;
      return [{ name: 'node', value: by === 'page' ? page : action }];
    },
  });
  const rows = [
    ...compiled.each
      .slice(0, single.length)
      .map((one) => sql`SELECT act, who, acted_at, node FROM (${one}) AS a`),
    sql`SELECT act, who, acted_at, CASE WHEN act = 1 THEN ${text(pathKeys.start)} ELSE node END FROM (${sessions}) AS a`,
  ];
  return { tables: compiled.tables, rows: join(rows, sql` UNION ALL `) };
}

/**
 * How many visits went from which node to which: step of the former (0 is the beginning), its key,
 * the latter's key, and how many. Neighbours of one key count as one; what lies beyond the most
 * frequent nodes of a step is `others`, and `end` where the visit has no further step.
 */
export function compilePaths(context: PeopleContext, plan: PathPlan, span: ActSpan): Fragment {
  const { dialect } = context;
  const { tables, rows } = actRows(context, plan, span);
  const backwards = plan.direction === 'previous';
  const pause = integerLiteral(visitPauseMs * 1000);
  const place = backwards ? sql`-acted_at` : sql`acted_at`;
  const begin =
    plan.from === undefined
      ? sql`0`
      : sql`min(CASE WHEN act = 1 THEN n END) OVER (PARTITION BY person, visit)`;
  const depth = integerLiteral(plan.depth);
  const starts =
    plan.from === undefined
      ? sql` UNION ALL SELECT person, visit, 0 AS step, ${text(pathKeys.start)} AS node FROM placed WHERE n = 1`
      : sql``;
  const ctes = [
    ...tables,
    sql`tagged AS (SELECT ${dialect.hash(sql`who`)} AS person, act, acted_at, node FROM (${rows}) AS a)`,
    sql`paused AS (SELECT person, act, acted_at, node, acted_at - lag(acted_at) OVER (PARTITION BY person ORDER BY acted_at) AS pause FROM tagged)`,
    sql`visited AS (SELECT person, act, ${place} AS place, node, sum(CASE WHEN pause >= ${pause} THEN 1 ELSE 0 END) OVER (PARTITION BY person ORDER BY acted_at) AS visit FROM paused)`,
    sql`neighbours AS (SELECT person, visit, act, place, node, lag(node) OVER (PARTITION BY person, visit ORDER BY place, node) AS before FROM visited)`,
    sql`numbered AS (SELECT person, visit, act, node, row_number() OVER (PARTITION BY person, visit ORDER BY place, node) AS n FROM neighbours WHERE before IS NULL OR before <> node)`,
    sql`placed AS (SELECT person, visit, node, n, n - ${begin} AS step FROM numbered)`,
    sql`steps AS (SELECT person, visit, step, node FROM placed WHERE step >= ${plan.from === undefined ? sql`1` : sql`0`} AND step <= ${depth}${starts})`,
    sql`ranked AS (SELECT step, node, row_number() OVER (PARTITION BY step ORDER BY count(*) DESC, node) AS place FROM steps GROUP BY step, node)`,
    sql`told AS (SELECT s.person, s.visit, s.step, CASE WHEN s.step = 0 OR r.place <= ${integerLiteral(plan.top)} THEN s.node ELSE ${text(pathKeys.others)} END AS node FROM steps AS s INNER JOIN ranked AS r ON r.step = s.step AND r.node = s.node)`,
    sql`linked AS (SELECT step, node, lead(node) OVER (PARTITION BY person, visit ORDER BY step) AS next FROM told)`,
  ];
  return sql`WITH ${join(ctes)} SELECT step, node, coalesce(next, ${text(pathKeys.end)}) AS next, count(*) AS n FROM linked WHERE step < ${depth} GROUP BY 1, 2, 3 ORDER BY step, n DESC, node, next`;
}
