import type { Insights } from '@olympus/sdk';
import { olympus } from '../../app/client.js';
import { defineTenantQuery } from '../../live/tenant-query.js';

/** What is worth knowing this morning. It is about finished days: changes of today do not outdate it. */
export const briefQuery = defineTenantQuery({
  name: 'brief',
  ledgers: [],
  fetch: (tenantId, locale: string, signal): Promise<Insights> =>
    olympus.analytics.insights({ tenant_id: tenantId, locale }, { signal }),
});
