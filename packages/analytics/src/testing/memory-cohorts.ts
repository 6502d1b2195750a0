import type { TenantId } from '@olympus/core';
import type { CohortStore, StoredCohort } from '../cohorts/cohort-store.js';

/** Cohorts in a map, for tests. */
export function createMemoryCohorts(): CohortStore {
  const stored = new Map<TenantId, Map<string, StoredCohort>>();
  const of = (tenant: TenantId) => {
    const known = stored.get(tenant) ?? new Map<string, StoredCohort>();
    stored.set(tenant, known);
    return known;
  };
  return {
    list: async (tenant) => [...of(tenant).values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    put: async (tenant, cohort) => {
      const at = '2026-01-01T00:00:00Z';
      of(tenant).set(cohort.id, { ...cohort, createdAt: at, changedAt: at });
    },
    remove: async (tenant, id) => {
      of(tenant).delete(id);
    },
  };
}
