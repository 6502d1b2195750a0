import { mkdir, readdir, readFile, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Logger } from '@olympus/core';
import { currentLayout, type Layout } from '../packed/layout.js';
import { type Damage, type JournalRecord, readRecords } from './record.js';
import { createSegment, type Segment, type SegmentEntry, syncFolder } from './segment.js';

/** A segment that has grown to this is followed by a new one. */
const segmentBytes = 32 * 1024 * 1024;

/**
 * Commits on their way to the database, in files of their own: a commit is on disk after one
 * append and one flush, and the database takes many commits at once behind it.
 */
export interface Journal {
  /** Resolves when the commit is on disk; commits that wait together are flushed together. */
  append(commitId: number, payload: Uint8Array): Promise<void>;
  /** What is committed from now on goes into a new file. */
  turn(): Promise<void>;
  /**
   * Commits up to this one are safe elsewhere: files that hold no others are deleted.
   * @returns how many files that are not written to any more are left
   */
  release(throughCommit: number): Promise<number>;
  close(): Promise<void>;
}

/** What an earlier run left behind, one file. */
export interface LeftSegment {
  readonly path: string;
  readonly layout: Layout;
  readonly commits: readonly JournalRecord[];
  /** Places at which commits are missing that were acknowledged, by how many come before. */
  readonly damage: readonly Damage[];
}

interface Waiting extends SegmentEntry {
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Reads the files of earlier runs, the oldest first, one at a time. Where a file's own layout is
 * damaged, that of the file before counts: one release wrote them all.
 */
export async function* readJournal(folder: string, log: Logger): AsyncGenerator<LeftSegment> {
  const paths = await listSegments(folder);
  let layout: Layout = currentLayout;
  for (const path of paths) {
    const { records, damage, torn } = readRecords(await readFile(path));
    const head = records[0]?.commitId === 0 ? records.shift() : undefined;
    if (head !== undefined) layout = JSON.parse(Buffer.from(head.payload).toString()) as Layout;
    const shift = head === undefined ? 0 : 1;
    const found = damage.map((one) => ({ ...one, after: Math.max(0, one.after - shift) }));
    // only the last file was written to when the run ended
    const isLast = path === paths.at(-1);
    if (torn > 0 && !isLast) found.push({ from: 0, to: torn, after: records.length });
    if (torn > 0 && isLast) {
      log.warn({ path, torn }, 'the journal ends in a write that was not completed');
    }
    yield { path, layout, commits: records, damage: found };
  }
}

/** Deletes the files of earlier runs, whose commits are in the database now. */
export async function clearJournal(folder: string): Promise<void> {
  for (const path of await listSegments(folder)) await unlink(path);
}

/** Opens an empty journal in a folder; its first file is made with the first commit. */
export async function openJournal(folder: string, log: Logger): Promise<Journal> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await syncFolder(dirname(folder));
  const layout = new TextEncoder().encode(JSON.stringify(currentLayout));
  const full: { readonly path: string; readonly lastCommit: number }[] = [];
  let segment: Segment | undefined;
  let lastCommit = 0;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  async function finishSegment(): Promise<void> {
    if (segment === undefined) return;
    full.push({ path: segment.path, lastCommit });
    const old = segment;
    segment = undefined;
    await old.close();
  }

  /** The file to write to, with its layout in front. */
  async function currentSegment(firstCommit: number): Promise<Segment> {
    if (segment !== undefined && segment.size >= segmentBytes) await finishSegment();
    if (segment === undefined) {
      const made = await createSegment(join(folder, segmentName(firstCommit)));
      try {
        await made.append([{ commitId: 0, payload: layout }]);
      } catch (error) {
        await made.close();
        await unlink(made.path).catch(() => {});
        throw error;
      }
      segment = made;
    }
    return segment;
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        const target = await currentSegment(group[0]?.commitId ?? 0);
        await target.append(group);
        lastCommit = group.at(-1)?.commitId ?? lastCommit;
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    writing = undefined;
  }

  return {
    append: (commitId, payload) =>
      new Promise((resolve, reject) => {
        waiting.push({ commitId, payload, resolve, reject });
        writing ??= writeAll();
      }),
    async turn() {
      while (writing !== undefined) await writing;
      writing = finishSegment().finally(() => {
        writing = waiting.length > 0 ? writeAll() : undefined;
      });
      await writing;
    },
    async release(throughCommit) {
      const done = full.filter(({ lastCommit: last }) => last <= throughCommit);
      full.splice(0, done.length);
      for (const { path } of done) {
        await unlink(path).catch((error: unknown) => {
          log.warn({ path, err: error }, 'a file of the journal could not be deleted');
        });
      }
      return full.length;
    },
    async close() {
      await writing;
      await segment?.close();
      segment = undefined;
    },
  };
}

/** Names sort in the order the files were made. */
const segmentName = (firstCommit: number) => `${String(firstCommit).padStart(16, '0')}.log`;

async function listSegments(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => /^\d{16}\.log$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}
