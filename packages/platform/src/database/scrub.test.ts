import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '@olympus/core';
import { expect, it } from 'vitest';
import { openDatabase } from './open-database.js';
import { scrubDatabase } from './scrub.js';

const marker = 'MARKER-kept-in-no-file';

async function filesHolding(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const held: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(marker)) held.push(path.slice(folder.length));
  }
  return held;
}

it('leaves nothing of deleted rows in the files of the embedded store', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'olympus-scrub-'));
  const database = await openDatabase({ dataDir }, silentLogger);
  await database.execute('create table notes (id int primary key, text text)');
  await database.execute('create index notes_text on notes (text)');
  for (let i = 0; i < 50; i++) {
    await database.execute('insert into notes values ($1::text::int, $2)', [
      `${i}`,
      `${marker} ${i}`,
    ]);
  }
  await database.execute('checkpoint');
  await database.execute('update notes set text = text || $1 where id < 10', [' again']);
  await database.execute('delete from notes');
  await database.execute('insert into notes values (100, $1)', ['kept']);
  expect((await filesHolding(dataDir)).length).toBeGreaterThan(1);
  await scrubDatabase(database);
  expect(await filesHolding(dataDir)).toEqual([]);
  expect(await database.execute('select text from notes')).toEqual([['kept']]);
  await database.close();
  expect(await filesHolding(dataDir)).toEqual([]);
  await rm(dataDir, { recursive: true });
});
