import type { TenantId } from '@olympus/core';
import { defaultLimits, type Ingest, parseJsonBody } from '@olympus/ingest';
import { clockWarnings } from '../import-files.js';
import { findConventions, type Question } from '../mapping/conventions.js';
import type { ImportedEvent, MadeEvent } from '../mapping/events.js';
import { makeEvents } from '../mapping/make-events.js';
import type { Mapping } from '../mapping/mapping.js';
import { type Note, note } from '../notes/notes.js';
import type { FileForm } from '../reading/rows.js';
import type { UnmatchedRow } from '../staging/rows.js';
import { stageFiles } from '../staging/staging.js';
import { reasonOf, valueAt } from './refusals.js';
import { createRejections, type RejectedGroup } from './rejections.js';
import { createTotals, type Totals } from './totals.js';

/** What an import would do. */
export interface Preview {
  /** Lines read, those that are no rows included. */
  readonly rows: number;
  /** Whether all of the file was read. */
  readonly complete: boolean;
  readonly forms: readonly FileForm[];
  readonly columns: readonly string[];
  readonly events: readonly ImportedEvent[];
  readonly rejected_rows: number;
  readonly rejected: readonly RejectedGroup[];
  readonly unmatched: { readonly rows: number; readonly examples: readonly UnmatchedRow[] };
  readonly totals: Totals;
  readonly warnings: readonly Note[];
  /** What a person has to say before it can be imported. */
  readonly questions: readonly Question[];
}

export interface PreviewOptions {
  readonly tenant: TenantId;
  readonly zone: string;
  readonly files: readonly string[];
  readonly names?: readonly string[];
  readonly mapping: Mapping;
  readonly ingest: Pick<Ingest, 'check'>;
  /** Place for a private database while it runs. */
  readonly database: string;
  /** Only so many rows of each file; all when left out. */
  readonly mostRows?: number;
  readonly signal?: AbortSignal;
}

const shownEvents = 50;

/**
 * Makes all events of the files and checks them as the collector will, storing nothing.
 * @throws Problem as `stageFiles`
 */
export async function previewFiles(options: PreviewOptions): Promise<Preview> {
  const { tenant, mapping, ingest, files, mostRows } = options;
  const zone = mapping.time_zone ?? options.zone;
  const staging = await stageFiles(options);
  try {
    const conventions = findConventions(mapping, staging);
    const changes = { skipped: 0, twice: 0 };
    const totals = createTotals(options.zone);
    const rejections = createRejections();
    const shown: ImportedEvent[] = [];
    const lines = new Set<number>();
    const expectations = new Map(
      mapping.events.map(({ type, expect }) => [type, expect?.is ?? 'total'] as const),
    );
    for await (const { events } of makeEvents(staging, { mapping, conventions, zone, changes })) {
      const refusals = await ingest.check(tenant, await batchOf(events));
      for (const [index, made] of events.entries()) {
        const refusal = refusals[index];
        if (refusal === undefined) {
          totals.add(made, expectations.get(made.event.type) ?? 'total');
          if (shown.length < shownEvents) shown.push(made.event);
          continue;
        }
        for (const line of made.lines) lines.add(made.file * 2 ** 32 + line);
        rejections.add(reasonOf(refusal, made), made.lines, exampleOf(made, refusal.path));
      }
    }
    for await (const rejected of staging.readRejected()) {
      for (const { line, text, reason } of rejected)
        rejections.add(reason, [line], text.slice(0, 200));
    }
    return {
      rows: staging.rows + staging.rejected,
      complete: mostRows === undefined || staging.rows < mostRows * files.length,
      forms: staging.forms,
      columns: staging.columns,
      events: shown,
      rejected_rows: lines.size + staging.rejected,
      rejected: rejections.end(),
      unmatched: staging.unmatched,
      totals: totals.end(),
      warnings: [
        ...staging.warnings,
        ...(staging.rows + staging.rejected === 0 ? [note('no_rows')] : []),
        ...conventions.warnings,
        ...clockWarnings(changes),
      ],
      questions: conventions.questions,
    };
  } finally {
    await staging.close();
  }
}

/** Events as they would come in by the collector's door; a batch of rows is no request, whose size is bounded. */
export const batchOf = (events: readonly MadeEvent[]) =>
  parseJsonBody(Buffer.from(JSON.stringify(events.map(({ event }) => event))), 'application/json', {
    ...defaultLimits,
    maxBodyBytes: Number.POSITIVE_INFINITY,
    maxEventsPerRequest: 100_000,
  });

/** The value that was refused. */
function exampleOf({ event }: MadeEvent, path: string | undefined): string {
  const value = valueAt(path ?? '', event);
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 200);
}
