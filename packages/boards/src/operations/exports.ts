import type { AnalyticsService } from '@olympus/analytics/room';
import type { Handlers } from '@olympus/contract';
import { modelLanguageOf, parseMetricQuery } from '@olympus/semantic';
import { makeSheet } from '../exports/make-sheet.js';
import { fileNameOf, labelOf, mediaTypes } from '../exports/sheet.js';
import { writeSheet } from '../exports/write-sheet.js';
import type { exportOperations } from './exports.contract.js';

export function exportHandlers({
  analytics,
}: Pick<AnalyticsService, 'analytics'>): Handlers<typeof exportOperations> {
  return {
    'analytics.export': async ({ tenant, input, signal }) => {
      const { format, locale } = input;
      const query = parseMetricQuery({ ...input.query, tenant_id: tenant });
      const language = modelLanguageOf(locale);
      const answer = await analytics.query({ tenantId: tenant, query, language, signal });
      const title = input.title?.trim() || answer.columns.map(labelOf).join(', ');
      return {
        body: writeSheet(format, makeSheet(title, query, answer, locale)),
        mediaType: mediaTypes[format],
        name: `${fileNameOf(title, answer.meta.range)}.${format}`,
      };
    },
  };
}
