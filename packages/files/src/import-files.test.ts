import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import type { IngestAnswer } from '@olympus/ingest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from './import-files.js';
import type { ImportedEvent } from './mapping/events.js';
import { type Mapping, parseMapping } from './mapping/mapping.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'olympus-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mapping: Mapping = parseMapping(
  JSON.stringify({
    source: 'till',
    time_zone: 'Europe/London',
    catalogues: [
      {
        type: 'product.updated',
        key: 'sku',
        most_frequent: { name: 'title' },
        data: { product_id: { column: 'sku' } },
        time: { column: 'at', format: '%d.%m.%Y %H:%M' },
      },
    ],
    events: [
      {
        when: { column: 'bill', starts_with: 'C' },
        type: 'order.cancelled',
        group_by: 'bill',
        time: { column: 'at', format: '%d.%m.%Y %H:%M' },
        data: { order_id: { column: 'bill' }, currency: { constant: 'GBP' } },
        items: {
          product_id: { column: 'sku' },
          quantity: { column: 'pieces', number: true, negate: true },
          unit_price: { column: 'price', number: true },
        },
      },
      {
        type: 'order.created',
        group_by: 'bill',
        time: { column: 'at', format: '%d.%m.%Y %H:%M' },
        subject: { column: 'customer', strip_suffix: '.0' },
        data: {
          order_id: { column: 'bill' },
          currency: { constant: 'GBP' },
          customer_id: { column: 'customer', strip_suffix: '.0' },
        },
        items: {
          product_id: { column: 'sku' },
          quantity: { column: 'pieces', number: true },
          unit_price: { column: 'price', number: true },
        },
      },
    ],
  }),
  'mapping.json',
);

const lines = [
  'bill,sku,title,pieces,price,customer,at',
  '100,A,Lamp,2,9.95,17.0,01.07.2026 10:00',
  '101,B,Rug,1,50,,01.01.2026 10:00',
  '100,A,Lamp,2,9.95,17.0,01.07.2026 10:00',
  'C7,A,Lamp (old),-1,9.95,17.0,02.07.2026 10:00',
  '102,A,Lamp,0,0.0001,18.0,03.07.2026 10:00',
];

async function importAll(files: readonly string[], using: Mapping = mapping) {
  const events: ImportedEvent[] = [];
  const report = await importFiles({
    files,
    mapping: using,
    nowMs: Date.UTC(2026, 7, 1),
    send: async (batch): Promise<IngestAnswer> => {
      events.push(...batch);
      return { results: [], stored: batch.length, duplicates: 0, dead_lettered: 0 };
    },
    progress: () => {},
  });
  return { events, report };
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const find = (events: readonly ImportedEvent[], orderId: string) =>
  events.find((event) => event.data.order_id === orderId);

describe('an import', () => {
  it('puts rows of one bill together, keeping rows that are equal in every column', async () => {
    const { events, report } = await importAll([write('bills.csv', lines.join('\n'))]);
    expect(report).toMatchObject({ rows: 5, events: 6 });
    expect(find(events, '100')).toMatchObject({
      type: 'order.created',
      subject: '17',
      data: {
        customer_id: '17',
        items: [
          { product_id: 'A', quantity: 2, unit_price: 9.95 },
          { product_id: 'A', quantity: 2, unit_price: 9.95 },
        ],
      },
    });
  });

  it('turns a cancelled bill’s negative pieces around', async () => {
    const { events } = await importAll([write('bills.csv', lines.join('\n'))]);
    expect(find(events, 'C7')).toMatchObject({
      type: 'order.cancelled',
      data: { items: [{ product_id: 'A', quantity: 1, unit_price: 9.95 }] },
    });
  });

  it('reads local times on the clocks of the zone, in summer and winter', async () => {
    const { events } = await importAll([write('bills.csv', lines.join('\n'))]);
    expect(find(events, '100')?.time).toBe('2026-07-01T09:00:00.000Z');
    expect(find(events, '101')?.time).toBe('2026-01-01T10:00:00.000Z');
  });

  it('names a product as most of its rows do', async () => {
    const { events } = await importAll([write('bills.csv', lines.join('\n'))]);
    const names = events
      .filter(({ type }) => type === 'product.updated')
      .map(({ data }) => [data.product_id, data.name]);
    expect(names).toEqual([
      ['A', 'Lamp'],
      ['B', 'Rug'],
    ]);
  });

  it('gives the same ids for the same rows, and others when a bill changed', async () => {
    const idsOf = async (text: readonly string[]) =>
      (await importAll([write('bills.csv', text.join('\n'))])).events.map(({ id }) => id);
    const first = await idsOf(lines);
    expect(await idsOf(lines)).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
    const changed = await idsOf(
      lines.map((line) => line.replace('101,B,Rug,1,50', '101,B,Rug,1,55')),
    );
    expect(changed.filter((id) => !first.includes(id))).toHaveLength(1);
  });

  it('says the same of CSV, packed CSV, NDJSON and Parquet', async () => {
    const csv = write('bills.csv', lines.join('\n'));
    const packed = write('bills.csv.gz', gzipSync(lines.join('\n')));
    const [header = '', ...rows] = lines;
    const names = header.split(',');
    const objects = rows.map((row) =>
      JSON.stringify(
        Object.fromEntries(row.split(',').map((cell, n) => [names[n], cell === '' ? null : cell])),
      ),
    );
    const ndjson = write('bills.ndjson', objects.join('\n'));
    const parquet = join(folder, 'bills.parquet');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT * FROM read_csv('${csv}', all_varchar=true)) TO '${parquet}' (FORMAT parquet)`,
    );
    connection.closeSync();
    const expected = (await importAll([csv])).events;
    for (const file of [packed, ndjson, parquet]) {
      expect((await importAll([file])).events).toEqual(expected);
    }
  });

  it('puts a bill together that is spread over two files', async () => {
    const header = lines[0] ?? '';
    const a = write('a.csv', [header, lines[1]].join('\n'));
    const b = write('b.csv', [header, lines[3]].join('\n'));
    const { events } = await importAll([a, b]);
    expect(find(events, '100')?.data.items).toHaveLength(2);
  });

  it('leaves what does not fit for the collector to refuse', async () => {
    const bad = [...lines, '103,A,Lamp,many,9.95,,03.07.2026 10:00', '104,A,Lamp,1,9.95,,someday'];
    const { events } = await importAll([write('bills.csv', bad.join('\n'))]);
    expect(find(events, '103')?.data.items).toMatchObject([{ quantity: 'many' }]);
    expect(find(events, '104')?.time).toBe('someday');
  });

  it('keeps lines that are no rows', async () => {
    const bad = [...lines, '105,A,Lamp,1,9.95,,03.07.2026 10:00,too,many,cells'];
    const { events, report } = await importAll([write('bills.csv', bad.join('\n'))]);
    expect(report.rows).toBe(6);
    const kept = events.find(({ data }) => data.rejected_line !== undefined);
    expect(kept?.data).toMatchObject({
      line: 7,
      rejected_line: expect.stringContaining('too,many'),
    });
  });

  it('counts and shows rows that no entry takes', async () => {
    const [last] = mapping.events.slice(-1);
    const strict = { ...mapping, events: [{ ...last, when: { column: 'bill', present: true } }] };
    const file = write('bills.csv', [...lines, ',B,Rug,1,7,,'].join('\n'));
    const { report } = await importAll([file], parseMapping(JSON.stringify(strict), 'm.json'));
    expect(report.unmatched).toBe(1);
    expect(report.unmatchedRows).toEqual([
      { file, line: 7, cells: { sku: 'B', title: 'Rug', pieces: '1', price: '7' } },
    ]);
  });

  it('says why a line is no row, not what its event lacks', async () => {
    const file = write('bills.csv', [...lines, '105,A'].join('\n'));
    const error = {
      code: 'invalid_data',
      reason: 'is missing',
      step: 'validate',
      path: '/data/order_id',
    };
    const report = await importFiles({
      files: [file],
      mapping,
      nowMs: Date.UTC(2026, 7, 1),
      send: async (batch): Promise<IngestAnswer> => ({
        results: batch.flatMap(({ id, data }) =>
          data.rejected_line === undefined
            ? []
            : [{ id, outcome: 'deadLettered', error: { ...error, dead_letter_id: 'd' } }],
        ),
        stored: 0,
        duplicates: 0,
        dead_lettered: 1,
      }),
      progress: () => {},
    });
    expect(report.problems).toMatchObject([
      { code: 'invalid_data', reason: 'line 7: it has 2 cells, the header has 7' },
    ]);
    expect(report.problems[0]).not.toHaveProperty('path');
  });

  it('says which columns are missing, and which there are', async () => {
    const file = write('bills.csv', 'bill,sku\n1,A\n');
    await expect(importAll([file])).rejects.toMatchObject({
      code: 'missing_columns',
      message: expect.stringContaining('"at"'),
      remedy: expect.stringContaining('bill, sku'),
    });
  });

  it('says when a file is not there or of no known kind', async () => {
    await expect(importAll([join(folder, 'none.csv')])).rejects.toMatchObject({
      code: 'file_not_found',
    });
    await expect(importAll([write('bills.xls', 'x')])).rejects.toMatchObject({
      code: 'unknown_file_format',
    });
  });
});

describe('a mapping', () => {
  it.each([
    ['{', 'not valid JSON'],
    ['{"source":"x","events":[]}', '/events'],
    [
      '{"source":"x","events":[{"type":"t","time":{"column":"a"},"data":{},"wehn":1}]}',
      '/events/0',
    ],
    [
      '{"source":"x","time_zone":"Mars/Base","events":[{"type":"t","time":{"column":"a"},"data":{}}]}',
      'Mars/Base',
    ],
  ])('is refused with the place that is wrong: %s', (text, place) => {
    expect(() => parseMapping(text, 'm.json')).toThrow(place);
  });
});
