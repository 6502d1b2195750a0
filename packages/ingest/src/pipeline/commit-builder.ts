import { randomUUID } from 'node:crypto';
import type { CustomerKey, TenantId } from '@olympus/core';
import { open, type Platform, seal } from '@olympus/platform';
import type { LedgerName } from '@olympus/semantic';
import type { LedgerRow, Warehouse } from '@olympus/warehouse';
import { mergeDimensions, type PersonPatch, type Sealing } from '../projections/dimensions.js';
import { toRow } from '../projections/row.js';
import { bookDocuments } from '../projections/sales/book.js';
import type { BloomFilter } from './bloom-filter.js';
import type { AcceptedEvent, RefusedEvent } from './prepare.js';

export interface CommitBuilderDeps {
  readonly warehouse: Pick<Warehouse, 'fetchDocuments' | 'fetchDimension'>;
  readonly people: Platform['people'];
  readonly knownDocuments: Pick<BloomFilter, 'mayContain'>;
}

/** Rows by ledger, growing. */
export interface RowCollector {
  add(ledger: LedgerName, ...rows: readonly LedgerRow[]): void;
  readonly rows: ReadonlyMap<LedgerName, readonly LedgerRow[]>;
}

export function createRowCollector(): RowCollector {
  const rows = new Map<LedgerName, LedgerRow[]>();
  return {
    rows,
    add(ledger, ...more) {
      const known = rows.get(ledger);
      if (known === undefined) rows.set(ledger, [...more]);
      else for (const row of more) known.push(row);
    },
  };
}

/** Adds the rows of one tenant's new events to a commit. */
export async function addEvents(
  tenant: TenantId,
  accepted: readonly AcceptedEvent[],
  collector: RowCollector,
  deps: CommitBuilderDeps,
): Promise<void> {
  const sealing = await createSealing(tenant, accepted, deps.people);
  for (const item of accepted) {
    const { event, projection } = item;
    const sealed =
      item.personal === undefined ? null : sealing.seal(event.customerKey ?? '', item.personal);
    collector.add('events', eventRow(tenant, item, sealed));
    if (projection.row !== undefined) {
      collector.add(
        projection.row.ledger,
        toRow(projection.row.ledger, {
          tenant_id: tenant,
          event_id: event.id,
          occurred_at: event.occurredAtMs,
          received_at: event.receivedAtMs,
          sealed,
          ...projection.row.columns,
        }),
      );
    }
  }
  const documents = accepted.flatMap((item) => item.projection.document ?? []);
  if (documents.length > 0) {
    const known = deps.knownDocuments;
    for (const row of await bookDocuments(tenant, documents, {
      warehouse: deps.warehouse,
      known,
    })) {
      collector.add('sales', row);
    }
  }
  const patches = accepted.flatMap(toPatch);
  if (patches.length > 0) {
    const merged = await mergeDimensions(tenant, patches, deps.warehouse, sealing);
    for (const [ledger, rows] of merged) collector.add(ledger, ...rows);
  }
}

function eventRow(tenant: TenantId, item: AcceptedEvent, sealed: string | null): LedgerRow {
  const { event } = item;
  const sessionId = event.data.session_id;
  const data = sealed === null ? item.storedData : { ...item.storedData, _sealed: sealed };
  return toRow('events', {
    tenant_id: tenant,
    event_id: event.id,
    occurred_at: event.occurredAtMs,
    received_at: event.receivedAtMs,
    id_hash: item.idHash,
    type: event.type,
    source: item.source,
    subject: event.customerKey,
    session_id: typeof sessionId === 'string' ? sessionId : null,
    schema_version: item.schemaVersion,
    data: JSON.stringify(data),
  });
}

function toPatch({ projection, personal }: AcceptedEvent): PersonPatch[] {
  const { patch } = projection;
  if (patch === undefined) return [];
  return [patch.ledger === 'customers' && personal !== undefined ? { ...patch, personal } : patch];
}

/**
 * Keys of everyone whose personal fields are in the lot, fetched in one round trip. A person who
 * was erased has no key: what is personal about them is left out.
 */
async function createSealing(
  tenant: TenantId,
  accepted: readonly AcceptedEvent[],
  people: Platform['people'],
): Promise<Sealing> {
  const personal = accepted.filter((item) => item.personal !== undefined);
  const named = new Set<CustomerKey>(personal.flatMap(({ event }) => event.customerKey ?? []));
  const hasNameless = personal.some(({ event }) => event.customerKey === null);
  return sealingFor(tenant, [...named], { people, hasNameless });
}

/** @param hasNameless  whether fields of nobody in particular are to be sealed too */
export async function sealingFor(
  tenant: TenantId,
  named: readonly CustomerKey[],
  { people, hasNameless }: { readonly people: Platform['people']; readonly hasNameless: boolean },
): Promise<Sealing> {
  const keys = await fetchKeys(tenant, named, people);
  const tenantKey = hasNameless ? await people.tenantKey(tenant) : undefined;
  const keyOf = (customerKey: string): Uint8Array | undefined =>
    customerKey === '' ? tenantKey : keys.get(customerKey);
  return {
    seal(customerKey, fields) {
      const key = keyOf(customerKey);
      return key === undefined ? null : seal(key, JSON.stringify(fields));
    },
    open(customerKey, sealed) {
      const key = keyOf(customerKey);
      const text = key === undefined ? undefined : open(key, sealed);
      return text === undefined ? {} : (JSON.parse(text) as Record<string, unknown>);
    },
  };
}

/** People whose keys are asked for at once. */
const keysAtOnce = 5000;

async function fetchKeys(
  tenant: TenantId,
  customerKeys: readonly CustomerKey[],
  people: Platform['people'],
): Promise<Map<string, Uint8Array>> {
  const keys = new Map<string, Uint8Array>();
  for (let start = 0; start < customerKeys.length; start += keysAtOnce) {
    const part = await people.keysFor(tenant, customerKeys.slice(start, start + keysAtOnce));
    for (const [customerKey, key] of part) keys.set(customerKey, key);
  }
  return keys;
}

export interface DeadLetterRow {
  readonly deadLetterId: string;
  readonly status: 'open' | 'replayed' | 'discarded';
  readonly type: string | undefined;
  readonly source: string;
  readonly refusal: RefusedEvent['refusal'];
  readonly raw: string;
  readonly atMs: number;
}

/** A row of the dead letters; the latest about a letter counts. */
export function deadLetterRow(
  tenant: TenantId,
  tenantKey: Uint8Array,
  letter: DeadLetterRow,
): LedgerRow {
  return toRow('dead_letters', {
    tenant_id: tenant,
    event_id: randomUUID(),
    occurred_at: letter.atMs,
    received_at: letter.atMs,
    dead_letter_id: letter.deadLetterId,
    status: letter.status,
    type: letter.type,
    source: letter.source,
    code: letter.refusal.code,
    step: letter.refusal.step,
    reason: letter.refusal.reason,
    path: letter.refusal.path,
    raw: seal(tenantKey, letter.raw),
  });
}
