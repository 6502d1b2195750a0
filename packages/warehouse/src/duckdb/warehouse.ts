import { copyFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type Logger, Problem, type TenantId } from '@olympus/core';
import type { CommitBatch, Warehouse } from '../warehouse.js';
import { bindParameters, toCell } from './cells.js';
import { type ConnectionPool, createConnectionPool } from './connection-pool.js';
import { toWriteProblem } from './faults.js';
import { createLookups, type Lookups } from './lookups.js';
import { createRollups, type Rollups } from './rollups.js';
import { migrate } from './schema.js';
import { type EncodedBatch, encodeBatch, writeBatch } from './write.js';

export interface DuckDbOptions {
  /** File of the database, made when missing; `:memory:` for none. */
  readonly path: string;
  readonly log: Logger;
  readonly threads?: number;
  /** DuckDB's own memory limit, such as `1GB`; past it queries spill to disk. */
  readonly memoryLimit?: string;
  readonly maxConcurrentQueries?: number;
}

export interface DuckDbWarehouse extends Warehouse {
  /** Copies the database to a file as of now; commits wait, queries do not. */
  backup(file: string): Promise<void>;
}

interface Session {
  readonly instance: DuckDBInstance;
  readonly writer: DuckDBConnection;
  readonly readers: ConnectionPool;
  readonly lookupPool: ConnectionPool;
  readonly lookups: Lookups;
  readonly rollups: Rollups;
}

const openPaths = new Set<string>();

/**
 * Opens the embedded warehouse. DuckDB silently loses tables when one process opens a file twice,
 * so a second opening is refused.
 * @throws Problem `warehouse_open_already`; DuckDB's own error when the file is no database
 */
export async function openDuckDbWarehouse(options: DuckDbOptions): Promise<DuckDbWarehouse> {
  const { path } = options;
  if (path === ':memory:') return createWarehouse(options);
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
    return await createWarehouse(options);
  } catch (error) {
    openPaths.delete(path);
    throw error;
  }
}

async function startSession(options: DuckDbOptions): Promise<Session> {
  const instance = await DuckDBInstance.create(options.path, {
    threads: String(options.threads ?? availableParallelism()),
    memory_limit: options.memoryLimit ?? '1GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    checkpoint_threshold: '256MB',
  });
  const writer = await instance.connect();
  await migrate(writer);
  await writer.run('SET enable_external_access=false');
  await writer.run('SET lock_configuration=true');
  const size = options.maxConcurrentQueries ?? 4;
  const lookupPool = createConnectionPool(instance, { size: 2, maxWaiting: 1000 });
  return {
    instance,
    writer,
    readers: createConnectionPool(instance, { size, maxWaiting: 1000 }),
    lookupPool,
    lookups: createLookups(lookupPool),
    rollups: await createRollups(await instance.connect()),
  };
}

async function endSession(session: Session): Promise<void> {
  const { instance, writer, readers, lookupPool, rollups } = session;
  await rollups.close();
  readers.close();
  lookupPool.close();
  writer.closeSync();
  instance.closeSync();
}

async function fetchLastCommitId({ writer }: Session): Promise<number> {
  const reader = await writer.runAndReadAll(
    `SELECT max(commit_id) FROM (SELECT max(commit_id) AS commit_id FROM events
     UNION ALL SELECT max(commit_id) FROM sales UNION ALL SELECT max(commit_id) FROM dead_letters)`,
  );
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

async function createWarehouse(options: DuckDbOptions): Promise<DuckDbWarehouse> {
  const { log, path } = options;
  let session = await startSession(options);
  const firstVersion = await fetchLastCommitId(session);
  let lastCommitId = firstVersion;
  const versions = new Map<TenantId, number>();
  let lastWrite: Promise<unknown> = Promise.resolve();
  let mustReopen = false;

  /** Runs writes one after another, whatever became of the one before. */
  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = lastWrite.then(work, work);
    lastWrite = result.catch(() => {});
    return result;
  }

  async function reopen(): Promise<void> {
    await endSession(session);
    session = await startSession(options);
    lastCommitId = Math.max(lastCommitId, await fetchLastCommitId(session));
    mustReopen = false;
    log.warn({ path }, 'the warehouse was opened afresh after a fault');
  }

  async function write(batch: CommitBatch): Promise<void> {
    lastCommitId += 1;
    const commitId = lastCommitId;
    let encoded: EncodedBatch;
    try {
      encoded = encodeBatch(batch, commitId);
    } catch (error) {
      throw toWriteProblem(error);
    }
    await exclusively(async () => {
      try {
        if (mustReopen) await reopen();
        await writeBatch(session.writer, encoded);
      } catch (error) {
        log.error({ err: error }, 'a commit failed');
        // its log may end in the middle of a record now; opening it afresh cuts that off
        mustReopen = path !== ':memory:';
        await session.writer.run('ROLLBACK').catch(() => {});
        throw toWriteProblem(error);
      }
    });
    for (const tenant of batch.tenants) versions.set(tenant, commitId);
  }

  return {
    dialect: 'duckdb',
    commit: write,

    query(_tenant, statement, queryOptions) {
      const startedMs = performance.now();
      const { values, types } = bindParameters(statement.parameters);
      return session.readers.run(async (connection) => {
        const reader = await connection.runAndReadAll(statement.text, values, types);
        return {
          columns: reader.columnNames(),
          rows: reader.getRows().map((cells) => cells.map(toCell)),
          elapsedMs: performance.now() - startedMs,
        };
      }, queryOptions);
    },

    findEvents: (tenant, events) => session.lookups.findEvents(tenant, events),
    fetchDocuments: (tenant, documents) => session.lookups.fetchDocuments(tenant, documents),
    fetchDimension: (tenant, name, keys) => session.lookups.fetchDimension(tenant, name, keys),
    fetchDeadLetters: (tenant, filter) => session.lookups.fetchDeadLetters(tenant, filter),
    fetchRollup: (tenant) => session.rollups.fetchState(tenant),
    refreshRollup: (tenant, refresh) => session.rollups.refresh(tenant, refresh),
    scanHashes: (ledger, visit) => session.lookups.scanHashes(ledger, visit),
    version: (tenant) => versions.get(tenant) ?? firstVersion,

    async ping() {
      await session.readers.run((connection) => connection.run('SELECT 1'), { deadlineMs: 5000 });
    },

    backup: (file) =>
      exclusively(async () => {
        await session.writer.run('CHECKPOINT');
        await copyFile(path, file);
      }),

    close: () =>
      exclusively(async () => {
        await session.writer.run('CHECKPOINT').catch((error: unknown) => {
          log.warn({ err: error }, 'the last checkpoint failed; the log is replayed at next start');
        });
        await endSession(session);
        openPaths.delete(path);
      }),
  };
}
