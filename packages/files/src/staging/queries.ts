import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type Catalogue,
  columnsOfCatalogue,
  columnsOfRule,
  type Mapping,
} from '../mapping/mapping.js';
import type { Note } from '../notes/notes.js';
import type { RejectedLine } from '../reading/rows.js';
import type { Row, StagedRow } from './rows.js';
import { cellName } from './target.js';

async function* stream(connection: DuckDBConnection, text: string) {
  const result = await connection.stream(text);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    yield chunk.getRows();
  }
}

const chosen = (columns: readonly string[], wanted: readonly string[]) =>
  columns.map((column) => cellName(wanted.indexOf(column)));

export async function* readRule(
  connection: DuckDBConnection,
  mapping: Mapping,
  index: number,
  wanted: readonly string[],
): AsyncGenerator<readonly StagedRow[]> {
  const rule = mapping.events[index];
  if (rule === undefined) return;
  const columns = columnsOfRule(rule);
  const cells = chosen(columns, wanted);
  const key = rule.group_by;
  // groups in the order of their first rows, so that time goes forward as it does in the file
  const order =
    key === undefined
      ? 'rowid'
      : `min(rowid) OVER (PARTITION BY ${cellName(wanted.indexOf(key))}), rowid`;
  const occurrence =
    key === undefined ? `row_number() OVER (PARTITION BY ${cells.join(', ')} ORDER BY rowid)` : '1';
  const rows = stream(
    connection,
    `SELECT ${cells.join(', ')}, file, line, (${occurrence})::INTEGER FROM staged
     WHERE (rules & ${1 << index}) <> 0 ORDER BY ${order}`,
  );
  for await (const chunk of rows) {
    yield chunk.map((row) => ({
      cells: row as Row,
      file: Number(row[columns.length]),
      line: Number(row[columns.length + 1]),
      occurrence: Number(row[columns.length + 2]),
    }));
  }
}

export async function* readCatalogue(
  connection: DuckDBConnection,
  catalogue: Catalogue,
  wanted: readonly string[],
): AsyncGenerator<readonly Row[]> {
  const texts = new Set(Object.values(catalogue.most_frequent));
  const columns = columnsOfCatalogue(catalogue);
  const cells = columns.map((column) =>
    // texts are chosen apart; left in, they would tell rows apart
    texts.has(column) && column !== catalogue.key && !(catalogue.or ?? []).includes(column)
      ? 'NULL'
      : cellName(wanted.indexOf(column)),
  );
  const rows = stream(
    connection,
    `SELECT ${cells.map((cell, index) => `${cell} AS v${index}`).join(', ')} FROM staged
     GROUP BY ALL ORDER BY min(rowid)`,
  );
  for await (const chunk of rows) yield chunk as unknown as readonly Row[];
}

export async function mostFrequent(
  connection: DuckDBConnection,
  catalogue: Catalogue,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const of = (column: string) => cellName(wanted.indexOf(column));
  const names = [catalogue.key, ...(catalogue.or ?? [])].map(
    (name) => `nullif(trim(${of(name)}), '')`,
  );
  const key = `coalesce(${names.join(', ')})`;
  const byKey = new Map<string, (string | null)[]>();
  const columns = Object.values(catalogue.most_frequent);
  for (const [index, column] of columns.entries()) {
    const text = `trim(${of(column)})`;
    const rows = stream(
      connection,
      `SELECT k, t FROM (
         SELECT ${key} AS k, ${text} AS t, count(*) AS n, max(rowid) AS last
         FROM staged WHERE ${text} <> '' AND ${key} IS NOT NULL GROUP BY ALL
       ) QUALIFY row_number() OVER (PARTITION BY k ORDER BY n DESC, last DESC) = 1`,
    );
    for await (const chunk of rows) {
      for (const [k, t] of chunk) {
        const known = byKey.get(String(k)) ?? new Array<string | null>(columns.length).fill(null);
        known[index] = String(t);
        byKey.set(String(k), known);
      }
    }
  }
  return byKey;
}

export async function* readRejected(
  connection: DuckDBConnection,
  files: readonly string[],
): AsyncGenerator<readonly RejectedLine[]> {
  for await (const chunk of stream(
    connection,
    'SELECT file, line, content, reason FROM rejected',
  )) {
    yield chunk.map(([file, line, text, reason]) => ({
      file: files[Number(file)] ?? '',
      line: Number(line),
      text: String(text),
      reason: JSON.parse(String(reason)) as Note,
    }));
  }
}
