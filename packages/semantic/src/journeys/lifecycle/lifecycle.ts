import {
  addWall,
  type Calendar,
  fromWall,
  type TimeRange,
  toWall,
  truncateWall,
} from '@olympus/core';
import { type Fragment, integerLiteral, join, sql } from '@olympus/sql';
import type { Model } from '../../model/model.js';
import type { QueryFilters } from '../../query/metric-query.js';
import type { Act } from '../act.js';
import { compileActs, type PeopleContext } from '../compile-acts.js';
import { type PersonGrain, type PersonSteps, planSteps, stepOf } from '../person-steps.js';
import { narrowed, type PlannedAct, planAct } from '../plan-act.js';

export interface LifecyclePlan {
  readonly act: PlannedAct;
  /** Whole periods; the first is the one before those asked about. */
  readonly steps: PersonSteps;
  readonly observedToMs: number;
}

/**
 * @param observedToMs  the present, or the end of the data where it ends before
 * @throws Problem of acts, `too_many_buckets`
 */
export function planLifecycle(
  model: Model,
  question: {
    readonly act: Act;
    readonly grain: PersonGrain;
    readonly filters?: QueryFilters | undefined;
  },
  when: {
    readonly calendar: Calendar;
    readonly range: TimeRange;
    readonly observedToMs: number;
  },
): LifecyclePlan {
  const { grain } = question;
  const { calendar, range, observedToMs } = when;
  const act = narrowed(model, planAct(model, question.act, '/act'), question.filters);
  const { timeZone, weekStart } = calendar;
  const first = truncateWall(toWall(timeZone, range.fromMs), grain, weekStart);
  const fromMs = fromWall(timeZone, addWall(first, grain, -1));
  const toMs = Math.max(range.fromMs + 1, Math.min(range.toMs, observedToMs));
  const steps = planSteps({ ...range, fromMs, toMs }, grain, calendar);
  return { act, steps, observedToMs };
}

/**
 * Rows of step, kind, people: `0` new (never before), `1` returning (also in the period before),
 * `2` back after a pause. Each person who acted in a period is of one kind. Step 0 is the period
 * before those asked about.
 */
export function compileLifecycle(context: PeopleContext, plan: LifecyclePlan): Fragment {
  const { act, steps, observedToMs } = plan;
  const { fromMs = 0, toMs = 0 } = steps.period.range ?? {};
  const { tables, rows } = compileActs(context, [{ act, span: { toMs }, columns: () => [] }], {
    toMs: observedToMs,
  });
  const step = sql`CASE WHEN acted_at < ${integerLiteral(fromMs * 1000)} THEN -2 ELSE ${stepOf(context, steps, sql`acted_at`)} END`;
  const active = sql`SELECT DISTINCT who, ${step} AS step FROM (${rows}) AS a`;
  const seen = sql`SELECT step, lag(step) OVER (PARTITION BY who ORDER BY step) AS before FROM (${active}) AS d`;
  const kind = sql`CASE WHEN before IS NULL THEN 0 WHEN before = step - 1 THEN 1 ELSE 2 END`;
  const statement = sql`SELECT step, ${kind} AS kind, count(*) AS people FROM (${seen}) AS s WHERE step >= 0 GROUP BY 1, 2`;
  return tables.length === 0 ? statement : sql`WITH ${join(tables)} ${statement}`;
}
