import { constants, existsSync } from 'node:fs';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import type { DuckDbWarehouse } from '@olympus/warehouse';
import { type AboutBackup, backupFiles, fingerprintOf } from './layout.js';

/** A complete backup in the folder of backups. */
export interface Backup {
  readonly name: string;
  readonly folder: string;
  readonly made_at: string;
  /** Whether the key that opens what is sealed lies beside it. */
  readonly with_key: boolean;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

export interface BackupSources {
  readonly platform: Pick<Platform, 'dump'>;
  readonly warehouse: Pick<DuckDbWarehouse, 'backup'>;
  /** The installation's key, which is copied only when asked for. */
  readonly key: Uint8Array;
  readonly version: string;
  readonly nowMs: number;
}

/** What is copied next: told before each step. */
export type BackupStep = 'warehouse' | 'control';

/**
 * Copies both stores into `root/name` while the server goes on. The folder has its name once it is
 * complete; what an interrupted attempt left is removed first, and one that was interrupted after
 * that is done.
 * The warehouse is copied first: everything in it was sealed with keys that the later copy of the
 * control store holds.
 * @throws Problem `dump_not_offered` (on PostgreSQL: use pg_dump)
 */
export async function writeBackup(
  place: { readonly root: string; readonly name: string; readonly withKey: boolean },
  sources: BackupSources,
  onStep: (step: BackupStep) => void = () => {},
): Promise<Backup> {
  const { root, name } = place;
  const folder = join(root, name);
  const done = await readAbout(folder);
  if (done !== undefined) return readBackup(root, name, done);
  const unfinished = `${folder}.partial`;
  await openBackupFolder(root);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  onStep('warehouse');
  await sources.warehouse.backup(join(unfinished, backupFiles.warehouse));
  onStep('control');
  const secret = { mode: 0o600 };
  await writeFile(join(unfinished, backupFiles.control), await sources.platform.dump(), secret);
  if (place.withKey) {
    const text = `${Buffer.from(sources.key).toString('hex')}\n`;
    await writeFile(join(unfinished, backupFiles.key), text, secret);
  }
  const about: AboutBackup = {
    version: sources.version,
    made_at: new Date(sources.nowMs).toISOString(),
    key: fingerprintOf(sources.key),
  };
  await writeFile(join(unfinished, backupFiles.about), `${JSON.stringify(about, null, 2)}\n`);
  await rename(unfinished, folder);
  return readBackup(root, name, about);
}

/** The complete backups of a folder, newest first. */
export async function listBackups(root: string): Promise<readonly Backup[]> {
  if (!existsSync(root)) return [];
  const entries = await readdir(root, { withFileTypes: true });
  const backups = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && !entry.name.endsWith('.partial'))
      .map(async ({ name }) => {
        const about = await readAbout(join(root, name));
        return about === undefined ? [] : [await readBackup(root, name, about)];
      }),
  );
  return backups.flat().sort((a, b) => b.made_at.localeCompare(a.made_at));
}

/** Undefined where the folder holds no complete backup. */
export async function readAbout(folder: string): Promise<AboutBackup | undefined> {
  const path = join(folder, backupFiles.about);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as AboutBackup;
  } catch {
    return undefined;
  }
}

async function readBackup(root: string, name: string, about: AboutBackup): Promise<Backup> {
  const folder = join(root, name);
  const files = [];
  for (const file of (await readdir(folder)).sort()) {
    files.push({ name: file, bytes: (await stat(join(folder, file))).size });
  }
  const withKey = files.some((file) => file.name === backupFiles.key);
  return { name, folder, made_at: about.made_at, with_key: withKey, files };
}

/**
 * Makes the folder of backups where it is missing.
 * @throws Problem `backup_folder_unusable`
 */
export async function openBackupFolder(root: string): Promise<void> {
  try {
    await makeFolder(root);
    await access(root, constants.W_OK);
  } catch (cause) {
    throw new Problem({
      code: 'backup_folder_unusable',
      kind: 'conflict',
      message: `Nothing can be written into the folder of backups, ${root}`,
      remedy: 'Set OLYMPUS_BACKUP_DIR to a folder that this process may write.',
      at: 'OLYMPUS_BACKUP_DIR',
      cause,
    });
  }
}

/** Folder by folder: made recursively, one under /proc would be tried for ever. */
async function makeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined) {
    if (!found.isDirectory()) throw new Error(`${path} is no folder`);
    return;
  }
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path, { mode: 0o700 });
}

export function backupExists(name: string): Problem {
  return new Problem({
    code: 'backup_exists',
    kind: 'conflict',
    message: `There is a backup named ${name}`,
    remedy: 'Give each backup a name of its own, or none: then it is named by the time.',
    at: '/name',
  });
}
