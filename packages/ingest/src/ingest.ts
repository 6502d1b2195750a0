import { type Clock, type CustomerKey, type Logger, Problem, type TenantId } from '@olympus/core';
import type { Platform, Tenant } from '@olympus/platform';
import { ledgers } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';
import { createDeadLetters, type DeadLetters } from './dead-letters/dead-letters.js';
import type { IncomingBatch } from './parse/body.js';
import type { Refusal } from './parse/envelope.js';
import { defaultLimits, type IngestLimits } from './parse/limits.js';
import type { IngestAnswer } from './pipeline/answer.js';
import { prepareBatch } from './pipeline/prepare.js';
import { buildRetraction } from './pipeline/retraction.js';
import { createTenantContexts } from './pipeline/tenant-context.js';
import { createWriter, type LedgerChange } from './pipeline/writer.js';
import { createSchemaRegistry, type EventSchema } from './schemas/registry.js';

/** The way an event came in; kept with dead letters. */
export type Door = 'http' | 'segment' | 'redis' | 'import' | 'replay' | 'demo';

export interface IngestDeps {
  readonly warehouse: Warehouse;
  readonly platform: Pick<Platform, 'tenants' | 'pseudonyms' | 'people' | 'schemas' | 'changes'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told after each commit which ledgers of which tenant changed. */
  readonly publish?: (change: LedgerChange) => void;
  readonly limits?: Partial<IngestLimits>;
}

export interface IngestStatus {
  readonly queuedEvents: number;
  readonly lastCommitMs: number | undefined;
  /** Whether events can be accepted right now. */
  readonly ready: boolean;
}

/** The collector behind every door. */
export interface Ingest {
  readonly limits: IngestLimits;
  /**
   * Checks, books and stores a batch. Resolves when it is on disk, with an outcome for each event.
   * @throws Problem `unknown_tenant`, `ingest_busy`, `storage_full`, `storage_failed`,
   *   `shutting_down`; then nothing of the batch was stored
   */
  submit(tenant: TenantId, batch: IncomingBatch, door: Door): Promise<IngestAnswer>;
  /**
   * What would become of a batch, without storing anything: for each event why it would be refused,
   * or undefined. Repeats are not looked for.
   * @throws Problem `unknown_tenant`
   */
  check(tenant: TenantId, batch: IncomingBatch): Promise<readonly (Refusal | undefined)[]>;
  /**
   * Takes back everything that one sender sent, a lot at a time: ledgers are then as if it had never
   * come, and the same events are accepted again. Stopped in the middle, it goes on where it was
   * when it is called again.
   * @param progress  told after each lot how many events it took back
   * @returns events taken back
   * @throws Problem `unknown_tenant`, `storage_full`, `storage_failed`, `shutting_down`
   */
  retract(
    tenant: TenantId,
    source: string,
    progress?: (events: number) => Promise<void> | void,
  ): Promise<number>;
  readonly deadLetters: DeadLetters;
  readonly schemas: {
    list(tenant: TenantId): Promise<readonly EventSchema[]>;
    /** @throws Problem `invalid_schema`, `too_many_event_types` */
    extend(tenant: TenantId, type: string, schema: unknown): Promise<EventSchema>;
    /** @throws Problem `unknown_event_type` */
    remove(tenant: TenantId, type: string): Promise<void>;
  };
  /** The pseudonym that ledgers carry for a customer's id. @throws Problem `unknown_tenant` */
  customerKey(tenant: TenantId, customerId: string): Promise<CustomerKey>;
  status(): IngestStatus;
  /** Stores what waits, then refuses everything. */
  close(): Promise<void>;
}

/** Events taken back in one commit. */
const retractedAtOnce = 2000;
const allLedgers = ledgers.map(({ name }) => name);

export function createIngest(deps: IngestDeps): Ingest {
  const { warehouse, platform, clock, log, publish = () => {} } = deps;
  const limits: IngestLimits = { ...defaultLimits, ...deps.limits };
  const registry = createSchemaRegistry(platform.schemas);
  const contexts = createTenantContexts(platform, registry);
  const stopListening = platform.changes.onChange(({ tenantId }) => contexts.forget(tenantId));
  const stopChecking = platform.tenants.beforeUpdate(keepCurrency);
  const writer = createWriter({ warehouse, people: platform.people, log, publish });

  /** Amounts are in the tenant's currency and bear no mark of it, so with them it stays what it is. */
  async function keepCurrency(before: Tenant, after: Tenant): Promise<void> {
    if (before.currency === after.currency) return;
    if (await warehouse.holdsAmounts(before.id)) throw currencyInUse(before);
  }

  async function submit(tenant: TenantId, batch: IncomingBatch, door: Door): Promise<IngestAnswer> {
    if (writer.queuedEvents + batch.events.length > limits.maxQueuedEvents) throw busy();
    const context = await contexts.get(tenant);
    const receivedAtMs = clock.now();
    const events = await prepareBatch(context, batch, { registry, limits, receivedAtMs });
    return writer.write({ tenant, events, door, receivedAtMs });
  }

  async function check(tenant: TenantId, batch: IncomingBatch) {
    const context = await contexts.get(tenant);
    const events = await prepareBatch(context, batch, {
      registry,
      limits,
      receivedAtMs: clock.now(),
    });
    return events.map((event) => (event.kind === 'refused' ? event.refusal : undefined));
  }

  /** @returns how many events it took back; 0 when none is left */
  async function retractLot(tenant: TenantId, source: string): Promise<number> {
    const context = await contexts.get(tenant);
    const sentBy = (sender: string) =>
      warehouse.fetchEvents(tenant, { kind: 'source', source: sender, limit: retractedAtOnce });
    let stored = await sentBy(context.hide(source));
    // releases before kept every source as it was sent
    if (stored.length === 0) stored = await sentBy(source);
    if (stored.length === 0) return 0;
    const { people } = platform;
    const { rows } = await buildRetraction(context, stored, clock.now(), { warehouse, people });
    await warehouse.commit({ rows, tenants: [tenant] });
    publish({
      tenantId: tenant,
      ledgers: allLedgers,
      version: warehouse.version(tenant),
      events: 0,
    });
    return stored.length;
  }

  return {
    limits,
    submit,
    check,
    async retract(tenant, source, progress = () => {}) {
      let total = 0;
      for (;;) {
        const events = await writer.alone(() => retractLot(tenant, source));
        if (events === 0) return total;
        total += events;
        await progress(events);
      }
    },
    deadLetters: createDeadLetters({ warehouse, people: platform.people, clock, publish, submit }),
    schemas: {
      list: (tenant) => registry.list(tenant),
      async extend(tenant, type, schema) {
        const extended = await registry.extend(tenant, type, schema);
        contexts.forget(tenant);
        return extended;
      },
      async remove(tenant, type) {
        await registry.remove(tenant, type);
        contexts.forget(tenant);
      },
    },
    async customerKey(tenant, customerId) {
      return (await contexts.get(tenant)).customerKey(customerId);
    },
    status: () => ({
      queuedEvents: writer.queuedEvents,
      lastCommitMs: writer.lastCommitMs,
      ready: writer.queuedEvents < limits.maxQueuedEvents,
    }),
    async close() {
      stopListening();
      stopChecking();
      await writer.close();
    },
  };
}

function busy(): Problem {
  return new Problem({
    code: 'ingest_busy',
    kind: 'unavailable',
    message: 'More events are waiting than can be taken in',
    remedy: 'Send the request again in a moment.',
    retryAfterSeconds: 1,
  });
}

function currencyInUse({ id, currency }: Tenant): Problem {
  return new Problem({
    code: 'currency_in_use',
    kind: 'conflict',
    message: `The books of ${id} hold amounts in ${currency}, so its currency cannot change`,
    remedy: `Keep ${currency} and declare exchange rates for other currencies, or make another tenant and send its events there.`,
    at: '/currency',
  });
}
