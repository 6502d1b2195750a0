import { createHash } from 'node:crypto';
import { Problem } from '@olympus/core';

const maxKept = 1_000;
/** Longer texts are answered but not kept. */
const maxTextLength = 20_000;

/** Texts that callers name by their SHA-256, after Apollo's protocol of persisted queries. */
export interface PersistedQueries {
  /**
   * @returns the text that is meant
   * @throws Problem `persisted_query_not_found` when only the hash came and it is not known (any
   *   more), `persisted_query_mismatch` when the text has another hash
   */
  find(text: string | undefined, hash: string | undefined): string | undefined;
}

export function createPersistedQueries(): PersistedQueries {
  // in the order of use
  const kept = new Map<string, string>();

  function keep(hash: string, text: string): void {
    kept.delete(hash);
    kept.set(hash, text);
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
  }

  return {
    find(text, hash) {
      if (hash === undefined) return text;
      if (text === undefined) {
        const known = kept.get(hash);
        if (known === undefined) throw notKept();
        keep(hash, known);
        return known;
      }
      if (createHash('sha256').update(text).digest('hex') !== hash) throw mismatch();
      if (text.length <= maxTextLength) keep(hash, text);
      return text;
    },
  };
}

/** Clients know this message and then send the text as well. */
function notKept(): Problem {
  return new Problem({
    code: 'persisted_query_not_found',
    kind: 'not_found',
    message: 'PersistedQueryNotFound',
    remedy: 'Send the query together with its hash.',
  });
}

function mismatch(): Problem {
  return new Problem({
    code: 'persisted_query_mismatch',
    kind: 'invalid',
    message: 'provided sha does not match query',
    at: '/extensions/persistedQuery/sha256Hash',
  });
}
