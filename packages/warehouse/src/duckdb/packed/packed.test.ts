import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, tenantId } from '@olympus/core';
import { ledgers } from '@olympus/semantic';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batch, row } from '../../conformance/conformance.js';
import { createEngine } from '../engine/engine.js';
import { currentLayout } from './layout.js';
import { packBatch } from './pack.js';
import { unpackBatch } from './unpack.js';

const demo = tenantId('demo');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ maxLength: 14 }),
  fc.constant(''),
);
const time = fc.integer({ min: 0, max: 4_102_444_800_000 });

describe('a packed batch', () => {
  it('is in the tables exactly as its rows were, missing values and all kinds of text too', async () => {
    const product = fc.record({
      version_at: time,
      name: optional(text),
      category: optional(text),
      price: optional(fc.integer({ min: -(2 ** 53), max: 2 ** 53 })),
    });
    const engine = await createEngine({ path: ':memory:' }, silentLogger);
    let commitId = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(product, { minLength: 1, maxLength: 200 }), async (products) => {
        commitId++;
        const rows = products.map((values, index) =>
          row('products', { tenant_id: demo, product_id: `${commitId}/${index}`, ...values }),
        );
        const { buffer } = packBatch(batch([demo], { products: rows }), commitId);
        await engine.load([{ commitId, payload: buffer }]);
        const keys = rows.map((_, index) => `${commitId}/${index}`);
        const stored = await engine.fetchRecords(demo, 'products', keys);
        const byKey = new Map(stored.map((cells) => [cells[1], cells]));
        expect(keys.map((key) => byKey.get(key))).toEqual(rows);
      }),
      { numRuns: 40 },
    );
    await engine.close();
  });

  it('goes over the borders of DuckDB’s vectors', async () => {
    const engine = await createEngine({ path: ':memory:' }, silentLogger);
    const rows = Array.from({ length: 5000 }, (_, i) =>
      row('locations', {
        tenant_id: demo,
        location_id: `l${i}`,
        version_at: i,
        name: i % 3 === 0 ? null : `${'long name '.repeat(i % 4)}${i}`,
        country: i === 4999 ? 'DE' : null,
      }),
    );
    const { buffer } = packBatch(batch([demo], { locations: rows }), 1);
    await engine.load([{ commitId: 1, payload: buffer }]);
    const keys = rows.map((cells) => String(cells[1]));
    const stored = await engine.fetchRecords(demo, 'locations', keys);
    const byKey = new Map(stored.map((cells) => [cells[1], cells]));
    expect(keys.map((key) => byKey.get(key))).toEqual(rows);
    await engine.close();
  });

  it('fills DuckDB’s vectors from many small commits and large ones alike', async () => {
    const engine = await createEngine({ path: ':memory:' }, silentLogger);
    const sizes = [1, 3, 70, 2048, 5, 1, 4000, 2, 900, 64, 1];
    let next = 0;
    const commits = sizes.map((size, index) => {
      const rows = Array.from({ length: size }, () => {
        const n = next++;
        return row('products', {
          tenant_id: demo,
          product_id: `p${n}`,
          version_at: n,
          name: index % 3 === 0 ? null : `${'a longer name '.repeat(n % 3)}${n}`,
          category: n % 5 === 0 ? null : `c${n % 7}`,
          price: index % 4 === 1 ? null : n * 10_000,
        });
      });
      return { rows, commitId: index + 1 };
    });
    await engine.load(
      commits.map(({ rows, commitId }) => ({
        commitId,
        payload: packBatch(batch([demo], { products: rows }), commitId).buffer,
      })),
    );
    const all = commits.flatMap(({ rows }) => rows);
    const keys = all.map((cells) => String(cells[1]));
    const stored = await engine.fetchRecords(demo, 'products', keys);
    const byKey = new Map(stored.map((cells) => [cells[1], cells]));
    expect(keys.map((key) => byKey.get(key))).toEqual(all);
    await engine.close();
  });

  it('says which column does not take a value', () => {
    const broken = row('sales', { tenant_id: demo, occurred_at: 'yesterday' });
    expect(() => packBatch(batch([demo], { sales: [broken] }), 1)).toThrow(/sales\.occurred_at/);
    const fraction = row('sales', { tenant_id: demo, occurred_at: 1, net: 0.5 });
    expect(() => packBatch(batch([demo], { sales: [fraction] }), 1)).toThrow(/sales\.net/);
  });

  it('is loaded by a release that knows more columns than the one that packed it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'olympus-packed-'));
    const engine = await createEngine({ path: join(folder, 'w.duckdb') }, silentLogger);
    const older = currentLayout.map((ledger) => ({
      ...ledger,
      columns: ledger.columns.filter(({ name }) => ledger.name !== 'products' || name !== 'brand'),
    }));
    // packed by hand as the older release would have: without the column
    const columns = ledgers.find(({ name }) => name === 'products')?.columns ?? [];
    const brandAt = columns.findIndex(({ name }) => name === 'brand');
    const whole = row('products', { tenant_id: demo, product_id: 'p', version_at: 5, name: 'Tea' });
    const { buffer } = packBatch(batch([demo], { products: [whole] }), 3);
    const flagAt = positionOfColumn(buffer, brandAt);
    const shorter = new Uint8Array(buffer.byteLength - 8);
    shorter.set(new Uint8Array(buffer, 0, flagAt));
    shorter.set(new Uint8Array(buffer, flagAt + 8), flagAt);
    await engine.load([{ commitId: 3, payload: shorter.buffer }], older);
    expect(await engine.fetchRecords(demo, 'products', ['p'])).toEqual([whole]);
    await engine.close();
    await rm(folder, { recursive: true });
  });
});

/** Where the n-th column of a batch's only ledger begins; it has no values, only its presence. */
function positionOfColumn(buffer: ArrayBuffer, index: number): number {
  const [part] = unpackBatch(buffer, currentLayout);
  const column = [...(part?.columns.values() ?? [])][index];
  return (column?.validityAt ?? 0) - 8;
}
