import { hkdfSync, randomBytes } from 'node:crypto';
import { Problem } from '@olympus/core';
import { openBytes, sealBytes } from './seal.js';

/** Puts keys under the master key and takes them out again. */
export interface Wrapping {
  /** @param owner what the key belongs to; unwrapping under another owner fails */
  wrap(key: Uint8Array, owner: string): string;
  unwrap(wrapped: string, owner: string): Uint8Array;
  /** 32 fresh random bytes. */
  newKey(): Uint8Array;
}

/** @param masterKey 32 bytes; only a key derived from it (HKDF-SHA-256, RFC 5869) is used */
export function createWrapping(masterKey: Uint8Array): Wrapping {
  const key = new Uint8Array(hkdfSync('sha256', masterKey, '', 'olympus/key-wrapping/1', 32));
  return {
    wrap: (secret, owner) => sealBytes(key, secret, owner),
    unwrap: (wrapped, owner) => {
      const secret = openBytes(key, wrapped, owner);
      if (secret !== undefined) return new Uint8Array(secret);
      throw new Problem({
        code: 'wrapped_key_damaged',
        kind: 'internal',
        message: 'A stored key does not open: its row was damaged or moved.',
        remedy: 'Restore the control store from a backup.',
      });
    },
    newKey: () => new Uint8Array(randomBytes(32)),
  };
}
