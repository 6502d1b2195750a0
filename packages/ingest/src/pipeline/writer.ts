import { createHash } from 'node:crypto';
import { type Logger, Problem, type TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import type { LedgerName } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';
import { deadLettered, type EventResult, type IngestAnswer, summarise } from './answer.js';
import {
  addEvents,
  createRowCollector,
  deadLetterRow,
  type RowCollector,
} from './commit-builder.js';
import { groupBy } from './group-by.js';
import type { AcceptedEvent, PreparedEvent, RefusedEvent } from './prepare.js';
import { createRepeatFilter } from './repeat-filter.js';
import { afterCommit, type SettledLookups } from './settled-lookups.js';

/** Which ledgers of a tenant a commit changed. */
export interface LedgerChange {
  readonly tenantId: TenantId;
  readonly ledgers: readonly LedgerName[];
  readonly version: number;
  readonly events: number;
}

export interface Submission {
  readonly tenant: TenantId;
  readonly events: readonly PreparedEvent[];
  readonly door: string;
  readonly receivedAtMs: number;
}

export interface WriterDeps {
  readonly warehouse: Warehouse;
  readonly people: Platform['people'];
  readonly log: Logger;
  readonly publish: (change: LedgerChange) => void;
}

export interface Writer {
  /** Resolves when everything of the submission is on disk. Rejects when nothing of it is. */
  write(submission: Submission): Promise<IngestAnswer>;
  readonly queuedEvents: number;
  readonly lastCommitMs: number | undefined;
  /** Does work with the warehouse to itself: everything before it is on disk, nothing is written meanwhile. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Writes what waits, then refuses everything. */
  close(): Promise<void>;
}

/** Work that nothing else may run beside. Never rejects. */
type Work = () => Promise<void>;

interface Waiting extends Submission {
  readonly resolve: (answer: IngestAnswer) => void;
  readonly reject: (fault: unknown) => void;
}

/** Events of one commit; bounds how long the event loop is held up. */
const maxLotEvents = 2048;
/** With fewer events waiting and this many commits under way, a lot waits to become larger. */
const smallLotEvents = 512;
const smallCommitsAtOnce = 2;

/**
 * The one writer. It commits everything that waits at once, then takes the next lot: under load
 * commits are large, at rest an event waits for nobody.
 */
export function createWriter({ warehouse, people, log, publish }: WriterDeps): Writer {
  const queue: (Waiting | Work)[] = [];
  let queuedEvents = 0;
  let lastCommitMs: number | undefined;
  /** Commits that are not on disk yet; none of them rejects. */
  const underWay = new Set<Promise<void>>();
  let closed = false;
  let running: Promise<void> | undefined;

  const knownEvents = createRepeatFilter(warehouse, 'events', log);
  const knownDocuments = createRepeatFilter(warehouse, 'sales', log);

  function takeLot(): Waiting[] {
    const lot: Waiting[] = [];
    let events = 0;
    while (events < maxLotEvents) {
      const next = queue[0];
      if (next === undefined || typeof next === 'function') break;
      queue.shift();
      lot.push(next);
      events += next.events.length;
    }
    queuedEvents -= events;
    return lot;
  }

  /**
   * Builds one lot after another, many while those before are being flushed. A lot that has to look
   * something up waits for all commits before it, so that it sees what was written.
   */
  async function run(): Promise<void> {
    while (queue.length > 0) {
      while (queuedEvents < smallLotEvents && underWay.size >= smallCommitsAtOnce) {
        await Promise.race(underWay);
      }
      const work = queue[0];
      if (typeof work === 'function') {
        queue.shift();
        await allOnDisk();
        await work();
        continue;
      }
      const lot = takeLot();
      try {
        const built = await buildLot(lot, allOnDisk());
        const commit = commitLot(lot, built).finally(() => underWay.delete(commit));
        underWay.add(commit);
      } catch (fault) {
        for (const waiting of lot) waiting.reject(fault);
      }
      // what the event loop has meanwhile is taken in first
      await new Promise((resolve) => setImmediate(resolve));
    }
    running = undefined;
  }

  /** Resolves when the commits so far are settled, whatever became of them. */
  const allOnDisk = async (): Promise<void> => {
    await Promise.all(underWay);
  };

  interface BuiltLot {
    readonly collector: RowCollector;
    readonly answers: readonly EventResult[][];
    readonly changes: readonly Omit<LedgerChange, 'version'>[];
  }

  async function buildLot(lot: readonly Waiting[], previous: Promise<void>): Promise<BuiltLot> {
    const collector = createRowCollector();
    const answers: EventResult[][] = lot.map((waiting) => new Array(waiting.events.length));
    const changes: Omit<LedgerChange, 'version'>[] = [];
    const entries = lot.map((waiting, index) => ({ waiting, answer: answers[index] ?? [] }));
    const settled = afterCommit(warehouse, previous);
    for (const [tenant, group] of groupBy(entries, ({ waiting }) => waiting.tenant)) {
      const before = ledgerSizes(collector);
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
      const ledgers = [...collector.rows.keys()].filter(
        (name) => (collector.rows.get(name)?.length ?? 0) > (before.get(name) ?? 0),
      );
      if (ledgers.length > 0) changes.push({ tenantId: tenant, ledgers, events: accepted.length });
    }
    return { collector, answers, changes };
  }

  /** Never rejects: the submitters are told. */
  async function commitLot(lot: readonly Waiting[], built: BuiltLot): Promise<void> {
    const { collector, answers, changes } = built;
    try {
      if (changes.length > 0) {
        const startedMs = performance.now();
        const tenants = changes.map((change) => change.tenantId);
        await warehouse.commit({ rows: collector.rows, tenants });
        lastCommitMs = performance.now() - startedMs;
      }
    } catch (fault) {
      for (const waiting of lot) waiting.reject(fault);
      return;
    }
    lot.forEach((waiting, index) => {
      waiting.resolve(summarise(answers[index] ?? []));
    });
    for (const change of changes) {
      publish({ ...change, version: warehouse.version(change.tenantId) });
    }
  }

  /** Settles repeats and refusals of one tenant; what remains is new. */
  async function sortOut(
    tenant: TenantId,
    group: readonly { waiting: Waiting; answer: EventResult[] }[],
    collector: RowCollector,
    settled: SettledLookups,
  ): Promise<AcceptedEvent[]> {
    const candidates = group.flatMap(({ waiting }) =>
      waiting.events.flatMap((item) =>
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
    for (const { waiting, answer } of group) {
      for (const [index, item] of waiting.events.entries()) {
        if (item.kind === 'refused') {
          answer[index] = await addDeadLetter(tenant, item, waiting, collector);
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

  return {
    write(submission) {
      if (closed) return Promise.reject(closing());
      return new Promise((resolve, reject) => {
        queue.push({ ...submission, resolve, reject });
        queuedEvents += submission.events.length;
        running ??= Promise.resolve().then(run);
      });
    },
    alone<Result>(work: () => Promise<Result>): Promise<Result> {
      if (closed) return Promise.reject(closing());
      return new Promise<Result>((resolve, reject) => {
        queue.push(() => work().then(resolve, reject));
        running ??= Promise.resolve().then(run);
      });
    },
    get queuedEvents() {
      return queuedEvents;
    },
    get lastCommitMs() {
      return lastCommitMs;
    },
    async close() {
      closed = true;
      await running;
      await allOnDisk();
    },
  };
}

/** The same bytes sent again are the same letter. */
function deadLetterIdOf(tenant: TenantId, raw: string): string {
  const digest = createHash('sha256').update(`${tenant}\n${raw}`).digest('base64url');
  return `dl_${digest.slice(0, 22)}`;
}

function ledgerSizes(collector: RowCollector): Map<LedgerName, number> {
  return new Map([...collector.rows].map(([name, rows]) => [name, rows.length]));
}

function closing(): Problem {
  return new Problem({
    code: 'shutting_down',
    kind: 'unavailable',
    message: 'The server is shutting down',
    remedy: 'Send the request again in a moment.',
    retryAfterSeconds: 5,
  });
}
