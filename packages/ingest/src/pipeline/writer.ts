import { type Logger, Problem } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import type { Warehouse } from '@olympus/warehouse';
import { type IngestAnswer, summarise } from './answer.js';
import { type BuiltLot, createLotBuilder, type LotChange } from './lot.js';
import type { Submission } from './sort-out.js';

/** Which ledgers of a tenant a commit changed. */
export interface LedgerChange extends LotChange {
  readonly version: number;
}

interface WriterDeps {
  readonly warehouse: Warehouse;
  readonly people: Platform['people'];
  readonly log: Logger;
  readonly publish: (change: LedgerChange) => void;
}

interface Writer {
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

  const builder = createLotBuilder({ warehouse, people, log });

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
        const built = await builder.build(lot, allOnDisk());
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

  /** Never rejects: the submitters are told. */
  async function commitLot(lot: readonly Waiting[], built: BuiltLot): Promise<void> {
    const { rows, answers, changes } = built;
    try {
      if (changes.length > 0) {
        const startedMs = performance.now();
        const tenants = changes.map((change) => change.tenantId);
        await warehouse.commit({ rows, tenants });
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

function closing(): Problem {
  return new Problem({
    code: 'shutting_down',
    kind: 'unavailable',
    message: 'The server is shutting down',
    remedy: 'Send the request again in a moment.',
    retryAfterSeconds: 5,
  });
}
