import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { syncFolder } from './segment.js';

/** A damaged file of the journal that was put aside, and what may be missing for it. */
export interface JournalDamage {
  /** Name of the file. */
  readonly file: string;
  /** Bytes that could not be read as events. */
  readonly bytes: number;
  /** Events received after this instant may be missing; null where nothing before them is known. */
  readonly from: string | null;
  /** Events received up to this instant may be missing; null: up to the end of that run. */
  readonly to: string | null;
}

const damagedFolder = (folder: string) => join(folder, 'damaged');
const reportOf = (file: string) => `${file}.json`;

/** Puts a damaged file aside, with a report of what is missing; a second time changes nothing. */
export async function keepDamaged(
  folder: string,
  path: string,
  damage: Omit<JournalDamage, 'file'>,
): Promise<void> {
  const kept = damagedFolder(folder);
  const file = basename(path);
  await mkdir(kept, { recursive: true, mode: 0o700 });
  await writeFile(join(kept, reportOf(file)), `${JSON.stringify({ file, ...damage })}\n`, {
    mode: 0o600,
  });
  await rename(path, join(kept, file));
  await syncFolder(kept);
}

/** What was put aside and nobody has taken away since. */
export async function listDamage(folder: string): Promise<readonly JournalDamage[]> {
  const names = await readdir(damagedFolder(folder)).catch(() => []);
  const reports = names.filter((name) => name.endsWith('.json')).sort();
  return await Promise.all(
    reports.map(async (name): Promise<JournalDamage> => {
      const text = await readFile(join(damagedFolder(folder), name), 'utf8');
      return JSON.parse(text) as JournalDamage;
    }),
  );
}

/** Deletes the damaged files, in which an erased person may be; their reports stay. */
export async function removeDamaged(folder: string): Promise<void> {
  const names = await readdir(damagedFolder(folder)).catch(() => []);
  for (const name of names.filter((one) => !one.endsWith('.json'))) {
    await rm(join(damagedFolder(folder), name), { force: true });
  }
}
