import { type AnswerRow, type AnswerValue, type MetricQuery, queryLimits } from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import type { TrendsContext } from './context.js';
import { refuse } from './fault.js';
import type { TopChoice, TrendsRequest } from './request.js';

export type Key = readonly AnswerValue[];

/** The groups that are named, best first, and whether there are others. */
export interface RankedGroups {
  readonly rows: readonly AnswerRow[];
  readonly keys: readonly Key[];
  readonly cut: boolean;
}

export const keyOf = (names: readonly string[], row: AnswerRow): Key =>
  names.map((name) => row[name] ?? null);

type Filters = NonNullable<MetricQuery['filters']>;
const plainOf = (value: AnswerValue) => (typeof value === 'boolean' ? String(value) : value);

/** Conditions that hold for these groups and no others. */
export function among(names: readonly string[], keys: readonly Key[]): Filters {
  const [only] = names;
  if (only === undefined) return [];
  if (names.length === 1) {
    const values = keys.map(([value]) => plainOf(value ?? null));
    return values.length === 0 ? [] : [{ dimension: only, operator: 'equals', values }];
  }
  return [
    {
      any: keys.map((key) => ({
        all: names.map((dimension, index) => ({
          dimension,
          operator: 'equals' as const,
          values: [plainOf(key[index] ?? null)],
        })),
      })),
    },
  ];
}

/** Conditions that hold for all other groups. */
export function notAmong(names: readonly string[], keys: readonly Key[]): Filters {
  const [only] = names;
  if (only === undefined || keys.length === 0) return [];
  if (names.length === 1) {
    const values = keys.map(([value]) => plainOf(value ?? null));
    return [{ dimension: only, operator: 'not_equals', values }];
  }
  return keys.map((key) => ({
    any: names.map((dimension, index) => ({
      dimension,
      operator: 'not_equals' as const,
      values: [plainOf(key[index] ?? null)],
    })),
  }));
}

/** The first `n` of each value of a dimension, in the order that they have. */
function firstOfEach(rows: readonly AnswerRow[], per: string, n: number): readonly AnswerRow[] {
  const counts = new Map<AnswerValue, number>();
  return rows.filter((row) => {
    const value = row[per] ?? null;
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    return count <= n;
  });
}

/** How much a metric rose; what is unknown did not move. */
const riseOf = (row: AnswerRow, metric: string): number =>
  (numberIn(row[metric]) ?? 0) - (numberIn(row[`${metric}_previous`]) ?? 0);

/**
 * Groups of some of the question's dimensions, ranked as it asks.
 * @param usual  how many are named where the question does not say
 * @throws Problem `unknown_ranking`, `ranking_needs_comparison`
 */
export async function rankGroups(
  context: TrendsContext,
  request: TrendsRequest,
  names: readonly string[],
  usual: number,
): Promise<RankedGroups> {
  const { filters = [], having = [] } = request;
  const top: TopChoice = request.top ?? { n: usual };
  const { by = 'value', per } = top;
  const metric = rankingMetric(context, top);
  const dimensions = context.dimensions.filter(({ name }) => names.includes(name));
  // a calendar has an order of its own, and ends by itself
  const natural = request.top === undefined && dimensions.every(({ values }) => values);
  const order = natural
    ? dimensions.map(({ name }) => ({ by: name, direction: 'asc' as const }))
    : [{ by: metric, direction: 'desc' as const }];
  if (by !== 'value' && context.plan.previous === undefined) {
    throw refuse(
      'ranking_needs_comparison',
      'Groups rise and fall since an earlier span',
      '/top/by',
      'Give "compare", or rank by value.',
    );
  }
  if (per !== undefined && !names.includes(per)) {
    const remedy = `Name one of ${names.join(', ')}.`;
    throw refuse('unknown_ranking', `The question has no groups by "${per}"`, '/top/per', remedy);
  }
  const n = natural ? queryLimits.rows : top.n;
  const whole = by !== 'value' || per !== undefined;
  const answer = await context.ask({
    dimensions: [...names],
    filters,
    ...(having.length === 0 ? {} : { having }),
    order,
    limit: whole ? queryLimits.rows : Math.min(n, queryLimits.rows),
  });
  const sign = by === 'fall' ? 1 : -1;
  const ranked =
    by === 'value'
      ? answer.rows
      : [...answer.rows].sort((a, b) => sign * (riseOf(a, metric) - riseOf(b, metric)));
  const rows = per === undefined ? ranked.slice(0, n) : firstOfEach(ranked, per, n);
  return {
    rows,
    keys: rows.map((row) => keyOf(names, row)),
    cut: answer.truncated || rows.length < answer.rows.length || having.length > 0,
  };
}

function rankingMetric({ metrics }: TrendsContext, { metric }: TopChoice): string {
  const known = metrics.map(({ name }) => name);
  if (metric !== undefined && !known.includes(metric)) {
    const message = `The question does not ask for "${metric}"`;
    throw refuse('unknown_ranking', message, '/top/metric', `Name one of ${known.join(', ')}.`);
  }
  return metric ?? known[0] ?? '';
}
