import type { Bucket, Calendar, Grain, TimeRange } from '@olympus/core';
import { type Dialect, type Fragment, integerLiteral, join, sql } from '@olympus/sql';
import { compileStep } from '../../compile/bucket.js';
import type { PeopleContext } from '../compile-acts.js';
import type { FunnelPlan } from './funnel.js';
import type { StartSpan } from './funnel-rows.js';
import { begunAt, compileUnits, doneAt, worthFrom } from './funnel-units.js';
import { hasWorth } from './worth-step.js';

/** What to tell beside how many took each step. */
export interface FunnelDetails {
  readonly calendar: Calendar;
  readonly grain: Grain;
  readonly range: TimeRange;
  readonly buckets: readonly Bucket[];
  /** Upper bounds of the spans that times to convert are counted in, in milliseconds, ascending. */
  readonly bounds: readonly number[];
}

/** Kinds of rows that the statement gives, in its first column. */
export const funnelParts = {
  step: 0,
  time: 1,
  trend: 2,
  group: 3,
  worth: 4,
  open: 5,
  values: 6,
} as const;

const none = sql`CAST(NULL AS DOUBLE)`;
const noName = sql`CAST(NULL AS VARCHAR)`;

/** Rows of one shape: part, place, name, n, m, and four numbers. */
function partRow(
  part: number,
  values: {
    readonly place?: Fragment;
    readonly name?: Fragment;
    readonly n?: Fragment;
    readonly m?: Fragment;
    readonly x?: readonly Fragment[];
  },
  from: Fragment,
): Fragment {
  const zero = integerLiteral(0);
  const x = [0, 1, 2, 3].map((index) => values.x?.[index] ?? none);
  return sql`SELECT ${integerLiteral(part)} AS part, ${values.place ?? zero} AS place, ${values.name ?? noName} AS name, ${values.n ?? zero} AS n, ${values.m ?? zero} AS m, ${join(x)} ${from}`;
}

export const toldShares = [0.25, 0.5, 0.75, 0.9] as const;

const seconds = (dialect: Dialect, microseconds: Fragment) =>
  sql`${dialect.toFloat(microseconds)} / 1000000`;

/**
 * One statement about everything a funnel tells; rows as `readFunnel` takes them.
 * @param details  absent: only how many took each step, and the worth
 * @param dataToMs  last instant of the data: windows that end later are still open
 */
export function compileFunnel(
  context: PeopleContext,
  plan: FunnelPlan,
  start: StartSpan,
  dataToMs: number,
  details?: FunnelDetails,
): Fragment {
  const { dialect, tenant } = context;
  const last = plan.steps.length - 1;
  const worth = hasWorth(plan);
  const units = compileUnits(
    context,
    details === undefined ? { ...plan, breakdown: undefined } : plan,
    start,
    { orders: worth },
  );
  const parts = [
    ...plan.steps.map((_, index) => stepPart(dialect, index)),
    partRow(
      funnelParts.open,
      { n: sql`count(*)` },
      sql`FROM units WHERE ${doneAt(last)} IS NULL AND entered > ${integerLiteral((dataToMs - plan.windowMs) * 1000)}`,
    ),
    ...(worth
      ? [partRow(funnelParts.worth, { n: sql`count(*)`, x: [sql`sum(net)`] }, sql`FROM worth`)]
      : []),
    ...(details === undefined ? [] : detailParts(context, plan, details, worth)),
  ];
  const tables = [
    ...units,
    ...(worth
      ? [
          sql`worth AS (SELECT u.unit AS unit, sum(${dialect.toFloat(sql`s.net`)}) AS net FROM sales AS s INNER JOIN units AS u ON u.ref = s.order_id WHERE s.tenant_id = ${tenant} AND s.occurred_at >= ${worthFrom(plan, start)} GROUP BY 1)`,
        ]
      : []),
    ...(details === undefined || plan.breakdown === undefined
      ? []
      : rankTables(plan.breakdown.limit)),
  ];
  return sql`WITH ${join(tables)} ${join(parts, sql` UNION ALL `)}`;
}

function stepPart(dialect: Dialect, index: number): Fragment {
  const time = seconds(dialect, sql`(${doneAt(index)} - ${begunAt(index)})`);
  const place = integerLiteral(index);
  const n = sql`count(${doneAt(index)})`;
  if (index === 0) return partRow(funnelParts.step, { place, n }, sql`FROM units`);
  const x = toldShares.map((share) => dialect.quantile(time, share, undefined));
  return partRow(
    funnelParts.step,
    { place, n, x },
    sql`FROM units WHERE ${doneAt(index)} IS NOT NULL`,
  );
}

/** The values with most people, numbered; all others are told together as 0. */
function rankTables(limit: number): readonly Fragment[] {
  return [
    sql`ranked AS (SELECT trait, row_number() OVER (ORDER BY count(*) DESC, trait NULLS LAST) AS place FROM units GROUP BY trait)`,
    sql`grouped AS (SELECT u.*, CASE WHEN r.place <= ${integerLiteral(limit)} THEN r.place ELSE 0 END AS place, CASE WHEN r.place <= ${integerLiteral(limit)} THEN u.trait END AS name FROM units AS u INNER JOIN ranked AS r ON r.trait IS NOT DISTINCT FROM u.trait)`,
  ];
}

function detailParts(
  { dialect }: PeopleContext,
  plan: FunnelPlan,
  { calendar, grain, range, buckets, bounds }: FunnelDetails,
  worth: boolean,
): readonly Fragment[] {
  const last = plan.steps.length - 1;
  const converted = sql`FROM units WHERE ${doneAt(last)} IS NOT NULL`;
  const took = sql`(${doneAt(last)} - ${begunAt(last)})`;
  const bin = sql`CASE ${join(
    bounds.map(
      (ms, index) => sql`WHEN ${took} < ${integerLiteral(ms * 1000)} THEN ${integerLiteral(index)}`,
    ),
    sql` `,
  )} ELSE ${integerLiteral(bounds.length)} END`;
  const bucket = compileStep(
    dialect,
    dialect.timestampOf(sql`entered`),
    grain,
    { range, buckets },
    calendar,
  );
  return [
    partRow(funnelParts.time, { place: bin, n: sql`count(*)` }, sql`${converted} GROUP BY 2`),
    partRow(
      funnelParts.trend,
      { place: bucket, n: sql`count(*)`, m: sql`count(${doneAt(last)})` },
      sql`FROM units GROUP BY 2`,
    ),
    ...(plan.breakdown === undefined ? [] : groupParts(dialect, plan, worth)),
  ];
}

function groupParts(dialect: Dialect, plan: FunnelPlan, worth: boolean): readonly Fragment[] {
  const last = plan.steps.length - 1;
  return [
    ...plan.steps.map((_, index) => {
      const time = seconds(dialect, sql`(${doneAt(index)} - ${begunAt(index)})`);
      const median = index === 0 ? none : dialect.quantile(time, 0.5, undefined);
      const net = worth && index === last;
      return partRow(
        funnelParts.group,
        {
          place: sql`g.place`,
          name: sql`g.name`,
          n: sql`count(${doneAt(index)})`,
          m: integerLiteral(index),
          x: [median, net ? sql`sum(w.net)` : none],
        },
        sql`FROM grouped AS g${net ? sql` LEFT JOIN worth AS w ON w.unit = g.unit` : sql``} GROUP BY g.place, g.name`,
      );
    }),
    partRow(funnelParts.values, { n: sql`count(*)` }, sql`FROM ranked`),
  ];
}
