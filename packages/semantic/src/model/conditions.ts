import type { Condition, Measure } from './declarations.js';

/** Rows whose column has one of these values. */
export const is = (column: string, ...values: readonly string[]): Condition => ({
  column,
  operator: 'equals',
  values,
});

/** Rows that have a value in the column. */
export const present = (column: string): Condition => ({
  column,
  operator: 'not_equals',
  values: [null],
});

/** Rows that have no value in the column. */
export const absent = (column: string): Condition => ({
  column,
  operator: 'equals',
  values: [null],
});

type Ledger = Measure['ledger'];

/** The sum of a column that every row has; 0 without rows. */
export const sum = (
  ledger: Ledger,
  column: string,
  ...conditions: readonly Condition[]
): Measure => ({ kind: 'rows', ledger, aggregate: 'sum', column, conditions, empty: 'zero' });

/** The sum of a column that rows may lack; unknown where none has it. */
export const sumOfKnown = (
  ledger: Ledger,
  column: string,
  ...conditions: readonly Condition[]
): Measure => ({ kind: 'rows', ledger, aggregate: 'sum', column, conditions, empty: 'unknown' });

/** How many rows. */
export const countRows = (ledger: Ledger, ...conditions: readonly Condition[]): Measure => ({
  kind: 'rows',
  ledger,
  aggregate: 'count',
  conditions,
  empty: 'zero',
});

/** How many different values a column has. */
export const countDistinct = (
  ledger: Ledger,
  column: string,
  ...conditions: readonly Condition[]
): Measure => ({
  kind: 'rows',
  ledger,
  aggregate: 'count_distinct',
  column,
  conditions,
  empty: 'zero',
});
