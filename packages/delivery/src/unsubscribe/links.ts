import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Lane } from '../outbox/commit.js';

/** Links that end a channel's emails to one address, without signing in. Nothing of them is stored. */
export interface UnsubscribeLinks {
  urlFor(lane: Lane): string;
  /** Undefined for what was made up or changed. */
  read(token: string): Lane | undefined;
}

/** @param key  32 bytes */
export function createUnsubscribeLinks(key: Uint8Array, publicUrl: () => string): UnsubscribeLinks {
  const macOf = (text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 16);
  return {
    urlFor({ channel, recipient }) {
      const text = `${channel}.${recipient}`;
      return `${publicUrl()}/unsubscribe/${text}.${macOf(text).toString('base64url')}`;
    },
    read(token) {
      const [channel = '', recipient = '', mac = '', ...rest] = token.split('.');
      const given = Buffer.from(mac, 'base64url');
      const wanted = macOf(`${channel}.${recipient}`);
      const holds = given.length === wanted.length && timingSafeEqual(given, wanted);
      return holds && rest.length === 0 && given.toString('base64url') === mac
        ? { channel, recipient }
        : undefined;
    },
  };
}
