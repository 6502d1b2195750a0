import { createPace } from '@olympus/core';
import type { Sheet } from './sheet.js';

/** What the table is about, its columns, and its rows as the query answered them. */
export async function* writeJson({ about, columns, rows }: Sheet): AsyncGenerator<Uint8Array> {
  const pace = createPace();
  const known = Object.fromEntries(about.map(({ key, value }) => [key, value]));
  const head = JSON.stringify({ about: known, columns }, null, 1);
  yield Buffer.from(`${head.slice(0, -2)},\n "rows": [`);
  for (const [index, row] of rows.entries()) {
    yield Buffer.from(`${index === 0 ? '' : ','}\n  ${JSON.stringify(row)}`);
    if (pace.due()) await pace.rest();
  }
  yield Buffer.from('\n ]\n}\n');
}
