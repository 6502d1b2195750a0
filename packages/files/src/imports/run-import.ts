import { join } from 'node:path';
import { Problem } from '@olympus/core';
import type { EventResult, Ingest } from '@olympus/ingest';
import { ambiguousDates, clockWarnings } from '../import-files.js';
import { findConventions } from '../mapping/conventions.js';
import type { MadeEvent } from '../mapping/events.js';
import { makeEvents } from '../mapping/make-events.js';
import type { Note } from '../notes/notes.js';
import { batchOf } from '../preview/preview.js';
import { reasonOf } from '../preview/refusals.js';
import { stageFiles } from '../staging/staging.js';
import type { ImportCounts, ImportStore, Rejection, StoredImport } from './import-store.js';
import type { ImportAttempt } from './imports.js';
import type { RejectedRows } from './rejected-rows.js';
import type { Uploads } from './uploads.js';

export interface RunImportDeps {
  readonly store: ImportStore;
  readonly uploads: Uploads;
  readonly ingest: Pick<Ingest, 'submit'>;
  readonly rejectedRows: RejectedRows;
  /** Zone of a shop's times. */
  readonly zoneOf: (tenant: StoredImport['tenant']) => Promise<string>;
}

/** What stands as the source of an import's events, by which it can be undone. */
export const sourceOf = ({ id, mapping }: Pick<StoredImport, 'id' | 'mapping'>): string =>
  `${mapping.source}/imports/${id}`;

/** Share of the progress that reading takes. */
const readingShare = 0.3;

/**
 * Imports the files of an import that is in the state `running`, from where it was left: events
 * have the same ids each time, so what was sent already is known. What cannot be stored becomes
 * rejected rows of the import.
 * @returns what was found out about the files and could be wrong
 * @throws Problem as `stageFiles`, `ambiguous_dates`, and as the collector when it cannot store
 */
export async function runImport(
  entry: StoredImport,
  { signal, progress }: Pick<ImportAttempt, 'signal' | 'progress'>,
  deps: RunImportDeps,
): Promise<{ readonly counts: ImportCounts; readonly warnings: readonly Note[] }> {
  const { store, uploads, rejectedRows } = deps;
  const { tenant, mapping, names } = entry;
  return uploads.withFiles(tenant, entry.uploads, async (files, folder) => {
    const zone = mapping.time_zone ?? (await deps.zoneOf(tenant));
    const database = join(folder, 'staging.duckdb');
    const staging = await stageFiles({
      files,
      names,
      mapping,
      database,
      signal,
      progress: (share) => progress(share * readingShare),
    });
    try {
      const conventions = findConventions(mapping, staging);
      const [question] = conventions.questions;
      if (question !== undefined) throw ambiguousDates(question);
      const rows = staging.rows + staging.rejected;
      let counts: ImportCounts = {
        ...entry.counts,
        rows,
        unmatched_rows: staging.unmatched.rows,
        progress: readingShare,
      };
      if (entry.counts.rows === 0) {
        await keepRejected(entry, staging, files, { store, signal });
        counts = { ...counts, rejected_rows: staging.rejected };
        await store.checkpoint(entry.id, counts, []);
      }
      const changes = { skipped: 0, twice: 0 };
      const context = { mapping, conventions, zone, changes, source: sourceOf(entry) };
      const resumeAt = entry.counts.events;
      let made = 0;
      for await (const { events, rows: done } of makeEvents(staging, context)) {
        if (signal.aborted) throw stopped();
        made += events.length;
        if (made <= resumeAt) continue;
        const answer = await submit(deps, entry, events);
        const rejections = refusedRows(events, answer.results);
        counts = {
          ...counts,
          rows_done: done,
          progress: rows === 0 ? 1 : readingShare + (1 - readingShare) * Math.min(1, done / rows),
          events: made,
          stored: counts.stored + answer.stored,
          duplicates: counts.duplicates + answer.duplicates,
          rejected_rows: counts.rejected_rows + rejections.length,
        };
        await store.checkpoint(entry.id, counts, rejections);
        progress(counts.progress);
      }
      const rejected = await store.countRejections(entry.id);
      if (rejected === 0) await rejectedRows.remove(tenant, entry.id);
      else await rejectedRows.write(entry, files, store.rejections(entry.id));
      return {
        counts: { ...counts, progress: 1, rows_done: rows, rejected_rows: rejected },
        warnings: [...staging.warnings, ...conventions.warnings, ...clockWarnings(changes)],
      };
    } finally {
      await staging.close();
    }
  });
}

/** Lines that are no rows, some at a time: there may be as many as the file has lines. */
async function keepRejected(
  { id, counts }: StoredImport,
  staging: Awaited<ReturnType<typeof stageFiles>>,
  files: readonly string[],
  { store, signal }: { readonly store: ImportStore; readonly signal: AbortSignal },
): Promise<void> {
  for await (const lines of staging.readRejected()) {
    if (signal.aborted) throw stopped();
    const rejections = lines.map(({ file, line, reason }): Rejection => {
      return { file: files.indexOf(file), line, reason };
    });
    await store.checkpoint(id, counts, rejections);
  }
}

const attempts = 60;

/** The collector refuses for a moment when it has too much to do. */
async function submit(
  { ingest }: Pick<RunImportDeps, 'ingest'>,
  { tenant }: StoredImport,
  events: readonly MadeEvent[],
) {
  const batch = await batchOf(events);
  for (let attempt = 1; ; attempt++) {
    try {
      return await ingest.submit(tenant, batch, 'import');
    } catch (fault) {
      const busy = fault instanceof Problem && fault.code === 'ingest_busy';
      if (!busy || attempt === attempts) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

function refusedRows(
  events: readonly MadeEvent[],
  results: readonly Pick<EventResult, 'error'>[],
): Rejection[] {
  const seen = new Set<string>();
  return events.flatMap((made, index) => {
    const { file, lines } = made;
    const error = results[index]?.error;
    if (error === undefined) return [];
    const reason = reasonOf(error, made);
    return lines.flatMap((line) => {
      const place = `${file}:${line}`;
      if (file < 0 || seen.has(place)) return [];
      seen.add(place);
      return [{ file, line, reason }];
    });
  });
}

export function stopped(): Problem {
  return new Problem({ code: 'cancelled', kind: 'conflict', message: 'The import was stopped' });
}
