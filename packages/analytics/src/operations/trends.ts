import type { Handlers } from '@olympus/contract';
import { modelLanguageOf } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import { askedScope } from './asked-scope.js';
import type { drillOperations } from './drill.contract.js';
import type { trendsOperations } from './trends.contract.js';

type Operations = readonly [...typeof trendsOperations, ...typeof drillOperations];

export function trendsHandlers({
  trends,
  drill,
  distribution,
}: Pick<Analytics, 'trends' | 'drill' | 'distribution'>): Handlers<Operations> {
  return {
    'analytics.distribution': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, filters: __, time: ___, ...question } = input;
      const language = modelLanguageOf(locale);
      return distribution({
        ...question,
        ...askedScope(input),
        tenantId: tenant,
        language,
        signal,
      });
    },
    'analytics.drill': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, filters: __, time: ___, ...question } = input;
      const language = modelLanguageOf(locale);
      return drill({ ...question, ...askedScope(input), tenantId: tenant, language, signal });
    },
    'analytics.trends': async ({ tenant, input, signal }) => {
      const { tenant_id: _, locale, filters: __, having: ___, time: ____, ...question } = input;
      const language = modelLanguageOf(locale);
      return trends({ ...question, ...askedScope(input), tenantId: tenant, language, signal });
    },
  };
}
