import type { TenantId } from '@olympus/core';
import type { Objects } from '@olympus/objects';
import { readFile } from '../reading/read-file.js';
import type { Rejection, StoredImport } from './import-store.js';

/** Rows that an import did not take, as a CSV file to be corrected and imported again. */
export interface RejectedRows {
  write(
    entry: StoredImport,
    files: readonly string[],
    rejections: readonly Rejection[],
  ): Promise<void>;
  /** Undefined when there are none. */
  read(tenant: TenantId, importId: string): Promise<AsyncIterable<Uint8Array> | undefined>;
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
    async read(tenant, id) {
      const info = await objects.head(tenant, keyOf(id));
      return info === undefined ? undefined : (await objects.get(tenant, keyOf(id))).content;
    },
  };
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
        text = lineOf(['file', 'line', 'rejected_because', ...columns]);
      }
      const lines: { line: number; cells: readonly (string | null)[] }[] = [];
      for (const { line, cells } of rows) {
        const reason = byPlace.get(`${index}:${line}`);
        if (reason !== undefined) lines.push({ line, cells: [reason, ...cells] });
      }
      for (const { line, text: content, reason } of rejected) {
        lines.push({ line, cells: [reason.message, content] });
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
