import { createPace, type TenantId } from '@olympus/core';
import type { Objects } from '@olympus/objects';
import { openStream, sealStream } from '@olympus/platform';
import { type Note, parseNote, tellNote } from '../notes/notes.js';
import { type CsvFault, type CsvRecord, createCsvParser } from '../reading/csv-parser.js';
import { readFile } from '../reading/read-file.js';
import type { RowBatch } from '../reading/rows.js';
import type { Rejection, StoredImport } from './import-store.js';

/** Rows that an import did not take, as a CSV file to be corrected and imported again. */
export interface RejectedRows {
  /** @param rejections  by file and line */
  write(
    entry: StoredImport,
    files: readonly string[],
    rejections: AsyncIterable<readonly Rejection[]>,
  ): Promise<void>;
  /** Undefined when there are none. @param locale  BCP 47: the reasons are told in English or German */
  read(
    tenant: TenantId,
    importId: string,
    locale?: string,
  ): Promise<AsyncIterable<Uint8Array> | undefined>;
  remove(tenant: TenantId, importId: string): Promise<void>;
}

const keyOf = (id: string) => `rejected/${id}.csv`;

/** @param tenantKey  under which rows are sealed where they are kept */
export function createRejectedRows(
  objects: Objects,
  tenantKey: (tenant: TenantId) => Promise<Uint8Array>,
): RejectedRows {
  return {
    async write(entry, files, rejections) {
      const { id, tenant } = entry;
      const content = csvOf(entry, files, rejections);
      await objects.put(
        tenant,
        keyOf(id),
        sealStream(await tenantKey(tenant), content, keyOf(id)),
        {
          contentType: 'application/octet-stream',
        },
      );
    },
    async remove(tenant, id) {
      await objects.delete(tenant, keyOf(id));
    },
    async read(tenant, id, locale = 'en') {
      const info = await objects.head(tenant, keyOf(id));
      if (info === undefined) return undefined;
      const { content } = await objects.get(tenant, keyOf(id));
      const plain = openStream(await tenantKey(tenant), content, keyOf(id));
      return told(plain, locale.toLowerCase().startsWith('de') ? 'de' : 'en');
    },
  };
}

const headings = {
  en: ['file', 'line', 'rejected_because'],
  de: ['datei', 'zeile', 'abgelehnt_weil'],
} as const;

/** The file as it was kept, with its reasons in a language. */
async function* told(
  content: AsyncIterable<Uint8Array>,
  language: keyof typeof headings,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder();
  const parser = createCsvParser({ delimiter: ',', quote: '"' });
  const tell = (entry: CsvRecord | CsvFault): string => {
    if (entry.kind === 'fault') return lineOf([entry.text]);
    const [file = '', line = '', reason = '', ...cells] = entry.cells;
    const isHeading = [file, line, reason].join() === headings.en.join();
    return lineOf([
      ...(isHeading ? headings[language] : [file, line, tellNote(parseNote(reason), language)]),
      ...cells,
    ]);
  };
  const tellAll = (text: string, last: boolean): Buffer =>
    Buffer.from([...parser.push(text, last)].map(tell).join(''));
  for await (const chunk of content) yield tellAll(decoder.decode(chunk, { stream: true }), false);
  yield tellAll(decoder.decode(), true);
}

/** Each row with its own columns, and before them where it stood and why it was rejected. */
async function* csvOf(
  { mapping, names }: StoredImport,
  files: readonly string[],
  rejections: AsyncIterable<readonly Rejection[]>,
): AsyncGenerator<Uint8Array> {
  const reasons = createReasons(rejections);
  const pace = createPace();
  for (const [index, file] of files.entries()) {
    const name = names[index] ?? '';
    const { batches } = await readFile(file, { ...mapping, name: names[index] ?? file });
    let header = false;
    for await (const batch of batches) {
      let text = header ? '' : lineOf([...headings.en, ...batch.columns]);
      header = true;
      for (const { line, cells, fault } of inOrder(batch)) {
        const reason = fault ?? (await reasons.of(index, line));
        if (reason !== undefined) {
          text += lineOf([name, String(line), JSON.stringify(reason), ...cells]);
        }
        if (pace.due()) await pace.rest();
      }
      if (text !== '') yield Buffer.from(text);
    }
  }
}

/** The reasons of rows that are asked for in the order of the rejections. */
function createReasons(rejections: AsyncIterable<readonly Rejection[]>) {
  const pages = rejections[Symbol.asyncIterator]();
  let page: readonly Rejection[] = [];
  let at = 0;
  let isOver = false;
  const isBefore = (one: Rejection, file: number, line: number) =>
    one.file < file || (one.file === file && one.line < line);
  return {
    async of(file: number, line: number): Promise<Note | undefined> {
      for (;;) {
        const next = page[at];
        if (next === undefined) {
          if (isOver) return undefined;
          const turned = await pages.next();
          isOver = turned.done === true;
          page = turned.done === true ? [] : turned.value;
          at = 0;
        } else if (isBefore(next, file, line)) at += 1;
        else return next.file === file && next.line === line ? next.reason : undefined;
      }
    },
  };
}

interface LineRead {
  readonly line: number;
  readonly cells: readonly (string | null)[];
  /** Why it is no row. */
  readonly fault?: Note;
}

/** Rows of a batch and the lines between them that are none, by line. */
function* inOrder({ rows, rejected }: RowBatch): Iterable<LineRead> {
  let at = 0;
  for (const row of rows) {
    for (let one = rejected[at]; one !== undefined && one.line <= row.line; one = rejected[at]) {
      yield { line: one.line, cells: [one.text], fault: one.reason };
      at += 1;
    }
    yield row;
  }
  for (const { line, text, reason } of rejected.slice(at)) {
    yield { line, cells: [text], fault: reason };
  }
}

/** A cell that a spreadsheet would take for a formula is left as text. */
function cellOf(cell: string | null): string {
  const text = cell ?? '';
  const safe = /^[=@\t\r]|^[+-](?![\d.,\s]*$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const lineOf = (cells: readonly (string | null)[]) => `${cells.map(cellOf).join(',')}\r\n`;
