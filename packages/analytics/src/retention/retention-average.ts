import type { RetentionCell, RetentionCohort } from './retention-groups.js';

export interface RetentionAverage {
  readonly period: number;
  readonly share: number | null;
  readonly cumulative?: number;
  readonly lost?: number;
  /** Cohorts for which the period is over. */
  readonly cohorts: number;
  /** Their customers. */
  readonly customers: number;
}

/** All cohorts together in each period that is over: sums by sums, so that each counts by its size. */
export function averageOf(
  periods: number,
  { bracket, measure }: { readonly bracket: string; readonly measure: string },
  cohorts: readonly RetentionCohort[],
): readonly RetentionAverage[] {
  return Array.from({ length: periods + 1 }, (_, period) => period).flatMap(
    (period): readonly RetentionAverage[] => {
      const over = cohorts.flatMap(({ customers, complete, cells }) => {
        const cell = cells.find((one) => one.period === period);
        const first = cells[0];
        if (cell?.complete !== true || !complete || customers === 0 || first === undefined)
          return [];
        return [{ customers, cell, first }];
      });
      if (over.length === 0) return [];
      const sum = (of: (one: (typeof over)[number]) => number) =>
        over.reduce((total, one) => total + of(one), 0);
      const customers = sum((one) => one.customers);
      const counted = { period, cohorts: over.length, customers };
      if (measure === 'revenue') {
        const first = sum((one) => one.first.revenue ?? 0);
        return [
          {
            ...counted,
            share: first > 0 ? sum(({ cell }) => cell.revenue ?? 0) / first : null,
            cumulative: sum((one) => cumulativeOf(one.cell) * one.customers) / customers,
          },
        ];
      }
      const share = sum(({ cell }) => cell.customers ?? 0) / customers;
      return [{ ...counted, share, ...(bracket === 'on' ? {} : { lost: 1 - share }) }];
    },
  );
}

const cumulativeOf = ({ cumulative }: RetentionCell): number => cumulative ?? 0;
