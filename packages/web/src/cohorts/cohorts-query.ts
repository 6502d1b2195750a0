import type { CohortByList, CohortByRules } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

export type CohortDefinition = CohortByList | CohortByRules;

export const cohortsQuery = defineTenantQuery({
  name: 'cohorts',
  ledgers: [],
  fetch: (tenant_id, _: undefined, signal) => olympus.cohorts.list({ tenant_id }, { signal }),
});

/** How many a saved cohort has. */
export const cohortSizeQuery = defineTenantQuery({
  name: 'cohort-size',
  ledgers: 'any',
  fetch: (tenant_id, cohort_id: string, signal) =>
    olympus.cohorts.members({ tenant_id, cohort_id, limit: 0 }, { signal }),
});

/** How many a definition holds for. */
export const previewQuery = defineTenantQuery({
  name: 'cohort-preview',
  ledgers: 'any',
  fetch: (
    tenant_id,
    asked: { readonly definition: CohortDefinition; readonly customers?: readonly string[] },
    signal,
  ) => olympus.cohorts.preview({ ...asked, tenant_id }, { signal }),
});
