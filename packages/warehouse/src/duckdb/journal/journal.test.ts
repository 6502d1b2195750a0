import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '@olympus/core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentLayout } from '../packed/layout.js';
import { clearJournal, type LeftSegment, openJournal, readJournal } from './journal.js';
import { padding, readRecords, recordHead } from './record.js';

const payload = (text: string) => new TextEncoder().encode(text);
const textOf = (memory: ArrayBuffer) => new TextDecoder().decode(memory);

describe('a record', () => {
  const bytesOf = (texts: readonly string[]) =>
    Buffer.concat(
      texts.flatMap((text, index) => [
        recordHead(index + 1, payload(text)),
        payload(text),
        padding(payload(text)),
      ]),
    );

  it('is read as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const clean = texts.map((text) => textOf(payload(text).buffer as ArrayBuffer));
        const { records, torn } = readRecords(bytesOf(clean));
        expect(records.map((record) => textOf(record.payload))).toEqual(clean);
        expect(records.map((record) => record.commitId)).toEqual(clean.map((_, i) => i + 1));
        expect(torn).toBe(0);
      }),
    );
  });

  it('counts only whole, wherever the file was cut off', () => {
    const whole = bytesOf(['first', 'the second', '3']);
    for (let size = 0; size < whole.length; size++) {
      const { records } = readRecords(whole.subarray(0, size));
      const complete = ['first', 'the second', '3'].slice(0, records.length);
      expect(records.map((record) => textOf(record.payload))).toEqual(complete);
      expect(records.length).toBeLessThanOrEqual(3);
    }
    expect(readRecords(whole.subarray(0, whole.length - 8)).records).toHaveLength(2);
  });

  it('does not count when any of its bits is another', () => {
    const whole = bytesOf(['a record of some length']);
    const meaningful = 16 + 'a record of some length'.length;
    for (let at = 0; at < meaningful; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(readRecords(damaged).records).toEqual([]);
    }
  });

  it('is found behind damage, whichever byte is another', () => {
    const texts = ['first', 'a second of some length', 'third', '4'];
    const whole = bytesOf(texts);
    const starts = texts.map((_, index) => bytesOf(texts.slice(0, index)).length);
    for (let at = 0; at < (starts[3] ?? 0); at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      const { records, damage, torn } = readRecords(damaged);
      const hit = starts.findLastIndex((start) => start <= at);
      const isPadding = at >= (starts[hit] ?? 0) + 16 + payload(texts[hit] ?? '').length;
      const kept = isPadding ? texts : texts.filter((_, index) => index !== hit);
      expect(records.map((record) => textOf(record.payload))).toEqual(kept);
      const found = { from: starts[hit], to: starts[hit + 1], after: hit };
      expect(damage).toEqual(isPadding ? [] : [found]);
      expect(torn).toBe(0);
    }
  });

  it('counts as damaged, not as torn, where it is the last and as long as it says', () => {
    const whole = bytesOf(['first', 'a second of some length']);
    const start = bytesOf(['first']).length;
    const damaged = Buffer.from(whole);
    damaged[start + 20] = (damaged[start + 20] ?? 0) ^ 1;
    expect(readRecords(damaged)).toMatchObject({
      records: [{ commitId: 1 }],
      damage: [{ from: start, to: whole.length, after: 1 }],
      torn: 0,
    });
    expect(readRecords(damaged.subarray(0, damaged.length - 8)).damage).toEqual([]);
  });

  it('is looked for in no more time than the file is long, whatever the file holds', () => {
    // every eighth byte looks like a head whose record is as long as the rest
    const hostile = Buffer.alloc(1024 * 1024);
    for (let at = 0; at + 16 <= hostile.length; at += 16) {
      hostile.writeUInt32LE(hostile.length - at - 16, at);
      hostile.writeDoubleLE(at + 1, at + 8);
    }
    const startMs = performance.now();
    expect(readRecords(hostile).records).toEqual([]);
    expect(performance.now() - startMs).toBeLessThan(1_000);
  });

  it('is not seen in zeros, which a file may end in after a power cut', () => {
    expect(readRecords(Buffer.alloc(4096)).records).toEqual([]);
  });
});

describe('the journal', () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'olympus-journal-')), 'journal');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function left(): Promise<LeftSegment[]> {
    const segments: LeftSegment[] = [];
    for await (const segment of readJournal(folder, silentLogger)) segments.push(segment);
    return segments;
  }
  const commitsOf = (segments: readonly LeftSegment[]) =>
    segments.flatMap(({ commits }) => commits.map(({ commitId }) => commitId));

  it('gives back what was appended, in order, with the layout it was packed with', async () => {
    const journal = await openJournal(folder, silentLogger);
    await Promise.all([1, 2, 3].map((id) => journal.append(id, payload(`commit ${id}`))));
    await journal.append(4, payload('later'));
    await journal.close();
    const [segment, ...others] = await left();
    expect(others).toEqual([]);
    expect(segment?.layout).toEqual(currentLayout);
    expect(segment?.commits.map(({ payload: memory }) => textOf(memory))).toEqual([
      'commit 1',
      'commit 2',
      'commit 3',
      'later',
    ]);
  });

  it('forgets a write that was torn, and keeps all before it', async () => {
    const journal = await openJournal(folder, silentLogger);
    await journal.append(1, payload('kept'));
    await journal.append(2, payload('torn apart'));
    await journal.close();
    const [name = ''] = await readdir(folder);
    const { length } = await readFile(join(folder, name));
    await truncate(join(folder, name), length - 9);
    expect(commitsOf(await left())).toEqual([1]);
  });

  it('takes a tail for damage where it is not the end of the run', async () => {
    const journal = await openJournal(folder, silentLogger);
    await journal.append(1, payload('kept'));
    await journal.append(2, payload('damaged'));
    await journal.turn();
    await journal.append(3, payload('of another file'));
    await journal.close();
    const [name = ''] = (await readdir(folder)).sort();
    const path = join(folder, name);
    const bytes = await readFile(path);
    bytes[bytes.length - 12] = (bytes[bytes.length - 12] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const [first, second] = await left();
    expect(commitsOf([first, second].flatMap((one) => one ?? []))).toEqual([1, 3]);
    expect(first?.damage).toMatchObject([{ after: 1 }]);
    expect(second?.damage).toEqual([]);
  });

  it('reads a file whose own layout is damaged by the layout of its release', async () => {
    const journal = await openJournal(folder, silentLogger);
    await journal.append(1, payload('kept'));
    await journal.close();
    const [name = ''] = await readdir(folder);
    const bytes = await readFile(join(folder, name));
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    await writeFile(join(folder, name), bytes);
    const [segment] = await left();
    expect(segment).toMatchObject({ layout: currentLayout, damage: [{ after: 0 }] });
    expect(commitsOf(await left())).toEqual([1]);
  });

  it('starts a new file when one is full, and deletes those that are loaded', async () => {
    const journal = await openJournal(folder, silentLogger);
    const large = new Uint8Array(17 * 1024 * 1024);
    for (let id = 1; id <= 6; id++) await journal.append(id, large);
    expect(await readdir(folder)).toHaveLength(3);
    expect(commitsOf(await left())).toEqual([1, 2, 3, 4, 5, 6]);
    await journal.release(3);
    expect(commitsOf(await left())).toEqual([3, 4, 5, 6]);
    await journal.release(6);
    // the last file is still written to
    expect(commitsOf(await left())).toEqual([5, 6]);
    await journal.close();
    await clearJournal(folder);
    expect(await left()).toEqual([]);
  });

  it('survives a file that is empty or none of its own', async () => {
    const journal = await openJournal(folder, silentLogger);
    await journal.append(7, payload('kept'));
    await journal.close();
    await writeFile(join(folder, '0000000000000001.log'), '');
    await appendFile(join(folder, 'notes.txt'), 'not a segment');
    expect(commitsOf(await left())).toEqual([7]);
  });
});
