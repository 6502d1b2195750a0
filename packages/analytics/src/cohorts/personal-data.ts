import type { CustomerData } from '@olympus/contract';
import type { TenantId } from '@olympus/core';
import { type Database, scrubDatabase } from '@olympus/platform';

/**
 * Lists of customers that somebody saved as cohorts.
 * @param changed  called after somebody was taken out of a tenant's lists
 */
export function cohortListsOfPeople(
  database: Database,
  changed: (tenant: TenantId) => void,
): CustomerData {
  return {
    store: 'analytics.cohort_lists',
    about: 'customer',
    what: 'Cohorts saved as lists of customers',
    where: 'Control store',
    kept: 'Until the cohort is removed',
    form: 'pseudonym',
    tables: ['control:cohort_members'],
    async find({ tenant, key }) {
      const sql = `select c.id, c.name from cohort_members as m
        join cohorts as c on c.tenant_id = m.tenant_id and c.id = m.cohort_id
        where m.tenant_id = $1 and m.customer_key = $2 order by c.id`;
      const rows = await database.execute(sql, [tenant, key]);
      return {
        counts: { cohorts: rows.length },
        content: rows.map(([id, name]) => ({ cohort: id, name })),
      };
    },
    async erase({ tenant, key }) {
      const sql = `delete from cohort_members where tenant_id = $1 and customer_key = $2
        returning cohort_id`;
      const rows = await database.execute(sql, [tenant, key]);
      if (rows.length > 0) changed(tenant);
      return { cohorts: rows.length };
    },
    scrub: { name: 'platform.control_store', run: () => scrubDatabase(database) },
  };
}
