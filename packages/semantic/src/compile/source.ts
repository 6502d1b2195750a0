import { dayMs, fromWall, toWall } from '@olympus/core';
import { bind, type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import type { Branch } from '../plan/plan.js';
import { rollupColumns } from '../rollups/sales-daily.js';
import { and, type BranchContext } from './pass.js';
import type { PeriodSet } from './period.js';

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

/**
 * What a pass over rows reads: the ledger; or, for a branch that fits, the sums of whole local days
 * together with the ledger's lines that they do not stand for: those committed since, and those of
 * days that the span cuts. It shares the ledger's columns, so everything else stays as it is.
 */
export function rowsSource(context: BranchContext, branch: Branch, set: PeriodSet): Fragment {
  const { plan, tenant } = context;
  const { rollup, calendar } = plan;
  const ledger = identifier(branch.ledger);
  if (branch.source !== 'rollup' || rollup === undefined) return ledger;
  const spans = spansOf(set);
  if (spans?.some(({ fromMs, toMs }) => toMs - fromMs < worthwhileMs)) return ledger;

  const ofTenant = sql`tenant_id = ${tenant}`;
  const through = integerLiteral(rollup.throughCommit);
  const select = (table: Fragment, conditions: readonly Fragment[]) =>
    sql`SELECT ${join(rollupColumns.map(identifier))} FROM ${table} WHERE ${join([ofTenant, ...conditions], and)}`;
  const during = ({ fromMs, toMs }: Span) => [
    sql`occurred_at >= ${bind('timestamp', fromMs)}`,
    sql`occurred_at < ${bind('timestamp', toMs)}`,
  ];
  const standing = [
    sql`generation = ${integerLiteral(rollup.generation)}`,
    sql`commit_id <= ${through}`,
  ];
  const since = sql`commit_id > ${through}`;
  const daily = identifier('sales_daily');
  const parts = (spans ?? [undefined]).flatMap((span) => {
    if (span === undefined) return [select(daily, standing), select(ledger, [since])];
    const days = wholeDays(calendar.timeZone, span);
    const edges = [
      { fromMs: span.fromMs, toMs: days.fromMs },
      { fromMs: days.toMs, toMs: span.toMs },
    ].filter(({ fromMs, toMs }) => fromMs < toMs);
    return [
      select(daily, [...standing, ...during(days)]),
      select(ledger, [since, ...during(days)]),
      ...edges.map((edge) => select(ledger, during(edge))),
    ];
  });
  return sql`(${join(parts, sql` UNION ALL `)})`;
}
