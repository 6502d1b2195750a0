import type { Handlers } from '@olympus/contract';
import { modelLanguageOf } from '@olympus/semantic';
import type { Funnels } from '../funnels/funnels.js';
import type { pathOperations } from './paths.contract.js';

export function pathHandlers(funnels: Funnels): Handlers<typeof pathOperations> {
  return {
    'paths.run': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, time, ...paths } = input;
      const language = modelLanguageOf(locale);
      return funnels.paths({ tenantId: tenant, paths, time, language, signal });
    },
  };
}
