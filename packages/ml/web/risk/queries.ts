import type { InputOf, MlAtRisk } from '@olympus/sdk';
import { defineTenantQuery, olympus } from '@olympus/web/kit';

export type AtRiskAsked = Omit<InputOf<'ml.at_risk'>, 'tenant_id'>;

export const atRiskQuery = defineTenantQuery({
  name: 'ml-at-risk',
  ledgers: ['predictions'],
  fetch: (tenantId, request: AtRiskAsked, signal): Promise<MlAtRisk> =>
    olympus.ml.atRisk({ tenant_id: tenantId, ...request }, { signal }),
});
