import type { Handlers } from '@olympus/contract';
import { modelLanguageOf } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import type { watchingOperations } from './watching.contract.js';

export function watchingHandlers({
  watching,
}: Pick<Analytics, 'watching'>): Handlers<typeof watchingOperations> {
  return {
    'retention.run': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, return: back, ...asked } = input;
      const language = modelLanguageOf(locale);
      return watching.retention({ ...asked, tenantId: tenant, back, language, signal });
    },
  };
}
