import { createHash } from 'node:crypto';
import { objectDamaged } from './faults.js';
import type { PutOptions } from './objects.js';

/** What is known of a content once it has been read to its end. */
export interface Measured {
  readonly bytes: number;
  readonly sha256: string;
}

/** Reads along: hashes and counts what passes. */
export interface Meter {
  pass(chunk: Uint8Array): void;
  /** @throws Problem object_damaged when the content is not what was announced */
  finish(): Measured;
}

export function createMeter(key: string, announced: PutOptions): Meter {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    pass(chunk) {
      bytes += chunk.byteLength;
      if (announced.bytes !== undefined && bytes > announced.bytes) {
        throw objectDamaged(key, `more than ${announced.bytes} bytes`);
      }
      hash.update(chunk);
    },
    finish() {
      if (announced.bytes !== undefined && bytes !== announced.bytes) {
        throw objectDamaged(key, `${bytes} bytes instead of ${announced.bytes}`);
      }
      const sha256 = hash.digest('hex');
      if (announced.sha256 !== undefined && sha256 !== announced.sha256.toLowerCase()) {
        throw objectDamaged(key, 'another SHA-256');
      }
      return { bytes, sha256 };
    },
  };
}

export async function* chunksOf(
  content: Uint8Array | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}
