import { ProblemError, unreachable } from './problem.js';
import { createEventStreamParser } from './server-sent-events.js';
import type { Transport } from './transport.js';

/**
 * What happens on a tenant's live stream. `open` comes after every (re)connection: changes may have
 * been missed before it. `lost` says that the stream is down and when it will be tried again.
 */
export type LiveMessage =
  | { readonly kind: 'open' }
  | { readonly kind: 'lost'; readonly retryInMs: number; readonly reason: ProblemError }
  | {
      readonly kind: 'changed';
      readonly ledgers: readonly string[];
      readonly version: number;
      readonly events: number;
    };

export interface LiveOptions {
  /** Ends the stream. */
  readonly signal?: AbortSignal;
  /** First wait before reconnecting; doubles up to 30 s. Default 1 s. */
  readonly retryMs?: number;
  /** Silence after which the connection counts as dead; the server's heartbeat is 15 s. Default 45 s. */
  readonly silenceMs?: number;
}

const LONGEST_WAIT_MS = 30_000;
const WORTH_RETRYING = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

/**
 * Follows a tenant's ledgers over server-sent events, reconnecting for as long as it is read.
 * It reads the stream with fetch, so that API keys work as well as cookies, in Node as in browsers.
 * Ends when the signal aborts; throws ProblemError when trying again is pointless (401, 403, 404).
 */
export async function* followChanges(
  transport: Transport,
  tenantId: string,
  options: LiveOptions = {},
): AsyncGenerator<LiveMessage, void, void> {
  const { signal, retryMs = 1_000, silenceMs = 45_000 } = options;
  const path = `/api/tenants/${encodeURIComponent(tenantId)}/live`;
  let failures = 0;
  while (!signal?.aborted) {
    try {
      for await (const message of readConnection(transport, path, silenceMs, signal)) {
        if (message.kind === 'open') failures = 0;
        yield message;
      }
      if (signal?.aborted) return;
      throw unreachable('The stream ended');
    } catch (error) {
      if (signal?.aborted) return;
      const reason = error instanceof ProblemError ? error : unreachable(error);
      if (!WORTH_RETRYING.has(reason.status)) throw reason;
      const backoffMs = Math.min(LONGEST_WAIT_MS, retryMs * 2 ** failures);
      // Full jitter on the upper half keeps a fleet of viewers from reconnecting in step.
      const retryInMs = reason.retryAfterMs ?? backoffMs * (0.5 + Math.random() / 2);
      failures += 1;
      yield { kind: 'lost', retryInMs, reason };
      await sleep(retryInMs, signal);
    }
  }
}

async function* readConnection(
  transport: Transport,
  path: string,
  silenceMs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<LiveMessage, void, void> {
  const connection = new AbortController();
  const stop = () => connection.abort();
  signal?.addEventListener('abort', stop, { once: true });
  let watchdog = setTimeout(stop, silenceMs);
  try {
    const response = await transport(path, {
      accept: 'text/event-stream',
      signal: connection.signal,
    });
    if (!response.body) return;
    yield { kind: 'open' };
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const parse = createEventStreamParser();
    for (;;) {
      const { done, value } = await reader.read();
      clearTimeout(watchdog);
      if (done) return;
      watchdog = setTimeout(stop, silenceMs);
      for (const message of parse(decoder.decode(value, { stream: true }))) {
        if (message.event === 'changed') yield readChange(message.data);
      }
    }
  } finally {
    clearTimeout(watchdog);
    signal?.removeEventListener('abort', stop);
    connection.abort();
  }
}

function readChange(data: string): LiveMessage {
  let body: unknown;
  try {
    body = JSON.parse(data);
  } catch {
    body = null;
  }
  const members = (typeof body === 'object' && body !== null ? body : {}) as {
    ledgers?: readonly string[];
    version?: number;
    events?: number;
  };
  return {
    kind: 'changed',
    ledgers: members.ledgers ?? [],
    version: members.version ?? 0,
    events: members.events ?? 0,
  };
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal?.addEventListener('abort', wake, { once: true });
  });
}
