import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Answered, makeSheet } from './make-sheet.js';
import { type ExportFormat, fileNameOf } from './sheet.js';
import { writeSheet } from './write-sheet.js';

const folder = mkdtempSync(join(tmpdir(), 'olympus-exports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  'plain',
  'a "b", c\n d',
  '<&>',
  '',
];

const answer = (rows: Answered['rows']): Answered => ({
  columns: [
    { name: 'time', type: 'date', role: 'time', label: 'Day' },
    { name: 'product.name', type: 'string', role: 'dimension', label: '=Product' },
    { name: 'revenue', type: 'number', role: 'metric', unit: 'currency', label: 'Revenue' },
    { name: 'rate', type: 'number', role: 'metric', unit: 'ratio' },
  ],
  rows,
  meta: {
    time_zone: 'Europe/Berlin',
    currency: 'EUR',
    range: { from: '2026-05-04', to: '2026-05-11' },
    freshness: { data_through: '2026-05-10T12:00:00.000Z' },
    generated_at: '2026-05-11T08:00:00.000Z',
    truncated: false,
  },
});

const rows = hostile.map((name, index) => ({
  time: `2026-05-${String(index + 1).padStart(2, '0')}`,
  'product.name': name,
  revenue: index === 1 ? -5.25 : index * 10,
  rate: index === 2 ? null : 0.5,
}));

const filters = [{ dimension: 'channel', operator: 'in' as const, values: ['web', 'app'] }];
const sheet = makeSheet('Sales "May"', { filters }, answer(rows), 'en');

async function write(format: ExportFormat, of = sheet): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeSheet(format, of)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Files of a ZIP archive, by its central directory. */
function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const packed = archive.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const local = archive.readUInt32LE(at + 42);
    const text = archive.toString('utf8', at + 46, at + 46 + (name ?? 0));
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    files.set(text, inflateRawSync(archive.subarray(start, start + packed)).toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

describe('a file of comma-separated values', () => {
  it('holds nothing but rows, with formulas made texts and numbers left numbers', async () => {
    const lines = (await write('csv')).toString('utf8').split('\r\n');
    expect(lines[0]).toBe("Day,'=Product,Revenue,rate");
    expect(lines[1]).toBe("2026-05-01,'=1+1,0,0.5");
    expect(lines[2]).toBe("2026-05-02,'+1,-5.25,0.5");
    expect(lines[3]).toBe("2026-05-03,'-1,20,");
  });

  it('has no cell that a spreadsheet would run, whatever a name is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 20 }), async (name) => {
        const one = makeSheet(
          'x',
          {},
          answer([{ time: '2026-05-01', 'product.name': name }]),
          'en',
        );
        const text = (await write('csv', one)).toString('utf8');
        const cell = text.slice(text.indexOf('2026-05-01,') + 11);
        expect(/^"?[=+\-@\t\r]/.test(cell.replace(/^\r\n$/, ''))).toBe(
          name === '' && cell.startsWith('\r'),
        );
      }),
    );
  });
});

describe('a workbook', () => {
  it('holds dates, numbers and texts as such, and what they are about on a second sheet', async () => {
    const files = unzip(await write('xlsx'));
    const data = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(data).toContain('<c s="2"><v>46143</v></c>');
    expect(data).toContain('<c s="4"><v>-5.25</v></c>');
    expect(data).toContain(`<t xml:space="preserve">'=1+1</t>`);
    expect(data).toContain('&lt;&amp;&gt;');
    expect(data).not.toContain('<f>');
    const about = files.get('xl/worksheets/sheet2.xml') ?? '';
    for (const text of [
      'Sales "May"',
      '2026-05-04',
      'Europe/Berlin',
      'EUR',
      'channel in web, app',
    ]) {
      expect(about).toContain(text);
    }
  });
});

describe('a Parquet file', () => {
  it('holds typed columns by the names of the query, and what they are about as metadata', async () => {
    const path = join(folder, 'rows.parquet');
    writeFileSync(path, await write('parquet'));
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    const read = await ask(`SELECT * FROM read_parquet('${path}')`);
    expect(read[1]).toEqual(['2026-05-02', '+1', -5.25, 0.5]);
    expect(read[2]?.[3]).toBeNull();
    const types = await ask(
      `SELECT column_type FROM (DESCRIBE SELECT * FROM read_parquet('${path}'))`,
    );
    expect(types.flat()).toEqual(['DATE', 'VARCHAR', 'DOUBLE', 'DOUBLE']);
    const metadata = await ask(
      `SELECT decode(key), decode(value) FROM parquet_kv_metadata('${path}')`,
    );
    expect(Object.fromEntries(metadata)).toMatchObject({
      'olympus.title': 'Sales "May"',
      'olympus.time_zone': 'Europe/Berlin',
      'olympus.filters': 'channel in web, app',
    });
    connection.closeSync();
    instance.closeSync();
  });
});

describe('a JSON file', () => {
  it('holds the rows as they were answered', async () => {
    const read = JSON.parse((await write('json')).toString('utf8'));
    expect(read.rows).toEqual(rows);
    expect(read.about).toMatchObject({ title: 'Sales "May"', currency: 'EUR' });
    const empty = makeSheet('x', {}, answer([]), 'de');
    expect(JSON.parse((await write('json', empty)).toString('utf8')).rows).toEqual([]);
  });
});

describe('the name of a file', () => {
  it('tells what it holds, and can lead nowhere else', () => {
    expect(fileNameOf('Umsatz nach Tag/Ü', { from: '2026-05-04', to: '2026-05-11T10:00' })).toBe(
      'umsatz-nach-tag-ü-2026-05-04-2026-05-11',
    );
    expect(fileNameOf('../../etc', null)).toBe('etc');
    expect(fileNameOf('///', null)).toBe('export');
  });
});
