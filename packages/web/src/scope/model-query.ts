import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

/** What may be asked of a tenant: its metrics and dimensions. */
export const modelQuery = defineTenantQuery({
  name: 'model',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal) =>
    olympus.analytics.model({ tenant_id: tenantId }, { signal }),
});
