import type { EventTypeList } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

export const eventTypesQuery = defineTenantQuery({
  name: 'event-types',
  ledgers: [],
  fetch: (tenantId, _: undefined, signal): Promise<EventTypeList> =>
    olympus.schemas.list({ tenant_id: tenantId }, { signal }),
});
