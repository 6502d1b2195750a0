import { type CustomerKey, createPace, type TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import { type LedgerRow, toRow } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';
import type { PersonPatch } from '../entities/entity-patch.js';
import { mergeRecords, type Sealing } from '../entities/merge-records.js';
import type { CheckedEvent } from '../projections/context.js';
import { completeRow, type ProjectedRow, type RowLedger } from '../projections/projected-row.js';
import { bookDocuments } from '../projections/sales/book.js';
import type { Histories } from '../projections/sales/history.js';
import type { AcceptedEvent } from './prepare.js';
import type { RowCollector } from './row-collector.js';
import { sealingFor } from './sealing.js';

interface AddEventsDeps {
  readonly warehouse: Pick<Warehouse, 'fetchRecords'>;
  readonly people: Platform['people'];
  /** Of all orders among them that are in the ledger already. */
  readonly histories: Histories;
}

/** Adds the rows of one tenant's new events to a commit. */
export async function addEvents(
  tenant: TenantId,
  accepted: readonly AcceptedEvent[],
  collector: RowCollector,
  deps: AddEventsDeps,
): Promise<void> {
  const sealing = await createSealing(tenant, accepted, deps.people);
  const pace = createPace({ shared: true });
  for (const item of accepted) {
    if (pace.due()) await pace.rest();
    const { event, projection } = item;
    const { secret, personal } = item;
    const sealed = secret === undefined ? null : sealing.seal(event.customerKey ?? '', secret);
    collector.add('events', eventRow(tenant, item, sealed));
    if (projection.row !== undefined) {
      addRow(projection.row, tenant, event, personal === undefined ? null : sealed, collector);
    }
  }
  const documents = accepted.flatMap((item) => item.projection.document ?? []);
  if (documents.length > 0) {
    for (const row of await bookDocuments(tenant, documents, deps.histories)) {
      collector.add('sales', row);
    }
  }
  const patches = accepted.flatMap(toPatch);
  if (patches.length > 0) {
    await mergeRecords(tenant, patches, deps.warehouse, sealing, collector.add);
  }
}

function addRow<L extends RowLedger>(
  row: ProjectedRow<L>,
  tenant: TenantId,
  event: CheckedEvent,
  sealed: string | null,
  collector: RowCollector,
): void {
  const columns = {
    tenant_id: tenant,
    event_id: event.id,
    occurred_at: event.occurredAtMs,
    received_at: event.receivedAtMs,
    sealed,
  };
  collector.add(row.ledger, completeRow(row, columns));
}

function eventRow(
  tenant: TenantId,
  item: AcceptedEvent,
  sealed: string | null,
): LedgerRow<'events'> {
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
  return [personal === undefined ? patch : { ...patch, personal }];
}

/**
 * Keys of everyone about whom something is to be sealed, fetched in one round trip. A person who
 * was erased has no key: what would be sealed of them is left out.
 */
async function createSealing(
  tenant: TenantId,
  accepted: readonly AcceptedEvent[],
  people: Platform['people'],
): Promise<Sealing> {
  const secret = accepted.filter((item) => item.secret !== undefined);
  const named = new Set<CustomerKey>(secret.flatMap(({ event }) => event.customerKey ?? []));
  // what is known of products is sealed for the tenant, whoever an event about them names
  const hasNameless = secret.some(
    ({ event, projection }) => event.customerKey === null || projection.patch !== undefined,
  );
  return sealingFor(tenant, [...named], { people, hasNameless });
}
