import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvDialect, createCsvParser } from './csv-parser.js';

const comma: CsvDialect = { delimiter: ',', quote: '"' };

function parse(text: string, { dialect = comma, width = 0, pieces = 1 } = {}) {
  const parser = createCsvParser(dialect, () => (width === 0 ? undefined : width));
  const size = Math.max(1, Math.ceil(text.length / pieces));
  const out = [];
  for (let at = 0; at < text.length; at += size)
    out.push(...parser.push(text.slice(at, at + size), false));
  out.push(...parser.push('', true));
  return out;
}

const cells = (text: string, options?: Parameters<typeof parse>[1]) =>
  parse(text, options).map((entry) => (entry.kind === 'row' ? entry.cells : entry.reason.message));

describe('separated values', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"a","b"\n', [['a', 'b']]],
    ['"a,b",c\n', [['a,b', 'c']]],
    ['"a\nb",c\n', [['a\nb', 'c']]],
    ['"a\r\nb",c\r\n', [['a\r\nb', 'c']]],
    ['"say ""hi""",c\n', [['say "hi"', 'c']]],
    ['"say \\"hi\\" to",c\n', [['say "hi" to', 'c']]],
    ['5" pipe,c\n', [['5" pipe', 'c']]],
    ['"5" pipe",c\n', [['5" pipe', 'c']]],
    ['a, "b,c" ,d\n', [['a', 'b,c', 'd']]],
    ['"",x\n', [['', 'x']]],
    ['\n\na,b\n\n', [['a', 'b']]],
  ])('reads %j', (text, expected) => {
    expect(cells(text)).toEqual(expected);
    expect(cells(text, { pieces: text.length })).toEqual(expected);
  });

  it('takes a quote after the escape as text where the dialect says so', () => {
    const dialect = { ...comma, escape: '\\' };
    expect(cells('"ends with \\",",c\n', { dialect })).toEqual([['ends with ",', 'c']]);
  });

  it('loses one line to a quote that is never closed, not the rest of the file', () => {
    const text = ['a,b', '"broken,1', ...Array.from({ length: 50 }, (_, i) => `x${i},${i}`)].join(
      '\n',
    );
    const out = parse(text, { width: 2 });
    expect(out).toHaveLength(52);
    expect(out[1]).toMatchObject({ kind: 'fault', line: 2, text: '"broken,1' });
    expect(out[2]).toMatchObject({ kind: 'row', line: 3, cells: ['x0', '0'] });
  });

  it('loses one line to a quote that a later row seems to close', () => {
    const text = ['a,b', '"broken,1', 'x,2', 'y,3', '"fine",4', 'z,5'].join('\n');
    expect(parse(text, { width: 2 }).map(({ kind, line }) => [kind, line])).toEqual([
      ['row', 1],
      ['fault', 2],
      ['row', 3],
      ['row', 4],
      ['row', 5],
      ['row', 6],
    ]);
  });

  it('numbers rows by the line they begin in', () => {
    const out = parse('h,h\n"a\nb",1\n\nc,2\n', { width: 2 });
    expect(out.map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('reads back what was written, however it is cut into pieces', () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', 'x') });
    const table = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, pieces) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect(cells(`${text}\n`, { width: 3, pieces })).toEqual(rows);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
