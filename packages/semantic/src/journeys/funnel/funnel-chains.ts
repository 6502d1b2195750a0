import { type Dialect, type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { and } from '../../compile/pass.js';
import type { FunnelPlan } from './funnel.js';
import type { FunnelRows, RoleTable, StartSpan } from './funnel-rows.js';
import { strictChains } from './strict-chains.js';
import { worthStep } from './worth-step.js';

/** Name of the table of the acts that complete a step: `unit`, `at`, `start` of their latest chain. */
export const doneTable = (index: number): Fragment => identifier(`c${index}`);

/** Positions of the steps that a chain may be at when it takes this one, the required one last. */
export function stepsBefore(plan: FunnelPlan, index: number): readonly number[] {
  const before: number[] = [];
  for (let step = index - 1; step >= 0; step -= 1) {
    before.push(step);
    if (plan.steps[step]?.optional !== true) break;
  }
  return before;
}

/**
 * A table for each step of the acts that complete it, with the latest start of a chain that does.
 * The latest start is all that matters for what follows: whatever an earlier chain could still
 * reach within the window, it can. So each step is one pass over its acts and the step before's, of
 * only those people that got so far.
 */
export function compileChains(
  dialect: Dialect,
  plan: FunnelPlan,
  rows: FunnelRows,
  start: StartSpan,
  orders: boolean,
): readonly Fragment[] {
  const tie = rows.tied ? sql`, tie` : sql``;
  const first = sql`${doneTable(0)} AS (SELECT unit, acted, acted AS begun${tie} FROM ${rows.step(0).name})`;
  if (plan.order === 'any') return [first, ...anyOrder(dialect, plan, rows, orders)];
  if (rows.streamed)
    return [first, ...strictChains(dialect, plan, start, { tied: rows.tied, orders })];
  const last = plan.steps.length - 1;
  return plan.steps.map((_, index) =>
    index === 0 ? first : nextStep(plan, rows, index, orders && index === last),
  );
}

/**
 * Acts at one place in the order are the same act: as a candidate it sees what lies before it, then
 * it ends chains, then it continues them.
 */
const candidate = 0;
const ender = 1;
const continued = 2;

function nextStep(plan: FunnelPlan, rows: FunnelRows, index: number, ref: boolean): Fragment {
  const { tied } = rows;
  const enders = rows.enders(index);
  const before = stepsBefore(plan, index);
  const reached = sql`unit IN (SELECT unit FROM ${doneTable(before.at(-1) ?? 0)})`;
  const place = (group: number, role: number) =>
    tied
      ? sql`acted * 64 + ${integerLiteral(group)} AS pos, tie, ${integerLiteral(role)} AS role`
      : sql`acted * 256 + ${integerLiteral(group * 4 + role)} AS pos, ${integerLiteral(role)} AS role`;
  const order = tied ? sql`pos, tie, role` : sql`pos`;
  const noRef = ref ? sql`, CAST(NULL AS VARCHAR) AS ref` : sql``;
  const others = ({ name, group }: RoleTable, role: number, extra: Fragment) =>
    sql`SELECT unit, acted, ${place(group, role)}, CAST(NULL AS BIGINT) AS begun${extra} FROM ${name} WHERE ${reached}`;
  const all = join(
    [
      ...before.map(
        (step) =>
          sql`SELECT unit, acted, ${place(rows.step(step).group, continued)}, begun${noRef} FROM ${doneTable(step)}`,
      ),
      others(rows.step(index), candidate, ref ? sql`, ref` : sql``),
      ...enders.map((table) => others(table, ender, noRef)),
    ],
    sql` UNION ALL `,
  );
  const carried = sql`${tied ? sql`, tie` : sql``}${ref ? sql`, ref` : sql``}`;
  const names = sql`unit, acted, pos, role${carried}`;
  const ended = sql`SELECT ${names}, begun, sum(CASE WHEN role = ${integerLiteral(ender)} THEN 1 ELSE 0 END) OVER (PARTITION BY unit ORDER BY ${order} ROWS UNBOUNDED PRECEDING) AS part FROM (${all}) AS a`;
  const [from, within] =
    enders.length === 0 ? [all, sql`unit`] : ([ended, sql`unit, part`] as const);
  const latest = sql`SELECT ${names}, max(begun) OVER (PARTITION BY ${within} ORDER BY ${order} ROWS UNBOUNDED PRECEDING) AS begun FROM (${from}) AS b`;
  return sql`${doneTable(index)} AS (SELECT unit, acted, begun${carried} FROM (${latest}) AS c WHERE role = ${integerLiteral(candidate)} AND acted - begun <= ${integerLiteral(plan.windowMs * 1000)})`;
}

const seen = (index: number) => identifier(`l${index}`);

/**
 * Steps in whatever order: at each act, when each step was last done up to then. The step is
 * complete where the earliest of those that it needs lies within the window, and no exclusion after
 * it.
 */
function anyOrder(
  dialect: Dialect,
  plan: FunnelPlan,
  rows: FunnelRows,
  orders: boolean,
): readonly Fragment[] {
  const ofWorth = orders ? worthStep(plan) : undefined;
  const enders = rows.enders(1);
  const parts = [
    ...plan.steps.map((_, index) => ({ ...rows.step(index), role: index })),
    ...enders.map((table) => ({ ...table, role: -1 })),
  ].map(
    ({ name, group, role }) =>
      sql`SELECT unit, acted, acted * 64 + ${integerLiteral(group)} AS pos, ${integerLiteral(role)} AS role FROM ${name}`,
  );
  const all = join(parts, sql` UNION ALL `);
  const lastOf = (role: number, name: Fragment) =>
    sql`max(CASE WHEN role = ${integerLiteral(role)} THEN pos END) OVER (PARTITION BY unit ORDER BY pos, role ROWS UNBOUNDED PRECEDING) AS ${name}`;
  const columns = [
    ...plan.steps.map((_, index) => lastOf(index, seen(index))),
    ...(enders.length === 0 ? [] : [lastOf(-1, sql`ended`)]),
  ];
  const window = integerLiteral(plan.windowMs * 1000);
  const table = sql`together AS (SELECT unit, acted, role, ${join(columns)} FROM (${all}) AS a)`;
  const steps = plan.steps.flatMap((_, index) => {
    if (index === 0) return [];
    const needed = plan.steps.flatMap(({ optional }, step) =>
      step < index && optional ? [] : step <= index ? [seen(step)] : [],
    );
    const earliest = sql`least(${join(needed)})`;
    const start = sql`(${dialect.divideWhole(earliest, 64)})`;
    const kept = [
      ...needed.map((name) => sql`${name} IS NOT NULL`),
      sql`acted - ${start} <= ${window}`,
      ...(enders.length === 0 ? [] : [sql`(ended IS NULL OR ended < ${earliest})`]),
    ];
    const done = sql`SELECT unit, acted, ${start} AS begun`;
    const met = sql`FROM together WHERE role >= 0 AND ${join(kept, and)}`;
    if (ofWorth === undefined || index < plan.steps.length - 1) {
      return [sql`${doneTable(index)} AS (${done} ${met})`];
    }
    // the order of the chain is the last one up to its end, if it lies within it
    const at = seen(ofWorth);
    const { name, group } = rows.step(ofWorth);
    return [
      sql`placed AS (SELECT unit, acted * 64 + ${integerLiteral(group)} AS pos, min(ref) AS ref FROM ${name} GROUP BY 1, 2)`,
      sql`whole AS (${done}, CASE WHEN ${at} >= ${start} * 64 THEN ${at} END AS pos ${met})`,
      sql`${doneTable(index)} AS (SELECT w.unit AS unit, w.acted AS acted, w.begun AS begun, p.ref AS ref FROM whole AS w LEFT JOIN placed AS p ON p.unit = w.unit AND p.pos = w.pos)`,
    ];
  });
  return [table, ...steps];
}
