import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { syncFolder } from '../journal/segment.js';
import type { SessionOptions } from './session.js';

const freshPath = (path: string) => `${path}.fresh`;

/**
 * Writes a database, which nobody has open, into a new file that takes its place. DuckDB keeps the
 * bytes of deleted rows in pages it may use again later, and a checkpoint gives back only those at
 * the end of the file: what is in no row is left behind by this alone.
 */
export async function rewriteFile({ path, threads, memoryLimit }: SessionOptions): Promise<void> {
  const fresh = freshPath(path);
  await removeRests(path);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit ?? '1GB',
    temp_directory: `${path}.tmp`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  try {
    const connection = await instance.connect();
    try {
      await connection.run(`ATTACH ${quote(path)} AS old (READ_ONLY)`);
      await connection.run(`ATTACH ${quote(fresh)} AS fresh`);
      await connection.run('COPY FROM DATABASE old TO fresh');
      await connection.run('CHECKPOINT fresh');
      await connection.run('DETACH fresh');
      await connection.run('DETACH old');
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
  await flush(fresh);
  await rm(`${path}.wal`, { force: true });
  await rename(fresh, path);
  await syncFolder(dirname(path));
}

/** What a process left behind that ended while it wrote. */
export async function removeRests(path: string): Promise<void> {
  const fresh = freshPath(path);
  for (const rest of [fresh, `${fresh}.wal`]) await rm(rest, { force: true });
  await rm(`${path}.tmp`, { recursive: true, force: true });
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
