import { type Calendar, dayMs, type TimeRange } from '@olympus/core';
import { type Fragment, integerLiteral, join, sql } from '@olympus/sql';
import type { Model } from '../../model/model.js';
import type { QueryFilters } from '../../query/metric-query.js';
import { type ActSpan, compileActs, type PeopleContext } from '../compile-acts.js';
import { type PersonSteps, planSteps, stepOf } from '../person-steps.js';
import { narrowed, type PlannedAct, planAct } from '../plan-act.js';

export interface RepeatsPlan {
  /** Orders, under the question's conditions. */
  readonly act: PlannedAct;
  readonly range: TimeRange;
  readonly months: PersonSteps;
  /** Days after the first order within which a second is looked for. */
  readonly windows: readonly number[];
  readonly observedToMs: number;
}

const microseconds = (ms: number) => integerLiteral(ms * 1000);

/** @throws Problem of acts, `too_many_buckets` */
export function planRepeats(
  model: Model,
  question: { readonly windows: readonly number[]; readonly filters?: QueryFilters | undefined },
  when: {
    readonly calendar: Calendar;
    readonly range: TimeRange;
    readonly observedToMs: number;
  },
): RepeatsPlan {
  const { calendar, range, observedToMs } = when;
  const placed = planAct(model, { act: 'order.placed' }, '');
  const act = narrowed(model, placed, question.filters);
  const toMs = Math.max(range.fromMs + 1, Math.min(range.toMs, observedToMs));
  const months = planSteps({ ...range, toMs }, 'month', calendar);
  return { act, range, months, windows: question.windows, observedToMs };
}

/** Every order with its place among its customer's and the time of the one before. */
function numbered(context: PeopleContext, act: PlannedAct, span: ActSpan) {
  const { tables, rows } = compileActs(context, [{ act, span, columns: () => [] }]);
  const orders = sql`SELECT who, acted_at, row_number() OVER (PARTITION BY who ORDER BY acted_at) AS n, lag(acted_at) OVER (PARTITION BY who ORDER BY acted_at) AS before FROM (${rows}) AS a`;
  const put = (statement: Fragment) =>
    tables.length === 0 ? statement : sql`WITH ${join(tables)} ${statement}`;
  return { orders, put };
}

/** Rows of whole days since the order before, orders; of the orders in the range. */
export function compileOrderIntervals(context: PeopleContext, plan: RepeatsPlan): Fragment {
  const { range, observedToMs } = plan;
  const toMs = Math.min(range.toMs, observedToMs);
  const { orders, put } = numbered(context, plan.act, { toMs });
  const days = context.dialect.divideWhole(sql`(acted_at - before)`, dayMs * 1000);
  return put(
    sql`SELECT ${days} AS days, count(*) AS orders FROM (${orders}) AS o WHERE before IS NOT NULL AND acted_at >= ${microseconds(range.fromMs)} GROUP BY 1 ORDER BY 1`,
  );
}

/**
 * Customers by the month of their first order: rows of step, customers, with a second order by now,
 * and for each window those who have had its time, and of them those whose second order came in it.
 */
export function compileSecondOrders(context: PeopleContext, plan: RepeatsPlan): Fragment {
  const { range, months, windows, observedToMs } = plan;
  const { orders, put } = numbered(context, plan.act, { toMs: observedToMs });
  const each = sql`SELECT who, min(acted_at) AS first_at, max(CASE WHEN n = 2 THEN acted_at END) AS second_at FROM (${orders}) AS o WHERE n <= 2 GROUP BY who`;
  const counts = windows.flatMap((days) => {
    const length = microseconds(days * dayMs);
    const timely = sql`first_at + ${length} <= ${microseconds(observedToMs)}`;
    return [
      sql`count(CASE WHEN ${timely} THEN 1 END)`,
      sql`count(CASE WHEN ${timely} AND second_at < first_at + ${length} THEN 1 END)`,
    ];
  });
  const step = stepOf(context, months, sql`first_at`);
  const toMs = months.period.range?.toMs ?? 0;
  return put(
    sql`SELECT ${step} AS step, count(*) AS customers, count(second_at) AS again, ${join(counts)} FROM (${each}) AS e WHERE first_at >= ${microseconds(range.fromMs)} AND first_at < ${microseconds(toMs)} GROUP BY 1`,
  );
}
