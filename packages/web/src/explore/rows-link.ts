import { parseFilter, printFilter } from '../scope/filters.js';
import type { RowsLink } from './picked.js';

/** `revenue;2026-05-04..2026-05-05;channel:equals:web`: parts of their own are escaped. */
export function printRows({ x, f, s }: RowsLink): string {
  return [x, s ? `${s[0]}..${s[1]}` : '', ...f.map(printFilter)].map(encodeURIComponent).join(';');
}

/** @returns undefined for what is no such text */
export function parseRows(text: string | undefined): RowsLink | undefined {
  if (text === undefined) return undefined;
  try {
    const [x, span = '', ...filters] = text.split(';').map(decodeURIComponent);
    if (x === undefined || x === '') return undefined;
    const [from, to] = span.split('..');
    const found = filters.filter((filter) => filter !== '').map(parseFilter);
    if (found.some((filter) => filter === undefined)) return undefined;
    return {
      x,
      f: found.flatMap((filter) => filter ?? []),
      ...(from && to ? { s: [from, to] as const } : {}),
    };
  } catch {
    // an address that somebody cut in two
    return undefined;
  }
}
