import type {
  ExperimentDesign,
  ExperimentDetail,
  ExperimentList,
  ExperimentMetrics,
  ExperimentResults,
  ExperimentSegments,
  InputOf,
} from '@olympus/sdk';
import { defineTenantQuery, olympus } from '@olympus/web/kit';

export const experimentsQuery = defineTenantQuery({
  name: 'experiments',
  ledgers: [],
  fetch: (tenantId, _request: undefined, signal): Promise<ExperimentList> =>
    olympus.experiments.list({ tenant_id: tenantId }, { signal }),
});

export const experimentQuery = defineTenantQuery({
  name: 'experiment',
  ledgers: [],
  fetch: (tenantId, key: string, signal): Promise<ExperimentDetail> =>
    olympus.experiments.get({ tenant_id: tenantId, key }, { signal }),
});

/** How often figures are asked for again while they are on screen: they are made to be read by the day. */
export const figuresEveryMs = 60_000;

export const resultsQuery = defineTenantQuery({
  name: 'experiment-results',
  ledgers: [],
  fetch: (
    tenantId,
    request: { readonly key: string; readonly locale: string },
    signal,
  ): Promise<ExperimentResults> =>
    olympus.experiments.results({ tenant_id: tenantId, ...request }, { signal }),
});

export type Trait = InputOf<'experiments.segments'>['by'];

export const segmentsQuery = defineTenantQuery({
  name: 'experiment-segments',
  ledgers: [],
  fetch: (
    tenantId,
    request: { readonly key: string; readonly by: Trait },
    signal,
  ): Promise<ExperimentSegments> =>
    olympus.experiments.segments({ tenant_id: tenantId, ...request }, { signal }),
});

export const metricsQuery = defineTenantQuery({
  name: 'experiment-metrics',
  ledgers: [],
  fetch: (tenantId, locale: string, signal): Promise<ExperimentMetrics> =>
    olympus.experiments.metrics({ tenant_id: tenantId, locale }, { signal }),
});

export type DesignInput = Omit<InputOf<'experiments.design'>, 'tenant_id'>;

export const designQuery = defineTenantQuery({
  name: 'experiment-design',
  ledgers: [],
  fetch: (tenantId, request: DesignInput, signal): Promise<ExperimentDesign> =>
    olympus.experiments.design({ tenant_id: tenantId, ...request }, { signal }),
});
