import type { Row } from '../staging/rows.js';
import { currenciesOf } from '../values/currencies.js';
import { columnsOfField, type Field, type Rule } from './mapping.js';

/** Numbers of events that are no amounts. */
const counts = new Set([
  'quantity',
  'rating',
  'impressions',
  'clicks',
  'birth_year',
  'on_hand',
  'reorder_point',
]);

/** A field that holds money, with the columns it is read from. */
interface MoneyField {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The fields of a rule that hold money in the event's currency: the event's own, and its items'. */
export function moneyFields(rule: Rule): {
  readonly data: readonly MoneyField[];
  readonly items: readonly MoneyField[];
} {
  if (rule.data.currency === undefined) return { data: [], items: [] };
  const of = (fields: Readonly<Record<string, Field>>) =>
    Object.entries(fields).flatMap(([name, field]): MoneyField[] => {
      const { numbers } = columnsOfField(field);
      return counts.has(name) || numbers.length === 0 ? [] : [{ name, columns: numbers }];
    });
  return { data: of(rule.data), items: of(rule.items ?? {}) };
}

/** The currency of a rule's events where no column tells it. */
export function assumedCurrency({ data: { currency } }: Rule): string | undefined {
  if (currency === undefined) return undefined;
  const told = 'constant' in currency ? currency.constant : currency.default;
  return told === undefined ? undefined : String(told);
}

type Values = Record<string, unknown>;

/** Rows of a group and the values made of them, its items in the order of theirs. */
interface Made {
  readonly data: Values;
  readonly whole: Row;
  readonly rows: readonly Row[];
  readonly itemRows: readonly Row[];
  readonly items: readonly Values[];
}

/**
 * Heeds what amounts such as `$12.50` say of their currency. Where no column names one, it is the
 * event's; amounts that contradict it, or each other, stay text, and the collector refuses them.
 * @param isMarked  whether any amount of a column says anything
 * @returns undefined where there is nothing to heed
 */
export function createCurrencyCheck(
  rule: Rule,
  indexOf: (column: string) => number,
  isMarked: (column: string) => boolean,
): ((made: Made) => void) | undefined {
  const placed = (fields: readonly MoneyField[]) =>
    fields.flatMap(({ name, columns }) => {
      const places = columns.filter(isMarked).map(indexOf);
      return places.length === 0 ? [] : [{ name, places }];
    });
  const fields = moneyFields(rule);
  const [ofData, ofItems] = [placed(fields.data), placed(fields.items)];
  if (ofData.length === 0 && ofItems.length === 0) return undefined;
  const { currency } = rule.data;
  const tellers =
    currency !== undefined && 'column' in currency
      ? [currency.column, ...(currency.or ?? [])].map(indexOf)
      : [];

  return ({ data, whole, rows, itemRows, items }) => {
    const marks: { name: string; text: string; target: Values; of: readonly string[] }[] = [];
    const look = (row: Row, target: Values, of: typeof ofData) => {
      for (const { name, places } of of) {
        for (const place of places) {
          const text = row[place]?.trim() ?? '';
          const known = currenciesOf(text);
          if (known !== undefined) marks.push({ name, text, target, of: known });
        }
      }
    };
    for (const row of rows) look(row, data, ofData);
    for (const [index, row] of itemRows.entries()) look(row, items[index] ?? {}, ofItems);
    const own = String(data.currency);
    if (marks.every(({ of }) => of.includes(own))) return;
    const isTold = tellers.some((place) => (whole[place]?.trim() ?? '') !== '');
    const common = marks[0]?.of.find((code) => marks.every(({ of }) => of.includes(code)));
    if (!isTold && common !== undefined) {
      data.currency = common;
      return;
    }
    for (const { name, text, target, of } of marks) if (!of.includes(own)) target[name] = text;
  };
}
