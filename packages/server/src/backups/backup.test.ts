import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BackupSources, listBackups, writeBackup } from './backup.js';
import { createBackupJob } from './backup-job.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'olympus-backups-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const key = new Uint8Array(32).fill(7);

/** Stores that are a few bytes; the dump may fail as if the process ended there. */
function sources(nowMs: number, dump = async () => new Uint8Array([1, 2])): BackupSources {
  return {
    platform: { dump },
    warehouse: { backup: async (path: string) => writeFileSync(path, 'rows') },
    key,
    version: 'test',
    nowMs,
  };
}

const place = (name: string, withKey = false) => ({ root, name, withKey });

it('is not there before it is whole, and is begun anew', async () => {
  const failing = sources(1, async () => {
    throw new Error('killed');
  });
  await expect(writeBackup(place('monday'), failing)).rejects.toThrow('killed');
  expect(existsSync(join(root, 'monday'))).toBe(false);
  expect(await listBackups(root)).toEqual([]);
  writeFileSync(join(root, 'monday.partial', 'left-over'), '');
  const backup = await writeBackup(place('monday'), sources(2));
  expect(backup.files.map(({ name }) => name)).toEqual([
    'backup.json',
    'control.dump',
    'warehouse.duckdb',
  ]);
  expect(readdirSync(root)).toEqual(['monday']);
});

it('is done when an attempt was interrupted after its end', async () => {
  const first = await writeBackup(place('monday', true), sources(1));
  expect(first.with_key).toBe(true);
  expect(await writeBackup(place('monday', true), sources(2))).toEqual(first);
});

it('is listed newest first, without what is no backup', async () => {
  await writeBackup(place('old'), sources(Date.UTC(2026, 0, 1)));
  await writeBackup(place('new'), sources(Date.UTC(2026, 0, 2)));
  mkdirSync(join(root, 'photos'));
  writeFileSync(join(root, 'readme.txt'), '');
  expect((await listBackups(root)).map(({ name }) => name)).toEqual(['new', 'old']);
  expect(await listBackups(join(root, 'nowhere'))).toEqual([]);
});

it('says so where nothing can be written, and does not try for ever', async () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  for (const folder of [
    file,
    join(file, 'below'),
    ...(existsSync('/proc') ? ['/proc/nope'] : []),
  ]) {
    const refused = writeBackup({ root: folder, name: 'monday', withKey: false }, sources(1));
    await expect(refused).rejects.toMatchObject({ code: 'backup_folder_unusable' });
  }
});

it('is not made again by the store that was restored from it', async () => {
  const job = createBackupJob({ root, sources: async () => sources(1) });
  const run = (folder: string) =>
    job.run({
      id: 1,
      tenant: undefined,
      input: { name: 'monday', with_key: false, root: folder },
      attempt: 1,
      fence: 1,
      signal: new AbortController().signal,
      log: { info: () => {}, warn: () => {}, error: () => {} },
      progress: () => {},
    });
  expect(await run('/elsewhere')).toBeNull();
  expect(await listBackups(root)).toEqual([]);
  expect(await run(root)).toMatchObject({ name: 'monday' });
});
