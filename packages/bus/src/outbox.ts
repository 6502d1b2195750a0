import type { Logger } from '@olympus/core';
import type { Envelope } from './envelope.js';
import type { Message } from './local-bus.js';

/** Sends in order; rejects when it is not known whether all arrived. */
export type Send = (lot: readonly Envelope[]) => Promise<void>;

/** Messages on their way to other processes. */
export interface Outbox {
  add(message: Message): void;
  /** Tries again what waits, now that there is a connection. */
  flush(): void;
  /** Resolves when nothing is being sent; what waits then is given up. */
  close(): Promise<void>;
}

export interface OutboxOptions {
  /** Names this process. */
  readonly from: string;
  readonly send: Send;
  /** Messages that may wait; beyond it all are dropped and the others told to resync. */
  readonly maxWaiting: number;
  readonly log: Logger;
}

/** Envelopes sent at once. */
const maxLot = 500;

/** Keeps messages in order until they are sent; what fails waits for the next `flush`. */
export function createOutbox({ from, send, maxWaiting, log }: OutboxOptions): Outbox {
  let waiting: Envelope[] = [];
  let nextNumber = 1;
  let sending: Promise<void> | undefined;
  let closed = false;

  async function sendAll(): Promise<void> {
    try {
      while (waiting.length > 0) {
        const lot = waiting.slice(0, maxLot);
        await send(lot);
        // all may have been dropped in the meantime
        const last = lot.at(-1)?.number ?? 0;
        const left = waiting.findIndex(({ number }) => number > last);
        waiting.splice(0, left === -1 ? waiting.length : left);
      }
    } catch (error) {
      log.debug({ err: error, waiting: waiting.length }, 'messages wait for redis');
    }
    sending = undefined;
  }
  function flush(): void {
    if (closed || waiting.length === 0) return;
    // from the next tick on, so that what is published together is sent together
    sending ??= Promise.resolve().then(sendAll);
  }

  return {
    add(message) {
      if (closed) return;
      const number = nextNumber++;
      if (waiting.length < maxWaiting) waiting.push({ from, number, message });
      else {
        log.warn({ dropped: waiting.length }, 'redis is away: messages were dropped');
        waiting = [{ from, number, lost: true }];
      }
      flush();
    },
    flush,
    async close() {
      closed = true;
      await sending;
    },
  };
}
