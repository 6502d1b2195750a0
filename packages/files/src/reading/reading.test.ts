import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type ReadingHints, readFile } from './read-file.js';

const folder = mkdtempSync(join(tmpdir(), 'olympus-reading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function read(content: string | Uint8Array, name: string, hints: ReadingHints = {}) {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, content);
  const reading = await readFile(path, hints);
  const rows: Record<string, string>[] = [];
  const lines: number[] = [];
  const rejected: (readonly [number, string])[] = [];
  let columns: readonly string[] = [];
  for await (const batch of reading.batches) {
    columns = batch.columns;
    for (const { line, cells } of batch.rows) {
      lines.push(line);
      const named = batch.columns.flatMap((column, at) => {
        const cell = cells[at] ?? null;
        return cell === null ? [] : [[column, cell] as const];
      });
      rows.push(Object.fromEntries(named));
    }
    for (const { line, reason } of batch.rejected) rejected.push([line, reason.message]);
  }
  return { ...reading, columns, rows, lines, rejected };
}

describe('a file of separated values', () => {
  it.each([
    [',', 'csv'],
    [';', 'csv'],
    ['\t', 'tsv'],
    ['|', 'txt'],
  ])('separated by %j is read without a hint', async (sign, ending) => {
    const text = `id${sign}price${sign}note\n1${sign}1.50${sign}a\n2${sign}2.50${sign}b\n`;
    const { rows, form } = await read(text, `x.${ending}`);
    expect(form.delimiter).toBe(sign);
    expect(rows).toEqual([
      { id: '1', price: '1.50', note: 'a' },
      { id: '2', price: '2.50', note: 'b' },
    ]);
  });

  it('takes quotes for what they are that first appear after many rows', async () => {
    const plain = Array.from({ length: 30_000 }, (_, i) => `${i},name ${i}`);
    const { rows, rejected } = await read(
      ['id,name', ...plain, '30000,"Last, ""quoted"""', '30001,"over\ntwo lines"'].join('\n'),
      'late.csv',
    );
    expect(rejected).toEqual([]);
    expect(rows.at(-2)).toEqual({ id: '30000', name: 'Last, "quoted"' });
    expect(rows.at(-1)).toEqual({ id: '30001', name: 'over\ntwo lines' });
  });

  it('rejects a row that does not fit, with its line, and reads on', async () => {
    const { rows, lines, rejected } = await read(
      'a,b\n1,2\n3\n4,5,6\n7,8,\n"9,x\n10,11\n',
      'misfits.csv',
    );
    expect(rows).toEqual([
      { a: '1', b: '2' },
      { a: '7', b: '8' },
      { a: '10', b: '11' },
    ]);
    expect(lines).toEqual([2, 5, 7]);
    expect(rejected).toEqual([
      [3, 'it has 1 cells, the header has 2'],
      [4, 'it has 3 cells, the header has 2'],
      [6, expect.stringContaining('quote')],
    ]);
  });

  it('finds the header below lines of a report, and tells columns of one name apart', async () => {
    const { rows, warnings, columns } = await read(
      'Sales report\nMade on 1 July\n\nid,name,name,\n1,a,b,c\n2,d,e,f\n',
      'report.csv',
    );
    expect(columns).toEqual(['id', 'name', 'name (2)', 'column 4']);
    expect(rows).toHaveLength(2);
    expect(warnings).toMatchObject([{ code: 'lines_above_header', count: 3 }]);
  });

  it('reads “sep=” and packed files', async () => {
    expect((await read('sep=;\nid;name\n1;a\n', 'sep.csv')).rows).toEqual([{ id: '1', name: 'a' }]);
    expect((await read(gzipSync('id,name\n1,a\n'), 'packed.csv.gz')).rows).toEqual([
      { id: '1', name: 'a' },
    ]);
  });
});

describe('an encoding', () => {
  const text = 'id,name\n1,Äpfel für 3 €\n2,plain\n';
  const cp1252 = Buffer.from(text.replace('€', '\u0080'), 'latin1');
  const utf16 = (order: 'le' | 'be', mark: boolean) => {
    const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8', false],
    ['UTF-16 LE', utf16('le', true), 'utf-16le', false],
    ['UTF-16 BE', utf16('be', true), 'utf-16be', false],
    ['UTF-16 LE without a mark', utf16('le', false), 'utf-16le', true],
    ['Windows-1252', cp1252, 'windows-1252', true],
  ])('%s is found', async (_name, bytes, label, warned) => {
    const { rows, form, warnings } = await read(bytes, 'text.csv');
    expect(form.encoding).toBe(label);
    expect(rows[0]).toEqual({ id: '1', name: 'Äpfel für 3 €' });
    expect(warnings.length > 0).toBe(warned);
  });

  it('is found by a letter that first appears after many rows', async () => {
    const plain = Array.from({ length: 40_000 }, (_, i) => `${i},name`).join('\n');
    const { rows, form } = await read(
      Buffer.from(`id,name\n${plain}\n9,M\xfcller\n`, 'latin1'),
      'late.csv',
    );
    expect(form.encoding).toBe('windows-1252');
    expect(rows.at(-1)?.name).toBe('Müller');
  });

  it('that some lines break costs these lines', async () => {
    const { rows, rejected, warnings } = await read(
      Buffer.concat([
        Buffer.from('id,name\n1,Müller\n2,Jäger\n'),
        Buffer.from('3,Gr\xfcn\n', 'latin1'),
        Buffer.from('4,Öl\n'),
      ]),
      'mixed.csv',
    );
    expect(rows.map(({ id }) => id)).toEqual(['1', '2', '4']);
    expect(rejected).toEqual([[4, 'it is not UTF-8']]);
    expect(warnings).toMatchObject([{ code: 'some_lines_not_utf8', count: 1 }]);
  });

  it('is what the mapping says', async () => {
    const { rows } = await read(Buffer.from([0x69, 0x64, 10, 0xb3]), 'x.csv', {
      encoding: 'iso-8859-2',
    });
    expect(rows).toEqual([{ id: 'ł' }]);
    await expect(read('a', 'x.csv', { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'unknown_encoding',
    });
  });
});

describe('a file of JSON', () => {
  it('rejects a broken line, and keeps each value as it is written', async () => {
    const { rows, rejected, form } = await read(
      [
        '{"id":"007","n":1.50}',
        '{"id":7,"n":"1,50"}',
        '{"id":',
        '[1]',
        '',
        '{"id":12345678901234567890,"ok":true}',
      ].join('\n'),
      'x.ndjson',
    );
    expect(form.format).toBe('ndjson');
    expect(rows).toEqual([
      { id: '007', n: '1.5' },
      { id: '7', n: '1,50' },
      { id: '12345678901234567890', ok: 'true' },
    ]);
    expect(rejected).toEqual([
      [3, 'it is not valid JSON'],
      [4, 'it is not a JSON object'],
    ]);
  });

  it('reads an array, its nested fields and its lists of objects', async () => {
    const orders = [
      {
        id: 1,
        customer: { email: 'a@x.org' },
        items: [
          { sku: 'A', qty: 2 },
          { sku: 'B', qty: 1 },
        ],
      },
      { id: 2, customer: null, items: [], tags: ['x', 'y'], note: 'a ] and } inside' },
    ];
    const { rows, form } = await read(JSON.stringify(orders, null, 2), 'x.json');
    expect(form.format).toBe('json');
    expect(rows).toEqual([
      { id: '1', 'customer.email': 'a@x.org', 'items.sku': 'A', 'items.qty': '2' },
      { id: '1', 'customer.email': 'a@x.org', 'items.sku': 'B', 'items.qty': '1' },
      { id: '2', items: '[]', tags: '["x","y"]', note: 'a ] and } inside' },
    ]);
  });
});

describe('a file', () => {
  it('that is packed otherwise, or cut off, is refused with why', async () => {
    await expect(read(Buffer.from('PK\x03\x04rest'), 'x.csv')).rejects.toMatchObject({
      code: 'unknown_file_format',
    });
    const packed = gzipSync('id,name\n'.repeat(10_000));
    await expect(read(packed.subarray(0, packed.length - 20), 'x.csv.gz')).rejects.toMatchObject({
      code: 'unreadable_file',
    });
    expect((await read('', 'empty.csv')).rows).toEqual([]);
  });
});
