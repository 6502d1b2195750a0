import type { IngestAnswer } from './generated.js';
import { ProblemError } from './problem.js';
import type { RequestOptions, Transport } from './transport.js';
import { readJson } from './transport.js';

/** An event to send: CloudEvents 1.0, with `id`, `source` and `time` filled in where left out. */
export interface OutgoingEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Identifies the event for ever within its tenant; sending it again stores nothing twice. */
  readonly id?: string;
  readonly source?: string;
  /** When it happened, RFC 3339. */
  readonly time?: string;
  /** The customer, where there is one. */
  readonly subject?: string;
}

export interface SendEventsOptions extends RequestOptions {
  /** Extra attempts when the server is busy or unreachable. Default 2. */
  readonly retries?: number;
}

const BUSY = new Set([0, 429, 502, 503, 504]);
const LONGEST_WAIT_MS = 30_000;

/**
 * Sends events as one batch. Ids are fixed before the first attempt, so that a retry after a lost
 * answer stores nothing twice.
 */
export async function sendEvents(
  transport: Transport,
  events: OutgoingEvent | readonly OutgoingEvent[],
  options: SendEventsOptions = {},
): Promise<IngestAnswer> {
  const list: readonly OutgoingEvent[] = Array.isArray(events) ? events : [events];
  const body = list.map((event) => ({
    specversion: '1.0',
    source: 'olympus-sdk',
    time: new Date().toISOString(),
    ...event,
    id: event.id ?? crypto.randomUUID(),
  }));
  const attempts = 1 + (options.retries ?? 2);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await transport('/api/events', {
        method: 'POST',
        body,
        contentType: 'application/cloudevents-batch+json',
        ...(options.signal ? { signal: options.signal } : {}),
      });
      return await readJson<IngestAnswer>(response);
    } catch (error) {
      const busy = error instanceof ProblemError && BUSY.has(error.status);
      if (!busy || attempt >= attempts) throw error;
      const waitMs = Math.min(LONGEST_WAIT_MS, error.retryAfterMs ?? 250 * 2 ** (attempt - 1));
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
