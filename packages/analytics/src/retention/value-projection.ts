import { isUndefined, type ProjectionRecord } from '@olympus/stats';
import type { PoolFunctions } from '@olympus/stats/pool';
import type { RetentionCohort } from './retention-groups.js';

/** Share of what comes that the interval holds. */
export const projectionLevel = 0.8;

/** A customer's value at the end of a period that is not over, by how older cohorts went on. */
export interface ValueAhead {
  readonly period: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface CohortAhead {
  /** First day of the cohort's period. */
  readonly cohort: string;
  readonly points: readonly ValueAhead[];
}

/** What a group's customers will have spent, or why that cannot be said. */
export type ValueProjection =
  | {
      readonly kind: 'projected';
      readonly level: number;
      /** Last period that is projected to. */
      readonly reach: number;
      readonly cohorts: readonly CohortAhead[];
      /** null where the past is too short to judge. */
      readonly record: ProjectionRecord | null;
    }
  | { readonly kind: 'none'; readonly reason: 'one_cohort' | 'recurring' };

/**
 * Projects what customers of each cohort will have spent by the end of later periods.
 * @param run  the pool's functions
 */
export async function projectValue(
  cohorts: readonly RetentionCohort[],
  { periods, counted }: { readonly periods: number; readonly counted: 'first' | 'recurring' },
  run: Pick<PoolFunctions, 'projectCohorts'>,
): Promise<ValueProjection> {
  // somebody who is in several cohorts would be projected several times
  if (counted === 'recurring') return { kind: 'none', reason: 'recurring' };
  const told = cohorts.filter(({ customers, complete }) => complete && customers > 0);
  const projection = await run.projectCohorts(
    told.map(({ cells }) => ({ values: valuesSoFar(cells) })),
    { alpha: 1 - projectionLevel, periods },
  );
  if (isUndefined(projection)) return { kind: 'none', reason: 'one_cohort' };
  return {
    kind: 'projected',
    level: projectionLevel,
    reach: projection.reach,
    cohorts: told.flatMap(({ cohort, customers }, index) => {
      const points = projection.cohorts[index] ?? [];
      if (points.length === 0) return [];
      const each = (value: number) => value / customers;
      return [
        {
          cohort,
          points: points.map(({ period, value, lower, upper }) => ({
            period,
            value: each(value),
            lower: each(lower),
            upper: each(upper),
          })),
        },
      ];
    }),
    record: projection.record ?? null,
  };
}

/** The cohort's revenue at the end of each period that is over. */
function valuesSoFar(cells: RetentionCohort['cells']): readonly number[] {
  let sum = 0;
  const values: number[] = [];
  for (const { complete, revenue } of cells) {
    if (!complete) break;
    sum += revenue ?? 0;
    values.push(sum);
  }
  return values;
}
