import { type Calendar, dayMs, offsetSpans, type TenantId } from '@olympus/core';
import {
  bind,
  compile,
  type Dialect,
  type Fragment,
  identifier,
  integerLiteral,
  join,
  type Statement,
  sql,
} from '@olympus/sql';
import type { Column } from '../ledgers/ledger.js';
import { ledgers } from '../ledgers/ledgers.js';

/** Which rows of the rollup count, and up to which commit they stand for the ledger. */
export interface RollupState {
  /** Zone whose days the rows are. */
  readonly timeZone: string;
  /** Rows of other generations are being replaced or were. */
  readonly generation: number;
  /** Commits after this one are in the ledger only. */
  readonly throughCommit: number;
}

/** Columns that a day's rows are told apart by, each a column of `sales` as it is there. */
const plainKeys = [
  'entry',
  'country',
  'location_id',
  'channel',
  'promotion_id',
  'currency',
] as const;

/** Columns whose sums a row holds. `cost` is absent where it is unknown, as in the ledger. */
export const rollupSums: readonly string[] = [
  'quantity',
  'gross',
  'discount',
  'tax',
  'shipping',
  'cost',
  'net',
  'orders',
];

/** Columns of `sales` that a row of the rollup has as each of its lines had. */
export const rollupKeys: readonly string[] = plainKeys;

/**
 * Columns that say only whether the lines had a value: `product_id` holds a mark instead of the
 * product, and `cost` a sum.
 */
export const rollupPresence: readonly string[] = ['product_id', 'cost'];

/** Columns that the rollup shares with `sales`; a query over either names no others. */
export const rollupColumns: readonly string[] = [
  'tenant_id',
  'occurred_at',
  ...plainKeys,
  'customer_key',
  'product_id',
  ...rollupSums,
];

const salesColumns = new Map(
  ledgers.find(({ name }) => name === 'sales')?.columns.map((column) => [column.name, column]),
);

/**
 * `sales_daily`: sums of `sales` by the tenant's local day. Additive, and never updated: what was
 * committed since is added as rows of its own, or read from the ledger beside it.
 */
export const salesDailyTable: { readonly name: string; readonly columns: readonly Column[] } = {
  name: 'sales_daily',
  columns: [
    { name: 'commit_id', type: 'integer', description: 'Last commit that the row stands for' },
    {
      name: 'generation',
      type: 'integer',
      description: 'Which making of the rollup it belongs to',
    },
    ...rollupColumns.map((name) => {
      const column = salesColumns.get(name);
      if (column === undefined) throw new Error(`sales has no column ${name}`);
      return column;
    }),
  ],
};

export interface RefreshWindow {
  readonly generation: number;
  /** Exclusive. */
  readonly afterCommit: number;
  /** Inclusive. */
  readonly throughCommit: number;
}

/**
 * The statement that adds a window of commits to the rollup.
 * @param data  span of time in which all of the tenant's sales lie
 */
export function compileRollupRefresh(
  tenant: TenantId,
  calendar: Pick<Calendar, 'timeZone'>,
  data: { readonly fromMs: number; readonly toMs: number },
  window: RefreshWindow,
  dialect: Dialect,
): Statement {
  const keys: readonly Fragment[] = [
    localDayStart(sql`occurred_at`, calendar.timeZone, data, dialect),
    ...plainKeys.map(identifier),
    // a line that names no country is looked up by its customer, so it keeps the customer
    sql`CASE WHEN country IS NULL THEN customer_key END`,
    sql`CASE WHEN product_id IS NOT NULL THEN '*' END`,
    sql`cost IS NULL`,
  ];
  const names = keys.map((_, index) => identifier(`g${index}`));
  const grouped = sql`SELECT ${join(keys.map((key, index) => sql`${key} AS ${names[index] ?? key}`))}, ${join(
    rollupSums.map((name) => sql`sum(${identifier(name)}) AS ${identifier(name)}`),
  )} FROM sales WHERE tenant_id = ${bind('string', tenant)} AND commit_id > ${integerLiteral(window.afterCommit)} AND commit_id <= ${integerLiteral(window.throughCommit)} GROUP BY ${join(keys.map((_, index) => integerLiteral(index + 1)))}`;
  const shared = names.slice(0, -1);
  const target = ['commit_id', 'generation', ...rollupColumns].map(identifier);
  return compile(
    sql`INSERT INTO sales_daily (${join(target)}) SELECT ${integerLiteral(window.throughCommit)}, ${integerLiteral(window.generation)}, ${bind('string', tenant)}, ${join([...shared, ...rollupSums.map(identifier)])} FROM (${grouped}) AS d`,
    dialect,
  );
}

/**
 * UTC instant at which the tenant's day of a timestamp began, from the zone's offset changes: in
 * the span after a change the day may have begun under the offset before it.
 */
function localDayStart(
  timestamp: Fragment,
  timeZone: string,
  data: { readonly fromMs: number; readonly toMs: number },
  dialect: Dialect,
): Fragment {
  const spans = offsetSpans(timeZone, data.fromMs - 2 * dayMs, data.toMs + 2 * dayMs);
  const starts = spans.map((span, index) => {
    const offset = integerLiteral(span.offsetMs * 1000);
    const elapsed = sql`(${dialect.microseconds(timestamp)} + ${offset})`;
    const start = sql`(${dialect.divideWhole(elapsed, dayMs * 1000)}) * ${integerLiteral(dayMs * 1000)} - ${offset}`;
    const earlier = spans[index - 1];
    if (earlier === undefined) return start;
    const shift = integerLiteral((span.offsetMs - earlier.offsetMs) * 1000);
    return sql`CASE WHEN ${start} < ${integerLiteral(span.fromMs * 1000)} THEN ${start} + ${shift} ELSE ${start} END`;
  });
  const last = starts.at(-1) ?? integerLiteral(0);
  const cases = spans
    .slice(0, -1)
    .map(
      (span, index) =>
        sql`WHEN ${timestamp} < ${dialect.timestampLiteral(span.toMs)} THEN ${starts[index] ?? last}`,
    );
  const micros = cases.length === 0 ? last : sql`CASE ${join(cases, sql` `)} ELSE ${last} END`;
  return dialect.timestampOf(micros);
}
