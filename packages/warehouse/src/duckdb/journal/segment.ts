import { type FileHandle, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { padding, recordHead } from './record.js';

export interface SegmentEntry {
  readonly commitId: number;
  readonly payload: Uint8Array;
}

/** One file of the journal, written at its end only. */
export interface Segment {
  readonly path: string;
  readonly size: number;
  /** Resolves when all entries are on disk. Rejects when none of them counts. */
  append(entries: readonly SegmentEntry[]): Promise<void>;
  close(): Promise<void>;
}

/** Makes a new segment, whose name survives a power cut as its content does. */
export async function createSegment(path: string): Promise<Segment> {
  const file = await open(path, 'wx', 0o600);
  try {
    await syncFolder(dirname(path));
  } catch (error) {
    await file.close();
    await unlink(path).catch(() => {});
    throw error;
  }
  let size = 0;
  let torn = false;

  return {
    path,
    get size() {
      return size;
    },
    async append(entries) {
      // what a failed write left behind must go before anything may follow it
      if (torn) await cutOff(file, size);
      torn = true;
      const parts = entries.flatMap(({ commitId, payload }) => [
        recordHead(commitId, payload),
        payload,
        padding(payload),
      ]);
      const bytes = parts.reduce((sum, part) => sum + part.length, 0);
      try {
        await writeAll(file, parts, size);
        await file.datasync();
      } catch (error) {
        // tried at once, so that a process that ends now leaves nothing that was refused
        await cutOff(file, size).then(
          () => {
            torn = false;
          },
          () => {},
        );
        throw error;
      }
      size += bytes;
      torn = false;
    },
    close: () => file.close(),
  };
}

async function cutOff(file: FileHandle, size: number): Promise<void> {
  await file.truncate(size);
  await file.datasync();
}

async function writeAll(file: FileHandle, parts: readonly Uint8Array[], at: number) {
  const whole = Buffer.concat(parts);
  let done = 0;
  while (done < whole.length) {
    const { bytesWritten } = await file.write(whole, done, whole.length - done, at + done);
    done += bytesWritten;
  }
}

export async function syncFolder(path: string): Promise<void> {
  // Windows refuses to flush a folder, and keeps its entries in a journal of its own
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
