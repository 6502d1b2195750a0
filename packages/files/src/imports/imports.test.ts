import { randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { silentLogger } from '@olympus/core';
import type { Ingest } from '@olympus/ingest';
import { openObjects } from '@olympus/objects';
import type { Platform } from '@olympus/platform';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkMapping, type Mapping } from '../mapping/mapping.js';
import { recognise } from '../recognise/recognise.js';
import { fixture, openTestPlatform, openTestStore, type TestStore } from '../testing/store.js';
import { createImportStore, type StoredImport } from './import-store.js';
import { createImports, type ImportQueue, type Imports } from './imports.js';
import { uploadsOfPeople } from './personal-data.js';
import { createRejectedRows } from './rejected-rows.js';
import { createUploads, type Uploads } from './uploads.js';

const migrations = [{ room: 'files', folder: new URL('../../migrations/', import.meta.url) }];
const newId = () => randomBytes(9).toString('base64url');

let store: TestStore;
let uploads: Uploads;
let imports: Imports;

async function open(ingest: Pick<Ingest, 'submit' | 'retract'>, maxBytes = 1e6) {
  const folder = join(store.folder, 'objects');
  mkdirSync(folder, { recursive: true });
  const objects = await openObjects({ kind: 'folder', path: folder }, store.clock);
  const { database, people } = store.platform;
  uploads = createUploads({
    objects,
    database,
    clock: store.clock,
    tenantKey: people.tenantKey,
    newId,
    workFolder: join(store.folder, 'work'),
    maxBytes,
    keepMs: 3_600_000,
  });
  queue = createTurns(() => imports);
  imports = createImports({
    queue,
    store: createImportStore(database, store.clock),
    uploads,
    ingest,
    rejectedRows: createRejectedRows(objects, people.tenantKey),
    zoneOf: async () => store.zone,
    newId,
    log: silentLogger,
  });
}

/** One piece of work after another in this process. */
function createTurns(target: () => Imports) {
  let last: Promise<void> = Promise.resolve();
  const queue: ImportQueue & { settled(): Promise<void> } = {
    async add(what, { tenant, id }) {
      const to = target();
      const attempt = {
        signal: new AbortController().signal,
        progress: () => {},
        again: () => false,
      };
      last = last.then(() => to.work(what, tenant, id, attempt)).catch(() => {});
    },
    cancel: async () => {},
    settled: () => last,
  };
  return queue;
}

let queue: ReturnType<typeof createTurns>;
let platform: Platform;
beforeAll(async () => {
  platform = await openTestPlatform(migrations);
});
afterAll(() => platform.close());
beforeEach(async () => {
  store = await openTestStore(platform);
  await open(store.ingest);
});
afterEach(async () => {
  await queue.settled();
  await store.close();
});

const mapping: Mapping = checkMapping({
  source: 'till',
  catalogues: [
    {
      type: 'product.updated',
      key: 'sku',
      most_frequent: { name: 'title' },
      data: { product_id: { column: 'sku' } },
      time: { column: 'at' },
    },
  ],
  events: [
    {
      type: 'order.created',
      group_by: 'bill',
      time: { column: 'at' },
      data: {
        order_id: { column: 'bill' },
        currency: { constant: 'EUR' },
        customer_id: { column: 'customer' },
      },
      items: {
        product_id: { column: 'sku' },
        quantity: { column: 'pieces', number: true },
        unit_price: { column: 'price', number: true },
      },
    },
  ],
});

const header = 'bill;sku;title;pieces;price;customer;at';
const file = (...lines: readonly string[]) => [header, ...lines].join('\n');
const july = [
  '1;A;Lamp;2;9,95;anna;01.07.2026 10:00',
  '1;B;Rug;1;50,00;anna;01.07.2026 10:00',
  '2;A;Lamp;1;9,95;ben;02.07.2026 10:00',
];

async function upload(content: string, name = 'july.csv') {
  return (await uploads.add(store.shop, name, createReadStream(store.write(newId(), content)))).id;
}

async function run(content: string, using: Mapping = mapping): Promise<StoredImport> {
  const entry = await imports.start(store.shop, [await upload(content)], using);
  await queue.settled();
  return imports.get(store.shop, entry.id);
}

async function undo(id: string): Promise<StoredImport> {
  await imports.undo(store.shop, id);
  await queue.settled();
  return imports.get(store.shop, id);
}

const net = async () =>
  Number((await store.ask('SELECT coalesce(sum(net), 0) FROM sales'))[0]?.[0]);
const facts = async () => ({
  sales: await store.ask(
    'SELECT document_id, customer_key, product_id, occurred_at, sum(quantity), sum(net), sum(orders) FROM sales GROUP BY ALL HAVING sum(net) <> 0 OR sum(orders) <> 0 ORDER BY ALL',
  ),
  firsts: await store.ask(
    "SELECT customer_key, min(occurred_at) FROM sales WHERE entry = 'sale' GROUP BY ALL ORDER BY ALL",
  ),
  products: await store.ask('SELECT product_id, name FROM products ORDER BY ALL'),
  events: await store.ask('SELECT event_id FROM events ORDER BY ALL'),
});

describe('an import', () => {
  it('stores what its rows say and tells what became of them', async () => {
    const entry = await run(file(...july));
    expect(entry).toMatchObject({
      state: 'done',
      counts: { rows: 3, rows_done: 3, progress: 1, stored: 4, duplicates: 0, rejected_rows: 0 },
    });
    expect(await net()).toBe(79.85);
  });

  it('adds nothing when it is done again', async () => {
    await run(file(...july));
    const before = await facts();
    expect((await run(file(...july))).counts).toMatchObject({ stored: 0, duplicates: 4 });
    expect(await facts()).toEqual(before);
  });

  it('brings orders up to date when their rows changed, and only these', async () => {
    for (const price of ['9,00', '8,00', '7,00', '6,00']) {
      store.clock.set(store.clock.now() + 1000);
      const lines = july.map((line) => line.replace('2;A;Lamp;1;9,95', `2;A;Lamp;1;${price}`));
      expect((await run(file(...lines))).counts.stored).toBeLessThanOrEqual(4);
    }
    expect(await net()).toBe(75.9);
  });

  it('follows the newest of files that say different things of one time, back and forth', async () => {
    const changed = july.map((line) =>
      line.replace('A;Lamp;1;9,95;ben', 'A;Lantern;1;5,00;ben').replace('A;Lamp', 'A;Lantern'),
    );
    const names = () => store.ask("SELECT name FROM products WHERE product_id = 'A'");
    const versions = [july, changed, july, changed, july];
    const outcomes: (readonly [number, number])[] = [];
    for (const lines of versions) {
      const { counts } = await run(file(...lines));
      outcomes.push([counts.stored, counts.duplicates]);
      expect(await net()).toBe(lines === july ? 79.85 : 74.9);
      expect(await names()).toEqual([[lines === july ? 'Lamp' : 'Lantern']]);
    }
    // the other order and the rug stay as they are known
    expect(outcomes).toEqual([
      [4, 0],
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
    const again = await run(file(...july));
    expect(again.counts).toMatchObject({ stored: 0, duplicates: 4 });
    expect(await store.ask('SELECT sum(orders) FROM sales')).toEqual([[2]]);
  });

  it('is taken back to what the import before it said', async () => {
    await run(file(...july));
    const changed = july.map((line) => line.replace('9,95;ben', '5,00;ben'));
    await run(file(...changed));
    const back = await run(file(...july));
    expect(await net()).toBe(79.85);
    await undo(back.id);
    expect(await net()).toBe(74.9);
  });

  it('follows the newest count of stock of one time, of each place', async () => {
    const stock = checkMapping({
      source: 'stock',
      events: [
        {
          type: 'inventory.updated',
          time: { column: 'at' },
          data: {
            product_id: { column: 'sku' },
            location_id: { column: 'place' },
            on_hand: { column: 'pieces', number: true },
          },
        },
      ],
    });
    const counted = (north: number) =>
      ['sku,place,pieces,at', `A,north,${north},2026-07-01`, 'A,south,7,2026-07-01'].join('\n');
    const outcomes: number[] = [];
    for (const north of [3, 5, 3]) {
      outcomes.push((await run(counted(north), stock)).counts.stored);
    }
    expect(outcomes).toEqual([2, 1, 1]);
  });

  it('keeps rejected rows as a file that says why, and no dead letters', async () => {
    const entry = await run(
      file(
        ...july,
        '3;A;Lamp;many;9,95;cleo;03.07.2026 10:00',
        'a;row;too;short',
        '4;A;"=cmd()";1;9,95;;someday',
      ),
    );
    expect(entry.counts).toMatchObject({ rows: 6, rejected_rows: 3, stored: 4 });
    const body = await imports.rejectedRows.read(store.shop, entry.id);
    let text = '';
    for await (const chunk of body ?? []) text += Buffer.from(chunk).toString();
    expect(text.split('\r\n')).toEqual([
      'file,line,rejected_because,bill,sku,title,pieces,price,customer,at',
      expect.stringMatching(
        /^july.csv,5,items: quantity.*,3,A,Lamp,many,"9,95",cleo,03.07.2026 10:00$/,
      ),
      'july.csv,6,"it has 4 cells, the header has 7",a;row;too;short',
      expect.stringMatching(/^july.csv,7,the time .*,4,A,'=cmd\(\),1,"9,95",,someday$/),
      '',
    ]);
    expect(await store.ingest.deadLetters.list(store.shop)).toEqual([]);
  });

  it('fails with what a person has to say', async () => {
    const entry = await run(
      file('1;A;Lamp;2;9,95;anna;03/04/2026', '2;A;Lamp;2;9,95;anna;05/06/2026'),
    );
    expect(entry).toMatchObject({ state: 'failed', fault: { code: 'ambiguous_dates' } });
    expect(await net()).toBe(0);
  });

  it('goes on after the process was killed, storing nothing twice', async () => {
    const lines = Array.from(
      { length: 9000 },
      (_, i) => `${i};A;Lamp;1;1,50;c${i % 40};01.07.2026 10:00`,
    );
    let sent = 0;
    const killed: Pick<Ingest, 'submit' | 'retract'> = {
      retract: store.ingest.retract,
      async submit(tenant, batch, door) {
        const answer = await store.ingest.submit(tenant, batch, door);
        sent += 1;
        // stored, but the process dies before it could note so
        if (sent === 3) return new Promise<never>(() => {});
        return answer;
      },
    };
    await open(killed);
    const entry = await imports.start(store.shop, [await upload(file(...lines))], mapping);
    while (sent < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await imports.get(store.shop, entry.id)).toMatchObject({ state: 'running' });
    await open(store.ingest);
    await imports.resume();
    await queue.settled();
    const done = await imports.get(store.shop, entry.id);
    expect(done).toMatchObject({
      state: 'done',
      counts: { rows: 9000, rows_done: 9000, events: 9001 },
    });
    expect(done.counts).toMatchObject({ stored: 9001, duplicates: 0 });
    expect(await net()).toBe(13_500);
    expect(await store.ask('SELECT count(*) FROM events')).toEqual([[9001]]);
  });

  it('is refused when its file has expired or is too large', async () => {
    const id = await upload(file(...july));
    store.clock.set(store.clock.now() + 4_000_000);
    await expect(imports.start(store.shop, [id], mapping)).rejects.toMatchObject({
      code: 'upload_not_found',
    });
    expect(await uploads.sweep()).toBeGreaterThan(0);
    await open(store.ingest, 100);
    await expect(upload(file(...july))).rejects.toMatchObject({ code: 'upload_too_large' });
    expect(await uploads.list(store.shop)).toEqual([]);
  });

  it('imports what was recognised as it was previewed', async () => {
    const path = fixture('shopify.csv');
    const hints = { currency: 'EUR', zone: store.zone, now: '2026-11-01T12:00:00Z' };
    const { mapping: proposed } = await recognise(path, hints);
    if (proposed === undefined) throw new Error('nothing was proposed');
    const { id } = await uploads.add(store.shop, 'orders.csv', createReadStream(path));
    const entry = await imports.start(store.shop, [id], proposed);
    await queue.settled();
    expect(await imports.get(store.shop, entry.id)).toMatchObject({
      state: 'done',
      counts: { rejected_rows: 0 },
    });
    // half of 90 dollars
    expect(await net()).toBe(45);
  });
});

describe('undoing an import', () => {
  it('leaves everything as it was before, others’ rows untouched, and lets it be imported again', async () => {
    await run(
      file('0;A;Lamp;1;9,95;anna;01.06.2026 10:00', '2;A;Lamp;1;7,00;ben;02.07.2026 10:00'),
    );
    const before = await facts();
    store.clock.set(store.clock.now() + 1000);
    const wrong = await run(file(...july, '9;C;Wrong thing;5;100,00;zoe;01.01.2020 10:00'));
    expect(await facts()).not.toEqual(before);
    expect(await undo(wrong.id)).toMatchObject({
      state: 'undone',
      counts: { undone: wrong.counts.stored },
    });
    expect(await facts()).toEqual(before);
    store.clock.set(store.clock.now() + 1000);
    const again = await run(file(...july));
    expect(again.counts).toMatchObject({ duplicates: 0, rejected_rows: 0 });
    expect(await net()).toBe(9.95 + 79.85);
  });

  it('takes back an order that a later import changed, keeping the change', async () => {
    const first = await run(file(...july));
    store.clock.set(store.clock.now() + 1000);
    await run(file(...july.map((line) => line.replace('9,95;ben', '5,00;ben'))));
    await undo(first.id);
    expect(await net()).toBe(5);
  });

  it('goes on after the process was killed in the middle', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, i) => `${i};A;Lamp;1;1,50;c${i % 40};01.07.2026 10:00`,
    );
    const entry = await run(file(...lines));
    let lots = 0;
    await open({
      submit: store.ingest.submit,
      retract: (tenant, source, progress) =>
        store.ingest.retract(tenant, source, async (events) => {
          await progress?.(events);
          lots += 1;
          return new Promise<never>(() => {});
        }),
    });
    await imports.undo(store.shop, entry.id);
    while (lots === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const left = await net();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(7500);
    await open(store.ingest);
    await imports.resume();
    await queue.settled();
    expect(await imports.get(store.shop, entry.id)).toMatchObject({
      state: 'undone',
      counts: { undone: 5001 },
    });
    expect(await net()).toBe(0);
    expect(await store.ask('SELECT count(*) FROM events')).toEqual([[0]]);
  });

  it('is refused twice, and while the import is under way', async () => {
    const entry = await run(file(...july));
    await undo(entry.id);
    await expect(imports.undo(store.shop, entry.id)).rejects.toMatchObject({
      code: 'import_undone',
    });
    await expect(imports.stop(store.shop, entry.id)).rejects.toMatchObject({
      code: 'import_not_running',
    });
    await expect(imports.get(store.shop, 'none')).rejects.toMatchObject({
      code: 'import_not_found',
    });
  });
});

describe('uploads of a person', () => {
  it('are found by the person’s id, and removed', async () => {
    const { customerKey } = { customerKey: 'c_x' as never };
    await upload(file(...july));
    await upload(file('5;A;Lamp;1;1,00;zoe;01.07.2026 10:00'));
    const people = uploadsOfPeople(uploads);
    const zoe = { tenant: store.shop, key: customerKey, customerId: 'Zoe', names: [] };
    expect(await people.find(zoe)).toMatchObject({ counts: { files: 1 } });
    expect(await people.erase(zoe, customerKey)).toEqual({ files: 1 });
    expect(await people.find(zoe)).toMatchObject({ counts: { files: 0 } });
    expect(await uploads.list(store.shop)).toHaveLength(1);
  });
});
