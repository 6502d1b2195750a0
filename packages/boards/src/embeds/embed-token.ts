import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@olympus/core';
import { embedOver } from '../problems.js';

/** What an embedding's token says; everything else is kept by the server, where nobody changes it. */
export interface EmbedClaim {
  readonly id: string;
  readonly expiresMs: number;
}

/** Tokens of embeddings: signed, so that one that was made up or changed is known without a look-up. */
export interface EmbedTokens {
  sign(claim: EmbedClaim): string;
  /** @throws Problem `embed_over` for what was not signed here, was changed, or has ended */
  verify(token: string): EmbedClaim;
}

/** Characters of an HMAC-SHA-256 in base64url. */
const signatureLength = 43;

/**
 * A token is its signature followed by what it says, both base64url: no dots, which would make the
 * page's address look like a file's.
 * @param secret  32 bytes that only the servers of this installation know
 */
export function createEmbedTokens(secret: Uint8Array, clock: Clock): EmbedTokens {
  const mac = (text: string) =>
    createHmac('sha256', secret).update(`olympus/boards/embed/1\n${text}`).digest();
  const sign = ({ id, expiresMs }: EmbedClaim) => {
    const text = `${expiresMs} ${id}`;
    return `${mac(text).toString('base64url')}${Buffer.from(text).toString('base64url')}`;
  };
  return {
    sign,
    verify(token) {
      const text = Buffer.from(token.slice(signatureLength), 'base64url').toString();
      const given = Buffer.from(token.slice(0, signatureLength), 'base64url');
      const wanted = mac(text);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw embedOver();
      const [expires = '', id = ''] = text.split(' ');
      const claim = { id, expiresMs: Number(expires) };
      // base64url has more than one way to write the same bytes; only one of them is the token
      if (sign(claim) !== token || !(clock.now() < claim.expiresMs)) throw embedOver();
      return claim;
    },
  };
}
