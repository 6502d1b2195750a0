import { dayMs, Problem } from '@olympus/core';
import type { AnswerRow, MetricQuery } from '@olympus/semantic';
import type { Answered } from './make-sheet.js';

/** Rows of one file at most. */
export const mostRows = 200_000;

type Query = Omit<MetricQuery, 'tenant_id'>;
export type AskQuery = (query: Query) => Promise<Answered>;

/**
 * All rows of a query, also where they are more than it answers at once: a series by hour or day is asked
 * in parts of the time. What cannot be cut so comes as far as one answer goes, and says that it is cut.
 * @param onProgress the share of the time that is done, 0–1
 * @throws Problem `export_too_large`
 */
export async function gatherRows(
  ask: AskQuery,
  query: Query,
  onProgress: (share: number) => void,
  most: number = mostRows,
): Promise<Answered> {
  const whole = await ask(query);
  const { range } = whole.meta;
  if (!whole.meta.truncated || range === null || !isDivisible(query)) return whole;
  const rows: AnswerRow[] = [];
  const [first, end] = [dayOf(range.from), dayOf(range.to) + (range.to.length > 10 ? 1 : 0)];
  const waiting: [from: number, to: number][] = [[first, end]];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const [from, to] = part;
    const answer = await ask({ ...query, time: timeOf(from, to, range, [first, end]) });
    if (!answer.meta.truncated) {
      rows.push(...answer.rows);
      if (rows.length > most) throw tooLarge(most);
      onProgress((to - first) / (end - first));
    } else if (to - from <= 1) throw tooLarge(most);
    else {
      const middle = Math.floor((from + to) / 2);
      waiting.push([middle, to], [from, middle]);
    }
  }
  return { ...whole, rows, meta: { ...whole.meta, truncated: false } };
}

/** Buckets of up to a day are whole on both sides of midnight; the rows come in the order of time. */
const isDivisible = ({ grain, compare, order, limit }: Query): boolean =>
  (grain === 'day' || grain === 'hour') &&
  compare === undefined &&
  order === undefined &&
  limit === undefined;

const dayOf = (local: string): number => Date.parse(`${local.slice(0, 10)}T00:00:00Z`) / dayMs;

const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The outer ends stay as they were answered, to the minute. */
const timeOf = (
  from: number,
  to: number,
  range: { readonly from: string; readonly to: string },
  [first, end]: readonly [number, number],
) => ({
  from: from === first ? range.from : dateOf(from),
  to: to === end ? range.to : dateOf(to),
});

function tooLarge(most: number): Problem {
  return new Problem({
    code: 'export_too_large',
    kind: 'invalid',
    message: `The answer has more than ${most} rows, or more than a query answers in one day`,
    remedy: 'Ask for fewer dimensions, a shorter time or with filters.',
  });
}
