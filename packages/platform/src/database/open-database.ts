import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, Problem, silentLogger } from '@olympus/core';
import { createDatabase, type Database } from './database.js';
import type { Engine } from './engine.js';
import { openMemoryPglite } from './memory-template.js';
import { createPgliteEngine } from './pglite-engine.js';
import { openPgliteThread } from './pglite-thread.js';
import { createPostgresEngine } from './postgres-engine.js';

/** Where the control store is: a folder, a PostgreSQL server, or nowhere but memory (for tests). */
export type PlatformLocation =
  | { readonly dataDir: string }
  | { readonly databaseUrl: string }
  | { readonly memory: true };

/** The folder of the embedded store inside the data folder. */
function storeFolder(dataDir: string): string {
  return join(dataDir, 'control');
}

/** The control store by itself, its schema as it is; closing it is the caller's. */
export async function openDatabase(location: PlatformLocation, log: Logger): Promise<Database> {
  return createDatabase(await openEngine(location, log));
}

export async function openEngine(location: PlatformLocation, log: Logger): Promise<Engine> {
  if ('databaseUrl' in location) return createPostgresEngine(location.databaseUrl, log);
  if ('memory' in location) return createPgliteEngine(await openMemoryPglite());
  try {
    return await openStore(location.dataDir, undefined, log);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const folder = storeFolder(location.dataDir);
    throw new Problem({
      code: 'control_store_damaged',
      kind: 'internal',
      message: `The control store in ${folder} cannot be opened: its files are damaged`,
      remedy:
        'Keep a copy of the data folder, then restore the newest backup into a new one: "olympus backups", "olympus restore".',
      at: folder,
      cause: error,
    });
  }
}

/**
 * Fills the data folder's control store from a dump.
 * @throws Problem restore_target_not_empty, dump_damaged
 */
export async function restoreStore(dataDir: string, dump: Uint8Array): Promise<void> {
  const folder = storeFolder(dataDir);
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw new Problem({
      code: 'restore_target_not_empty',
      kind: 'conflict',
      message: `${folder} holds a control store already.`,
      remedy: 'Restore into an empty data folder.',
      at: folder,
    });
  }
  try {
    const engine = await openStore(dataDir, dump, silentLogger);
    await engine.close();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Problem({
      code: 'dump_damaged',
      kind: 'invalid',
      message: 'The control store could not be restored: this is no whole dump of one.',
      remedy: 'Take another backup.',
      cause: error,
    });
  }
}

/**
 * Opens the store of a data folder. A file beside it stands there while it is being made, so that
 * a first start or a restore that was interrupted begins anew instead of opening half a store.
 */
async function openStore(
  dataDir: string,
  dump: Uint8Array | undefined,
  log: Logger,
): Promise<Engine> {
  const folder = storeFolder(dataDir);
  const unfinished = `${folder}.unfinished`;
  if (existsSync(unfinished)) await rm(folder, { recursive: true, force: true });
  const fresh = !existsSync(join(folder, 'PG_VERSION'));
  if (fresh) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(unfinished, 'The control store is being made; this file goes when it is.\n');
    // making a store takes 500 MB that only the end of its thread gives back
    const making = await openPgliteThread({ dataDir: folder, dump }, log);
    await making.close();
    await rm(unfinished);
  }
  return createPgliteEngine(await openPgliteThread({ dataDir: folder }, log));
}
