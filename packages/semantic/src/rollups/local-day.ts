import { dayMs, offsetSpans } from '@olympus/core';
import { type Dialect, type Fragment, integerLiteral, join, sql } from '@olympus/sql';

/**
 * UTC instant at which the tenant's day of a timestamp began, from the zone's offset changes: in
 * the span after a change the day may have begun under the offset before it.
 */
export function localDayStart(
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
