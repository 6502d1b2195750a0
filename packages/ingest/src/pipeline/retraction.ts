import type { CustomerKey } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import { fromRow, type LedgerRow, toRow } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';
import type { PersonPatch } from '../entities/entity-patch.js';
import { rebuildRecords } from '../entities/merge-records.js';
import { groupBy } from '../group-by.js';
import { isRefusal } from '../parse/envelope.js';
import { personalOf } from '../personal/sealed-data.js';
import type { CheckedEvent, Projection, ProjectionContext } from '../projections/context.js';
import { project } from '../projections/project.js';
import { withdrawVersions } from '../projections/sales/book.js';
import { toHistories } from '../projections/sales/history.js';
import { tenantHash } from './prepare.js';
import { createRowCollector, type RowCollector } from './row-collector.js';
import { sealingFor } from './sealing.js';
import { subjects } from './subjects.js';
import type { TenantContext } from './tenant-context.js';

interface RetractionDeps {
  readonly warehouse: Pick<Warehouse, 'fetchEvents' | 'fetchDocumentsOfEvents'>;
  readonly people: Platform['people'];
}

/** An event as it is stored, and what it once added. */
interface StoredEvent {
  readonly event: CheckedEvent;
  readonly source: string;
  readonly projection: Projection;
  readonly sealed: string | undefined;
}

/**
 * The rows of a commit that takes stored events back, so that the ledgers are as if these events
 * had never come: their own rows go, versions of documents that were booked on top of theirs are
 * booked anew, and records of entities are made afresh from the events that remain.
 * @param rows  of the ledger `events`
 */
export async function buildRetraction(
  context: TenantContext,
  rows: readonly LedgerRow<'events'>[],
  receivedAtMs: number,
  deps: RetractionDeps,
): Promise<RowCollector> {
  const tenant = context.tenant.id;
  const events = rows.map((row) => readStored(context, row));
  const collector = createRowCollector();
  const withdrawn = new Set(events.map(({ event }) => event.id));
  const retract = (
    eventId: string,
    occurredAtMs: number,
    scope: 'event' | 'booking',
    source = '',
  ) =>
    collector.add(
      'retractions',
      toRow('retractions', {
        tenant_id: tenant,
        event_id: eventId,
        occurred_at: occurredAtMs,
        received_at: receivedAtMs,
        id_hash: tenantHash(tenant, eventId),
        scope,
        source,
      }),
    );
  for (const { event, source } of events) retract(event.id, event.occurredAtMs, 'event', source);

  // by the ledger itself: of an erased person's events nothing else tells their documents
  const histories = await toHistories(
    await deps.warehouse.fetchDocumentsOfEvents(tenant, [...withdrawn]),
  );
  for (const history of histories.values()) {
    for (const { version, rows } of withdrawVersions(tenant, history, withdrawn)) {
      retract(version.eventId, version.atMs, 'booking');
      for (const row of rows) collector.add('sales', row);
    }
  }
  await rebuildEntities(context, events, withdrawn, collector, deps);
  return collector;
}

async function rebuildEntities(
  context: TenantContext,
  events: readonly StoredEvent[],
  withdrawn: ReadonlySet<string>,
  collector: RowCollector,
  { warehouse, people }: RetractionDeps,
): Promise<void> {
  const tenant = context.tenant.id;
  const patches = events.flatMap(({ projection: { patch } }) => patch ?? []);
  for (const [ledger, group] of groupBy(patches, (patch) => patch.ledger)) {
    const keys = [...new Set(group.map(({ key }) => key))];
    const { field, types } = subjects[ledger];
    const rows = await warehouse.fetchEvents(tenant, { kind: 'about', types, field, values: keys });
    const remaining = rows
      .map((row) => readStored(context, row))
      .filter(({ event }) => !withdrawn.has(event.id));
    const named = new Set(remaining.flatMap(({ event }) => event.customerKey ?? []));
    const sealing = await sealingFor(tenant, [...named], { people, hasNameless: true });
    const known = remaining.flatMap(({ event, projection: { patch }, sealed }): PersonPatch[] => {
      if (patch === undefined) return [];
      const opened =
        sealed === undefined ? {} : personalOf(sealing.open(event.customerKey ?? '', sealed));
      const personal = { ...onceInClear(event.data), ...opened };
      return [Object.keys(personal).length === 0 ? patch : { ...patch, personal }];
    });
    const byKey = groupBy(known, (patch) => patch.key);
    collector.add(ledger, ...rebuildRecords(tenant, ledger, keys, byKey, sealing));
  }
}

/** Personal fields that releases before stored in clear. */
function onceInClear({ attributes, consent }: CheckedEvent['data']): Record<string, unknown> {
  return {
    ...(attributes === undefined ? {} : { attributes }),
    ...(consent === undefined ? {} : { consent }),
  };
}

/** An event from its row: pseudonymous as it is stored. */
function readStored(context: TenantContext, row: LedgerRow<'events'>): StoredEvent {
  const { event_id: id, type, source, subject, data: stored, ...times } = fromRow('events', row);
  const { _sealed: sealed, ...data } = JSON.parse(stored) as Record<string, unknown>;
  const customerKey = subject as CustomerKey | null;
  const event: CheckedEvent = {
    id,
    type,
    occurredAtMs: times.occurred_at,
    receivedAtMs: times.received_at,
    place: 0,
    customerKey,
    anonymousKey: null,
    visitorKey: customerKey,
    data,
  };
  return {
    event,
    source,
    projection: projectionOf(context, event),
    sealed: typeof sealed === 'string' ? sealed : undefined,
  };
}

/** Nothing where its data was erased, or can no longer be booked because its currency's rate is gone. */
function projectionOf(context: TenantContext, event: CheckedEvent): Projection {
  if (Object.keys(event.data).length === 0) return {};
  const projection = project(event, projectionContext(context));
  return isRefusal(projection) ? {} : projection;
}

function projectionContext({ tenant }: TenantContext): ProjectionContext {
  return { tenant, documentHash: (id) => tenantHash(tenant.id, id) };
}
