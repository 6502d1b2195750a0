import { bind, type Fragment, integerLiteral, join, sql } from '@olympus/sql';
import { and } from '../../compile/pass.js';
import type { PeopleContext } from '../compile-acts.js';
import type { FunnelPlan } from './funnel.js';
import { stepsBefore } from './funnel-chains.js';
import { readSpan, type StartSpan } from './funnel-rows.js';
import { compileUnits, doneAt } from './funnel-units.js';

/** Who to list: those who got to a step, or those who got to the one before and not further. */
export interface ListedUnits {
  /** Position of the step, from 0. */
  readonly step: number;
  readonly which: 'converted' | 'dropped';
  readonly limit: number;
  readonly offset: number;
}

/** Position of the required step that one has to take before another. */
export const requiredBefore = (plan: FunnelPlan, step: number): number =>
  stepsBefore(plan, step).at(-1) ?? 0;

/**
 * One page of people, who began last first: how many there are in all, their key, when their chain
 * began, and when they first took each step, in microseconds.
 */
export function compileUnitList(
  context: PeopleContext,
  plan: FunnelPlan,
  start: StartSpan,
  { step, which, limit, offset }: ListedUnits,
): Fragment {
  const tables = compileUnits(context, { ...plan, breakdown: undefined }, start, { keys: true });
  const kept =
    which === 'converted'
      ? [sql`${doneAt(step)} IS NOT NULL`]
      : [sql`${doneAt(requiredBefore(plan, step))} IS NOT NULL`, sql`${doneAt(step)} IS NULL`];
  const times = plan.steps.map((_, index) => doneAt(index));
  return sql`WITH ${join(tables)} SELECT count(*) OVER () AS total, who, entered, ${join(times)} FROM units WHERE ${join(kept, and)} ORDER BY entered DESC, who, unit LIMIT ${integerLiteral(limit)} OFFSET ${integerLiteral(offset)}`;
}

/** Which of the keys are customers' rather than browsers'. */
export function compileCustomersAmong(
  { tenant }: PeopleContext,
  plan: FunnelPlan,
  start: StartSpan,
  keys: readonly string[],
): Fragment {
  const span = readSpan(plan, start);
  const listed = join(keys.map((key) => bind('string', key)));
  const within = sql`occurred_at >= ${bind('timestamp', span.fromMs)} AND occurred_at < ${bind('timestamp', span.toMs)}`;
  return sql`SELECT customer_key FROM customers WHERE tenant_id = ${tenant} AND customer_key IN (${listed}) UNION SELECT customer_key FROM sales WHERE tenant_id = ${tenant} AND ${within} AND customer_key IN (${listed}) UNION SELECT customer_key FROM sessions WHERE tenant_id = ${tenant} AND ${within} AND customer_key IN (${listed})`;
}
