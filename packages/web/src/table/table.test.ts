import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from './column.js';
import { isShown, moved, ordered, parseChoice } from './column-choice.js';
import { toCsv, toTsv } from './delimited.js';
import { placeAfter } from './grid-keys.js';
import { nextSort, sortRows } from './sort.js';
import { scrollTo, windowOf } from './virtual-window.js';

interface Row {
  readonly name: string;
  readonly size: number | null;
}

const columns: readonly Column<Row>[] = [
  { key: 'name', label: 'Name', kind: 'text', value: ({ name }) => name },
  { key: 'size', label: 'Size, kB', kind: 'number', value: ({ size }) => size },
  { key: 'note', label: 'Note', kind: 'text', optional: true, onPhone: false, value: () => null },
];
const rows = (...sizes: readonly (number | null)[]): readonly Row[] =>
  sizes.map((size, index) => ({ name: `n${index}`, size }));

describe('sorting', () => {
  const sizes = (found: readonly Row[]) => found.map(({ size }) => size);

  it('orders numbers as numbers, with what is missing last either way', () => {
    const all = rows(10, null, 9, -2, 100);
    const by = (direction: 'ascending' | 'descending') =>
      sizes(sortRows(all, columns, { key: 'size', direction }, 'en'));
    expect(by('ascending')).toEqual([-2, 9, 10, 100, null]);
    expect(by('descending')).toEqual([100, 10, 9, -2, null]);
  });

  it('orders texts as people do', () => {
    const names = ['Item 10', 'item 2', 'Äpfel', 'Zebra'].map((name) => ({ name, size: 0 }));
    const sort = { key: 'name', direction: 'ascending' } as const;
    expect(sortRows(names, columns, sort, 'de').map(({ name }) => name)).toEqual([
      'Äpfel',
      'item 2',
      'Item 10',
      'Zebra',
    ]);
  });

  it('keeps the order of equals in both directions, and loses no row', () => {
    const many = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 50 });
    fc.assert(
      fc.property(
        many,
        fc.constantFrom('ascending' as const, 'descending' as const),
        (of, direction) => {
          const all = rows(...of);
          const found = sortRows(all, columns, { key: 'size', direction }, 'en');
          expect(new Set(found)).toEqual(new Set(all));
          found.slice(1).forEach((row, index) => {
            const before = found[index];
            if (before?.size === row.size)
              expect(all.indexOf(row)).toBeGreaterThan(before ? all.indexOf(before) : -1);
          });
        },
      ),
    );
  });

  it('goes from a column’s first direction to the other to none', () => {
    const first = nextSort(null, 'size', 'number');
    expect(first).toEqual({ key: 'size', direction: 'descending' });
    const second = nextSort(first, 'size', 'number');
    expect(second).toEqual({ key: 'size', direction: 'ascending' });
    expect(nextSort(second, 'size', 'number')).toBeNull();
    expect(nextSort(second, 'name', 'text')).toEqual({ key: 'name', direction: 'ascending' });
    expect(sortRows(rows(2, 1), columns, null, 'en').map(({ size }) => size)).toEqual([2, 1]);
  });
});

describe('the rows that are drawn', () => {
  it('cover what is seen wherever it is scrolled to, and make up the whole height', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 700_000 }),
        fc.integer({ min: 100, max: 2_000 }),
        (count, wanted, viewport) => {
          const top = Math.max(0, Math.min(wanted, count * 32 - viewport));
          const { from, to, before, after } = windowOf(top, viewport, 32, count);
          expect(before + (to - from) * 32 + after).toBe(count * 32);
          expect(from * 32).toBeLessThanOrEqual(top);
          expect(to * 32).toBeGreaterThanOrEqual(Math.min(top + viewport, count * 32));
          expect(to - from).toBeLessThanOrEqual(viewport / 32 + 28);
        },
      ),
    );
  });

  it('scroll only as far as a row needs to be seen between heading and foot', () => {
    expect(scrollTo(5, 0, 400, 32, 33, 0)).toBe(0);
    expect(scrollTo(20, 0, 400, 32, 33, 32)).toBe(21 * 32 - (400 - 33 - 32));
    expect(scrollTo(2, 500, 400, 32, 33, 0)).toBe(64);
  });
});

describe('the keys of a grid', () => {
  const size = { rows: 100, columns: 4, page: 10 };
  const from = { row: 50, column: 1 };
  const to = (key: string, whole = false, rtl = false) => placeAfter(key, whole, from, size, rtl);

  it('lead to neighbours, pages and ends', () => {
    expect(to('ArrowDown')).toEqual({ row: 51, column: 1 });
    expect(to('ArrowRight')).toEqual({ row: 50, column: 2 });
    expect(to('ArrowRight', false, true)).toEqual({ row: 50, column: 0 });
    expect(to('PageDown')).toEqual({ row: 60, column: 1 });
    expect(to('Home')).toEqual({ row: 50, column: 0 });
    expect(to('End', true)).toEqual({ row: 99, column: 3 });
    expect(to('a')).toBeUndefined();
  });

  it('stay inside, the heading being the first row', () => {
    expect(placeAfter('ArrowUp', false, { row: 0, column: 0 }, size)).toEqual({
      row: -1,
      column: 0,
    });
    expect(placeAfter('ArrowUp', false, { row: -1, column: 0 }, size)).toEqual({
      row: -1,
      column: 0,
    });
    expect(placeAfter('ArrowDown', false, { row: 99, column: 0 }, size)).toEqual({
      row: 99,
      column: 0,
    });
  });
});

describe('files and the clipboard', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('never holds the formula %j', (name) => {
    const [, line] = toCsv(columns.slice(0, 1), [{ name, size: 0 }]).split('\r\n');
    expect(line?.replace(/^"/, '').startsWith("'")).toBe(true);
    expect(toTsv(columns.slice(0, 1), [{ name, size: 0 }]).split('\r\n')[1]?.[0]).toBe("'");
  });

  it('keeps numbers numbers, and quotes what a reader would split', () => {
    const csv = toCsv(columns.slice(0, 2), [
      { name: 'a "b", c', size: -5.25 },
      { name: 'two\nlines', size: null },
    ]);
    expect(csv).toBe('Name,"Size, kB"\r\n"a ""b"", c",-5.25\r\n"two\nlines",\r\n');
    expect(toTsv(columns.slice(0, 2), [{ name: 'a\tb\nc', size: 1 }])).toBe(
      'Name\tSize, kB\r\na b c\t1',
    );
  });
});

describe('the choice of columns', () => {
  const keys = (of: readonly Column<Row>[]) => of.map(({ key }) => key);

  it('keeps the first column first, and puts new columns where they belong', () => {
    expect(keys(ordered(columns, ['note', 'size']))).toEqual(['name', 'note', 'size']);
    expect(keys(ordered(columns, ['size', 'gone']))).toEqual(['name', 'size', 'note']);
    expect(moved(['name', 'size', 'note'], 'note', -1)).toEqual(['name', 'note', 'size']);
    expect(moved(['name', 'size', 'note'], 'size', -1)).toEqual(['name', 'size', 'note']);
  });

  it('shows what was chosen over what is usual', () => {
    const [, size, note] = columns;
    if (!size || !note) throw new Error('no columns');
    const choice = parseChoice('{"order":[],"shown":{"note":true}}');
    expect(isShown(note, choice, true)).toBe(true);
    expect(isShown(note, parseChoice(null), false)).toBe(false);
    expect(isShown(size, choice, true)).toBe(true);
  });

  it('forgets what is no choice', () => {
    for (const text of ['{', '7', 'null', '{"order":[1],"shown":{"a":"b"}}']) {
      expect(parseChoice(text)).toEqual({ order: [], shown: {} });
    }
  });
});
