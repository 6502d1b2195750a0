import { rm } from 'node:fs/promises';
import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Problem } from '@olympus/core';
import { compileCondition } from './mapping/condition.js';
import {
  type Catalogue,
  columnsOf,
  columnsOfCatalogue,
  columnsOfEvents,
  columnsOfField,
  columnsOfRule,
  fieldsOfRule,
  type Mapping,
  timesOf,
} from './mapping/mapping.js';
import { readFile } from './reading/read-file.js';
import type { FileForm, RejectedLine, RowBatch } from './reading/rows.js';
import { createDateSurvey, type DateEvidence, type DateSurvey } from './values/dates.js';
import { createNumberSurvey, type NumberEvidence, type NumberSurvey } from './values/numbers.js';

/** A cell as it stands in the file; null for an empty one. */
export type Row = readonly (string | null)[];

/** A row of a rule: its cells, the file and line it stands in, and which of equal rows it is. */
export interface StagedRow {
  readonly cells: Row;
  readonly file: number;
  readonly line: number;
  /** 1 for the first of rows that are equal in every cell; only where rows are not grouped. */
  readonly occurrence: number;
}

/** A row that no entry of the mapping takes. */
export interface UnmatchedRow {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Files as one table of text, in a private database on disk: memory stays bounded. Rows keep their
 * order in the files. Every value of the columns that hold numbers and times was looked at.
 */
export interface Staging {
  readonly files: readonly string[];
  readonly forms: readonly FileForm[];
  readonly columns: readonly string[];
  readonly rows: number;
  readonly rejected: number;
  readonly unmatched: { readonly rows: number; readonly examples: readonly UnmatchedRow[] };
  readonly warnings: readonly string[];
  readonly numbers: ReadonlyMap<string, NumberEvidence>;
  readonly dates: ReadonlyMap<string, DateEvidence>;
  /** Rows of a rule, those of a group one after another: the cells of `columnsOfRule`. */
  readRule(index: number): AsyncGenerator<readonly StagedRow[]>;
  /** Each different row of the cells of `columnsOfCatalogue`, in order of first appearance. */
  readCatalogue(catalogue: Catalogue): AsyncGenerator<readonly Row[]>;
  /** Most frequent texts by key, in the order of `most_frequent`. */
  mostFrequent(catalogue: Catalogue): Promise<ReadonlyMap<string, Row>>;
  readRejected(): AsyncGenerator<readonly RejectedLine[]>;
  close(): Promise<void>;
}

export interface StagingOptions {
  readonly files: readonly string[];
  readonly mapping: Mapping;
  /** Where the private database lies while it is open; removed when it is closed. */
  readonly database: string;
  /** Names that the files had before they were uploaded. */
  readonly names?: readonly string[];
  /** Only so many rows of each file, to have a look. */
  readonly mostRows?: number;
  readonly signal?: AbortSignal;
  /** Told how much of all files is read, 0–1, and rows so far. */
  readonly progress?: (share: number, rows: number) => void;
}

const shownUnmatched = 10;
const cellName = (index: number) => `c${index}`;

/**
 * Reads files into a staging.
 * @throws Problem `file_not_found`, `unreadable_file`, `unknown_file_format`, `unknown_encoding`,
 *   `missing_columns`, `cancelled`
 */
export async function stageFiles(options: StagingOptions): Promise<Staging> {
  const { files, mapping, database } = options;
  await removeDatabase(database);
  const instance = await DuckDBInstance.create(database, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
    memory_limit: '1GB',
  });
  const connection = await instance.connect();
  const close = async () => {
    connection.closeSync();
    instance.closeSync();
    await removeDatabase(database);
  };
  try {
    return await fill(connection, options, close);
  } catch (error) {
    await close();
    throw error;
  }

  async function fill(
    writer: DuckDBConnection,
    { names = files, mostRows, signal, progress = () => {} }: StagingOptions,
    end: () => Promise<void>,
  ): Promise<Staging> {
    const wanted = [...columnsOfEvents(mapping)];
    const cells = wanted.map((_, index) => `${cellName(index)} VARCHAR`);
    await writer.run('BEGIN');
    await writer.run(
      `CREATE TABLE staged (file INTEGER, line INTEGER, rules INTEGER${cells.map((cell) => `, ${cell}`).join('')})`,
    );
    await writer.run(
      'CREATE TABLE rejected (file INTEGER, line INTEGER, content VARCHAR, reason VARCHAR)',
    );
    const target = await createTarget(writer, mapping, wanted, files);
    const forms: FileForm[] = [];
    const warnings: string[] = [];
    const seen = new Set<string>();
    for (const [index, file] of files.entries()) {
      const reading = await readFile(file, { ...mapping, name: names[index] ?? file });
      forms.push(reading.form);
      const about = files.length > 1 ? `${names[index]}: ` : '';
      warnings.push(...reading.warnings.map((warning) => `${about}${warning}`));
      const before = target.rows;
      for await (const batch of reading.batches) {
        if (signal?.aborted === true) throw cancelled();
        for (const column of batch.columns) seen.add(column);
        target.add(batch, index);
        progress((index + batch.share) / files.length, target.rows);
        if (mostRows !== undefined && target.rows - before >= mostRows) break;
      }
      target.endFile();
    }
    target.close();
    await writer.run('COMMIT');
    const columns = [...seen];
    requireColumns(mapping, seen);
    return {
      files,
      forms,
      columns,
      rows: target.rows,
      rejected: target.rejected,
      unmatched: { rows: target.unmatchedRows, examples: target.unmatched },
      warnings,
      numbers: target.numbers(),
      dates: target.dates(),
      readRule: (index) => readRule(writer, mapping, index, wanted),
      readCatalogue: (catalogue) => readCatalogue(writer, catalogue, wanted),
      mostFrequent: (catalogue) => mostFrequent(writer, catalogue, wanted),
      readRejected: () => readRejected(writer, files),
      close: end,
    };
  }
}

async function removeDatabase(database: string): Promise<void> {
  for (const path of [database, `${database}.wal`, `${database}.tmp`]) {
    await rm(path, { force: true, recursive: true });
  }
}

function requireColumns(mapping: Mapping, columns: ReadonlySet<string>): void {
  const missing = [...columnsOf(mapping)].filter((name) => !columns.has(name));
  if (missing.length === 0) return;
  throw new Problem({
    code: 'missing_columns',
    kind: 'invalid',
    message: `The files have no column ${missing.map((name) => `"${name}"`).join(', ')}`,
    remedy: `They have: ${[...columns].join(', ')}.`,
  });
}

/** Where rows go while files are read. */
async function createTarget(
  connection: DuckDBConnection,
  mapping: Mapping,
  wanted: readonly string[],
  files: readonly string[],
) {
  const appender = await connection.createAppender('staged');
  const rejects = await connection.createAppender('rejected');
  const { numberColumns, timeColumns } = surveyedColumns(mapping);
  const numberSurveys = new Map(numberColumns.map((name) => [name, createNumberSurvey()]));
  const dateSurveys = new Map(timeColumns.map((name) => [name, createDateSurvey()]));
  const clocks = clockColumns(mapping);
  const unmatched: UnmatchedRow[] = [];
  let [rows, rejected, unmatchedRows] = [0, 0, 0];
  let layout: Layout | undefined;

  function rulesOf(cells: Row, { whens }: Layout): number {
    let bits = 0;
    let taken = false;
    for (const [index, { also, holds }] of whens.entries()) {
      if (!also && taken) continue;
      if (!holds(cells)) continue;
      bits |= 1 << index;
      if (!also) taken = true;
    }
    return bits;
  }

  return {
    add({ columns, rows: batch, rejected: lines }: RowBatch, file: number): void {
      if (layout === undefined || layout.width !== columns.length) {
        layout = layOut(mapping, columns, wanted, numberSurveys, dateSurveys, clocks, layout);
      }
      for (const { line, cells: read } of batch) {
        const cells = layout.carry === undefined ? read : layout.carry(read);
        for (const { index, survey, clock } of layout.surveyed) {
          const cell = cells[index];
          if (cell === null || cell === undefined) continue;
          const text = cell.trim();
          if (text === '') continue;
          survey.add(clock < 0 ? text : `${text} ${cells[clock] ?? ''}`.trim());
        }
        const rules = rulesOf(cells, layout);
        rows += 1;
        if (rules === 0) {
          unmatchedRows += 1;
          if (unmatched.length < shownUnmatched) {
            unmatched.push({ file: files[file] ?? '', line, cells: named(columns, cells) });
          }
        }
        appender.appendInteger(file);
        appender.appendInteger(line);
        appender.appendInteger(rules);
        for (const place of layout.places) appendText(appender, cells[place] ?? null);
        appender.endRow();
      }
      for (const { line, text, reason } of lines) {
        rejected += 1;
        rejects.appendInteger(file);
        rejects.appendInteger(line);
        rejects.appendVarchar(text);
        rejects.appendVarchar(reason);
        rejects.endRow();
      }
    },
    endFile(): void {
      layout = undefined;
    },
    close(): void {
      appender.closeSync();
      rejects.closeSync();
    },
    numbers: () => new Map([...numberSurveys].map(([name, { evidence }]) => [name, evidence])),
    dates: () => new Map([...dateSurveys].map(([name, { evidence }]) => [name, evidence])),
    get rows() {
      return rows;
    },
    get rejected() {
      return rejected;
    },
    get unmatchedRows() {
      return unmatchedRows;
    },
    unmatched,
  };
}

function appendText(appender: DuckDBAppender, text: string | null): void {
  if (text === null) appender.appendNull();
  else appender.appendVarchar(text);
}

/** Where everything stands in the rows of a file. */
interface Layout {
  readonly width: number;
  readonly places: readonly number[];
  readonly whens: readonly { readonly also: boolean; readonly holds: (cells: Row) => boolean }[];
  readonly surveyed: readonly {
    readonly index: number;
    readonly survey: NumberSurvey | DateSurvey;
    readonly clock: number;
  }[];
  readonly carry: ((cells: Row) => Row) | undefined;
}

function layOut(
  mapping: Mapping,
  columns: readonly string[],
  wanted: readonly string[],
  numbers: ReadonlyMap<string, NumberSurvey>,
  dates: ReadonlyMap<string, DateSurvey>,
  clocks: ReadonlyMap<string, string>,
  before: Layout | undefined,
): Layout {
  const indexOf = (name: string) => columns.indexOf(name);
  const place = (name: string, survey: NumberSurvey | DateSurvey) => ({
    index: indexOf(name),
    survey,
    clock: indexOf(clocks.get(name) ?? ''),
  });
  return {
    width: columns.length,
    places: wanted.map(indexOf),
    whens: mapping.events.map(({ when, also = false }) => ({
      also,
      holds: when === undefined ? () => true : compileCondition(when, indexOf),
    })),
    surveyed: [
      ...[...numbers].map(([name, survey]) => place(name, survey)),
      ...[...dates].map(([name, survey]) => place(name, survey)),
    ].filter(({ index }) => index >= 0),
    carry: before?.carry ?? carryDown(mapping, columns),
  };
}

/** Fills cells that are empty below the first row of a document from the row above. */
function carryDown(
  { carry_down: carry }: Mapping,
  columns: readonly string[],
): ((cells: Row) => Row) | undefined {
  if (carry === undefined) return undefined;
  const key = columns.indexOf(carry.key);
  const places = (carry.columns ?? []).map((name) => columns.indexOf(name)).filter((at) => at >= 0);
  let above: Row = [];
  return (cells) => {
    const own = cells[key] ?? null;
    const continues = own === null || own === above[key];
    if (!continues || above.length === 0) {
      above = cells;
      return cells;
    }
    const filled = [...cells];
    for (const at of [key, ...places]) filled[at] ??= above[at] ?? null;
    above = filled;
    return filled;
  };
}

function surveyedColumns(mapping: Mapping) {
  const { events, catalogues = [] } = mapping;
  const fields = [
    ...events.flatMap(fieldsOfRule),
    ...catalogues.flatMap(({ data }) => Object.values(data)),
  ];
  return {
    numberColumns: [
      ...new Set([
        ...fields.flatMap((field) => columnsOfField(field).numbers),
        ...events.flatMap(({ expect }) => expect?.column ?? []),
      ]),
    ],
    timeColumns: [
      ...new Set([
        ...timesOf(mapping).flatMap((time) => [time.column, ...(time.or ?? [])]),
        ...fields.flatMap((field) =>
          'column' in field && field.time === true ? [field.column, ...(field.or ?? [])] : [],
        ),
      ]),
    ],
  };
}

/** Columns whose clock stands in another. */
function clockColumns(mapping: Mapping): ReadonlyMap<string, string> {
  return new Map(
    timesOf(mapping).flatMap(({ column, clock }) =>
      clock === undefined ? [] : [[column, clock] as const],
    ),
  );
}

function named(columns: readonly string[], cells: Row): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column, index) => {
      const cell = cells[index] ?? null;
      return cell === null ? [] : [[column, cell]];
    }),
  );
}

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

async function* readRule(
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

async function* readCatalogue(
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

async function mostFrequent(
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

async function* readRejected(
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
      reason: String(reason),
    }));
  }
}

function cancelled(): Problem {
  return new Problem({ code: 'cancelled', kind: 'conflict', message: 'The import was stopped' });
}
