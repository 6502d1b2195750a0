import type { FunnelPeopleQuery, FunnelQuery } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

type Asked = Omit<FunnelQuery, 'tenant_id'>;

export const funnelQuery = defineTenantQuery({
  name: 'funnel',
  ledgers: 'any',
  fetch: (tenantId, request: Asked, signal) =>
    olympus.funnels.run({ tenant_id: tenantId, ...request }, { signal }),
});

export const correlationsQuery = defineTenantQuery({
  name: 'funnel-correlations',
  ledgers: 'any',
  fetch: (tenantId, { compare: _, grain: _grain, ...request }: Asked, signal) =>
    olympus.funnels.correlations({ tenant_id: tenantId, ...request }, { signal }),
});

export const funnelPeopleQuery = defineTenantQuery({
  name: 'funnel-people',
  ledgers: 'any',
  fetch: (tenantId, request: Omit<FunnelPeopleQuery, 'tenant_id'>, signal) =>
    olympus.funnels.people({ tenant_id: tenantId, ...request }, { signal }),
});

export const actsQuery = defineTenantQuery({
  name: 'acts',
  ledgers: 'any',
  fetch: (tenantId, locale: string, signal) =>
    olympus.funnels.acts({ tenant_id: tenantId, locale }, { signal }),
});
