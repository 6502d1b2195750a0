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

  it.each([
    ['windows-1252', 'K\xe4se \x80 M\xfcller caf\xe9 c\x9cur', 'Käse € Müller café cœur'],
    ['windows-1250', '\xb3\xf3d\x9f za\xbf\xf3\xb3\xe6 g\xea\x9cl\xb9', 'łódź zażółć gęślą'],
    ['iso-8859-2', '\xb3\xf3d\xbc za\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1', 'łódź zażółć gęślą'],
    ['windows-1251', '\xcc\xee\xf1\xea\xe2\xe0', 'Москва'],
    ['macintosh', 'K\x8ase M\x9fller Gr\x9a\xa7e caf\x8e', 'Käse Müller Größe café'],
  ])('that is not Unicode is found by its words: %s', async (label, bytes, text) => {
    const { rows, warnings } = await read(Buffer.from(`id,name\n1,${bytes}\n`, 'latin1'), 'x.csv');
    expect(rows[0]?.name).toBe(text);
    const [warning] = warnings;
    expect(warning).toMatchObject({ code: 'encoding_assumed', encoding: label });
    expect(warning?.other_example).not.toBe(warning?.example);
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
  });

  it.each([
    ['nothing', '', 'empty_file'],
    ['a mark and line ends', '\ufeff\r\n\n', 'empty_file'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'unknown_file_format'],
    [
      'an old spreadsheet',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1', 'latin1'),
      'unknown_file_format',
    ],
    ['a document', '%PDF-1.7\n1 0 obj', 'unknown_file_format'],
    ['a web page', '<!DOCTYPE html><html><table>', 'unknown_file_format'],
    [
      'bytes',
      Buffer.from(Array.from({ length: 900 }, (_, i) => (i * 7) % 256)),
      'unknown_file_format',
    ],
    ['a line without an end', 'x'.repeat(3_000_000), 'unreadable_file'],
    ['columns without number', ','.repeat(5_000), 'too_many_columns'],
  ])('that holds %s is refused by the name people know', async (_what, content, code) => {
    await expect(read(content, 'x.csv', { name: 'orders.csv' })).rejects.toMatchObject({
      code,
      at: 'orders.csv',
      message: expect.not.stringContaining(folder),
      remedy: expect.any(String),
    });
  });

  it('costs one row where a line is too long, and reads on', async () => {
    const long = 'x'.repeat(2_500_000);
    for (const [name, text] of [
      ['x.csv', `id,n\n1,"${long}"\n2,${long}\n3,a\n`],
      [
        'x.ndjson',
        `{"id":1,"n":"${long}${long}"}\n{"id":2,"n":"${long}${long}"}\n{"id":3,"n":"a"}\n`,
      ],
      [
        'x.json',
        `[{"id":1,"n":"${long}${long}"},\n{"id":2,"n":"${long}${long}"},\n{"id":3,"n":"a"}]`,
      ],
    ] as const) {
      const { rows, rejected } = await read(text, name);
      expect(rows).toEqual([{ id: '3', n: 'a' }]);
      expect(rejected.map(([, reason]) => reason)).toEqual(Array(2).fill('the line is too long'));
    }
  });

  it.each([
    ['opens a quote on each line', '"x\n'],
    ['goes on with quotes from line to line', 'a","b\n'],
    ['doubles a quote on each line', '""a\n'],
    ['is all quotes', '"\n'],
  ])('is read in good time that %s', async (_what, line) => {
    const { rejected } = await read(`id,n\n${line.repeat(100_000)}`, 'x.csv');
    expect(rejected.length).toBeGreaterThan(40_000);
  });

  it('of JSON costs one row where it nests too deep', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const { rows, rejected } = await read(`${deep}\n{"id":1}\n`, 'x.ndjson');
    expect(rows).toEqual([{ id: '1' }]);
    expect(rejected).toEqual([[1, 'it nests deeper than 30 levels']]);
  });
});
