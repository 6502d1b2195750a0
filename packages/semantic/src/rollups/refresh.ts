import type { Calendar, TenantId } from '@olympus/core';
import {
  bind,
  compile,
  type Dialect,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  nameLiteral,
  type Statement,
  sql,
} from '@olympus/sql';
import { compileColumnCondition } from '../compile/conditions.js';
import { localDayStart } from './local-day.js';
import {
  type FirstsPart,
  markColumns,
  type Rollup,
  type RollupPart,
  rowColumns,
  type SumsPart,
  sumsParts,
} from './rollup.js';

export interface RefreshWindow {
  readonly generation: number;
  /** Exclusive. */
  readonly afterCommit: number;
  /** Inclusive. */
  readonly throughCommit: number;
}

/** What the parts of one refresh are made from. */
interface Refresh {
  readonly rollup: Rollup;
  readonly tenant: Fragment;
  readonly window: RefreshWindow;
  readonly dialect: Dialect;
  /** FROM and WHERE of the window's lines. */
  readonly lines: Fragment;
}

/**
 * The statement that adds a window of commits to a rollup, each part in the order of time, so that
 * a question about few days reads few blocks, and the smallest part last, where blocks are shorter.
 * @param data  span of time in which all of the tenant's lines lie
 */
export function compileRollupRefresh(
  rollup: Rollup,
  tenantId: TenantId,
  calendar: Pick<Calendar, 'timeZone'>,
  data: { readonly fromMs: number; readonly toMs: number },
  window: RefreshWindow,
  dialect: Dialect,
): Statement {
  const tenant = bind('string', tenantId);
  const lines = sql`FROM ${identifier(rollup.ledger)} WHERE tenant_id = ${tenant} AND commit_id > ${integerLiteral(window.afterCommit)} AND commit_id <= ${integerLiteral(window.throughCommit)}`;
  const refresh: Refresh = { rollup, tenant, window, dialect, lines };
  const day = localDayStart(sql`occurred_at`, calendar.timeZone, data, dialect);
  const [finest] = sumsParts(rollup);
  const days = finest === undefined ? sql`` : sql`WITH days AS (${sumDays(refresh, finest, day)}) `;
  const parts = rollup.parts.map((part) => {
    if (part.kind === 'firsts') return selectFirsts(refresh, part);
    return part === finest ? selectFinest(refresh, part) : selectSums(refresh, part);
  });
  const target = ['commit_id', 'generation', 'tenant_id', 'part', ...rowColumns(rollup)];
  const values = [
    integerLiteral(window.throughCommit),
    integerLiteral(window.generation),
    tenant,
    sql`p.*`,
  ];
  const ranks = rollup.parts.map(
    ({ name }, rank) => sql`WHEN ${nameLiteral(name)} THEN ${integerLiteral(rank)}`,
  );
  const rank = sql`CASE p.part ${join(ranks, sql` `)} END`;
  return compile(
    sql`INSERT INTO ${identifier(rollup.name)} (${join(target.map(identifier))}) ${days}SELECT ${join(values)} FROM (${join(parts, sql` UNION ALL `)}) AS p ORDER BY ${rank}, p.occurred_at`,
    dialect,
  );
}

/** Names of the columns that say that lines had no value to sum. */
const missingName = (column: string): string => `no_${column}`;
const missing = ({ presence, sums }: Rollup): readonly string[] =>
  presence.filter((name) => sums.includes(name));

/** The window's lines folded by everything that the finest part tells apart. */
function sumDays({ rollup, lines }: Refresh, part: SumsPart, day: Fragment): Fragment {
  const groups = [
    sql`${day} AS occurred_at`,
    ...part.keys.map(identifier),
    ...(part.kept ?? []).map(
      ({ column, whereAbsent }) =>
        sql`CASE WHEN ${identifier(whereAbsent)} IS NULL THEN ${identifier(column)} END AS ${identifier(column)}`,
    ),
    ...markColumns(rollup).map(
      (name) => sql`CASE WHEN ${identifier(name)} IS NOT NULL THEN '*' END AS ${identifier(name)}`,
    ),
    ...missing(rollup).map(
      (name) => sql`${identifier(name)} IS NULL AS ${identifier(missingName(name))}`,
    ),
  ];
  const sums = rollup.sums.map((name) => sql`sum(${identifier(name)}) AS ${identifier(name)}`);
  const positions = groups.map((_, index) => integerLiteral(index + 1));
  return sql`SELECT ${join([...groups, ...sums])} ${lines} GROUP BY ${join(positions)}`;
}

/** Columns that rows of a part of sums have a value in. */
const sumsColumns = (rollup: Rollup, part: SumsPart): readonly string[] => [
  'occurred_at',
  ...part.keys,
  ...(part.kept ?? []).map(({ column }) => column),
  ...markColumns(rollup),
  ...rollup.sums,
];

function selectFinest({ rollup }: Refresh, part: SumsPart): Fragment {
  return selectPart(rollup, part, sumsColumns(rollup, part), identifier, sql`FROM days`);
}

/** A coarser part, folded from the finest. */
function selectSums({ rollup }: Refresh, part: SumsPart): Fragment {
  const columns = sumsColumns(rollup, part);
  const groups = [
    ...columns.filter((name) => !rollup.sums.includes(name)),
    ...missing(rollup).map(missingName),
  ];
  return selectPart(
    rollup,
    part,
    columns,
    (name) => (rollup.sums.includes(name) ? sql`sum(${identifier(name)})` : identifier(name)),
    sql`FROM days GROUP BY ${join(groups.map(identifier))}`,
  );
}

/** A key that is known to have had a line before brings nothing new. */
function selectFirsts({ rollup, tenant, window, dialect, lines }: Refresh, part: FirstsPart) {
  const key = identifier(part.measure.key);
  const conditions = part.measure.conditions.map((condition) => {
    if (!('column' in condition)) throw new Error(`${part.name} has conditions beyond columns`);
    const column = identifier(condition.column);
    return sql` AND ${compileColumnCondition(dialect, rollup.ledger, column, condition)}`;
  });
  const firsts = sql`SELECT ${key}, min(occurred_at) AS occurred_at ${lines}${join(conditions, sql``)} GROUP BY ${key}`;
  const known = sql`SELECT 1 FROM ${identifier(rollup.name)} AS k WHERE k.tenant_id = ${tenant} AND k.generation = ${integerLiteral(window.generation)} AND k.part = ${nameLiteral(part.name)} AND k.${key} = f.${key} AND k.occurred_at <= f.occurred_at`;
  return selectPart(
    rollup,
    part,
    ['occurred_at', part.measure.key],
    identifier,
    sql`FROM (${firsts}) AS f WHERE NOT EXISTS (${known})`,
  );
}

/** A part's rows, with the columns of all parts; those that it has not are absent. */
function selectPart(
  rollup: Rollup,
  part: RollupPart,
  columns: readonly string[],
  value: (column: string) => Fragment,
  from: Fragment,
): Fragment {
  const values = rowColumns(rollup).map((name) =>
    columns.includes(name)
      ? sql`${value(name)} AS ${identifier(name)}`
      : sql`NULL AS ${identifier(name)}`,
  );
  return sql`SELECT ${nameLiteral(part.name)} AS part, ${join(values)} ${from}`;
}
