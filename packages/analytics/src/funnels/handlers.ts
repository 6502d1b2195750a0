import type { Handlers } from '@olympus/contract';
import { modelLanguageOf } from '@olympus/semantic';
import type { funnelOperations } from './funnels.contract.js';
import type { Funnels } from './funnels.js';

export function funnelHandlers(funnels: Funnels): Handlers<typeof funnelOperations> {
  return {
    'funnels.run': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, time, compare, grain, ...funnel } = input;
      const language = modelLanguageOf(locale);
      return funnels.run({ tenantId: tenant, funnel, time, compare, grain, language, signal });
    },
  };
}
