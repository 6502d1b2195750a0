import type { Logger, TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import type { LedgerName, LedgerRows } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';
import { groupBy } from '../group-by.js';
import { overlongAccount, readAccounts } from './accounts.js';
import { addEvents } from './add-events.js';
import type { EventResult } from './answer.js';
import { createRepeatFilter } from './repeat-filter.js';
import { createRowCollector } from './row-collector.js';
import { afterCommit } from './settled-lookups.js';
import { type Submission, sortOut } from './sort-out.js';

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
      const sorted = await sortOut(tenant, group, {
        collector,
        lookups: settled,
        knownEvents,
        people,
      });
      const { histories, overlong } = await readAccounts(tenant, sorted.accepted, {
        warehouse: settled,
        known: knownDocuments,
      });
      for (const item of overlong) await sorted.refuse(item, overlongAccount);
      const accepted =
        overlong.size === 0
          ? sorted.accepted
          : sorted.accepted.filter((item) => !overlong.has(item));
      if (accepted.length > 0) {
        await addEvents(tenant, accepted, collector, { warehouse: settled, people, histories });
      }
      // remembered before they are stored: should the commit fail, they are only looked up in vain
      for (const { idHash, projection } of accepted) {
        knownEvents.add(idHash);
        if (projection.document !== undefined) knownDocuments.add(projection.document.accountHash);
      }
      const ledgers = [...collector.sizes()].flatMap(([name, size]) =>
        size > (before.get(name) ?? 0) ? [name] : [],
      );
      if (ledgers.length > 0) changes.push({ tenantId: tenant, ledgers, events: accepted.length });
    }
    return { rows: collector.rows, answers, changes };
  }

  return { build };
}
