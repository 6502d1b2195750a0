import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Clock } from '@olympus/core';
import { chunksOf, createMeter, type Measured } from '../content.js';
import { objectNotFound, objectsUnavailable, rangeNotSatisfiable } from '../faults.js';
import { checkKey, checkPrefix, scopeFolder } from '../keys.js';
import type { ObjectEntry, ObjectInfo, ObjectScope, Objects, PutOptions } from '../objects.js';
import { packDescription, readDescription } from './description.js';
import { guarded, moveTo, present, remove, removeAbandoned } from './disk.js';
import { keyToPath } from './names.js';
import { findKeys } from './walk.js';

/**
 * Files in a folder. Each is written under another name, flushed to disk and then renamed; what a
 * kill left half-written is removed by a start a day later.
 */
export async function openFolderObjects(root: string, clock: Clock): Promise<Objects> {
  const uploads = join(root, 'uploads');
  const guard = <T>(work: () => Promise<T>): Promise<T> => guarded(root, work);
  await guard(async () => {
    await mkdir(uploads, { recursive: true, mode: 0o700 });
    await removeAbandoned(uploads, clock);
  });
  const folderOf = (scope: ObjectScope) => join(root, scopeFolder(scope));
  const pathOf = (scope: ObjectScope, key: string) =>
    join(folderOf(scope), keyToPath(checkKey(key)));

  async function describe(file: FileHandle, key: string): Promise<ObjectInfo> {
    const found = await readDescription(file);
    if (found === undefined) throw objectsUnavailable(root, new Error(`${key} is cut off`));
    const { mtimeMs } = await file.stat();
    return { key, bytes: found.bytes, modifiedMs: Math.floor(mtimeMs), ...found.description };
  }

  async function head(scope: ObjectScope, key: string): Promise<ObjectInfo | undefined> {
    const file = await present(open(pathOf(scope, key)));
    try {
      return file === undefined ? undefined : await describe(file, key);
    } finally {
      await file?.close();
    }
  }

  return {
    put: (scope, key, content, options) =>
      guard(async () => {
        const path = pathOf(scope, key);
        const temporary = join(uploads, randomUUID());
        try {
          const measured = await write(temporary, key, chunksOf(content), options);
          await moveTo(temporary, path);
          const { mtimeMs } = await stat(path);
          const { contentType } = options;
          return { key, ...measured, contentType, modifiedMs: Math.floor(mtimeMs) };
        } catch (error) {
          await rm(temporary, { force: true });
          throw error;
        }
      }),

    get: (scope, key, range) =>
      guard(async () => {
        const file = await present(open(pathOf(scope, key)));
        if (file === undefined) throw objectNotFound(key);
        try {
          const info = await describe(file, key);
          const start = range?.start ?? 0;
          const end = Math.min(range?.end ?? info.bytes, info.bytes);
          if (range !== undefined && !(start >= 0 && start < end)) throw rangeNotSatisfiable(key);
          if (start < end) {
            return { info, content: file.createReadStream({ start, end: end - 1 }) };
          }
          await file.close();
          return { info, content: Readable.from([]) };
        } catch (error) {
          await file.close();
          throw error;
        }
      }),

    head: (scope, key) => guard(() => head(scope, key)),

    list: (scope, prefix, { after = '', limit = 1000 } = {}) =>
      guard(async () => {
        const keys = await findKeys(folderOf(scope), checkPrefix(prefix));
        const later = keys.filter((key) => key > after);
        const page = later.slice(0, limit);
        const objects: ObjectEntry[] = [];
        for (const key of page) {
          const info = await head(scope, key);
          if (info === undefined) continue;
          objects.push({ key, bytes: info.bytes, modifiedMs: info.modifiedMs });
        }
        return { objects, next: later.length > limit ? page.at(-1) : undefined };
      }),

    delete: (scope, key) =>
      guard(async () => {
        await remove(pathOf(scope, key));
      }),

    deletePrefix: (scope, prefix) =>
      guard(async () => {
        let deleted = 0;
        for (const key of await findKeys(folderOf(scope), checkPrefix(prefix))) {
          if (await remove(pathOf(scope, key))) deleted++;
        }
        return deleted;
      }),
  };
}

/** Writes content and description to a new file and flushes it to disk. */
async function write(
  path: string,
  key: string,
  content: AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<Measured> {
  const meter = createMeter(key, options);
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      meter.pass(chunk);
      await file.writeFile(chunk);
    }
    const measured = meter.finish();
    const { contentType } = options;
    await file.writeFile(packDescription({ contentType, sha256: measured.sha256 }));
    await file.sync();
    return measured;
  } finally {
    await file.close();
  }
}
