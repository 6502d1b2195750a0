import type { Anomalies, AnomaliesBacktest, Explanation, Holidays, InputOf } from '@olympus/sdk';
import { olympus } from '../app/client.js';
import { defineTenantQuery } from '../live/tenant-query.js';

export type AnomaliesRequest = Omit<InputOf<'analytics.anomalies'>, 'tenant_id'>;
export type ExplainRequest = Omit<InputOf<'analytics.explain'>, 'tenant_id'>;
export type BacktestRequest = Omit<InputOf<'analytics.anomalies_backtest'>, 'tenant_id'>;

export const anomaliesQuery = defineTenantQuery({
  name: 'anomalies',
  ledgers: 'any',
  fetch: (tenantId, request: AnomaliesRequest, signal): Promise<Anomalies> =>
    olympus.analytics.anomalies({ tenant_id: tenantId, ...request }, { signal }),
});

export const holidaysQuery = defineTenantQuery({
  name: 'holidays',
  ledgers: [],
  fetch: (tenantId, locale: string, signal): Promise<Holidays> =>
    olympus.holidays.list({ tenant_id: tenantId, locale }, { signal }),
});

export const explainQuery = defineTenantQuery({
  name: 'explain',
  ledgers: 'any',
  fetch: (tenantId, request: ExplainRequest, signal): Promise<Explanation> =>
    olympus.analytics.explain({ tenant_id: tenantId, ...request }, { signal }),
});

export const backtestQuery = defineTenantQuery({
  name: 'anomalies-backtest',
  ledgers: [],
  fetch: (tenantId, request: BacktestRequest, signal): Promise<AnomaliesBacktest> =>
    olympus.analytics.anomaliesBacktest({ tenant_id: tenantId, ...request }, { signal }),
});

export const detectorsQuery = defineTenantQuery({
  name: 'detectors',
  ledgers: [],
  fetch: async (tenantId, _: undefined, signal) =>
    (await olympus.detectors.list({ tenant_id: tenantId }, { signal })).detectors,
});
