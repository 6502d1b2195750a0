import type { Handlers } from '@olympus/contract';
import { modelLanguageOf } from '@olympus/semantic';
import type { correlationOperations } from './correlations.contract.js';
import type { funnelOperations } from './funnels.contract.js';
import type { Funnels } from './funnels.js';
import type { funnelPeopleOperations } from './people.contract.js';

type Operations = readonly [
  ...typeof funnelOperations,
  ...typeof funnelPeopleOperations,
  ...typeof correlationOperations,
];

export function funnelHandlers(funnels: Funnels): Handlers<Operations> {
  return {
    'funnels.run': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, time, compare, grain, ...funnel } = input;
      const language = modelLanguageOf(locale);
      return funnels.run({ tenantId: tenant, funnel, time, compare, grain, language, signal });
    },
    'funnels.people': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, time, step, which, page, limit, ...funnel } = input;
      const language = modelLanguageOf(locale);
      const listed = { step, which, page, limit };
      return funnels.people({ tenantId: tenant, funnel, time, language, signal, ...listed });
    },
    'funnels.correlations': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, time, ...funnel } = input;
      const language = modelLanguageOf(locale);
      return funnels.correlations({ tenantId: tenant, funnel, time, language, signal });
    },
    'funnels.acts': async ({ tenant, input, signal }) =>
      funnels.acts(tenant, modelLanguageOf(input.locale), signal),
  };
}
