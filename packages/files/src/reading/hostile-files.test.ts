import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCsvParser } from './csv-parser.js';
import { readFile } from './read-file.js';

const folder = mkdtempSync(join(tmpdir(), 'olympus-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(name: string, text: string) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const rows: (readonly (string | null)[])[] = [];
  const rejected: string[] = [];
  for await (const batch of (await readFile(path)).batches) {
    rows.push(...batch.rows.map(({ cells }) => cells));
    rejected.push(...batch.rejected.map(({ reason }) => reason.code));
  }
  return { rows: rows.length, rejected };
}

describe('a file that was made to be slow', () => {
  it.each([
    ['"a\n', 100_000],
    ['"\n', 100_000],
    ['x,"a\n', 100_000],
    ['"a"b\n', 100_000],
    ['"a""\n', 100_000],
  ])('of lines %j is read in time that grows with its length', (line, length) => {
    const parser = createCsvParser({ delimiter: ',', quote: '"' }, () => 2);
    const startedMs = performance.now();
    parser.push(line.repeat(length / line.length), true);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });

  it('loses the rows that are too deep, too long or of too many values, and no other', async () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const wide = `{"a":[${'{},'.repeat(60_000)}{}]}`;
    const long = `{"a":"${'x'.repeat(1_200_000)}"}`;
    const rejected = ['nested_too_deep', 'row_too_large', 'line_too_long'];
    const objects = ['{"a":1}', deep, wide, long, '{"a":2}'];
    expect(await read('lines.ndjson', objects.join('\n'))).toEqual({ rows: 2, rejected });
    expect(await read('array.json', `[${objects.join(',')}]`)).toEqual({ rows: 2, rejected });
  });

  it('is refused when it has more columns than anybody looks at', async () => {
    const names = Array.from({ length: 5_000 }, (_, i) => `c${i}`);
    const rows = names.map((name) => `{"${name}":1}`).join('\n');
    for (const [name, text] of [
      ['wide.csv', `${names.join(',')}\n`],
      ['wide.ndjson', rows],
    ] as const) {
      await expect(read(name, text)).rejects.toMatchObject({ code: 'too_many_columns' });
    }
  });
});
