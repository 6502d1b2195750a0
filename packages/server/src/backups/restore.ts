import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@olympus/core';
import { parseSecretKey, restorePlatform } from '@olympus/platform';
import { warehouseFile } from '@olympus/warehouse';
import { readAbout } from './backup.js';
import { backupFiles, fingerprintOf } from './layout.js';

/** Where the key of a backup is, in the order it is looked for. */
export interface BackupKeySources {
  /** A file with the key, named by hand. */
  readonly file: string | undefined;
  /** The value of OLYMPUS_SECRET_KEY. */
  readonly variable: string | undefined;
}

/**
 * Fills an empty data folder from a backup.
 * @throws Problem `not_a_backup`, `restore_target_not_empty`, `backup_key_missing`, `wrong_backup_key`
 */
export async function restoreBackup(
  folder: string,
  dataDir: string,
  keys: BackupKeySources,
): Promise<void> {
  const about = await readAbout(folder);
  if (about === undefined) {
    throw new Problem({
      code: 'not_a_backup',
      kind: 'invalid',
      message: `${folder} holds no complete backup`,
      remedy: 'Name one that "olympus backup" wrote; "olympus backups" lists them.',
      at: folder,
    });
  }
  await checkEmpty(dataDir);
  const key = await readKey(folder, keys);
  if (fingerprintOf(key) !== about.key) {
    throw new Problem({
      code: 'wrong_backup_key',
      kind: 'invalid',
      message: 'The key is not the one that the backup was made under',
      remedy: 'Give the secret.key of the installation that made it, of that time.',
    });
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await restorePlatform({ dataDir }, await readFile(join(folder, backupFiles.control)));
  if (keys.variable === undefined) {
    const text = `${Buffer.from(key).toString('hex')}\n`;
    await writeFile(join(dataDir, backupFiles.key), text, { mode: 0o600 });
  }
  await copyFile(join(folder, backupFiles.warehouse), warehouseFile(dataDir));
}

/** What else lies there would be taken for a part of the restored store, or written over. */
async function checkEmpty(dataDir: string): Promise<void> {
  const held = existsSync(dataDir) ? await readdir(dataDir) : [];
  // the folder at the root of a mounted disk
  const [first] = held.filter((name) => name !== 'lost+found');
  if (first === undefined) return;
  throw new Problem({
    code: 'restore_target_not_empty',
    kind: 'conflict',
    message: `The data folder ${dataDir} is not empty: it holds ${first}`,
    remedy: 'Set OLYMPUS_DATA_DIR to a new folder, or move the old one away.',
    at: dataDir,
  });
}

async function readKey(folder: string, { file, variable }: BackupKeySources): Promise<Uint8Array> {
  if (file === undefined && variable !== undefined) {
    return parseSecretKey(variable, 'OLYMPUS_SECRET_KEY');
  }
  const path = file ?? join(folder, backupFiles.key);
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new Problem({
      code: 'backup_key_missing',
      kind: 'invalid',
      message:
        file === undefined ? 'The backup holds no key, and none was given' : `${path} is no file`,
      remedy: 'Add --key FILE with the secret.key of the installation, or set OLYMPUS_SECRET_KEY.',
      at: path,
    });
  }
  return parseSecretKey((await readFile(path, 'utf8')).trim(), path);
}
