import type { Notice } from './notice.js';

/** Who gets a notice. */
export interface Recipients {
  /** Ids of the tenant's channels. Ones that are gone are left out. */
  readonly channels: readonly string[];
  /** Ids of people; without it the inbox of everybody in the tenant. */
  readonly users?: readonly string[];
}

/** Messages that arrive: the room's service. */
export interface Delivery {
  /**
   * Commits the notice to the outbox (durable when it resolves) for the inbox of the tenant and the
   * given channels. Repeating with the same cause does nothing.
   * @throws Problem `invalid_notice`, `tenant_not_found`
   */
  send(tenant: string, notice: Notice, to: Recipients): Promise<void>;
}
