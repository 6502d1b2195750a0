import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { createPace } from '@olympus/core';
import type { Mapping } from '../mapping/mapping.js';
import type { FileRow, RejectedLine, RowBatch } from '../reading/rows.js';
import { type Layout, layOut } from './layout.js';
import type { Row, UnmatchedRow } from './rows.js';
import { createSurveys, datesFound, numbersFound } from './surveys.js';

const shownUnmatched = 10;
const flushedAtOnce = 8_192;
/** The database's name for the cell of a wanted column. */
export const cellName = (index: number) => `c${index}`;

/** Where rows go while files are read. */
export async function createTarget(
  connection: DuckDBConnection,
  mapping: Mapping,
  wanted: readonly string[],
  files: readonly string[],
) {
  const appender = await connection.createAppender('staged');
  const rejects = await connection.createAppender('rejected');
  const surveys = createSurveys(mapping);
  const unmatched: UnmatchedRow[] = [];
  let [rows, rejected, unmatchedRows] = [0, 0, 0];
  let layout: Layout | undefined;
  const pace = createPace();
  let unflushed = 0;

  /** Rows are handed over few at a time: it holds the thread. */
  function flushSome(): void {
    unflushed += 1;
    if (unflushed < flushedAtOnce) return;
    unflushed = 0;
    appender.flushSync();
    rejects.flushSync();
  }

  function addRow({ line, cells: read }: FileRow, file: number, of: Layout, names: RowNames): void {
    const cells = of.carry === undefined ? read : of.carry(read);
    survey(cells, of);
    const rules = rulesOf(cells, of);
    rows += 1;
    if (rules === 0) {
      unmatchedRows += 1;
      if (unmatched.length < shownUnmatched) {
        unmatched.push({ file: files[file] ?? '', line, cells: named(names, cells) });
      }
    }
    appender.appendInteger(file);
    appender.appendInteger(line);
    appender.appendInteger(rules);
    for (const place of of.places) appendText(appender, cells[place] ?? null);
    appender.endRow();
  }

  function addRejected({ line, text, reason }: RejectedLine, file: number): void {
    rejected += 1;
    rejects.appendInteger(file);
    rejects.appendInteger(line);
    rejects.appendVarchar(text);
    rejects.appendVarchar(JSON.stringify(reason));
    rejects.endRow();
  }

  return {
    async add({ columns, rows: batch, rejected: lines }: RowBatch, file: number): Promise<void> {
      if (layout === undefined || layout.width !== columns.length) {
        layout = layOut(mapping, columns, wanted, { surveys, before: layout });
      }
      for (const row of batch) {
        addRow(row, file, layout, columns);
        flushSome();
        if (pace.due()) await pace.rest();
      }
      for (const line of lines) {
        addRejected(line, file);
        flushSome();
        if (pace.due()) await pace.rest();
      }
    },
    endFile(): void {
      layout = undefined;
    },
    close(): void {
      appender.closeSync();
      rejects.closeSync();
    },
    numbers: () => numbersFound(surveys),
    dates: () => datesFound(surveys),
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

type RowNames = readonly string[];

function survey(cells: Row, { surveyed }: Layout): void {
  for (const { index, survey: own, clock } of surveyed) {
    const text = cells[index]?.trim() ?? '';
    if (text !== '') own.add(clock < 0 ? text : `${text} ${cells[clock] ?? ''}`.trim());
  }
}

/** The entries of the mapping that take a row, a bit each. */
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

function appendText(appender: DuckDBAppender, text: string | null): void {
  if (text === null) appender.appendNull();
  else appender.appendVarchar(text);
}

function named(columns: readonly string[], cells: Row): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column, index) => {
      const cell = cells[index] ?? null;
      return cell === null ? [] : [[column, cell]];
    }),
  );
}
