import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '@olympus/core';
import type { IngestAnswer } from '@olympus/ingest';
import { findConventions, type Question } from './mapping/conventions.js';
import { type ImportedEvent, rejectedEvent } from './mapping/events.js';
import { makeEvents } from './mapping/make-events.js';
import type { Mapping } from './mapping/mapping.js';
import { type Note, note } from './notes/notes.js';
import type { UnmatchedRow } from './staging/rows.js';
import { stageFiles } from './staging/staging.js';

export interface ImportReport {
  /** Lines of the files, those that are no rows included. */
  readonly rows: number;
  readonly events: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly deadLettered: number;
  /** Rows that no entry of the mapping takes. */
  readonly unmatched: number;
  /** The first of them, to show. */
  readonly unmatchedRows: readonly UnmatchedRow[];
  /** What was found out about the files and could be wrong. */
  readonly warnings: readonly Note[];
  /** The first refusals, to show. */
  readonly problems: readonly ImportProblem[];
  readonly seconds: number;
}

export interface ImportProblem {
  readonly id: string;
  readonly code: string;
  readonly reason: string;
  readonly path?: string;
  readonly deadLetterId: string;
}

export interface ImportOptions {
  readonly files: readonly string[];
  readonly mapping: Mapping;
  readonly nowMs: number;
  /** Zone of times without one where the mapping names none; UTC when left out. */
  readonly zone?: string;
  /** Sends events through the collector's door. */
  readonly send: (events: readonly ImportedEvent[]) => Promise<IngestAnswer>;
  readonly progress: (rows: number, allRows: number) => void;
}

const batchEvents = 2_000;
const shownProblems = 10;

/**
 * Reads files, makes events of their rows and sends them. Sending the same files again stores
 * nothing twice; what cannot be stored is kept as dead letters.
 * @throws Problem `ambiguous_dates` when only a person can say what comes first in a date, and all
 *   of `stageFiles`
 */
export async function importFiles(options: ImportOptions): Promise<ImportReport> {
  const { files, mapping, progress } = options;
  const startedMs = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'olympus-import-'));
  const tally = { events: 0, stored: 0, duplicates: 0, deadLettered: 0 };
  const problems: ImportProblem[] = [];
  let inFlight: Promise<void> = Promise.resolve();

  async function deliver(events: readonly ImportedEvent[]): Promise<void> {
    const answer = await options.send(events);
    tally.events += events.length;
    tally.stored += answer.stored;
    tally.duplicates += answer.duplicates;
    tally.deadLettered += answer.dead_lettered;
    for (const { id, error } of answer.results) {
      if (error === undefined || problems.length >= shownProblems) continue;
      const { code, reason, path, dead_letter_id } = error;
      // of a line that is no row it was said before why
      const line = events.find((event) => event.id === id)?.data;
      const known = line?.rejected_because;
      problems.push({
        id: id ?? '',
        code,
        ...(typeof known === 'string'
          ? { reason: `line ${line?.line}: ${known}` }
          : { reason, ...(path === undefined ? {} : { path }) }),
        deadLetterId: dead_letter_id,
      });
    }
  }

  /** One batch is on its way while the next is made. */
  async function enqueue(events: readonly ImportedEvent[]): Promise<void> {
    if (events.length === 0) return;
    await inFlight;
    inFlight = deliver(events);
    inFlight.catch(() => {});
  }

  try {
    const staging = await stageFiles({ files, mapping, database: join(folder, 'staging.duckdb') });
    try {
      const conventions = findConventions(mapping, staging);
      const [question] = conventions.questions;
      if (question !== undefined) throw ambiguousDates(question);
      const changes = { skipped: 0, twice: 0 };
      const zone = mapping.time_zone ?? options.zone ?? 'UTC';
      const all = staging.rows + staging.rejected;
      for await (const { events, rows } of makeEvents(staging, {
        mapping,
        conventions,
        zone,
        changes,
      })) {
        await enqueue(events.map(({ event }) => event));
        progress(rows, all);
      }
      for await (const lines of staging.readRejected()) {
        for (let from = 0; from < lines.length; from += batchEvents) {
          const part = lines.slice(from, from + batchEvents);
          await enqueue(part.map((line) => rejectedEvent(mapping, line, options.nowMs)));
        }
      }
      await inFlight;
      progress(all, all);
      return {
        rows: all,
        ...tally,
        unmatched: staging.unmatched.rows,
        unmatchedRows: staging.unmatched.examples,
        warnings: [...staging.warnings, ...conventions.warnings, ...clockWarnings(changes)],
        problems,
        seconds: (performance.now() - startedMs) / 1000,
      };
    } finally {
      await staging.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function ambiguousDates({ message, column }: Question): Problem {
  return new Problem({
    code: 'ambiguous_dates',
    kind: 'invalid',
    message,
    at: column,
    remedy: 'Say so in the mapping: "date_order": "dmy" or "mdy".',
  });
}

/** Local times that summer time skipped or showed twice. */
export function clockWarnings({ skipped, twice }: { skipped: number; twice: number }): Note[] {
  return [
    ...(skipped === 0 ? [] : [note('times_skipped', { count: skipped })]),
    ...(twice === 0 ? [] : [note('times_shown_twice', { count: twice })]),
  ];
}
