import type { Frame } from '@olympus/language';
import type { AnswerRow, MetricQuery } from '@olympus/semantic';
import { numberIn } from '../../query/number-in.js';
import type { Asking } from './asking.js';

/**
 * The groups that a top-N over time is about: those with the largest values over the whole span.
 * Undefined when the question does not ask for that.
 */
export async function largestGroups(
  asking: Asking,
  base: Omit<MetricQuery, 'tenant_id'>,
  order: NonNullable<MetricQuery['order']>,
): Promise<
  { filters: NonNullable<MetricQuery['filters']>; has(row: AnswerRow): boolean } | undefined
> {
  const { frame } = asking;
  if (frame.limit === null || frame.grain === null || frame.dimensions.length === 0) {
    return undefined;
  }
  const { grain: _, compare: __, ...whole } = base;
  const answer = await asking.ask({ ...whole, order: [...order], limit: frame.limit });
  const keyOf = (row: AnswerRow) => JSON.stringify(frame.dimensions.map((name) => row[name]));
  const keys = new Set(answer.rows.map(keyOf));
  return {
    filters: frame.dimensions.flatMap((dimension) => {
      const values = [...new Set(answer.rows.map((row) => row[dimension] ?? null))];
      return values.length === 0 ? [] : [{ dimension, operator: 'equals' as const, values }];
    }),
    has: (row) => keys.has(keyOf(row)),
  };
}

/** Rows without those that carry no value of any dimension and no amount: whole-order lines of zero. */
export function withoutNothing(frame: Frame, rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const { dimensions, metrics, grain } = frame;
  if (dimensions.length === 0 || grain !== null) return rows;
  const isNothing = (row: AnswerRow) =>
    dimensions.every((name) => row[name] === null) &&
    metrics.every((name) => numberIn(row[name]) === 0 && !numberIn(row[`${name}_previous`]));
  return rows.filter((row) => !isNothing(row));
}
