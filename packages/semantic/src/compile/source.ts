import { dayMs, fromWall, toWall } from '@olympus/core';
import { bind, type Fragment, identifier, join, sql } from '@olympus/sql';
import type { Branch } from '../plan/plan.js';
import { since, standing } from '../rollups/read.js';
import { and, type BranchContext } from './pass.js';
import { type PeriodSet, within } from './period.js';
import { column, type Scope } from './scope.js';
import { isAct, visitColumns, visitRows } from './visits.js';

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Shorter spans are read from the ledger: there is nothing to gain. */
const worthwhileMs = 3 * dayMs;

/** The whole local days inside a span. */
function wholeDays(timeZone: string, { fromMs, toMs }: Span): Span {
  const first = Math.ceil(toWall(timeZone, fromMs) / dayMs) * dayMs;
  const last = Math.floor(toWall(timeZone, toMs) / dayMs) * dayMs;
  return { fromMs: fromWall(timeZone, first), toMs: fromWall(timeZone, last) };
}

function spansOf(set: PeriodSet): readonly Span[] | undefined {
  if (set.kind === 'both') return [set.previousRange, set.currentRange];
  return set.period.range === undefined ? undefined : [set.period.range];
}

/** What a pass reads. */
interface Source {
  readonly rows: Fragment;
  /** Those that the rows still have to meet to be the tenant's, in the pass's periods. */
  readonly conditions: readonly Fragment[];
}

/**
 * What a pass over rows reads: the ledger; or, for a branch that fits, the sums of whole local days
 * together with the ledger's lines that they do not stand for: those committed since, and those of
 * days that the span cuts. It has the ledger's columns, so everything else stays as it is.
 * @param scope  the pass's rows; every column that is used has been named in it
 */
export function rowsSource(
  context: BranchContext,
  branch: Branch,
  set: PeriodSet,
  scope: Scope,
): Source {
  const { plan, tenant } = context;
  const { rollup } = branch;
  const ledger = identifier(branch.ledger);
  if (branch.ledger === 'sessions' && visitColumns.some((name) => scope.used.has(name))) {
    return { rows: visitRows(context, set, scope.used), conditions: [] };
  }
  const spans = spansOf(set);
  const short = spans?.some(({ fromMs, toMs }) => toMs - fromMs < worthwhileMs) === true;
  if (rollup === undefined || short) {
    const ofTenant = sql`${column(scope, 'tenant_id')} = ${tenant}`;
    const acts = branch.ledger === 'sessions' ? [isAct(column(scope, 'action'))] : [];
    const conditions = [ofTenant, ...within(set, column(scope, 'occurred_at')), ...acts];
    return { rows: ledger, conditions };
  }
  const columns = join([...scope.used].map(identifier));
  const select = (from: Fragment, conditions: readonly Fragment[]) =>
    sql`SELECT ${columns} FROM ${from} WHERE ${join([sql`tenant_id = ${tenant}`, ...conditions], and)}`;
  const during = ({ fromMs, toMs }: Span) => [
    sql`occurred_at >= ${bind('timestamp', fromMs)}`,
    sql`occurred_at < ${bind('timestamp', toMs)}`,
  ];
  const table = identifier(rollup.rollup.name);
  const sums = standing(rollup.state, rollup.part);
  const later = since(rollup.state);
  const parts = (spans ?? [undefined]).flatMap((span) => {
    if (span === undefined) {
      return [select(table, sums), ...later.map((lines) => select(ledger, [lines]))];
    }
    const days = wholeDays(plan.calendar.timeZone, span);
    const edges = [
      { fromMs: span.fromMs, toMs: days.fromMs },
      { fromMs: days.toMs, toMs: span.toMs },
    ].filter(({ fromMs, toMs }) => fromMs < toMs);
    return [
      select(table, [...sums, ...during(days)]),
      ...later.map((lines) => select(ledger, [lines, ...during(days)])),
      ...edges.map((edge) => select(ledger, during(edge))),
    ];
  });
  return { rows: sql`(${join(parts, sql` UNION ALL `)})`, conditions: [] };
}
