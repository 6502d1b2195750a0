import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Logger, Problem } from '@olympus/core';
import type { Engine } from './engine.js';
import { createPgliteEngine } from './pglite-engine.js';
import { openPglite } from './pglite-instance.js';
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

export async function openEngine(location: PlatformLocation, log: Logger): Promise<Engine> {
  if ('databaseUrl' in location) return createPostgresEngine(location.databaseUrl, log);
  if ('memory' in location) return createPgliteEngine(await openPglite({}));
  const folder = storeFolder(location.dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // a first start that was interrupted leaves a folder that no PostgreSQL opens
  if (!existsSync(join(folder, 'PG_VERSION'))) await prepareStore(location.dataDir, undefined);
  return createPgliteEngine(await openPgliteThread({ dataDir: folder }));
}

/**
 * Fills the data folder's control store from a dump.
 * @throws Problem restore_target_not_empty
 */
export async function restoreStore(dataDir: string, dump: Uint8Array): Promise<void> {
  const folder = storeFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new Problem({
      code: 'restore_target_not_empty',
      kind: 'conflict',
      message: `${folder} holds a control store already.`,
      remedy: 'Restore into an empty data folder.',
      at: folder,
    });
  }
  await prepareStore(dataDir, dump);
}

/** Makes the store beside its place and moves it there when it is whole. */
async function prepareStore(dataDir: string, dump: Uint8Array | undefined): Promise<void> {
  const folder = storeFolder(dataDir);
  const beside = `${folder}.new`;
  await rm(beside, { recursive: true, force: true });
  const pglite = await openPgliteThread({ dataDir: beside, dump });
  await pglite.close();
  await rm(folder, { recursive: true, force: true });
  await rename(beside, folder);
}
