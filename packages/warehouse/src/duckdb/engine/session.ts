import { availableParallelism } from 'node:os';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type ConnectionPool, createConnectionPool } from './connection-pool.js';
import { createLookups, type Lookups } from './lookups.js';
import { createRollups, type Rollups } from './rollups.js';
import { migrate } from './schema.js';

export interface SessionOptions {
  /** File of the database, made when missing; `:memory:` for none. */
  readonly path: string;
  readonly threads?: number;
  /** DuckDB's own memory limit, such as `1GB`; past it queries spill to disk. */
  readonly memoryLimit?: string;
  readonly maxConcurrentQueries?: number;
}

/** One opening of the database, and its connections by what they are for. */
export interface Session {
  readonly instance: DuckDBInstance;
  readonly writer: DuckDBConnection;
  readonly readers: ConnectionPool;
  readonly lookupPool: ConnectionPool;
  readonly lookups: Lookups;
  readonly rollups: Rollups;
}

export async function startSession(options: SessionOptions): Promise<Session> {
  const instance = await DuckDBInstance.create(options.path, {
    threads: String(options.threads ?? availableParallelism()),
    memory_limit: options.memoryLimit ?? '1GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // a checkpoint holds up loading, and so who waits for it: .3–.9 s at this size, 2.4 s at 256 MB
    checkpoint_threshold: '64MB',
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
    rollups: createRollups(await instance.connect()),
  };
}

export async function endSession(session: Session): Promise<void> {
  const { instance, writer, readers, lookupPool, rollups } = session;
  await rollups.close();
  readers.close();
  lookupPool.close();
  writer.closeSync();
  instance.closeSync();
}
