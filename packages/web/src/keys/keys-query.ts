import type { ApiKeyList } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

export const keysQuery = defineTenantQuery({
  name: 'keys',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal): Promise<ApiKeyList> =>
    olympus.keys.list({ tenant_id: tenantId }, { signal }),
});
