import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A folder of the shared data sets (OLYMPUS_SHARED_DATA, or beside the checkout), if present. */
export function sharedDataFolder(name: string): string | undefined {
  const base = process.env.OLYMPUS_SHARED_DATA ?? join(root, '..', 'shared', 'data');
  const folder = join(base, name);
  return existsSync(folder) ? folder : undefined;
}

/** Rows of a CSV text with quoted fields (RFC 4180), without its heading. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(field);
      field = '';
    } else if (character === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
    } else if (character !== '\r') field += character;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows.slice(1);
}

/** CPU milliseconds that `work` takes in this process, and what it returned. */
export function cpuTime<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const before = process.cpuUsage();
  const value = work();
  const used = process.cpuUsage(before);
  return { ms: (used.user + used.system) / 1000, value };
}
