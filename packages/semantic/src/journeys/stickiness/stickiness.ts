import type { Calendar, TimeRange } from '@olympus/core';
import { type Fragment, join, sql } from '@olympus/sql';
import type { Model } from '../../model/model.js';
import type { QueryFilters } from '../../query/metric-query.js';
import type { Act } from '../act.js';
import { compileActs, type PeopleContext } from '../compile-acts.js';
import { type PersonSteps, planSteps, stepOf } from '../person-steps.js';
import { narrowed, type PlannedAct, planAct } from '../plan-act.js';

export interface StickinessPlan {
  readonly act: PlannedAct;
  readonly periods: PersonSteps;
  /** Days or weeks, counted in each period in which they lie. */
  readonly units: PersonSteps;
  readonly observedToMs: number;
}

/** @throws Problem of acts, `too_many_buckets` */
export function planStickiness(
  model: Model,
  question: {
    readonly act: Act;
    readonly grain: 'week' | 'month';
    readonly unit: 'day' | 'week';
    readonly filters?: QueryFilters | undefined;
  },
  when: {
    readonly calendar: Calendar;
    readonly range: TimeRange;
    readonly observedToMs: number;
  },
): StickinessPlan {
  const { calendar, range, observedToMs } = when;
  const act = narrowed(model, planAct(model, question.act, '/act'), question.filters);
  const toMs = Math.max(range.fromMs + 1, Math.min(range.toMs, observedToMs));
  const watched = { ...range, toMs };
  return {
    act,
    periods: planSteps(watched, question.grain, calendar),
    units: planSteps(watched, question.unit, calendar),
    observedToMs,
  };
}

/** Rows of period's step, how many different units somebody acted in, people. */
export function compileStickiness(context: PeopleContext, plan: StickinessPlan): Fragment {
  const { act, periods, units, observedToMs } = plan;
  const { fromMs = 0, toMs = 0 } = periods.period.range ?? {};
  const { tables, rows } = compileActs(
    context,
    [{ act, span: { fromMs, toMs }, columns: () => [] }],
    { toMs: observedToMs },
  );
  const step = stepOf(context, periods, sql`acted_at`);
  const unit = stepOf(context, units, sql`acted_at`);
  const active = sql`SELECT DISTINCT who, ${step} AS step, ${unit} AS unit FROM (${rows}) AS a`;
  const each = sql`SELECT who, step, count(*) AS units FROM (${active}) AS d GROUP BY 1, 2`;
  const statement = sql`SELECT step, units, count(*) AS people FROM (${each}) AS e GROUP BY 1, 2`;
  return tables.length === 0 ? statement : sql`WITH ${join(tables)} ${statement}`;
}
