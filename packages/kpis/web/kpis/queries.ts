import type { InputOf, KpiDetail, KpiList, KpiSuggestions } from '@olympus/sdk';
import { defineTenantQuery, olympus } from '@olympus/web/kit';

export const kpisQuery = defineTenantQuery({
  name: 'kpis',
  ledgers: 'any',
  fetch: (tenantId, locale: string, signal): Promise<KpiList> =>
    olympus.kpis.list({ tenant_id: tenantId, locale }, { signal }),
});

export const kpiQuery = defineTenantQuery({
  name: 'kpi',
  ledgers: 'any',
  fetch: (tenantId, request: { id: string; locale: string }, signal): Promise<KpiDetail> =>
    olympus.kpis.get({ tenant_id: tenantId, ...request }, { signal }),
});

export const suggestionsQuery = defineTenantQuery({
  name: 'kpi-suggestions',
  ledgers: [],
  fetch: (
    tenantId,
    request: Omit<InputOf<'kpis.suggest'>, 'tenant_id'>,
    signal,
  ): Promise<KpiSuggestions> =>
    olympus.kpis.suggest({ tenant_id: tenantId, ...request }, { signal }),
});
