import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@olympus/core';
import { type Platform, restorePlatform } from '@olympus/platform';
import { type DuckDbWarehouse, journalFolder, warehouseFile } from '@olympus/warehouse';

const names = {
  warehouse: 'warehouse.duckdb',
  control: 'control.dump',
  key: 'secret.key',
  about: 'backup.json',
} as const;

export interface BackupResult {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

/**
 * Copies both stores and the master key into a new folder, while the server goes on.
 * The warehouse is copied first: everything in it was sealed with keys that the later copy of the
 * control store holds.
 * @throws Problem `backup_target_not_empty`, `dump_not_offered` (on PostgreSQL: use pg_dump)
 */
export async function writeBackup(
  folder: string,
  stores: {
    readonly platform: Pick<Platform, 'dump'>;
    readonly warehouse: Pick<DuckDbWarehouse, 'backup'>;
    readonly dataDir: string;
    readonly version: string;
    readonly nowMs: number;
  },
): Promise<BackupResult> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new Problem({
      code: 'backup_target_not_empty',
      kind: 'conflict',
      message: `The folder ${folder} is not empty`,
      remedy: 'Name a new folder for each backup.',
      at: folder,
    });
  }
  await stores.warehouse.backup(join(folder, names.warehouse));
  await writeFile(join(folder, names.control), await stores.platform.dump(), { mode: 0o600 });
  const key = join(stores.dataDir, names.key);
  if (existsSync(key)) await copyFile(key, join(folder, names.key));
  const about = { version: stores.version, made_at: new Date(stores.nowMs).toISOString() };
  // last, so that a backup without it is known to be incomplete
  await writeFile(join(folder, names.about), `${JSON.stringify(about, null, 2)}\n`);
  const files = [];
  for (const name of await readdir(folder)) {
    files.push({ name, bytes: (await stat(join(folder, name))).size });
  }
  return { folder, files };
}

/**
 * Fills an empty data folder from a backup.
 * @throws Problem `not_a_backup`, `restore_target_not_empty`
 */
export async function restoreBackup(folder: string, dataDir: string): Promise<void> {
  if (!existsSync(join(folder, names.about))) {
    throw new Problem({
      code: 'not_a_backup',
      kind: 'invalid',
      message: `${folder} holds no complete backup`,
      remedy: 'Name a folder that "olympus backup" wrote.',
      at: folder,
    });
  }
  // a journal left alone would be loaded into the restored warehouse
  const rests = [warehouseFile(dataDir), journalFolder(warehouseFile(dataDir))];
  if (rests.some((path) => existsSync(path))) {
    throw new Problem({
      code: 'restore_target_not_empty',
      kind: 'conflict',
      message: `The data folder ${dataDir} holds data already`,
      remedy: 'Set OLYMPUS_DATA_DIR to a new folder, or move the old one away.',
      at: dataDir,
    });
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await restorePlatform({ dataDir }, await readFile(join(folder, names.control)));
  if (existsSync(join(folder, names.key))) {
    await copyFile(join(folder, names.key), join(dataDir, names.key));
  }
  await copyFile(join(folder, names.warehouse), warehouseFile(dataDir));
}
