import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

/** What may be asked of a tenant: its metrics and dimensions, named in a language. */
export const modelQuery = defineTenantQuery({
  name: 'model',
  ledgers: [],
  fetch: (tenantId, locale: string, signal) =>
    olympus.analytics.model({ tenant_id: tenantId, locale }, { signal }),
});
