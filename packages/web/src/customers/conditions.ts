import type { Sort } from '../table/sort.js';

/** How a figure is compared, in the order that is offered. */
export const COMPARISONS = ['gt', 'gte', 'lt', 'lte', 'equals', 'not_equals'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A condition on a column of customers. */
export interface Condition {
  readonly column: string;
  readonly operator: Comparison;
  readonly values: readonly (string | number)[];
}

/** `revenue:gt:500`, `rfm_segment:equals:champions,loyal`. */
export const printCondition = ({ column, operator, values }: Condition): string =>
  `${column}:${operator}:${values.join(',')}`;

/** @returns undefined for what is no condition */
export function parseCondition(text: string): Condition | undefined {
  const [, column, word, list] = /^([a-z_]+):([a-z_]+):([\w.,-]+)$/.exec(text) ?? [];
  const operator = COMPARISONS.find((one) => one === word);
  if (column === undefined || operator === undefined || list === undefined) return undefined;
  const values = list
    .split(',')
    .map((value) => (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value));
  return { column, operator, values };
}

/** `revenue` descending, `-…` for the other direction; the default is revenue, most first. */
export function parseSort(text: string | undefined): Sort {
  if (text === undefined) return { key: 'revenue', direction: 'descending' };
  const ascending = text.startsWith('-');
  return {
    key: ascending ? text.slice(1) : text,
    direction: ascending ? 'ascending' : 'descending',
  };
}

export const printSort = ({ key, direction }: Sort): string =>
  direction === 'ascending' ? `-${key}` : key;

/** The address keys of the list of customers who meet some conditions. */
export const listOf = (...conditions: readonly Condition[]) => ({
  tab: 'people' as const,
  where: conditions.map(printCondition),
  q: undefined,
  page: 1,
});
