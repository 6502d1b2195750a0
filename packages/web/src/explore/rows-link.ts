import { parseFilter, printFilter } from '../scope/filters.js';
import { THINGS } from './explore-search.js';
import type { RowsLink } from './picked.js';

/**
 * `revenue;2026-05-04..2026-05-05;channel:equals:web`: parts of their own are escaped. A column of a
 * distribution has `order=20..50` in the place of its span.
 */
export function printRows({ x, f, s, d }: RowsLink): string {
  const column = d && `${d[0]}=${d[1] ?? ''}..${d[2] ?? ''}`;
  const span = column ?? (s ? `${s[0]}..${s[1]}` : '');
  return [x, span, ...f.map(printFilter)].map(encodeURIComponent).join(';');
}

/** @returns undefined for what is no such text */
export function parseRows(text: string | undefined): RowsLink | undefined {
  if (text === undefined) return undefined;
  try {
    const [x, span = '', ...filters] = text.split(';').map(decodeURIComponent);
    if (x === undefined || x === '') return undefined;
    const found = filters.filter((filter) => filter !== '').map(parseFilter);
    if (found.some((filter) => filter === undefined)) return undefined;
    const column = parseColumn(span);
    const [from, to] = span.split('..');
    return {
      x,
      f: found.flatMap((filter) => filter ?? []),
      ...(column ? { d: column } : from && to ? { s: [from, to] as const } : {}),
    };
  } catch {
    // an address that somebody cut in two
    return undefined;
  }
}

function parseColumn(text: string): RowsLink['d'] {
  const [, word, from, to] = /^([a-z]+)=(-?[\d.e+-]*?)\.\.(-?[\d.e+-]*)$/.exec(text) ?? [];
  const thing = THINGS.find((one) => one === word);
  if (thing === undefined) return undefined;
  const end = (given: string | undefined) => {
    const number = Number(given || Number.NaN);
    return Number.isFinite(number) ? number : undefined;
  };
  return [thing, end(from), end(to)];
}
