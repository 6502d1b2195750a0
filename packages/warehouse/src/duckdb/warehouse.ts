import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Logger, Problem, type TenantId } from '@olympus/core';
import type { CommitBatch, Warehouse } from '../warehouse.js';
import { createBacklog } from './backlog.js';
import { createEngine, type Engine } from './engine/engine.js';
import { openEngineThread } from './engine/engine-thread.js';
import { removeRests } from './engine/rewrite-file.js';
import type { SessionOptions } from './engine/session.js';
import { toWriteProblem } from './faults.js';
import { type JournalDamage, listDamage, removeDamaged } from './journal/damage.js';
import { clearJournal, type Journal, openJournal } from './journal/journal.js';
import { packBatch } from './packed/pack.js';
import { createReads } from './reads.js';
import { createRecentHashes } from './recent-hashes.js';
import { createRecentRecords } from './recent-records.js';
import { recover } from './recover.js';
import { createRollups } from './rollups.js';

export interface DuckDbOptions extends SessionOptions {
  readonly log: Logger;
}

export interface DuckDbWarehouse extends Warehouse {
  /** Copies the database to a file as of now; loading waits, commits and queries do not. */
  backup(file: string): Promise<void>;
  /** Bytes of acknowledged commits that queries would have to wait for. */
  readonly backlogBytes: number;
  /** What was found to be damaged in the database, and files of the journal that were put aside. */
  damage(): Promise<{
    readonly database: string | null;
    readonly journal: readonly JournalDamage[];
  }>;
  /** The installation that the database belongs to, null for none yet, and whether it held anything when it was opened. */
  owner(): Promise<{ readonly installation: string | null; readonly wasEmpty: boolean }>;
  /** Ties a database without an owner to an installation, once and for all. */
  claim(installation: string): Promise<void>;
}

const openPaths = new Set<string>();

/**
 * Opens the embedded warehouse: a journal that makes commits durable and DuckDB behind it.
 * DuckDB silently loses tables when one process opens a file twice, so a second opening is refused.
 * @throws Problem `warehouse_open_already`; DuckDB's own error when the file is no database
 */
export async function openDuckDbWarehouse(options: DuckDbOptions): Promise<DuckDbWarehouse> {
  const { path, log } = options;
  // for tests: nothing outlives the process, so there is nothing to keep in a journal
  if (path === ':memory:') return createWarehouse(await createEngine(options, log), options);
  if (openPaths.has(path)) {
    throw new Problem({
      code: 'warehouse_open_already',
      kind: 'conflict',
      message: `${path} is open in this process already`,
      at: path,
    });
  }
  openPaths.add(path);
  try {
    const { log: _log, ...session } = options;
    await removeRests(path);
    const engine = await openEngineThread(session, log);
    const folder = journalFolder(path);
    try {
      await recover(engine, folder, log);
      const journal = await openJournal(folder, log);
      return await createWarehouse(engine, options, journal);
    } catch (error) {
      await engine.close();
      throw error;
    }
  } catch (error) {
    openPaths.delete(path);
    throw error;
  }
}

/** Where the journal of a database file lies; the two belong together. */
export const journalFolder = (path: string): string => `${path}.journal`;

async function createWarehouse(
  engine: Engine,
  { path, log }: DuckDbOptions,
  journal?: Journal,
): Promise<DuckDbWarehouse> {
  const firstVersion = await engine.lastCommit();
  let lastCommitId = firstVersion;
  const versions = new Map<TenantId, number>();
  const retracted = new Map<TenantId, number>();
  const records = createRecentRecords();
  const hashes = createRecentHashes();
  const backlog = createBacklog({
    engine,
    log,
    firstCommit: firstVersion,
    onLoaded(throughCommit) {
      records.release(throughCommit);
      hashes.release(throughCommit);
      void journal?.release(throughCommit);
    },
  });

  /** Answers that were made before an erasure are of an older version. */
  const changed = (tenant: TenantId) => {
    lastCommitId += 1;
    versions.set(tenant, lastCommitId);
  };

  async function commit(batch: CommitBatch): Promise<void> {
    try {
      await backlog.room();
      lastCommitId += 1;
      const commitId = lastCommitId;
      const packed = packBatch(batch, commitId);
      await journal?.append(commitId, packed);
      records.add(batch.rows, commitId);
      hashes.add(batch.rows, commitId);
      backlog.add({ commitId, payload: packed.buffer }, batch.tenants);
      const takesBack = (batch.rows.retractions?.length ?? 0) > 0;
      // who asks next must find neither the rows nor a rollup that still counts them
      if (journal === undefined || takesBack) await backlog.shown();
      if (takesBack) for (const tenant of batch.tenants) retracted.set(tenant, commitId);
      for (const tenant of batch.tenants) versions.set(tenant, commitId);
    } catch (error) {
      log.error({ err: error }, 'a commit failed');
      throw toWriteProblem(error);
    }
  }

  return {
    dialect: 'duckdb',
    commit,

    ...createReads({ engine, backlog, records, hashes }),
    ...createRollups(engine),

    async erasePerson(tenant, erasure) {
      await backlog.shown(tenant);
      const counts = await engine.erasePerson(tenant, erasure);
      changed(tenant);
      return counts;
    },
    async eraseDeadLetters(tenant, ids) {
      await backlog.shown(tenant);
      const count = await engine.eraseDeadLetters(tenant, ids);
      changed(tenant);
      return count;
    },
    async scrub() {
      await journal?.turn();
      // a commit that is on disk may be on its way into the backlog still
      for (let left = 1; left > 0; ) {
        await backlog.shown();
        left = (await journal?.release(await engine.lastCommit())) ?? 0;
        if (left > 0) await nextTurn();
      }
      await engine.rewrite();
      if (journal !== undefined) await removeDamaged(journalFolder(path));
    },
    retracted: (tenant) => retracted.get(tenant) ?? 0,
    version: (tenant) => versions.get(tenant) ?? firstVersion,

    async ping() {
      if (backlog.fault !== undefined) throw backlog.fault;
      await engine.ping();
    },

    get backlogBytes() {
      return backlog.bytes;
    },

    async damage() {
      const [database, files] = await Promise.all([
        engine.damage(),
        journal === undefined ? [] : listDamage(journalFolder(path)),
      ]);
      return { database, journal: files };
    },
    owner: async () => ({ installation: await engine.owner(), wasEmpty: firstVersion === 0 }),
    claim: (installation) => engine.claim(installation),

    async backup(file) {
      await backlog.shown();
      await engine.backup(file);
    },

    async close() {
      await backlog.close();
      await journal?.close();
      await engine.close();
      if (journal !== undefined && backlog.fault === undefined) {
        await clearJournal(journalFolder(path));
      }
      openPaths.delete(path);
    },
  };
}
