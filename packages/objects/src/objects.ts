import type { Readable } from 'node:stream';
import type { TenantId } from '@olympus/core';

/** Whose a file is: a tenant's, or the installation's own (its backups). */
export type ObjectScope = TenantId | typeof installation;

/** No tenant's id can be this. */
export const installation = '@installation';

export interface ObjectEntry {
  readonly key: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

export interface ObjectInfo extends ObjectEntry {
  readonly contentType: string;
  /**
   * In hexadecimal. Undefined for a file of several parts on S3 that was stored without saying its
   * hash: it is known only after its description is written. `put` answers it always.
   */
  readonly sha256: string | undefined;
}

export interface StoredObject extends ObjectInfo {
  readonly sha256: string;
}

export interface PutOptions {
  readonly contentType: string;
  /** What the content must have; when it has not, nothing is stored: Problem `object_damaged`. */
  readonly sha256?: string;
  readonly bytes?: number;
}

/** Bytes from `start` up to before `end`; `end` beyond the file means to its end. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}

export interface ObjectPage {
  /** By key, in the order of character codes. */
  readonly objects: readonly ObjectEntry[];
  /** What to pass as `after` for the next page; undefined on the last. */
  readonly next: string | undefined;
}

/**
 * Files that outlive a request. Keys are names separated by `/` (see `checkKey`). A file is there
 * as a whole or not at all, also while another takes its place: no reader and no list ever sees a
 * part of one. All calls throw Problem `invalid_object_key` for what is no key, and
 * `objects_unavailable` when the store does not answer.
 */
export interface Objects {
  /** Stores, in place of what was there. @throws Problem object_damaged */
  put(
    scope: ObjectScope,
    key: string,
    content: Uint8Array | AsyncIterable<Uint8Array>,
    options: PutOptions,
  ): Promise<StoredObject>;
  /** @throws Problem object_not_found, range_not_satisfiable (`start` is not inside the file) */
  get(
    scope: ObjectScope,
    key: string,
    range?: ByteRange,
  ): Promise<{ readonly info: ObjectInfo; readonly content: Readable }>;
  head(scope: ObjectScope, key: string): Promise<ObjectInfo | undefined>;
  /**
   * @param prefix  the beginning of keys, not necessarily whole names; '' for all
   * @param options  `limit` 1 to 1000, 1000 by default
   */
  list(
    scope: ObjectScope,
    prefix: string,
    options?: { readonly after?: string; readonly limit?: number },
  ): Promise<ObjectPage>;
  /** Deletes, if it is there. */
  delete(scope: ObjectScope, key: string): Promise<void>;
  /** Deletes all whose key begins so. @returns how many */
  deletePrefix(scope: ObjectScope, prefix: string): Promise<number>;
}
