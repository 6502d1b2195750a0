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
  /**
   * The value at the place ⌈tenths/10 × n⌉ of the n values by size, least first; an aggregate.
   * @param tenths from 1 to 9
   */
  valueAtTenth(of: Fragment, tenths: number): Fragment;
  /** The value of `of` in the row that is last by `order`, most significant first. */
  lastValue(of: Fragment, order: readonly Fragment[]): Fragment;
  /** The value that this share (0 to 1) of the rows does not exceed, between two of them where it falls there. */
  quantile(of: Fragment, share: number, filter: Fragment | undefined): Fragment;
  /** A timestamp as whole microseconds since 1970. */
  microseconds(timestamp: Fragment): Fragment;
  /** The timestamp of whole microseconds since 1970. */
  timestampOf(microseconds: Fragment): Fragment;
  /** The day of whole microseconds since 1970 as text, `2026-03-31`. */
  dateText(microseconds: Fragment): Fragment;
  /** Whole-number division of a value ≥ 0; towards zero or −∞ below. */
  divideWhole(value: Fragment, divisor: number): Fragment;
  /** A timestamp constant; `ms` since 1970, UTC. */
  timestampLiteral(ms: number): Fragment;
  /** A table of one column of whole numbers, to be put after FROM and given an alias. */
  integerRows(column: string, values: readonly number[]): Fragment;
  /** A table of one column of a bound list's texts, to be put after FROM and given an alias. */
  textRows(column: string, list: Fragment): Fragment;
  toFloat(value: Fragment): Fragment;
  /** Whether a text contains another, without regard to case; no character is special. */
  containsText(text: Fragment, part: Fragment): Fragment;
  /** Whether a text begins with another. */
  startsWith(text: Fragment, prefix: Fragment): Fragment;
  /** A member of a text that is a JSON object, as text; null where it is absent. */
  jsonText(json: Fragment, member: string): Fragment;
  /** Whether a text ends with another. */
  endsWith(text: Fragment, suffix: Fragment): Fragment;
  /** A text as a whole number of 64 bits; different texts hardly ever share one. */
  hash(text: Fragment): Fragment;
  /** ORDER BY term with nulls last in both directions. */
  orderTerm(value: Fragment, direction: 'asc' | 'desc'): Fragment;
}
