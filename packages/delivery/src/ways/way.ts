import type { Channel, Failure } from '../channels/channel.js';
import type { Message } from '../render/message.js';

/** What became of one attempt. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly reply: string }
  | {
      /** Trying again may help. */
      readonly kind: 'later';
      readonly failure: Failure;
      /** Not before, in milliseconds from now, as the receiver asked. */
      readonly waitMs?: number | undefined;
      /** Whether it would have failed for every message of the channel. */
      readonly ofChannel: boolean;
    }
  | { readonly kind: 'never'; readonly failure: Failure };

/** One way to people. */
export interface Way {
  /** Resolves with what became of it, whatever that was; rejects when `signal` is aborted. */
  send(channel: Channel, message: Message, signal: AbortSignal): Promise<Outcome>;
}
