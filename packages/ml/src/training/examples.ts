import type { CustomerDays } from '@olympus/semantic';
import { features, valuesOf } from '../features/features.js';
import { historyAt, outcomeOf } from '../features/history.js';
import { plan } from './rolling.js';

/** What was known of customers at cut-offs, and whether they left. */
export interface Examples {
  /** rows × features, row-major. */
  readonly x: Float64Array;
  /** 1 where the customer placed no order within the horizon. */
  readonly left: number[];
  /** Place of the row's customer. */
  readonly customer: number[];
  readonly rows: number;
}

/** One row for each customer and cut-off by which the customer had ordered. */
export function examplesAt(
  customers: readonly CustomerDays[],
  cutOffs: readonly number[],
): Examples {
  const values: number[] = [];
  const left: number[] = [];
  const customer: number[] = [];
  for (const cutOff of cutOffs) {
    customers.forEach(({ days }, place) => {
      const history = historyAt(days, cutOff);
      if (history === undefined) return;
      for (const value of valuesOf(history)) values.push(value);
      left.push(outcomeOf(days, cutOff, plan.horizon).orders > 0 ? 0 : 1);
      customer.push(place);
    });
  }
  return { x: Float64Array.from(values), left, customer, rows: left.length };
}

export const recencyColumn = features.findIndex(({ name }) => name === 'recency');

/** One column of the examples. */
export const columnOf = ({ x, rows }: Examples, column: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => x[row * features.length + column] ?? Number.NaN);
