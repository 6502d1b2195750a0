import type { Cohort, ModelDimension } from '@olympus/sdk';
import { useQuery } from '@tanstack/react-query';
import { cohortsQuery } from '../cohorts/cohorts-query.js';

/** What a filter names to look at members of a saved cohort only. */
export const COHORT = 'customer.cohort';

const none: readonly Cohort[] = [];

/** The tenant's saved cohorts; none while they are not known. */
export function useCohorts(tenantId: string, enabled = true): readonly Cohort[] {
  const { data } = useQuery({
    ...cohortsQuery.options(tenantId, undefined),
    enabled,
    staleTime: 60_000,
    retry: false,
  });
  return data?.cohorts ?? none;
}

/** Dimensions to filter by, with cohorts first where there are any. */
export function withCohorts(
  dimensions: readonly ModelDimension[],
  cohorts: readonly Cohort[],
  label: string,
): readonly ModelDimension[] {
  if (cohorts.length === 0 || dimensions.length === 0) return dimensions;
  const cohort: ModelDimension = {
    name: COHORT,
    label,
    description: '',
    type: 'string',
    operators: ['equals', 'not_equals'],
    synonyms: { en: [], de: [] },
  };
  return [cohort, ...dimensions];
}
