import type { IngestAnswer } from '@olympus/ingest';
import {
  catalogueEvents,
  createEventBuilder,
  type ImportedEvent,
  rejectedEvent,
} from './events.js';
import type { Mapping } from './mapping.js';
import { openTable } from './table.js';

export interface ImportReport {
  /** Lines of the files, those that are no rows included. */
  readonly rows: number;
  readonly events: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly deadLettered: number;
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
  /** Sends events through the collector's door. */
  readonly send: (events: readonly ImportedEvent[]) => Promise<IngestAnswer>;
  readonly progress: (rows: number, allRows: number) => void;
}

const batchRows = 12_000;
const batchEvents = 2_000;
const shownProblems = 10;

/**
 * Reads files, makes events of their rows and sends them. Sending the same files again stores
 * nothing twice; what cannot be stored is kept as dead letters.
 */
export async function importFiles(options: ImportOptions): Promise<ImportReport> {
  const { mapping, progress } = options;
  const startedMs = performance.now();
  const table = await openTable(options.files, mapping);
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
      problems.push({
        id: id ?? '',
        code,
        reason,
        ...(path === undefined ? {} : { path }),
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
    const all = table.rows + table.rejected.length;
    let done = 0;
    for (const catalogue of mapping.catalogues ?? []) {
      const events = catalogueEvents(mapping, catalogue, await table.readCatalogue(catalogue));
      for (let from = 0; from < events.length; from += batchEvents) {
        await enqueue(events.slice(from, from + batchEvents));
      }
    }
    for (const [index, rule] of mapping.events.entries()) {
      const builder = createEventBuilder(mapping, rule);
      let waiting: ImportedEvent[] = [];
      let rows = 0;
      const before = done;
      for await (const chunk of table.readRule(index)) {
        for (const row of chunk) builder.add(row);
        for (const event of builder.take(false)) waiting.push(event);
        if (builder.rowsTaken - rows >= batchRows || waiting.length >= batchEvents) {
          rows = builder.rowsTaken;
          await enqueue(waiting);
          waiting = [];
          progress(before + rows, all);
        }
      }
      for (const event of builder.take(true)) waiting.push(event);
      await enqueue(waiting);
      done = before + builder.rowsTaken;
      progress(done, all);
    }
    for (let from = 0; from < table.rejected.length; from += batchEvents) {
      const lines = table.rejected.slice(from, from + batchEvents);
      await enqueue(lines.map((line) => rejectedEvent(mapping, line, options.nowMs)));
    }
    await inFlight;
    progress(all, all);
    return {
      rows: all,
      ...tally,
      problems,
      seconds: (performance.now() - startedMs) / 1000,
    };
  } finally {
    table.close();
  }
}
