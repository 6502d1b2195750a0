import { existsSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '@olympus/core';
import {
  type Catalogue,
  type Condition,
  columnsOf,
  columnsOfRule,
  type Mapping,
  type Rule,
} from './mapping.js';

/** A cell as it stands in the file; null for an empty one. */
export type Row = readonly (string | null)[];

/** A line of a file that is no row of its table. */
export interface RejectedLine {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/**
 * Files as one table of text, in a private in-memory DuckDB. Rows keep their order in the files.
 */
export interface ImportTable {
  readonly rows: number;
  readonly rejected: readonly RejectedLine[];
  /**
   * Rows of a rule, those of a group one after another: the cells of {@link columnsOfRule}, then the
   * row's instant.
   */
  readRule(index: number): AsyncGenerator<readonly Row[]>;
  /** One row a key: the key, the chosen texts in order, the instant. */
  readCatalogue(catalogue: Catalogue): Promise<readonly Row[]>;
  close(): void;
}

const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;
const sqlName = (name: string) => `"${name.replaceAll('"', '""')}"`;

type Format = 'csv' | 'json' | 'parquet';

function formatOf(file: string): Format {
  const name = file.toLowerCase().replace(/\.(gz|zst)$/, '');
  if (/\.(csv|tsv|txt)$/.test(name)) return 'csv';
  if (/\.(ndjson|jsonl|json)$/.test(name)) return 'json';
  if (/\.(parquet|pq)$/.test(name)) return 'parquet';
  throw new Problem({
    code: 'unknown_file_format',
    kind: 'unsupported',
    message: `It is not clear from its name what ${file} holds`,
    remedy: 'Name it .csv, .ndjson or .parquet; .gz may follow.',
    at: file,
  });
}

function readerOf(file: string, mapping: Mapping): string {
  const path = sqlText(file);
  switch (formatOf(file)) {
    case 'csv': {
      const { delimiter, quote } = mapping.csv ?? {};
      const options = [
        'all_varchar=true',
        'header=true',
        'store_rejects=true',
        ...(delimiter === undefined ? [] : [`delim=${sqlText(delimiter)}`]),
        ...(quote === undefined ? [] : [`quote=${sqlText(quote)}`]),
      ];
      return `read_csv(${path}, ${options.join(', ')})`;
    }
    case 'json':
      return `read_json(${path}, format='newline_delimited', sample_size=-1)`;
    case 'parquet':
      return `read_parquet(${path})`;
  }
}

/** @throws Problem `file_not_found`, `unreadable_file`, `unknown_file_format`, `missing_columns` */
export async function openTable(files: readonly string[], mapping: Mapping): Promise<ImportTable> {
  for (const file of files) {
    if (!existsSync(file)) {
      throw new Problem({
        code: 'file_not_found',
        kind: 'not_found',
        message: `There is no file ${file}`,
        at: file,
      });
    }
  }
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    const zone = mapping.time_zone ?? 'UTC';
    await connection.run(`SET TimeZone = ${sqlText('UTC')}`);
    await loadFiles(connection, files, mapping);
    const columns = await columnNames(connection);
    requireColumns(mapping, columns);
    const rows = await count(connection, 'imported');
    const rejected = await readRejects(connection);
    return {
      rows,
      rejected,
      readRule: (index) => readRule(connection, mapping, index, zone),
      readCatalogue: (catalogue) => readCatalogue(connection, catalogue, zone),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function loadFiles(
  connection: DuckDBConnection,
  files: readonly string[],
  mapping: Mapping,
): Promise<void> {
  const selects = files.map((file) => `SELECT COLUMNS(*)::VARCHAR FROM ${readerOf(file, mapping)}`);
  try {
    await connection.run(`CREATE TABLE imported AS ${selects.join(' UNION ALL BY NAME ')}`);
  } catch (cause) {
    throw new Problem({
      code: 'unreadable_file',
      kind: 'invalid',
      message: `The files cannot be read: ${cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause)}`,
      remedy: 'Look at the first lines; the mapping’s "csv" sets delimiter and quote.',
      cause,
    });
  }
}

async function columnNames(connection: DuckDBConnection): Promise<readonly string[]> {
  const reader = await connection.runAndReadAll('SELECT * FROM imported LIMIT 0');
  return reader.columnNames();
}

function requireColumns(mapping: Mapping, columns: readonly string[]): void {
  const missing = [...columnsOf(mapping)].filter((name) => !columns.includes(name));
  if (missing.length === 0) return;
  throw new Problem({
    code: 'missing_columns',
    kind: 'invalid',
    message: `The files have no column ${missing.map((name) => `"${name}"`).join(', ')}`,
    remedy: `They have: ${columns.join(', ')}.`,
  });
}

async function count(connection: DuckDBConnection, table: string): Promise<number> {
  const reader = await connection.runAndReadAll(`SELECT count(*)::DOUBLE FROM ${table}`);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

async function readRejects(connection: DuckDBConnection): Promise<readonly RejectedLine[]> {
  // the tables of rejects exist once a CSV file was read
  const exists = await connection.runAndReadAll(
    `SELECT count(*)::DOUBLE FROM duckdb_tables() WHERE table_name = 'reject_errors'`,
  );
  if (Number(exists.getRows()[0]?.[0] ?? 0) === 0) return [];
  const reader = await connection.runAndReadAll(
    `SELECT s.file_path, e.line::DOUBLE, any_value(e.csv_line), any_value(e.error_message)
     FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id)
     GROUP BY ALL ORDER BY 1, 2 LIMIT 100000`,
  );
  return reader.getRows().map(([file, line, text, reason]) => ({
    file: String(file),
    line: Number(line),
    text: String(text ?? ''),
    reason: String(reason ?? '').split('\n', 1)[0] ?? '',
  }));
}

function conditionSql(condition: Condition): string {
  const column = sqlName(condition.column);
  if ('starts_with' in condition) {
    return `coalesce(starts_with(${column}, ${sqlText(condition.starts_with)}), false)`;
  }
  if ('equals' in condition) {
    return `coalesce(${column} IN (${condition.equals.map(sqlText).join(', ')}), false)`;
  }
  const present = `coalesce(trim(${column}) <> '', false)`;
  return condition.present ? present : `NOT ${present}`;
}

/** A row's instant as RFC 3339 in UTC; text that is no such time stays, for the collector to refuse. */
function instantSql(time: Rule['time'], zone: string): string {
  const column = sqlName(time.column);
  const local =
    time.format === undefined
      ? `TRY_CAST(${column} AS TIMESTAMP)`
      : `try_strptime(${column}, ${sqlText(time.format)})`;
  const hasOffset = `regexp_matches(${column}, '(Z|[+-][0-9]{2}:?[0-9]{2})$')`;
  const instant =
    time.format === undefined
      ? `CASE WHEN ${hasOffset} THEN TRY_CAST(${column} AS TIMESTAMPTZ) ELSE timezone(${sqlText(zone)}, ${local}) END`
      : `timezone(${sqlText(zone)}, ${local})`;
  return `coalesce(strftime(timezone('UTC', ${instant}), '%Y-%m-%dT%H:%M:%S.%gZ'), ${column})`;
}

async function* readRule(
  connection: DuckDBConnection,
  mapping: Mapping,
  index: number,
  zone: string,
): AsyncGenerator<readonly Row[]> {
  const rule = mapping.events[index];
  if (rule === undefined) return;
  const earlier = mapping.events
    .slice(0, index)
    .map((other) => (other.when === undefined ? 'true' : conditionSql(other.when)));
  const own = rule.when === undefined ? 'true' : conditionSql(rule.when);
  const where = [own, ...earlier.map((condition) => `NOT (${condition})`)].join(' AND ');
  const select = [...columnsOfRule(rule).map(sqlName), instantSql(rule.time, zone)].join(', ');
  // groups in the order of their first rows, so that time goes forward as it does in the file
  const order =
    rule.group_by === undefined
      ? 'rowid'
      : `min(rowid) OVER (PARTITION BY ${sqlName(rule.group_by)}), rowid`;
  const result = await connection.stream(
    `SELECT ${select} FROM imported WHERE ${where} ORDER BY ${order}`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    yield chunk.getRows() as unknown as readonly Row[];
  }
}

async function readCatalogue(
  connection: DuckDBConnection,
  catalogue: Catalogue,
  zone: string,
): Promise<readonly Row[]> {
  const key = sqlName(catalogue.key);
  const chosen = Object.values(catalogue.most_frequent).map((column, index) => {
    const text = sqlName(column);
    return `chosen${index} AS (
      SELECT k, t FROM (
        SELECT ${key} AS k, trim(${text}) AS t, count(*) AS n, max(rowid) AS last
        FROM imported WHERE trim(${text}) <> '' GROUP BY ALL
      ) QUALIFY row_number() OVER (PARTITION BY k ORDER BY n DESC, last DESC) = 1
    )`;
  });
  const joins = chosen.map((_, index) => `LEFT JOIN chosen${index} ON chosen${index}.k = keys.k`);
  const texts = chosen.map((_, index) => `, chosen${index}.t`);
  const reader = await connection.runAndReadAll(
    `WITH keys AS (
       SELECT ${key} AS k, min(${instantSql(catalogue.time, zone)}) AS at, min(rowid) AS first
       FROM imported WHERE trim(${key}) <> '' GROUP BY ALL
     )${chosen.map((part) => `, ${part}`).join('')}
     SELECT keys.k${texts.join('')}, keys.at FROM keys ${joins.join(' ')} ORDER BY keys.first`,
  );
  return reader.getRows() as unknown as readonly Row[];
}
