import type { Staging } from '../staging/staging.js';
import {
  catalogueEvents,
  createEventBuilder,
  type EventContext,
  type MadeEvent,
} from './events.js';

/** Events that were made together, and how many rows of the files are in all so far. */
export interface MadeBatch {
  readonly events: readonly MadeEvent[];
  readonly rows: number;
}

/** Bounds of a batch; one order more or less. */
const batchRows = 12_000;
const batchEvents = 2_000;

/**
 * All events of a staging, in one order that is always the same: catalogues, then the mapping's
 * entries one after another.
 */
export async function* makeEvents(
  staging: Staging,
  context: EventContext,
): AsyncGenerator<MadeBatch> {
  const { mapping } = context;
  for (const catalogue of mapping.catalogues ?? []) {
    const events = await catalogueEvents(staging, catalogue, context);
    for (let from = 0; from < events.length; from += batchEvents) {
      const part = events.slice(from, from + batchEvents);
      yield { events: part.map((event) => ({ event, file: -1, lines: [] })), rows: 0 };
    }
  }
  let before = 0;
  for (const [index, rule] of mapping.events.entries()) {
    const builder = createEventBuilder(rule, context);
    let waiting: MadeEvent[] = [];
    let rows = 0;
    for await (const chunk of staging.readRule(index)) {
      for (const row of chunk) builder.add(row);
      for (const made of builder.take(false)) waiting.push(made);
      if (builder.rowsTaken - rows >= batchRows || waiting.length >= batchEvents) {
        rows = builder.rowsTaken;
        yield { events: waiting, rows: before + rows };
        waiting = [];
      }
    }
    for (const made of builder.take(true)) waiting.push(made);
    // rows of an entry that stands beside others were counted with these
    if (rule.also !== true) before += builder.rowsTaken;
    if (waiting.length > 0) yield { events: waiting, rows: before };
  }
}
