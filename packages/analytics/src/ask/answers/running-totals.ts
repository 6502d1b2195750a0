import type { AnswerRow, MetricQuery } from '@olympus/semantic';
import { type Asking, declined, type Unsupported } from './asking.js';
import { isAdditive, labelOf } from './columns.js';
import { cumulate } from './transform.js';

/** Buckets of a running total that is counted anew at the end of each. */
const mostRunning = 100;

/**
 * Running totals: sums of what adds up over time. Other metrics are asked anew from the start up to
 * the end of each bucket, so that a customer who came twice counts once.
 */
export async function runningTotals(
  asking: Asking,
  base: Omit<MetricQuery, 'tenant_id'>,
  rows: readonly AnswerRow[],
): Promise<{ readonly kind: 'rows'; readonly rows: readonly AnswerRow[] } | Unsupported> {
  const { frame, language } = asking;
  const sums = frame.metrics.filter((metric) => isAdditive(language, metric));
  const others = frame.metrics.filter((metric) => !isAdditive(language, metric));
  let result: readonly AnswerRow[] = sums.reduce<readonly AnswerRow[]>(
    (before, metric) => cumulate(before, metric, frame.dimensions),
    rows,
  );
  if (others.length === 0) return { kind: 'rows', rows: result };
  const { time, grain, dimensions: _, compare: __, metrics: ___, ...rest } = base;
  const name = labelOf(language, others[0] ?? '');
  const days = grain === 'day' || grain === 'week' || grain === 'month';
  if (time === undefined || !('from' in time) || !days || frame.dimensions.length > 0) {
    return declined(asking, 'runningNotAdditive', { metric: name });
  }
  if (rows.length > mostRunning) {
    return declined(asking, 'runningTooLong', { metric: name, count: mostRunning });
  }
  const next: AnswerRow[] = [];
  for (const [index, row] of result.entries()) {
    const end = result[index + 1]?.time ?? time.to;
    const known = others.some((metric) => row[metric] !== null);
    const [so] = known
      ? (await asking.ask({ ...rest, metrics: others, time: { from: time.from, to: String(end) } }))
          .rows
      : [];
    const totals = others.map((metric) => [`${metric}_cumulative`, so?.[metric] ?? null] as const);
    next.push({ ...row, ...Object.fromEntries(totals) });
  }
  result = next;
  return { kind: 'rows', rows: result };
}
