import type { TenantId } from '@olympus/core';
import type { Objects } from '@olympus/objects';
import { parseNote, tellNote } from '../notes/notes.js';
import { type CsvFault, type CsvRecord, createCsvParser } from '../reading/csv-parser.js';
import { readFile } from '../reading/read-file.js';
import type { Rejection, StoredImport } from './import-store.js';

/** Rows that an import did not take, as a CSV file to be corrected and imported again. */
export interface RejectedRows {
  write(
    entry: StoredImport,
    files: readonly string[],
    rejections: readonly Rejection[],
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

export function createRejectedRows(objects: Objects): RejectedRows {
  return {
    async write(entry, files, rejections) {
      const { id, tenant } = entry;
      if (rejections.length === 0) {
        await objects.delete(tenant, keyOf(id));
        return;
      }
      await objects.put(tenant, keyOf(id), csvOf(entry, files, rejections), {
        contentType: 'text/csv; charset=utf-8',
      });
    },
    async remove(tenant, id) {
      await objects.delete(tenant, keyOf(id));
    },
    async read(tenant, id, locale = 'en') {
      const info = await objects.head(tenant, keyOf(id));
      if (info === undefined) return undefined;
      const { content } = await objects.get(tenant, keyOf(id));
      return told(content, locale.toLowerCase().startsWith('de') ? 'de' : 'en');
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
  rejections: readonly Rejection[],
): AsyncGenerator<Uint8Array> {
  const byPlace = new Map(rejections.map(({ file, line, reason }) => [`${file}:${line}`, reason]));
  for (const [index, file] of files.entries()) {
    const { batches } = await readFile(file, { ...mapping, name: names[index] ?? file });
    let header = false;
    for await (const { columns, rows, rejected } of batches) {
      let text = '';
      if (!header) {
        header = true;
        text = lineOf([...headings.en, ...columns]);
      }
      const lines: { line: number; cells: readonly (string | null)[] }[] = [];
      for (const { line, cells } of rows) {
        const reason = byPlace.get(`${index}:${line}`);
        if (reason !== undefined) lines.push({ line, cells: [JSON.stringify(reason), ...cells] });
      }
      for (const { line, text: content, reason } of rejected) {
        lines.push({ line, cells: [JSON.stringify(reason), content] });
      }
      lines.sort((a, b) => a.line - b.line);
      for (const { line, cells } of lines) {
        text += lineOf([names[index] ?? '', String(line), ...cells]);
      }
      if (text !== '') yield Buffer.from(text);
    }
  }
}

/** A cell that a spreadsheet would take for a formula is left as text. */
function cellOf(cell: string | null): string {
  const text = cell ?? '';
  const safe = /^[=@\t\r]|^[+-](?![\d.,\s]*$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const lineOf = (cells: readonly (string | null)[]) => `${cells.map(cellOf).join(',')}\r\n`;
