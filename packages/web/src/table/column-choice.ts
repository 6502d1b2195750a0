import { useState } from 'react';
import { readStored, writeStored } from '../app/stored.js';
import type { Column } from './column.js';

/** What a reader made of a table's columns. */
export interface ColumnChoice {
  /** All known keys in the chosen order. */
  readonly order: readonly string[];
  /** Shown or not where the reader said so. */
  readonly shown: Readonly<Record<string, boolean>>;
}

const UNTOUCHED: ColumnChoice = { order: [], shown: {} };

/** A stored choice; what is not one is forgotten. */
export function parseChoice(text: string | null): ColumnChoice {
  if (!text) return UNTOUCHED;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return UNTOUCHED;
    const { order, shown } = found as Partial<Record<keyof ColumnChoice, unknown>>;
    const entries = (of: unknown) => (typeof of === 'object' && of ? Object.entries(of) : []);
    return {
      order: Array.isArray(order) ? order.filter((key) => typeof key === 'string') : [],
      shown: Object.fromEntries(entries(shown).filter(([, is]) => typeof is === 'boolean')),
    };
  } catch {
    return UNTOUCHED;
  }
}

/** Columns in the chosen order; new ones where they are by nature. The first column stays first. */
export function ordered<Row>(
  columns: readonly Column<Row>[],
  order: readonly string[],
): readonly Column<Row>[] {
  const [first, ...rest] = columns;
  if (!first) return columns;
  const known = order.filter((key) => rest.some((column) => column.key === key));
  const placed = known.flatMap((key) => rest.filter((column) => column.key === key));
  rest.forEach((column, index) => {
    if (!known.includes(column.key)) placed.splice(Math.min(index, placed.length), 0, column);
  });
  return [first, ...placed];
}

export function isShown<Row>(column: Column<Row>, choice: ColumnChoice, phone: boolean): boolean {
  return choice.shown[column.key] ?? !(column.optional || (phone && column.onPhone === false));
}

/** One column a place earlier or later; the first keeps its place. */
export function moved(order: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const from = order.indexOf(key);
  const to = from + by;
  if (from < 1 || to < 1 || to >= order.length) return order;
  const next = [...order];
  next.splice(from, 1);
  next.splice(to, 0, key);
  return next;
}

/** A table's columns as the reader chose them, kept in this browser under the table's name. */
export function useColumnChoice(
  name: string | undefined,
): readonly [ColumnChoice, (change: Partial<ColumnChoice> | null) => void] {
  const [choice, setChoice] = useState(() =>
    name ? parseChoice(readStored(`table.${name}`)) : UNTOUCHED,
  );
  const change = (part: Partial<ColumnChoice> | null) => {
    const next = part ? { ...choice, ...part } : UNTOUCHED;
    setChoice(next);
    if (name) writeStored(`table.${name}`, JSON.stringify(next));
  };
  return [choice, change];
}
