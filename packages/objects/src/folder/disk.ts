import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Clock, dayMs, Problem } from '@olympus/core';
import { objectsUnavailable } from '../faults.js';

/** What the work gives; undefined when the file is not there. */
export async function present<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The work, its system errors as a Problem. */
export async function guarded<T>(root: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem || codeOf(error) === undefined) throw error;
    throw objectsUnavailable(root, error);
  }
}

/** Puts a finished file in its place, so that it stays there after a power cut. */
export async function moveTo(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  for (let attempt = 1; ; attempt++) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await rename(from, to);
      break;
    } catch (error) {
      // a deletion may take the empty folder away in between
      if (codeOf(error) !== 'ENOENT' || attempt === 10) throw error;
    }
  }
  // Windows cannot flush folders; its file system journals them
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Deletes a file, and the folders ending with `~` that it leaves empty. @returns whether it was there */
export async function remove(path: string): Promise<boolean> {
  const there = (await present(rm(path).then(() => true))) ?? false;
  for (let folder = dirname(path); folder.endsWith('~'); folder = dirname(folder)) {
    const gone = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!gone) break;
  }
  return there;
}

/** Deletes what has lain half-written for a day. */
export async function removeAbandoned(folder: string, clock: Clock): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await present(stat(path));
    if (found !== undefined && found.mtimeMs < clock.now() - dayMs) await rm(path, { force: true });
  }
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
