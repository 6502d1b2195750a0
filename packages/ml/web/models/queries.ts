import type { JobList, MlModels } from '@olympus/sdk';
import { defineTenantQuery, olympus } from '@olympus/web/kit';

export const modelsQuery = defineTenantQuery({
  name: 'ml-models',
  ledgers: ['predictions'],
  fetch: (tenantId, locale: string, signal): Promise<MlModels> =>
    olympus.ml.models({ tenant_id: tenantId, locale }, { signal }),
});

/** The newest jobs, to show a training that is under way. */
export const trainingQuery = defineTenantQuery({
  name: 'ml-training',
  ledgers: [],
  fetch: (tenantId, _request: undefined, signal): Promise<JobList> =>
    olympus.jobs.list({ tenant_id: tenantId, kind: 'ml.train', limit: 1 }, { signal }),
});
