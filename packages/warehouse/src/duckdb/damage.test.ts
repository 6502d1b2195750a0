import { mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, tenantId } from '@olympus/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batch, row } from '../conformance/conformance.js';
import { openJournal } from './journal/journal.js';
import { packBatch } from './packed/pack.js';
import { type DuckDbWarehouse, openDuckDbWarehouse } from './warehouse.js';

const log = silentLogger;
const demo = tenantId('demo');
const minute = (n: number) => Date.UTC(2026, 10, 20, 12, n);
const instant = (n: number) => new Date(minute(n)).toISOString();

let root: string;
let path: string;
let warehouse: DuckDbWarehouse | undefined;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'olympus-damage-'));
  path = join(root, 'warehouse.duckdb');
});
afterEach(async () => {
  await warehouse?.close();
  warehouse = undefined;
  await rm(root, { recursive: true });
});

async function reopened(): Promise<DuckDbWarehouse> {
  await warehouse?.close();
  warehouse = await openDuckDbWarehouse({ path, log });
  return warehouse;
}

async function eventIds(): Promise<unknown[]> {
  const text = 'SELECT event_id FROM events ORDER BY occurred_at';
  const { rows } = (await warehouse?.query(demo, { text, parameters: [] })) ?? { rows: [] };
  return rows.map(([id]) => id);
}

/** A run that was killed with nine commits in its journal, and three of them in the tables. */
async function killedRun(): Promise<void> {
  const commits = Array.from({ length: 9 }, (_, index) => index + 1).map((id) => {
    const event = {
      tenant_id: demo,
      event_id: `e${id}`,
      type: 'test',
      source: '',
      occurred_at: minute(id),
      received_at: minute(id),
      data: 'x'.repeat(400),
    };
    return batch([demo], { events: [row('events', event)] });
  });
  await reopened();
  for (const commit of commits.slice(0, 3)) await warehouse?.commit(commit);
  await warehouse?.close();
  warehouse = undefined;
  const journal = await openJournal(`${path}.journal`, log);
  for (const [index, commit] of commits.entries()) {
    await journal.append(index + 1, packBatch(commit, index + 1));
  }
  await journal.close();
}

async function journalFile(): Promise<string> {
  const [name = ''] = await readdir(`${path}.journal`);
  return join(`${path}.journal`, name);
}

async function flipByteNear(text: string, file: string): Promise<void> {
  const bytes = await readFile(file);
  const at = bytes.indexOf(text);
  expect(at).toBeGreaterThan(0);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

describe('a byte of the journal that is another', () => {
  it('costs the commit it is in, and says from when to when events may be missing', async () => {
    await killedRun();
    await flipByteNear('e6', await journalFile());
    await reopened();
    expect(await eventIds()).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e7', 'e8', 'e9']);
    const { database, journal } = (await warehouse?.damage()) ?? {};
    expect(database).toBeNull();
    expect(journal).toMatchObject([{ from: instant(5), to: instant(7) }]);
    expect(journal?.[0]?.bytes).toBeGreaterThan(100);

    // told until somebody takes the file away; nothing is loaded twice
    await reopened();
    expect((await warehouse?.damage())?.journal).toHaveLength(1);
    expect(await eventIds()).toHaveLength(8);
    const kept = await readdir(`${path}.journal/damaged`);
    expect(kept).toEqual([expect.stringMatching(/\.log$/), expect.stringMatching(/\.json$/)]);

    // an erased person may be in it
    await warehouse?.scrub();
    expect(await readdir(`${path}.journal/damaged`)).toEqual([kept[1]]);
  });

  it('costs nothing where the tables have the commit already', async () => {
    await killedRun();
    await flipByteNear('e2', await journalFile());
    await reopened();
    expect(await eventIds()).toHaveLength(9);
    expect((await warehouse?.damage())?.journal).toEqual([]);
  });

  it('is told from a write that a kill tore', async () => {
    await killedRun();
    const file = await journalFile();
    await truncate(file, (await stat(file)).size - 30);
    await reopened();
    expect(await eventIds()).toHaveLength(8);
    expect((await warehouse?.damage())?.journal).toEqual([]);
  });
});

describe('a database file that is damaged', () => {
  it('is refused with what to do, and left as it is', async () => {
    await killedRun();
    const header = Buffer.alloc(8192, 7);
    const file = await open(path, 'r+');
    await file.write(header, 0, header.length, 0);
    await file.close();
    const before = await readFile(path);
    await expect(openDuckDbWarehouse({ path, log })).rejects.toMatchObject({
      code: 'warehouse_damaged',
      at: path,
      remedy: expect.stringContaining('olympus restore'),
    });
    expect((await readFile(path)).equals(before)).toBe(true);
    expect(await readdir(`${path}.journal`)).toHaveLength(1);
  });

  it('is told when it is found by a question', async () => {
    await reopened();
    for (let n = 0; n < 4; n++) {
      const events = Array.from({ length: 5_000 }, (_, i) =>
        row('events', {
          tenant_id: demo,
          event_id: `e${n}-${i}-${(i * 7919) % 104729}`,
          type: 'test',
          source: '',
          occurred_at: minute(i),
          received_at: minute(i),
          data: `${(i * 7919) % 104729}`.repeat(20),
        }),
      );
      await warehouse?.commit(batch([demo], { events }));
    }
    await warehouse?.close();
    warehouse = undefined;
    const bytes = await readFile(path);
    // a block of values: the catalogue, which is read at once, lies elsewhere
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const opened = await reopened();
    const text = 'SELECT count(DISTINCT data) FROM events';
    await expect(opened.query(demo, { text, parameters: [] })).rejects.toMatchObject({
      code: 'warehouse_damaged',
    });
    expect((await opened.damage()).database).toContain('damaged');
  });
});
