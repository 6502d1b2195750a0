import type { QueryFilter } from '@olympus/sdk';

export type Operator = QueryFilter['operator'];

/** How values are compared, in the order that is offered. */
export const OPERATORS: readonly Operator[] = [
  'equals',
  'not_equals',
  'contains',
  'not_contains',
  'starts_with',
  'ends_with',
  'gt',
  'gte',
  'lt',
  'lte',
];

/** An absent value; values of their own have their per cent signs written %25. */
const ABSENT = '%0';

/** `channel:equals:web,app`; commas within a value are written %2C, an absent value %0. */
export function printFilter({ dimension, operator, values }: QueryFilter): string {
  return `${dimension}:${operator}:${values.map((value) => (value === null ? ABSENT : escapeValue(String(value)))).join(',')}`;
}

const escapeValue = (value: string) => value.replaceAll('%', '%25').replaceAll(',', '%2C');

/** @returns undefined for what is no filter */
export function parseFilter(text: string): QueryFilter | undefined {
  const [, dimension, word, list] = /^([\w.]+):(\w+):(.+)$/s.exec(text) ?? [];
  const operator = OPERATORS.find((one) => one === word);
  if (dimension === undefined || operator === undefined || list === undefined) return undefined;
  const values = list
    .split(',')
    .map((value) =>
      value === ABSENT ? null : value.replaceAll('%2C', ',').replaceAll('%25', '%'),
    );
  return values.includes('') ? undefined : { dimension, operator, values };
}
