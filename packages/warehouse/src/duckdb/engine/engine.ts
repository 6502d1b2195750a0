import { copyFile } from 'node:fs/promises';
import type { CustomerKey, Logger, Problem, TenantId } from '@olympus/core';
import type { FactLedgerName, RollupState } from '@olympus/semantic';
import type { Statement } from '@olympus/sql';
import type { PersonErasure, PersonRows, ResultTable } from '../../warehouse.js';
import { isDamage, toDamageProblem, toOpenProblem } from '../faults.js';
import { createTurns } from '../in-turn.js';
import type { Layout } from '../packed/layout.js';
import { createGate } from './gate.js';
import { claim, readOwner } from './installation.js';
import { createLoader, type PackedCommit } from './loader.js';
import type { Lookups } from './lookups.js';
import { eraseDeadLetters, erasePerson, fetchPerson } from './people.js';
import { readTable } from './read-table.js';
import { rewriteFile } from './rewrite-file.js';
import type { RollupWindow } from './rollups.js';
import { endSession, type Session, type SessionOptions, startSession } from './session.js';

/**
 * The database, and all that is asked of it. Arguments and answers are plain data, so that it can
 * live in a thread of its own (`engine-thread.ts`): whatever DuckDB computes synchronously then
 * holds up nobody else.
 */
export interface Engine extends Lookups {
  /** The last commit that is in the tables. */
  lastCommit(): Promise<number>;
  /** The installation that the database is tied to; null for none. */
  owner(): Promise<string | null>;
  claim(installation: string): Promise<void>;
  /**
   * Takes commits over and writes them, with those that failed before, in one transaction.
   * Resolves with the last commit in the tables; when it rejects, the next call tries them again.
   */
  load(commits: readonly PackedCommit[], layout?: Layout): Promise<number>;
  query(
    statement: Statement,
    options: { readonly deadlineMs: number | undefined; readonly signal: AbortSignal | undefined },
  ): Promise<ResultTable>;
  fetchRollup(tenant: TenantId, rollup: string): Promise<RollupState | undefined>;
  /** The last commit in the tables that added lines of this tenant or took some back; 0 for none. */
  lastChange(tenant: TenantId, ledger: FactLedgerName): Promise<number>;
  addToRollup(tenant: TenantId, window: RollupWindow): Promise<void>;
  fetchPerson(tenant: TenantId, key: CustomerKey, limit: number): Promise<PersonRows[]>;
  erasePerson(tenant: TenantId, erasure: PersonErasure): Promise<Record<string, number>>;
  eraseDeadLetters(tenant: TenantId, ids: readonly string[]): Promise<number>;
  /** Writes the file afresh from its rows; everything else waits. */
  rewrite(): Promise<void>;
  ping(): Promise<void>;
  /** What was found to be damaged in the file since it was opened; null for nothing. */
  damage(): Promise<string | null>;
  /** Copies the database to a file as of now; loading waits, queries do not. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database in this thread. */
export async function createEngine(options: SessionOptions, log: Logger): Promise<Engine> {
  let session: Session = await startSession(options).catch((error: unknown) => {
    throw toOpenProblem(error, options.path);
  });
  let damage: Problem | undefined;
  let ended = false;
  const exclusively = createTurns();
  /** A checkpoint is refused while another transaction writes, and a refresh writes beside the loader. */
  const refreshing = createTurns();
  const gate = createGate();
  /** For what changes rows that others read: nobody else is at the database meanwhile. */
  const alone = <T>(work: () => Promise<T>) => exclusively(() => gate.alone(work));

  const loader = await createLoader({
    log,
    connection: () => session.writer,
    // after a fault its log may end in the middle of a record: opening it afresh cuts that off
    async reopen() {
      if (options.path === ':memory:') return;
      if (!ended) await endSession(session);
      ended = true;
      session = await startSession(options);
      ended = false;
      log.warn({ path: options.path }, 'the warehouse was opened afresh after a fault');
    },
  });

  function damageTold(error: unknown): never {
    if (!isDamage(error)) throw error;
    damage = toDamageProblem(error, options.path);
    log.error({ err: error, path: options.path }, 'the database file is damaged');
    throw damage;
  }

  return {
    damage: async () => damage?.message ?? null,
    lastCommit: async () => loader.lastCommit,
    owner: () => exclusively(() => readOwner(session.writer)),
    claim: (installation) => exclusively(() => claim(session.writer, installation)),
    load: (commits, layout) => {
      loader.take(commits, layout);
      return exclusively(() => loader.load());
    },

    async query({ text, parameters }, { deadlineMs, signal }) {
      const startedMs = performance.now();
      return gate.enter(() =>
        session.readers.run(
          async (connection) => {
            const table = await readTable(connection, text, parameters).catch(damageTold);
            return { ...table, elapsedMs: performance.now() - startedMs };
          },
          {
            ...(signal === undefined ? {} : { signal }),
            ...(deadlineMs === undefined ? {} : { deadlineMs }),
          },
        ),
      );
    },

    findEvents: (tenant, events) => gate.enter(() => session.lookups.findEvents(tenant, events)),
    fetchEvents: (tenant, filter) => gate.enter(() => session.lookups.fetchEvents(tenant, filter)),
    fetchDocuments: (tenant, documents) =>
      gate.enter(() => session.lookups.fetchDocuments(tenant, documents)),
    fetchDocumentsOfEvents: (tenant, eventIds) =>
      gate.enter(() => session.lookups.fetchDocumentsOfEvents(tenant, eventIds)),
    fetchRecords: (tenant, name, keys) =>
      gate.enter(() => session.lookups.fetchRecords(tenant, name, keys)),
    fetchDeadLetters: (tenant, filter) =>
      gate.enter(() => session.lookups.fetchDeadLetters(tenant, filter)),
    scanHashes: (ledger, visit) => gate.enter(() => session.lookups.scanHashes(ledger, visit)),
    fetchRollup: (tenant, rollup) => gate.enter(() => session.rollups.fetchState(tenant, rollup)),
    lastChange: (tenant, ledger) => gate.enter(() => session.rollups.lastChange(tenant, ledger)),
    addToRollup: (tenant, window) =>
      refreshing(() => gate.enter(() => session.rollups.add(tenant, window))),

    fetchPerson: (tenant, key, limit) =>
      gate.enter(() =>
        session.lookupPool.run((connection) => fetchPerson(connection, tenant, key, limit)),
      ),
    erasePerson: (tenant, erasure) => alone(() => erasePerson(session.writer, tenant, erasure)),
    eraseDeadLetters: (tenant, ids) => alone(() => eraseDeadLetters(session.writer, tenant, ids)),

    rewrite: () =>
      alone(async () => {
        if (options.path === ':memory:') return;
        await session.writer.run('CHECKPOINT');
        await endSession(session);
        ended = true;
        try {
          await rewriteFile(options);
        } finally {
          session = await startSession(options);
          ended = false;
        }
      }),

    async ping() {
      await gate.enter(() =>
        session.readers.run((connection) => connection.run('SELECT 1'), { deadlineMs: 5000 }),
      );
    },

    backup: (file) =>
      exclusively(() =>
        refreshing(async () => {
          await session.writer.run('CHECKPOINT');
          await copyFile(options.path, file);
        }),
      ),

    close: () =>
      exclusively(async () => {
        await session.writer.run('CHECKPOINT').catch((error: unknown) => {
          log.warn({ err: error }, 'the last checkpoint failed; the log is replayed at next start');
        });
        if (!ended) await endSession(session);
      }),
  };
}
