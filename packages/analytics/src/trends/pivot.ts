import type { MetricQuery } from '@olympus/semantic';
import type { TrendsContext } from './context.js';
import { refuse } from './fault.js';
import { among, type Key, keyOf, rankGroups } from './groups.js';
import type { TrendsRequest } from './request.js';
import { readValues, type TrendValue } from './values.js';

/** A table of rows by columns; wholes are computed on their own, never added up. */
export interface Pivot {
  readonly columns: readonly {
    readonly key: Key;
    /** One a metric: the whole column, over all rows. */
    readonly values: readonly TrendValue[];
  }[];
  /** Whether there are columns that are not named. */
  readonly more_columns: boolean;
  /** By row (as the answer's groups come) and column; null where nothing happened. */
  readonly cells: readonly (readonly (readonly TrendValue[] | null)[])[];
}

const usualColumns = 31;
const usualRows = 500;

/** @throws Problem `columns_without_rows`, `columns_with_grain` */
export async function buildPivot(
  context: TrendsContext,
  request: TrendsRequest,
  columns: readonly string[],
): Promise<Pivot> {
  const rows = request.dimensions ?? [];
  if (rows.length === 0) {
    const remedy = 'Name dimensions for the rows.';
    throw refuse('columns_without_rows', 'A table has rows as well', '/columns', remedy);
  }
  if (context.grain !== undefined) {
    const remedy = 'Leave "grain" or "columns" out.';
    throw refuse(
      'columns_with_grain',
      'A table of groups is over the whole span',
      '/columns',
      remedy,
    );
  }
  const { top: _, having: __, ...plain } = request;
  const [ranked, across] = await Promise.all([
    rankGroups(context, request, rows, usualRows),
    rankGroups(context, plain, columns, usualColumns),
  ]);
  const names = [...rows, ...columns];
  const filters: NonNullable<MetricQuery['filters']> = [
    ...(request.filters ?? []),
    ...among(rows, ranked.keys),
    ...among(columns, across.keys),
  ];
  const cells = await context.ask({ dimensions: names, filters });
  const found = new Map(
    cells.rows.map((row) => [JSON.stringify(keyOf(names, row)), readValues(row, context.metrics)]),
  );
  return {
    columns: across.rows.map((row) => ({
      key: keyOf(columns, row),
      values: readValues(row, context.metrics),
    })),
    more_columns: across.cut,
    cells: ranked.keys.map((row) =>
      across.keys.map((column) => found.get(JSON.stringify([...row, ...column])) ?? null),
    ),
  };
}
