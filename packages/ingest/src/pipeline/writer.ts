import { createHash } from 'node:crypto';
import { type Logger, Problem, type TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import type { LedgerName } from '@olympus/semantic';
import type { Warehouse } from '@olympus/warehouse';
import { deadLettered, type EventResult, type IngestAnswer, summarise } from './answer.js';
import { type BloomFilter, createBloomFilter } from './bloom-filter.js';
import {
  addEvents,
  createRowCollector,
  deadLetterRow,
  type RowCollector,
} from './commit-builder.js';
import { groupBy } from './group-by.js';
import type { AcceptedEvent, PreparedEvent, RefusedEvent } from './prepare.js';

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
  /** Writes what waits, then refuses everything. */
  close(): Promise<void>;
}

interface Waiting extends Submission {
  readonly resolve: (answer: IngestAnswer) => void;
  readonly reject: (fault: unknown) => void;
}

/** Events of one commit; bounds how long the event loop and readers are held up. */
const maxLotEvents = 4096;

/**
 * The one writer. It commits everything that waits as one transaction, then takes the next lot:
 * under load commits are large, at rest an event waits for nobody.
 */
export function createWriter({ warehouse, people, log, publish }: WriterDeps): Writer {
  const queue: Waiting[] = [];
  let queuedEvents = 0;
  let lastCommitMs: number | undefined;
  let closed = false;
  let running: Promise<void> | undefined;

  const knownEvents = createFilter(warehouse, 'events', log);
  const knownDocuments = createFilter(warehouse, 'sales', log);

  function takeLot(): Waiting[] {
    const lot: Waiting[] = [];
    let events = 0;
    while (queue.length > 0 && events < maxLotEvents) {
      const next = queue.shift();
      if (next === undefined) break;
      lot.push(next);
      events += next.events.length;
    }
    queuedEvents -= events;
    return lot;
  }

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const lot = takeLot();
      try {
        const answers = await commitLot(lot);
        lot.forEach((waiting, index) => {
          waiting.resolve(summarise(answers[index] ?? []));
        });
      } catch (fault) {
        for (const waiting of lot) waiting.reject(fault);
      }
    }
    running = undefined;
  }

  async function commitLot(lot: readonly Waiting[]): Promise<EventResult[][]> {
    const collector = createRowCollector();
    const fresh: AcceptedEvent[] = [];
    const answers: EventResult[][] = lot.map((waiting) => new Array(waiting.events.length));
    const changes: Omit<LedgerChange, 'version'>[] = [];
    const entries = lot.map((waiting, index) => ({ waiting, answer: answers[index] ?? [] }));
    for (const [tenant, group] of groupBy(entries, ({ waiting }) => waiting.tenant)) {
      const before = ledgerSizes(collector);
      const accepted = await sortOut(tenant, group, collector);
      if (accepted.length > 0) {
        await addEvents(tenant, accepted, collector, { warehouse, people, knownDocuments });
      }
      for (const item of accepted) fresh.push(item);
      changes.push({
        tenantId: tenant,
        ledgers: [...collector.rows.keys()].filter(
          (name) => (collector.rows.get(name)?.length ?? 0) > (before.get(name) ?? 0),
        ),
        events: accepted.length,
      });
    }
    const changed = changes.filter((change) => change.ledgers.length > 0);
    if (changed.length > 0) {
      const startedMs = performance.now();
      await warehouse.commit({
        rows: collector.rows,
        tenants: changed.map((change) => change.tenantId),
      });
      lastCommitMs = performance.now() - startedMs;
    }
    for (const item of fresh) {
      knownEvents.add(item.idHash);
      const document = item.projection.document;
      if (document !== undefined) knownDocuments.add(document.documentHash);
    }
    for (const change of changed) {
      publish({ ...change, version: warehouse.version(change.tenantId) });
    }
    return answers;
  }

  /** Settles repeats and refusals of one tenant; what remains is new. */
  async function sortOut(
    tenant: TenantId,
    group: readonly { waiting: Waiting; answer: EventResult[] }[],
    collector: RowCollector,
  ): Promise<AcceptedEvent[]> {
    const candidates = group.flatMap(({ waiting }) =>
      waiting.events.flatMap((item) =>
        item.kind === 'accepted' && knownEvents.mayContain(item.idHash) ? [item] : [],
      ),
    );
    const stored = await warehouse.findEvents(
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
    // what is replayed lies among the dead letters already
    if (door === 'replay') return deadLettered(item.id, item.refusal, deadLetterId);
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
    get queuedEvents() {
      return queuedEvents;
    },
    get lastCommitMs() {
      return lastCommitMs;
    },
    async close() {
      closed = true;
      await running;
    },
  };
}

/** The same bytes sent again are the same letter. */
export function deadLetterIdOf(tenant: TenantId, raw: string): string {
  const digest = createHash('sha256').update(`${tenant}\n${raw}`).digest('base64url');
  return `dl_${digest.slice(0, 22)}`;
}

/** A filter made from what is stored. Until it is complete everything may be known. */
function createFilter(
  warehouse: Warehouse,
  ledger: 'events' | 'sales',
  log: Logger,
): Pick<BloomFilter, 'add' | 'mayContain'> {
  const filter = createBloomFilter();
  let complete = false;
  warehouse
    .scanHashes(ledger, (hashes) => {
      for (const hash of hashes) filter.add(hash);
    })
    .then(
      () => {
        complete = true;
        log.debug({ ledger, count: filter.count }, 'repeats can be ruled out from memory');
      },
      (error: unknown) => {
        log.warn({ ledger, err: error }, 'repeats will be looked up; the filter was not built');
      },
    );
  return {
    add: (hash) => filter.add(hash),
    mayContain: (hash) => !complete || filter.mayContain(hash),
  };
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
