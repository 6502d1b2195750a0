import { join } from 'node:path';
import type { Handlers } from '@olympus/contract';
import { Problem } from '@olympus/core';
import type { Ingest } from '@olympus/ingest';
import type { Tenants } from '@olympus/platform';
import type { StoredImport } from '../imports/import-store.js';
import type { Imports } from '../imports/imports.js';
import { sourceOf } from '../imports/run-import.js';
import type { Uploads } from '../imports/uploads.js';
import { checkMapping } from '../mapping/mapping.js';
import { previewFiles } from '../preview/preview.js';
import type { importOperations } from './imports.contract.js';

export function importHandlers(deps: {
  readonly imports: Imports;
  readonly uploads: Uploads;
  readonly ingest: Pick<Ingest, 'check'>;
  readonly tenants: Pick<Tenants, 'get'>;
}): Handlers<typeof importOperations> {
  const { imports, uploads, ingest, tenants } = deps;
  return {
    'imports.preview': async ({ tenant, input, signal }) => {
      const mapping = checkMapping(input.mapping);
      const files = await Promise.all(input.uploads.map((id) => uploads.get(tenant, id)));
      const names = files.map(({ name }) => name);
      const zone = (await tenants.get(tenant))?.timeZone ?? 'UTC';
      return uploads.withFiles(tenant, input.uploads, async (paths, folder) => {
        const database = join(folder, 'preview.duckdb');
        const preview = await previewFiles({
          tenant,
          zone,
          files: paths,
          names,
          mapping,
          ingest,
          database,
          signal,
          ...(input.rows === undefined ? {} : { mostRows: input.rows }),
        });
        const { totals, unmatched } = preview;
        const nameOf = (path: string) => names[paths.indexOf(path)] ?? path;
        return {
          ...preview,
          events: preview.events.map((event) => ({ ...event })),
          unmatched: {
            rows: unmatched.rows,
            examples: unmatched.examples.map((row) => ({ ...row, file: nameOf(row.file) })),
          },
          totals: { ...totals, first: totals.first ?? null, last: totals.last ?? null },
        };
      });
    },
    'imports.start': async ({ tenant, input, note }) => {
      const entry = await imports.start(tenant, input.uploads, checkMapping(input.mapping));
      note({ target: entry.id, detail: { files: entry.names.length } });
      return toAnswer(entry);
    },
    'imports.list': async ({ tenant, input }) => ({
      imports: (await imports.list(tenant, input.limit ?? 50)).map(toAnswer),
    }),
    'imports.get': async ({ tenant, input }) => toAnswer(await imports.get(tenant, input.id)),
    'imports.rejected': async ({ tenant, input }) => {
      const entry = await imports.get(tenant, input.id);
      const body = await imports.rejectedRows.read(tenant, entry.id, input.locale);
      if (body === undefined) throw nothingRejected(entry);
      return { body, mediaType: 'text/csv; charset=utf-8', name: `rejected-${entry.id}.csv` };
    },
    'imports.stop': async ({ tenant, input, note }) => {
      note({ target: input.id });
      return toAnswer(await imports.stop(tenant, input.id));
    },
    'imports.undo': async ({ tenant, input, note }) => {
      note({ target: input.id });
      return toAnswer(await imports.undo(tenant, input.id));
    },
  };
}

function toAnswer(entry: StoredImport) {
  const { id, state, names, counts, warnings, fault, createdAt, changedAt } = entry;
  return {
    id,
    state,
    files: names,
    source: sourceOf(entry),
    counts,
    warnings,
    fault:
      fault === undefined
        ? null
        : {
            code: fault.code,
            message: fault.message,
            ...(fault.remedy === undefined ? {} : { remedy: fault.remedy }),
            ...(fault.at === undefined ? {} : { at: fault.at }),
          },
    created_at: createdAt,
    changed_at: changedAt,
  };
}

function nothingRejected({ id, state }: StoredImport): Problem {
  return new Problem({
    code: 'nothing_rejected',
    kind: 'not_found',
    message:
      state === 'done'
        ? `The import ${id} rejected no rows`
        : `The import ${id} is ${state}; rejected rows are there when it is done`,
  });
}
