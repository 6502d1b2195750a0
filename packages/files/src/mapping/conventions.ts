import { type Note, note } from '../notes/notes.js';
import type { Staging } from '../staging/staging.js';
import { type ColumnOrder, decideOrder } from '../values/dates.js';
import { customarySign, type DecimalSign, decideSign } from '../values/numbers.js';
import { assumedCurrency, moneyFields } from './amounts.js';
import { fieldsOfRule, type Mapping, timesOf } from './mapping.js';

/** Something about a file that only a person can say. */
export type Question = Note & { readonly column: string; readonly example: string };

/** How the columns of a file are written, as all of their values together say. */
export interface Conventions {
  signOf(column: string): DecimalSign;
  orderOf(column: string): ColumnOrder;
  /** Whether amounts of a column say which currency they are in. */
  isMarked(column: string): boolean;
  readonly warnings: readonly Note[];
  readonly questions: readonly Question[];
}

type Surveyed = Pick<Staging, 'numbers' | 'dates' | 'forms'>;

export function findConventions(
  mapping: Mapping,
  { numbers, dates, forms }: Surveyed,
): Conventions {
  const warnings: Note[] = [];
  const questions: Question[] = [];
  const signs = new Map<string, DecimalSign>();
  const orders = new Map<string, ColumnOrder>();
  const told = toldColumns(mapping);

  const decided = [...numbers.values()].map(decideSign).filter((sign) => sign !== undefined);
  const common =
    decided.length > 0 && decided.every((sign) => sign === decided[0]) ? decided[0] : undefined;
  const custom = customarySign(forms[0]?.delimiter);
  for (const [column, evidence] of numbers) {
    const own = mapping.decimal ?? decideSign(evidence);
    signs.set(column, own ?? common ?? custom);
    if (told.numbers.has(column)) continue;
    if (own === 'each') {
      const example = evidence.example ?? '1.234';
      warnings.push(note('decimal_signs_mixed', { column, example }));
    } else if (own === undefined && evidence.ambiguous > 0) {
      const sign = signs.get(column) === 'comma' ? 'comma' : 'point';
      const code =
        common === undefined ? (`${sign}_assumed` as const) : (`${sign}_as_elsewhere` as const);
      const { ambiguous: count, example = '' } = evidence;
      warnings.push(note(code, { column, example, count }));
    }
  }

  warnings.push(...otherCurrencies(mapping, numbers));

  const known = [...dates.values()]
    .filter(({ dayFirst, monthFirst }) => dayFirst + monthFirst > 0)
    .map(decideOrder);
  const shared =
    known.length > 0 && known.every((order) => order === known[0]) ? known[0] : undefined;
  for (const [column, evidence] of dates) {
    const own = mapping.date_order ?? decideOrder(evidence);
    orders.set(column, own ?? shared ?? 'dmy');
    if (told.times.has(column)) continue;
    if (own === 'each') {
      warnings.push(note('date_orders_mixed', { column }));
    } else if (own === undefined && shared !== undefined) {
      warnings.push(note('date_order_as_elsewhere', { column }));
    } else if (own === undefined) {
      const about = { column, example: evidence.example ?? '' };
      questions.push({ ...note('date_order_unknown', about), ...about });
    }
  }
  return {
    signOf: (column) => signs.get(column) ?? 'point',
    orderOf: (column) => orders.get(column) ?? 'dmy',
    isMarked: (column) => (numbers.get(column)?.marks.size ?? 0) > 0,
    warnings,
    questions,
  };
}

/** Amounts that say to be in another currency than the one that is taken where no column names it. */
function otherCurrencies(mapping: Mapping, numbers: Surveyed['numbers']): readonly Note[] {
  const told = new Map<string, Note>();
  for (const rule of mapping.events) {
    const assumed = assumedCurrency(rule);
    if (assumed === undefined) continue;
    const { data, items } = moneyFields(rule);
    for (const column of [...data, ...items].flatMap(({ columns }) => columns)) {
      for (const { of, example } of numbers.get(column)?.marks.values() ?? []) {
        const [currency = ''] = of;
        if (of.includes(assumed)) continue;
        const said = note('currency_from_amounts', { column, example, currency });
        told.set(said.message, said);
      }
    }
  }
  return [...told.values()];
}

/** Columns that the mapping itself says everything about. */
function toldColumns(mapping: Mapping) {
  const { events, catalogues = [] } = mapping;
  const fields = [
    ...events.flatMap(fieldsOfRule),
    ...catalogues.flatMap(({ data }) => Object.values(data)),
  ];
  return {
    numbers: new Set(
      fields.flatMap((field) =>
        'column' in field && field.decimal !== undefined ? [field.column] : [],
      ),
    ),
    times: new Set(
      timesOf(mapping).flatMap(({ column, or = [], format, order }) =>
        format === undefined && order === undefined ? [] : [column, ...or],
      ),
    ),
  };
}
