import type { Handlers } from '@olympus/contract';
import { modelLanguageOf } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import { askedScope } from './asked-scope.js';
import type { trendsOperations } from './trends.contract.js';

export function trendsHandlers({
  trends,
}: Pick<Analytics, 'trends'>): Handlers<typeof trendsOperations> {
  return {
    'analytics.trends': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, filters: __, having: ___, time: ____, ...question } = input;
      const language = modelLanguageOf(locale);
      return trends({ ...question, ...askedScope(input), tenantId: tenant, language, signal });
    },
  };
}
