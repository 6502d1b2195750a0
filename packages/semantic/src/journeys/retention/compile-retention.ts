import { bind, type Fragment, integerLiteral, join, sql } from '@olympus/sql';
import { where } from '../../compile/pass.js';
import { dimensionValue } from '../../compile/scope.js';
import { type ActSpan, compileActs, type PeopleContext } from '../compile-acts.js';
import { stepOf } from '../person-steps.js';
import { startOf } from './first-start.js';
import type { RetentionPlan } from './retention-plan.js';

/** Groups that a breakdown tells apart; the others are one. */
export const shownGroups = 8;

const microsecondsOf = (ms: number): Fragment => integerLiteral(ms * 1000);

/** From the first start that counts to the last period looked at. */
function watched({ range, steps }: RetentionPlan): { fromMs: number; toMs: number } {
  const toMs = steps.period.range?.toMs ?? range.toMs;
  return { fromMs: range.fromMs, toMs };
}

/** The common tables `began`: one row a member of a cohort, with who, started, cohort, place, label. */
function beganTables(context: PeopleContext, plan: RetentionPlan, known: ActSpan) {
  const { dialect } = context;
  const { range, cohorts, breakdown } = plan;
  const toMs = Math.min(range.toMs, watched(plan).toMs);
  const first = cohorts === 'first';
  const { tables, rows } = compileActs(
    context,
    [
      {
        act: startOf(plan.start, first),
        span: first ? { toMs } : { fromMs: range.fromMs, toMs },
        columns: (scope) =>
          breakdown === undefined
            ? []
            : [{ name: 'label', value: dimensionValue(scope, breakdown) }],
      },
    ],
    known,
  );
  const label =
    breakdown === undefined
      ? []
      : [sql`${dialect.lastValue(sql`label`, [sql`-acted_at`, sql`label`])} AS label`];
  const step = stepOf(context, plan.steps, sql`acted_at`);
  const starts = first
    ? sql`SELECT ${join([sql`who`, sql`min(acted_at) AS started`, ...label])} FROM (${rows}) AS a GROUP BY who`
    : sql`SELECT ${join([sql`who`, sql`${step} AS cohort`, sql`min(acted_at) AS started`, ...label])} FROM (${rows}) AS a GROUP BY 1, 2`;
  const cohort = first ? sql`${stepOf(context, plan.steps, sql`started`)}` : sql`cohort`;
  const within = sql`started >= ${microsecondsOf(range.fromMs)}`;
  const members = sql`SELECT who, started, ${cohort} AS cohort${breakdown === undefined ? sql`` : sql`, label`} FROM (${starts}) AS s WHERE ${within}`;
  return { tables, began: grouped(plan, members) };
}

/** Members with the place of their group by its size, and its label among those that are shown. */
function grouped({ breakdown }: RetentionPlan, members: Fragment): Fragment {
  if (breakdown === undefined)
    return sql`SELECT who, started, cohort, 1 AS place FROM (${members}) AS m`;
  const sized = sql`SELECT who, started, cohort, label, count(*) OVER (PARTITION BY label) AS size FROM (${members}) AS m`;
  const ranked = sql`SELECT who, started, cohort, label, dense_rank() OVER (ORDER BY size DESC, label) AS place FROM (${sized}) AS z`;
  const shown = integerLiteral(shownGroups);
  return sql`SELECT who, started, cohort, CASE WHEN place <= ${shown} THEN place ELSE ${integerLiteral(shownGroups + 1)} END AS place, CASE WHEN place <= ${shown} THEN label END AS label FROM (${ranked}) AS r`;
}

const withTables = (tables: readonly Fragment[], statement: Fragment): Fragment =>
  tables.length === 0 ? statement : sql`WITH ${join(tables)} ${statement}`;

/**
 * People by cohort and period: rows of group's place, group's label, cohort's step, periods later,
 * people. Period −1 holds the sizes of the cohorts. Being back needs no later instant than the
 * start in its own period.
 * @param bracket  `on`: who came back in the period; `last`: whose last period of coming back it
 *   is, those beyond the last period looked at counted in it
 */
export function compileRetention(
  context: PeopleContext,
  plan: RetentionPlan,
  bracket: 'on' | 'last',
): Fragment {
  const span = watched(plan);
  const known: ActSpan = { toMs: plan.observedToMs };
  const { tables, began } = beganTables(context, plan, known);
  const back = compileActs(
    context,
    [{ act: startOf(plan.back, false), span, columns: () => [] }],
    known,
  );
  const all = tables.length > 0 ? tables : back.tables;
  const active = sql`SELECT who, ${stepOf(context, plan.steps, sql`acted_at`)} AS step, max(acted_at) AS last_at FROM (${back.rows}) AS a GROUP BY 1, 2`;
  const group = plan.breakdown === undefined ? sql`NULL` : sql`b.label`;
  const later = sql`a.step - b.cohort`;
  const joined = sql`FROM began AS b INNER JOIN active AS a ON a.who = b.who AND a.step >= b.cohort AND a.last_at >= b.started`;
  const sizes = sql`SELECT b.place, ${group} AS label, b.cohort, -1 AS later, count(*) AS people FROM began AS b GROUP BY 1, 2, 3`;
  const periods = integerLiteral(plan.periods);
  const cells =
    bracket === 'on'
      ? sql`SELECT b.place, ${group} AS label, b.cohort, ${later} AS later, count(*) AS people ${joined} WHERE ${later} <= ${periods} GROUP BY 1, 2, 3, 4`
      : sql`SELECT place, label, cohort, CASE WHEN latest > ${periods} THEN ${periods} ELSE latest END AS later, count(*) AS people FROM (SELECT b.place, ${group} AS label, b.cohort, b.who, max(${later}) AS latest ${joined} GROUP BY 1, 2, 3, 4) AS l GROUP BY 1, 2, 3, 4`;
  return withTables(
    [...all, sql`began AS (${began})`, sql`active AS (${active})`],
    sql`${sizes} UNION ALL ${cells}`,
  );
}

/**
 * Revenue of the members of cohorts, net of refunds, by the period it was booked in and from their
 * start on: rows of group's place, group's label, cohort's step, periods later, amount. Period −1
 * holds the sizes of the cohorts.
 */
export function compileRetainedRevenue(context: PeopleContext, plan: RetentionPlan): Fragment {
  const { dialect, tenant } = context;
  const span = watched(plan);
  const { tables, began } = beganTables(context, plan, { toMs: plan.observedToMs });
  const group = plan.breakdown === undefined ? sql`NULL` : sql`b.label`;
  const at = dialect.microseconds(sql`s.occurred_at`);
  const later = sql`s.step - b.cohort`;
  const conditions = [
    sql`s.tenant_id = ${tenant}`,
    sql`s.occurred_at >= ${bind('timestamp', span.fromMs)}`,
    sql`s.occurred_at < ${bind('timestamp', span.toMs)}`,
    sql`s.customer_key IS NOT NULL`,
    sql`s.net <> 0`,
  ];
  const sales = sql`SELECT s.customer_key, ${at} AS booked, s.net FROM sales AS s${where(conditions)}`;
  const money = sql`SELECT customer_key, booked, net, ${stepOf(context, plan.steps, sql`booked`)} AS step FROM (${sales}) AS l`;
  const sizes = sql`SELECT b.place, ${group} AS label, b.cohort, -1 AS later, count(*) AS amount FROM began AS b GROUP BY 1, 2, 3`;
  const cells = sql`SELECT b.place, ${group} AS label, b.cohort, ${later} AS later, sum(s.net) AS amount FROM (${money}) AS s INNER JOIN began AS b ON b.who = s.customer_key AND s.booked >= b.started WHERE ${later} <= ${integerLiteral(plan.periods)} GROUP BY 1, 2, 3, 4`;
  return withTables([...tables, sql`began AS (${began})`], sql`${sizes} UNION ALL ${cells}`);
}
