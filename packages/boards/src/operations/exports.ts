import type { AnalyticsService } from '@olympus/analytics/room';
import type { Handlers } from '@olympus/contract';
import type { Jobs } from '@olympus/jobs';
import { modelLanguageOf, parseMetricQuery } from '@olympus/semantic';
import type { createExportJob } from '../exports/export-job.js';
import { makeSheet } from '../exports/make-sheet.js';
import { fileNameOf, labelOf, mediaTypes } from '../exports/sheet.js';
import { writeSheet } from '../exports/write-sheet.js';
import type { exportOperations } from './exports.contract.js';

export function exportHandlers({
  analytics,
  jobs,
  job,
}: {
  readonly analytics: AnalyticsService['analytics'];
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly job: ReturnType<typeof createExportJob>;
}): Handlers<typeof exportOperations> {
  return {
    'exports.start': async ({ tenant, input, note }) => {
      const { tenant_id: _, query, ...how } = input;
      // a shape that cannot be asked is told now rather than by a job that failed
      const { tenant_id: __, ...checked } = parseMetricQuery({ ...query, tenant_id: tenant });
      const { id } = await jobs.enqueue(job, { query: checked, ...how }, { tenant });
      note({ target: String(id), detail: { format: how.format } });
      return { job_id: id };
    },
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
