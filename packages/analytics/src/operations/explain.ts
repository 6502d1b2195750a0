import type { Handlers } from '@olympus/contract';
import { modelLanguageOf, parseMetricQuery } from '@olympus/semantic';
import type { Analytics } from '../analytics.js';
import type { explainOperations } from './explain.contract.js';
import { explanationAnswer } from './explanation-answer.js';

export function explainHandlers({
  engines,
}: Pick<Analytics, 'engines'>): Handlers<typeof explainOperations> {
  return {
    'analytics.explain': async ({ tenant, input, signal }) => {
      const { tenant_id, metric, locale, pairs, context, groups, ...asked } = input;
      const {
        time = { timeframe: 'last_28_days' },
        compare = 'previous_period',
        filters,
        dimensions,
      } = parseMetricQuery({ tenant_id, metrics: [metric], ...asked });
      const found = await engines.explain({
        tenantId: tenant,
        metric,
        time,
        compare,
        dimensions,
        pairs,
        context,
        groups,
        language: modelLanguageOf(locale),
        signal,
        ...(filters === undefined ? {} : { filters }),
      });
      return explanationAnswer(found);
    },
  };
}
