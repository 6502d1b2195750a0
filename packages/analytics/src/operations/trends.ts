import type { Handlers } from '@olympus/contract';
import { checkFilters, modelLanguageOf } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import type { trendsOperations } from './trends.contract.js';

export function trendsHandlers({
  trends,
}: Pick<Analytics, 'trends'>): Handlers<typeof trendsOperations> {
  return {
    'analytics.trends': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, ...question } = input;
      checkFilters(question.filters);
      const language = modelLanguageOf(locale);
      return trends({ tenantId: tenant, language, signal, ...question });
    },
  };
}
