import { randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openObjects } from '@olympus/objects';
import type { Platform } from '@olympus/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkMapping } from '../mapping/mapping.js';
import { openTestPlatform, openTestStore, type TestStore } from '../testing/store.js';
import { createImportStore } from './import-store.js';
import { createRejectedRows } from './rejected-rows.js';
import { runImport } from './run-import.js';
import { createUploads } from './uploads.js';

const migrations = [{ room: 'files', folder: new URL('../../migrations/', import.meta.url) }];
const newId = () => randomBytes(9).toString('base64url');
/** Several pages of what is kept of them, and not a whole number of these. */
const lines = 3_456;

let platform: Platform;
let store: TestStore;
beforeAll(async () => {
  platform = await openTestPlatform(migrations);
  store = await openTestStore(platform);
});
afterAll(async () => {
  await store.close();
  await platform.close();
});

const mapping = checkMapping({
  source: 'till',
  events: [
    {
      type: 'order.created',
      time: { column: 'at' },
      data: { order_id: { column: 'order' }, currency: { constant: 'EUR' } },
      items: {
        product_id: { column: 'sku' },
        quantity: { column: 'pieces', number: true },
        unit_price: { constant: 1 },
      },
    },
  ],
});

const header = 'order,sku,pieces,at\n';
const kinds = {
  'too few cells': header + '1,2\n'.repeat(lines),
  'quotes that are never closed': header + '"a,1,2,3\n'.repeat(lines),
  'values that are refused': header + '1,A,many,2026-07-01\n'.repeat(lines),
  'no JSON': `{"order":"0","sku":"A","pieces":1,"at":"2026-07-01"}\n${'{"a":\n'.repeat(lines)}`,
};

it.each(Object.entries(kinds))(
  'each broken line of a file is kept and told, in order: %s',
  async (kind, content) => {
    const folder = join(store.folder, 'objects');
    mkdirSync(folder, { recursive: true });
    const objects = await openObjects({ kind: 'folder', path: folder }, store.clock);
    const { database, people } = store.platform;
    const uploads = createUploads({
      objects,
      database,
      clock: store.clock,
      tenantKey: people.tenantKey,
      newId,
      workFolder: join(store.folder, 'work'),
      maxBytes: 1e9,
      keepMs: 3_600_000,
    });
    const imports = createImportStore(database, store.clock);
    const name = kind === 'no JSON' ? 'broken.ndjson' : 'broken.csv';
    const path = store.write(newId(), content);
    const { id } = await uploads.add(store.shop, name, createReadStream(path));
    const entry = await imports.add({
      id: newId(),
      tenant: store.shop,
      uploads: [id],
      names: [name],
      mapping,
    });
    const rejectedRows = createRejectedRows(objects, people.tenantKey);

    const { counts } = await runImport(
      entry,
      { signal: new AbortController().signal, progress: () => {} },
      {
        store: imports,
        uploads,
        rejectedRows,
        ingest: store.ingest,
        zoneOf: async () => store.zone,
      },
    );
    expect(counts.rejected_rows).toBe(lines);
    let text = '';
    for await (const chunk of (await rejectedRows.read(store.shop, entry.id)) ?? []) {
      text += Buffer.from(chunk).toString();
    }
    const told = text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => Number(line.split(',')[1]));
    expect(told).toEqual(Array.from({ length: lines }, (_, index) => index + 2));
  },
);
