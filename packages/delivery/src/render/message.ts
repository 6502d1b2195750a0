import type { Severity } from '../notice.js';
import type { StoredNotice } from '../outbox/parcel.js';

/** One message as all ways draw it: everything is said, addresses are whole. */
export interface Message {
  /** Names it on its way; the same whenever it is sent again. */
  readonly id: string;
  readonly tenant: {
    readonly id: string;
    readonly name: string;
    readonly locale: string;
    readonly timeZone: string;
  };
  /** The oldest first; not all of a long digest. */
  readonly notices: readonly (StoredNotice & { readonly url: string })[];
  /** How many notices it stands for. */
  readonly total: number;
  /** The most severe of them. */
  readonly severity: Severity;
  /** The thread, when all notices are of one. */
  readonly thread: string | undefined;
  /** Address of all notices of the tenant. */
  readonly inboxUrl: string;
  /** For email: the address, and where its reader unsubscribes. */
  readonly recipient: string | undefined;
  readonly unsubscribeUrl: string | undefined;
  readonly test: boolean;
}
