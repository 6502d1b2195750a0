import { type Dialect, type Fragment, identifier, integerLiteral, join, sql } from '@olympus/sql';
import { and } from '../../compile/pass.js';
import type { FunnelPlan } from './funnel.js';
import { doneTable, stepsBefore } from './funnel-chains.js';
import type { StartSpan } from './funnel-rows.js';

/** The table of all that counts in a strict funnel: `unit`, `acted`, `pos`, `steps`, and what is carried. */
export const streamTable: Fragment = sql`stream`;

/** When the latest chain began that reaches a step with the act so many places back. */
const begunBack = (back: number, step: number) => identifier(`b${back}_${step}`);
const actedBack = (back: number) => (back === 0 ? sql`acted` : identifier(`a${back}`));
const stepsBack = (back: number) => (back === 0 ? sql`steps` : identifier(`s${back}_`));

/** Whether an act can be a step, by its bit. */
function canBe(dialect: Dialect, steps: Fragment, step: number): Fragment {
  const at = sql`(${dialect.divideWhole(steps, 2 ** step)})`;
  const above = sql`(${dialect.divideWhole(steps, 2 ** (step + 1))})`;
  return sql`${at} - 2 * ${above} = 1`;
}

/**
 * The tables of acts that complete each step of a strict funnel, from one pass over all that each
 * person did: a chain is some acts next to each other, so it is found by looking back as many acts
 * as the funnel has steps. Of several that end in one act the latest start is kept.
 */
export function strictChains(
  dialect: Dialect,
  plan: FunnelPlan,
  start: StartSpan,
  { tied, orders }: { readonly tied: boolean; readonly orders: boolean },
): readonly Fragment[] {
  const last = plan.steps.length - 1;
  const places = Array.from({ length: last }, (_, index) => index + 1);
  const carried = sql`${tied ? sql`, tie` : sql``}${orders ? sql`, ref` : sql``}`;
  const order = tied ? sql`pos, tie` : sql`pos`;
  const window = sql`OVER (PARTITION BY unit ORDER BY ${order})`;
  const looked = places.flatMap((back) => [
    sql`lag(acted, ${integerLiteral(back)}) ${window} AS ${actedBack(back)}`,
    sql`lag(steps, ${integerLiteral(back)}) ${window} AS ${stepsBack(back)}`,
  ]);
  let rows = sql`SELECT unit, acted, steps${carried}, ${join(looked)} FROM ${streamTable}`;
  for (let back = last; back >= 0; back -= 1) {
    const reached = plan.steps.slice(0, last - back + 1).map((_, step) => {
      const can = [canBe(dialect, stepsBack(back), step)];
      const acted = actedBack(back);
      if (step === 0) {
        can.push(sql`${acted} >= ${integerLiteral(start.fromMs * 1000)}`);
        can.push(sql`${acted} < ${integerLiteral(start.toMs * 1000)}`);
        return sql`CASE WHEN ${join(can, and)} THEN ${acted} END AS ${begunBack(back, step)}`;
      }
      const before = stepsBefore(plan, step).map((one) => begunBack(back + 1, one));
      const latest = before.length === 1 ? join(before) : sql`greatest(${join(before)})`;
      return sql`CASE WHEN ${join(can, and)} THEN ${latest} END AS ${begunBack(back, step)}`;
    });
    rows = sql`SELECT *, ${join(reached)} FROM (${rows}) AS r${integerLiteral(back)}`;
  }
  const limit = integerLiteral(plan.windowMs * 1000);
  return [
    sql`strict AS (${rows})`,
    ...places.map((step) => {
      const begun = begunBack(0, step);
      const ref = orders && step === last ? sql`, ref` : sql``;
      return sql`${doneTable(step)} AS (SELECT unit, acted, ${begun} AS begun${tied ? sql`, tie` : sql``}${ref} FROM strict WHERE acted - ${begun} <= ${limit})`;
    }),
  ];
}
