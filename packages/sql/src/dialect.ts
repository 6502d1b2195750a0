import type { Grain, WeekStart } from '@olympus/core';
import type { Fragment } from './fragment.js';
import type { Parameter } from './statement.js';

/** How rows are summed up. `last` is the value of the row that comes last in a given order. */
export type AggregateKind = 'sum' | 'count' | 'count_distinct' | 'average' | 'min' | 'max';

/** What is the same question but other words in each engine. Everything else is plain SQL. */
export interface Dialect {
  readonly name: 'duckdb' | 'clickhouse' | 'bigquery';
  /** Text that stands for the parameter; `position` counts from 1 in order of first use. */
  placeholder(position: number, parameter: Parameter): string;
  quote(identifier: string): string;
  /**
   * An aggregate over the rows that pass `filter` (all, when absent).
   * @param of  absent for `count` of rows only
   */
  aggregate(kind: AggregateKind, of: Fragment | undefined, filter: Fragment | undefined): Fragment;
  /** The value of `of` in the row that is last by `order`, most significant first. */
  lastValue(of: Fragment, order: readonly Fragment[]): Fragment;
  /** A timestamp moved by a constant, negative for earlier. */
  addMilliseconds(timestamp: Fragment, ms: number): Fragment;
  /** Start of the bucket that a wall-clock timestamp lies in, as a timestamp. */
  truncate(timestamp: Fragment, grain: Grain, weekStart: WeekStart): Fragment;
  /** A timestamp constant; `ms` since 1970, UTC. */
  timestampLiteral(ms: number): Fragment;
  /** A table of one timestamp column, one row a constant; to be put after FROM and given an alias. */
  timestampRows(column: string, ms: readonly number[]): Fragment;
  toFloat(value: Fragment): Fragment;
  /** Whether a text contains another, without regard to case; no character is special. */
  containsText(text: Fragment, part: Fragment): Fragment;
  /** `value` rounded down to a multiple of `width`, for whole numbers. */
  band(value: Fragment, width: number): Fragment;
  /** ORDER BY term with nulls last in both directions. */
  orderTerm(value: Fragment, direction: 'asc' | 'desc'): Fragment;
}
