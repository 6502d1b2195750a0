import type { TenantId } from '@olympus/core';
import type { Severity } from '../notice.js';

/** A notice as it was stored. */
export interface StoredNotice {
  readonly id: number;
  readonly thread: string;
  readonly severity: Severity;
  readonly title: string;
  readonly lines: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly path: string;
  /** ISO 8601. */
  readonly at: string;
}

/** One message on its way: a notice, or a digest of several. Its content never changes. */
export interface Parcel {
  /** Names it, also when it is sent again. */
  readonly batch: number;
  readonly tenant: TenantId;
  readonly channel: string;
  readonly recipient: string;
  /** The oldest first; not all of a long digest. */
  readonly notices: readonly StoredNotice[];
  /** How many there are. */
  readonly total: number;
  /** Attempts so far. */
  readonly attempts: number;
  /** Since when it is tried. */
  readonly sinceMs: number;
}
