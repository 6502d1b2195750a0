import type {
  AlertDetail,
  AlertHistory,
  AlertList,
  AlertTemplates,
  AlertTrial,
  InputOf,
  KpiList,
  MetricQuery,
} from '@olympus/sdk';
import { defineTenantQuery, olympus } from '@olympus/web/kit';

export const alertsQuery = defineTenantQuery({
  name: 'alerts',
  ledgers: 'any',
  fetch: (tenantId, locale: string, signal): Promise<AlertList> =>
    olympus.alerts.list({ tenant_id: tenantId, locale }, { signal }),
});

export const alertQuery = defineTenantQuery({
  name: 'alert',
  ledgers: 'any',
  fetch: (
    tenantId,
    request: { readonly id: string; readonly locale: string },
    signal,
  ): Promise<AlertDetail> => olympus.alerts.get({ tenant_id: tenantId, ...request }, { signal }),
});

export const historyQuery = defineTenantQuery({
  name: 'alert-history',
  ledgers: 'any',
  fetch: (tenantId, id: string, signal): Promise<AlertHistory> =>
    olympus.alerts.history({ tenant_id: tenantId, id }, { signal }),
});

export const templatesQuery = defineTenantQuery({
  name: 'alert-templates',
  ledgers: [],
  fetch: (tenantId, locale: string, signal): Promise<AlertTemplates> =>
    olympus.alerts.templates({ tenant_id: tenantId, locale }, { signal }),
});

export type TrialRequest = Omit<InputOf<'alerts.try'>, 'tenant_id'>;

export const trialQuery = defineTenantQuery({
  name: 'alert-trial',
  ledgers: [],
  fetch: (tenantId, request: TrialRequest, signal): Promise<AlertTrial> =>
    olympus.alerts.try({ tenant_id: tenantId, ...request }, { signal }),
});

/** The last days of a metric, for a trend at a glance. */
export const trendQuery = defineTenantQuery({
  name: 'alert-trend',
  ledgers: [],
  fetch: (
    tenantId,
    request: { readonly metric: string; readonly filters: NonNullable<MetricQuery['filters']> },
    signal,
  ) =>
    olympus.analytics.query(
      {
        tenant_id: tenantId,
        metrics: [request.metric],
        filters: request.filters,
        grain: 'day',
        time: { timeframe: 'last_28_days' },
      },
      { signal },
    ),
});

export const channelsQuery = defineTenantQuery({
  name: 'alert-channels',
  ledgers: [],
  fetch: (tenantId, _request: undefined, signal) =>
    olympus.channels.list({ tenant_id: tenantId }, { signal }),
});

/** KPIs, for alerts about their pace. */
export const kpisOfQuery = defineTenantQuery({
  name: 'alert-kpis',
  ledgers: [],
  fetch: (tenantId, locale: string, signal): Promise<KpiList> =>
    olympus.kpis.list({ tenant_id: tenantId, locale }, { signal }),
});
