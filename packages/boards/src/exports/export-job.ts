import { randomBytes } from 'node:crypto';
import type { AnalyticsService } from '@olympus/analytics/room';
import { type Clock, dayMs } from '@olympus/core';
import { defineJob } from '@olympus/jobs';
import type { ObjectsService } from '@olympus/objects/room';
import type { Tenants } from '@olympus/platform';
import { modelLanguageOf, parseMetricQuery } from '@olympus/semantic';
import { Type } from 'typebox';
import { gatherRows } from './gather.js';
import { makeSheet } from './make-sheet.js';
import { exportFormats, fileNameOf, labelOf, mediaTypes } from './sheet.js';
import { writeSheet } from './write-sheet.js';

const prefix = 'exports/';
/** How long a file and its link are there. */
export const keptMs = dayMs;

interface ExportDeps {
  readonly analytics: Pick<AnalyticsService['analytics'], 'query'>;
  readonly objects: ObjectsService;
  readonly tenants: Pick<Tenants, 'list'>;
  readonly clock: Clock;
}

/** Makes a file of an answer that is larger than one answer, and a link to it that ends. */
export function createExportJob({ analytics, objects, clock }: ExportDeps) {
  return defineJob({
    kind: 'boards.export',
    input: Type.Object({
      query: Type.Record(Type.String(), Type.Unknown()),
      format: Type.Enum([...exportFormats]),
      title: Type.Optional(Type.String()),
      locale: Type.Optional(Type.String()),
    }),
    async run({ tenant, input, signal, progress }) {
      if (tenant === undefined) throw new Error('an export is of a tenant');
      const { format, locale } = input;
      const { tenant_id: _, ...query } = parseMetricQuery({ ...input.query, tenant_id: tenant });
      const language = modelLanguageOf(locale);
      const ask = (part: typeof query) =>
        analytics.query({
          tenantId: tenant,
          query: { ...part, tenant_id: tenant },
          language,
          signal,
        });
      const answer = await gatherRows(ask, query, (fraction) => progress({ fraction }));
      const title = input.title?.trim() || answer.columns.map(labelOf).join(', ');
      const name = `${fileNameOf(title, answer.meta.range)}.${format}`;
      const key = `${prefix}${randomBytes(12).toString('base64url')}/${name.replaceAll(/[^\w.-]/g, '-')}`;
      const content = writeSheet(format, makeSheet(title, query, answer, locale));
      const { bytes } = await objects.objects.put(tenant, key, content, {
        contentType: mediaTypes[format],
      });
      return {
        url: objects.link({ scope: tenant, key }, keptMs),
        expires_at: new Date(clock.now() + keptMs).toISOString(),
        rows: answer.rows.length,
        truncated: answer.meta.truncated,
        bytes,
      };
    },
  });
}

/** Lets go of files whose links have ended. */
export function createExportSweep({ objects, tenants, clock }: ExportDeps) {
  return defineJob({
    kind: 'boards.sweep_exports',
    input: Type.Object({}),
    visibleToTenant: false,
    async run() {
      let removed = 0;
      for (const { id } of await tenants.list()) {
        const page = await objects.objects.list(id, prefix);
        for (const { key, modifiedMs } of page.objects) {
          if (clock.now() - modifiedMs < keptMs) continue;
          await objects.objects.delete(id, key);
          removed += 1;
        }
      }
      return { removed };
    },
  });
}
