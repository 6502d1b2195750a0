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
import type { Column } from '../ledgers/column.js';
import { ledgers } from '../ledgers/ledgers.js';

/** Which rows of the rollup count, and up to which commit they stand for the ledger. */
export interface RollupState {
  /** Zone whose days the rows are. */
  readonly timeZone: string;
  /** Rows of other generations are being replaced or were. */
  readonly generation: number;
  /** Commits after this one are in the ledger only. */
  readonly throughCommit: number;
  /** Whether there are no such commits, so that whole days need no look into the ledger. */
  readonly whole?: boolean;
}

/**
 * What the rollup holds, as rows of their own:
 * `lines`: sums of a day's lines, told apart by everything but product, order and (mostly) customer;
 * `channels`: the same sums, told apart by no more than entry, channel and currency;
 * `firsts`: when each customer first bought, to the instant.
 */
export type RollupPart = 'lines' | 'channels' | 'firsts';
/** The parts that hold sums. */
export type SumsPart = Exclude<RollupPart, 'firsts'>;

/** A part's name inside statements. */
export const partText: Readonly<Record<RollupPart, Fragment>> = {
  lines: sql`'lines'`,
  channels: sql`'channels'`,
  firsts: sql`'firsts'`,
};

const plainKeys = [
  'entry',
  'channel',
  'currency',
  'country',
  'location_id',
  'promotion_id',
] as const;

/** Columns of `sales` that a part's row has as each of its lines had, by the part. */
export const rollupKeys: Readonly<Record<SumsPart, readonly string[]>> = {
  lines: plainKeys,
  channels: ['entry', 'channel', 'currency'],
};

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

/**
 * Columns that say only whether the lines had a value: `product_id` holds a mark instead of the
 * product, and `cost` a sum.
 */
export const rollupPresence: readonly string[] = ['product_id', 'cost'];

/** Columns that the rollup shares with `sales`; a query over either names no others. */
const sharedColumns: readonly string[] = [
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
 * `sales_daily`: sums of `sales` by the tenant's local day, and first purchases. Sums add up and a
 * first is the least of firsts, so nothing is ever updated: what was committed since is added as
 * rows of its own, or read from the ledger beside it.
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
    { name: 'part', type: 'string', description: 'lines, channels or firsts' },
    ...sharedColumns.map((name) => {
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
 * The statement that adds a window of commits to the rollup, each part in the order of time, so that
 * a question about few days reads few blocks, and the smallest part last, where blocks are shorter.
 * @param data  span of time in which all of the tenant's sales lie
 */
export function compileRollupRefresh(
  tenant: TenantId,
  calendar: Pick<Calendar, 'timeZone'>,
  data: { readonly fromMs: number; readonly toMs: number },
  window: RefreshWindow,
  dialect: Dialect,
): Statement {
  const day = localDayStart(sql`occurred_at`, calendar.timeZone, data, dialect);
  const ofTenant = bind('string', tenant);
  const rows = sql`FROM sales WHERE tenant_id = ${ofTenant} AND commit_id > ${integerLiteral(window.afterCommit)} AND commit_id <= ${integerLiteral(window.throughCommit)}`;
  const groups = [
    sql`${day} AS occurred_at`,
    ...plainKeys.map(identifier),
    // a line that names no country is looked up by its customer, so it keeps the customer
    sql`CASE WHEN country IS NULL THEN customer_key END AS customer_key`,
    sql`CASE WHEN product_id IS NOT NULL THEN '*' END AS product_id`,
    sql`cost IS NULL AS costless`,
  ];
  const days = sql`SELECT ${join([...groups, ...sums])} ${rows} GROUP BY ${join(groups.map((_, index) => integerLiteral(index + 1)))}`;
  const firsts = sql`SELECT customer_key, min(occurred_at) AS occurred_at ${rows} AND entry = 'sale' AND customer_key IS NOT NULL GROUP BY customer_key`;
  // a customer who is known to have bought before brings nothing new
  const known = sql`SELECT 1 FROM sales_daily AS k WHERE k.tenant_id = ${ofTenant} AND k.generation = ${integerLiteral(window.generation)} AND k.part = ${partText.firsts} AND k.customer_key = f.customer_key AND k.occurred_at <= f.occurred_at`;
  const parts = [
    selectPart('lines', identifier, sql`FROM days`),
    selectPart(
      'channels',
      (name) => (rollupSums.includes(name) ? sql`sum(${identifier(name)})` : identifier(name)),
      sql`FROM days GROUP BY ${join([...channelGroups, 'costless'].map(identifier))}`,
      [...channelGroups, ...rollupSums],
    ),
    selectPart('firsts', identifier, sql`FROM (${firsts}) AS f WHERE NOT EXISTS (${known})`, [
      'occurred_at',
      'customer_key',
    ]),
  ];
  const target = ['commit_id', 'generation', 'tenant_id', 'part', ...partColumns].map(identifier);
  const values = [
    integerLiteral(window.throughCommit),
    integerLiteral(window.generation),
    ofTenant,
    sql`p.*`,
  ];
  return compile(
    sql`INSERT INTO sales_daily (${join(target)}) WITH days AS (${days}) SELECT ${join(values)} FROM (${join(parts, sql` UNION ALL `)}) AS p ORDER BY p.part DESC, p.occurred_at`,
    dialect,
  );
}

const sums = rollupSums.map((name) => sql`sum(${identifier(name)}) AS ${identifier(name)}`);
const partColumns = sharedColumns.filter((name) => name !== 'tenant_id');
const channelGroups = ['occurred_at', ...rollupKeys.channels, 'product_id'];

/** A part's rows, with the columns of all parts; those that it has not are absent. */
function selectPart(
  part: RollupPart,
  value: (column: string) => Fragment,
  from: Fragment,
  columns: readonly string[] = partColumns,
): Fragment {
  const values = partColumns.map((name) =>
    columns.includes(name)
      ? sql`${value(name)} AS ${identifier(name)}`
      : sql`NULL AS ${identifier(name)}`,
  );
  return sql`SELECT ${partText[part]} AS part, ${join(values)} ${from}`;
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
