import { defineTopic } from './topic.js';

/** Facts of a tenant were committed: what was computed from these ledgers before is out of date. */
export const ledgersChanged = defineTopic<{
  readonly ledgers: readonly string[];
  /** The tenant's newest commit, comparable within one process only. */
  readonly version: number;
  readonly events: number;
}>('ledgers_changed');

/** Something kept about a tenant is no longer what it was; without a tenant, about the installation. */
export const tenantChanged = defineTopic<{
  readonly what: 'tenant' | 'schemas' | 'settings' | 'erasure';
}>('tenant_changed');

/** What a tenant's metrics mean has changed. */
export const modelChanged = defineTopic<Record<string, never>>('model_changed');

/** Somebody may do less, or more, than before: keys, sessions, roles, people, tenants. */
export const accessChanged = defineTopic<Record<string, never>>('access_changed');

/** A job is over for good: it succeeded, gave up, or was cancelled. */
export const jobFinished = defineTopic<{
  readonly jobId: number;
  readonly kind: string;
  readonly outcome: 'succeeded' | 'failed' | 'cancelled';
}>('job_finished');

export const alertFired = defineTopic<{ readonly alertId: string; readonly firedMs: number }>(
  'alert_fired',
);

/** A tenant's inbox holds something new. */
export const inboxChanged = defineTopic<Record<string, never>>('inbox_changed');
