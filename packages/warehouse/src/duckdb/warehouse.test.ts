import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type CustomerKey, silentLogger, tenantId } from '@olympus/core';
import { type LedgerRow, rollups } from '@olympus/semantic';
import { describe, expect, it } from 'vitest';
import { batch, describeWarehouse, row } from '../conformance/conformance.js';
import { openJournal } from './journal/journal.js';
import { packBatch } from './packed/pack.js';
import { openDuckDbWarehouse } from './warehouse.js';

const log = silentLogger;
const demo = tenantId('demo');
const [salesDaily] = rollups.filter(({ name }) => name === 'sales_daily');
if (salesDaily === undefined) throw new Error('there is no rollup sales_daily');

describeWarehouse('DuckDB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const path = join(folder, 'warehouse.duckdb');
  let warehouse = await openDuckDbWarehouse({ path, log });
  return {
    warehouse,
    async reopen() {
      await warehouse.close();
      warehouse = await openDuckDbWarehouse({ path, log });
      return warehouse;
    },
    async destroy() {
      await warehouse.close();
      await rm(folder, { recursive: true });
    },
  };
});

it('leaves nothing of an erased person in its files, while commits and queries go on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const path = join(folder, 'warehouse.duckdb');
  const warehouse = await openDuckDbWarehouse({ path, log });
  const message = (key: string, text: string, i: number) =>
    row('messages', {
      tenant_id: demo,
      event_id: `e${i}`,
      occurred_at: i,
      received_at: i,
      conversation_id: key,
      entry: 'message',
      author_role: 'customer',
      customer_key: key,
      sealed: text,
    });
  const marker = 'MARKER-Qx7-of-anna';
  for (let i = 0; i < 20; i++) {
    await warehouse.commit(
      batch([demo], {
        messages: [message('c_anna', `${marker}-${i}`, i), message('c_ben', `text ${i}`, i)],
      }),
    );
  }
  expect((await filesHolding(folder, marker)).some((name) => name.endsWith('.log'))).toBe(true);
  await warehouse.backup(join(folder, 'older'));
  expect(await filesHolding(folder, marker)).toContain('warehouse.duckdb');
  const erasure = {
    key: 'c_anna' as CustomerKey,
    replacement: 'e_1' as CustomerKey,
    salt: 'salt',
  };
  await warehouse.erasePerson(demo, erasure);
  await warehouse.backup(join(folder, 'deleted'));
  // why the file is written afresh: a checkpoint leaves the bytes where they were
  expect(await filesHolding(folder, marker)).toContain('deleted');
  const count = { text: 'SELECT count(*) FROM messages', parameters: [] };
  let going = true;
  const queries = (async () => {
    while (going) expect((await warehouse.query(demo, count)).rows[0]?.[0]).toBeGreaterThan(39);
  })();
  const commits = (async () => {
    for (let i = 20; going; i++) {
      await warehouse.commit(batch([demo], { messages: [message('c_ben', 'more', i)] }));
    }
  })();
  await warehouse.scrub();
  going = false;
  await Promise.all([queries, commits]);
  await Promise.all(['older', 'deleted'].map((name) => rm(join(folder, name))));
  expect(await filesHolding(folder, marker)).toEqual([]);
  await warehouse.close();
  expect(await filesHolding(folder, marker)).toEqual([]);
  await rm(folder, { recursive: true });
});

async function filesHolding(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const held = files.filter((entry) =>
    readFileSync(join(entry.parentPath, entry.name)).includes(text),
  );
  return held.map(({ name }) => name);
}

it('refuses to open one file twice in a process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const path = join(folder, 'warehouse.duckdb');
  const warehouse = await openDuckDbWarehouse({ path, log });
  await expect(openDuckDbWarehouse({ path, log })).rejects.toMatchObject({
    code: 'warehouse_open_already',
  });
  await warehouse.close();
  await rm(folder, { recursive: true });
});

it('makes a backup that opens and holds everything committed before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const warehouse = await openDuckDbWarehouse({ path: join(folder, 'a.duckdb'), log });
  const product = row('products', { tenant_id: demo, product_id: 'p', version_at: 1, name: 'n' });
  await warehouse.commit(batch([demo], { products: [product] }));
  await warehouse.backup(join(folder, 'b.duckdb'));
  const copy = await openDuckDbWarehouse({ path: join(folder, 'b.duckdb'), log });
  expect(await copy.fetchRecords(demo, 'products', ['p'])).toEqual([product]);
  await Promise.all([warehouse.close(), copy.close()]);
  await rm(folder, { recursive: true });
});

it('forgets a rollup of another shape, so that it is made afresh', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const path = join(folder, 'warehouse.duckdb');
  await (await openDuckDbWarehouse({ path, log })).close();
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run('ALTER TABLE sales_daily DROP COLUMN part');
  await connection.run(
    `INSERT INTO sales_daily (tenant_id, generation, net) VALUES ('demo', 1, 9)`,
  );
  // states of then did not say which rollup they are of
  await connection.run('ALTER TABLE rollup_states DROP COLUMN rollup');
  await connection.run(`INSERT INTO rollup_states VALUES ('demo', 'UTC', 1, 1)`);
  connection.closeSync();
  instance.closeSync();
  const rows = { text: 'SELECT count(part), count(*) FROM sales_daily', parameters: [] };
  const warehouse = await openDuckDbWarehouse({ path, log });
  expect(await warehouse.fetchRollup(demo, salesDaily)).toBeUndefined();
  expect((await warehouse.query(demo, rows)).rows).toEqual([[0, 0]]);
  const refresh = {
    rollup: salesDaily,
    timeZone: 'UTC',
    again: false,
    statement: () => ({
      text: "INSERT INTO sales_daily (tenant_id, generation, part) VALUES ('demo', 1, 'lines')",
      parameters: [],
    }),
  };
  const sale = row('sales', {
    tenant_id: demo,
    document_id: 'd',
    document_hash: 1,
    occurred_at: 1,
  });
  await warehouse.commit(batch([demo], { sales: [sale] }));
  expect((await warehouse.query(demo, rows)).rows).toEqual([[0, 0]]);
  expect(await warehouse.refreshRollup(demo, refresh)).toMatchObject({ generation: 1 });
  await warehouse.close();
  // and one of today's shape is kept
  const again = await openDuckDbWarehouse({ path, log });
  expect(await again.fetchRollup(demo, salesDaily)).toMatchObject({
    generation: 1,
    timeZone: 'UTC',
  });
  expect((await again.query(demo, rows)).rows).toEqual([[1, 1]]);
  await again.close();
  // also when its state does not say which rollup it is of, as it did not at first
  const earlier = await DuckDBInstance.create(path);
  const raw = await earlier.connect();
  await raw.run('ALTER TABLE rollup_states DROP COLUMN rollup');
  raw.closeSync();
  earlier.closeSync();
  const migrated = await openDuckDbWarehouse({ path, log });
  expect(await migrated.fetchRollup(demo, salesDaily)).toMatchObject({ generation: 1 });
  expect((await migrated.query(demo, rows)).rows).toEqual([[1, 1]]);
  await migrated.close();
  await rm(folder, { recursive: true });
});

describe('commits that were acknowledged and not loaded when the process ended', () => {
  const product = (key: string, name: string) =>
    row('products', { tenant_id: demo, product_id: key, version_at: 1, name });

  async function folderWithJournal(commits: readonly (readonly [number, string])[]) {
    const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
    const path = join(folder, 'warehouse.duckdb');
    const warehouse = await openDuckDbWarehouse({ path, log });
    await warehouse.commit(batch([demo], { products: [product('a', 'first')] }));
    await warehouse.close();
    const journal = await openJournal(`${path}.journal`, log);
    for (const [commitId, name] of commits) {
      await journal.append(
        commitId,
        packBatch(batch([demo], { products: [product('b', name)] }), commitId),
      );
    }
    await journal.close();
    return { folder, path };
  }
  const namesOf = (rows: readonly LedgerRow[]) => rows.map((cells) => cells[3]);

  it('are there after the next start, the last of each key', async () => {
    const { folder, path } = await folderWithJournal([
      [2, 'older'],
      [3, 'newer'],
    ]);
    const warehouse = await openDuckDbWarehouse({ path, log });
    expect(namesOf(await warehouse.fetchRecords(demo, 'products', ['a', 'b']))).toEqual([
      'first',
      'newer',
    ]);
    expect(warehouse.version(demo)).toBe(3);
    await warehouse.commit(batch([demo], { products: [product('c', 'after')] }));
    expect(warehouse.version(demo)).toBe(4);
    await warehouse.close();
    expect(await readdir(`${path}.journal`)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('are not loaded again when they were in the tables already', async () => {
    const { folder, path } = await folderWithJournal([[1, 'a commit that is there']]);
    const warehouse = await openDuckDbWarehouse({ path, log });
    expect(await warehouse.fetchRecords(demo, 'products', ['b'])).toEqual([]);
    await warehouse.close();
    await rm(folder, { recursive: true });
  });
});

it('finds events and documents that are not loaded yet, and looks for others without waiting', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const warehouse = await openDuckDbWarehouse({ path: join(folder, 'a.duckdb'), log });
  const event = (n: number) =>
    row('events', { tenant_id: demo, event_id: `e${n}`, id_hash: n, occurred_at: n, data: '{}' });
  const sale = (n: number) =>
    row('sales', { tenant_id: demo, document_id: `d${n}`, document_hash: n, occurred_at: n });
  const sought = (n: number) => ({ eventId: `e${n}`, idHash: n, occurredAtMs: n });
  let passed = 0;
  for (let n = 1; n <= 20; n++) {
    await warehouse.commit(batch([demo], { events: [event(n)], sales: [sale(n)] }));
    // of no commit, and the very bytes are still waiting
    expect([...(await warehouse.findEvents(demo, [sought(1000 + n)]))]).toEqual([]);
    expect(await warehouse.fetchDocuments(demo, [{ documentId: 'x', documentHash: -n }])).toEqual(
      [],
    );
    if (warehouse.backlogBytes > 0) passed++;
    const document = { documentId: `d${n}`, documentHash: n };
    expect(await warehouse.fetchDocuments(demo, [document])).toHaveLength(1);
    expect([...(await warehouse.findEvents(demo, [sought(n), sought(n - 1)]))].sort()).toEqual(
      n === 1 ? ['e1'] : [`e${n - 1}`, `e${n}`].sort(),
    );
  }
  expect(passed).toBeGreaterThan(0);
  const many = Array.from({ length: 100 }, (_, n) => sought(n));
  await warehouse.commit(batch([demo], { events: [event(50)] }));
  expect((await warehouse.findEvents(demo, many)).size).toBe(21);
  await warehouse.close();
  await rm(folder, { recursive: true });
});

it('shows a commit to the query after it, and gives records that are not loaded yet', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const warehouse = await openDuckDbWarehouse({ path: join(folder, 'a.duckdb'), log });
  const count = { text: 'SELECT count(*), max(name) FROM products', parameters: [] };
  for (let n = 1; n <= 20; n++) {
    const named = (name: string) =>
      row('products', { tenant_id: demo, product_id: `p${n}`, version_at: n, name });
    await warehouse.commit(batch([demo], { products: [named('before')] }));
    await warehouse.commit(batch([demo], { products: [named(`n${n}`)] }));
    expect(await warehouse.fetchRecords(demo, 'products', [`p${n}`, 'none'])).toEqual([
      named(`n${n}`),
    ]);
    if (n % 4 === 0) expect((await warehouse.query(demo, count)).rows[0]?.[0]).toBe(n);
  }
  await warehouse.close();
  await rm(folder, { recursive: true });
});

it('finds refunds that older releases booked under an id of their own by their order', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'olympus-duckdb-'));
  const path = join(folder, 'a.duckdb');
  const old = await openDuckDbWarehouse({ path, log });
  const sale = (document_id: string, document_hash: number, order_id: string | null) =>
    row('sales', { tenant_id: demo, document_id, document_hash, order_id, occurred_at: 1 });
  await old.commit(
    batch([demo], {
      sales: [
        sale('order:1', 7, '1'),
        sale('refund:a', 8, '1'),
        sale('refund:b', 9, null),
        sale('refund:c', 10, '2'),
      ],
    }),
  );
  await old.close();
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run('ALTER TABLE sales DROP COLUMN stated');
  connection.closeSync();
  instance.closeSync();
  const warehouse = await openDuckDbWarehouse({ path, log });
  const found = async (documentId: string, documentHash: number) =>
    (await warehouse.fetchDocuments(demo, [{ documentId, documentHash }])).length;
  expect(await found('order:1', 7)).toBe(2);
  expect(await found('refund:a', 8)).toBe(0);
  expect(await found('refund:b', 9)).toBe(1);
  expect(await found('refund:c', 10)).toBe(1);
  await warehouse.close();
  await rm(folder, { recursive: true });
});
