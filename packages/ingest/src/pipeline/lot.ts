import type { Logger, TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import type { LedgerName, LedgerRows } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';
import { groupBy } from '../group-by.js';
import { addEvents } from './add-events.js';
import { deadLettered, type EventResult } from './answer.js';
import { deadLetterIdOf, deadLetterRow } from './dead-letter-row.js';
import type { AcceptedEvent, PreparedEvent, RefusedEvent } from './prepare.js';
import { createRepeatFilter } from './repeat-filter.js';
import { createRowCollector, type RowCollector } from './row-collector.js';
import { afterCommit, type SettledLookups } from './settled-lookups.js';

/** Events that came through a door together. */
export interface Submission {
  readonly tenant: TenantId;
  readonly events: readonly PreparedEvent[];
  readonly door: string;
  readonly receivedAtMs: number;
}

/** Which ledgers of a tenant a lot has rows of. */
export interface LotChange {
  readonly tenantId: TenantId;
  readonly ledgers: readonly LedgerName[];
  readonly events: number;
}

/** What one commit is to hold, and what its submitters are told once it is on disk. */
export interface BuiltLot {
  readonly rows: LedgerRows;
  /** A submission's results, in its order. */
  readonly answers: readonly EventResult[][];
  readonly changes: readonly LotChange[];
}

/** Makes rows of submissions, and remembers which events and documents have been. */
interface LotBuilder {
  /** @param previous  settles when all commits before are on disk; look-ups wait for it */
  build(lot: readonly Submission[], previous: Promise<void>): Promise<BuiltLot>;
}

export function createLotBuilder({
  warehouse,
  people,
  log,
}: {
  readonly warehouse: Warehouse;
  readonly people: Platform['people'];
  readonly log: Logger;
}): LotBuilder {
  const knownEvents = createRepeatFilter(warehouse, 'events', log);
  const knownDocuments = createRepeatFilter(warehouse, 'sales', log);

  async function build(lot: readonly Submission[], previous: Promise<void>): Promise<BuiltLot> {
    const collector = createRowCollector();
    const answers: EventResult[][] = lot.map(({ events }) => new Array(events.length));
    const changes: LotChange[] = [];
    const entries = lot.map((submission, index) => ({ submission, answer: answers[index] ?? [] }));
    const settled = afterCommit(warehouse, previous);
    for (const [tenant, group] of groupBy(entries, ({ submission }) => submission.tenant)) {
      const before = collector.sizes();
      const accepted = await sortOut(tenant, group, collector, settled);
      if (accepted.length > 0) {
        await addEvents(tenant, accepted, collector, {
          warehouse: settled,
          people,
          knownDocuments,
        });
      }
      // remembered before they are stored: should the commit fail, they are only looked up in vain
      for (const { idHash, projection } of accepted) {
        knownEvents.add(idHash);
        if (projection.document !== undefined) knownDocuments.add(projection.document.documentHash);
      }
      const ledgers = [...collector.sizes()].flatMap(([name, size]) =>
        size > (before.get(name) ?? 0) ? [name] : [],
      );
      if (ledgers.length > 0) changes.push({ tenantId: tenant, ledgers, events: accepted.length });
    }
    return { rows: collector.rows, answers, changes };
  }

  /** Settles repeats and refusals of one tenant; what remains is new. */
  async function sortOut(
    tenant: TenantId,
    group: readonly { submission: Submission; answer: EventResult[] }[],
    collector: RowCollector,
    settled: SettledLookups,
  ): Promise<AcceptedEvent[]> {
    const candidates = group.flatMap(({ submission }) =>
      submission.events.flatMap((item) =>
        item.kind === 'accepted' && knownEvents.mayContain(item.idHash) ? [item] : [],
      ),
    );
    const stored = await settled.findEvents(
      tenant,
      candidates.map(({ event, idHash }) => ({
        eventId: event.id,
        idHash,
        occurredAtMs: event.occurredAtMs,
      })),
    );
    const seen = new Set<string>();
    const accepted: AcceptedEvent[] = [];
    for (const { submission, answer } of group) {
      for (const [index, item] of submission.events.entries()) {
        if (item.kind === 'refused') {
          answer[index] = await addDeadLetter(tenant, item, submission, collector);
        } else if (stored.has(item.event.id) || seen.has(item.event.id)) {
          answer[index] = { id: item.event.id, outcome: 'duplicate' };
        } else {
          seen.add(item.event.id);
          accepted.push(item);
          answer[index] = { id: item.event.id, outcome: 'stored' };
        }
      }
    }
    return accepted;
  }

  async function addDeadLetter(
    tenant: TenantId,
    item: RefusedEvent,
    { door, receivedAtMs }: Submission,
    collector: RowCollector,
  ): Promise<EventResult> {
    const deadLetterId = deadLetterIdOf(tenant, item.raw);
    // what is replayed lies among the dead letters already, and an import keeps the rows of its file
    if (door === 'replay' || door === 'import')
      return deadLettered(item.id, item.refusal, deadLetterId);
    collector.add(
      'dead_letters',
      deadLetterRow(tenant, await people.tenantKey(tenant), {
        deadLetterId,
        status: 'open',
        type: item.type,
        source: door,
        refusal: item.refusal,
        raw: item.raw,
        atMs: receivedAtMs,
      }),
    );
    return deadLettered(item.id, item.refusal, deadLetterId);
  }

  return { build };
}
