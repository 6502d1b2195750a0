import type { Staging } from '../staging.js';
import { type ColumnOrder, decideOrder } from '../values/dates.js';
import { type DecimalSign, decideSign } from '../values/numbers.js';
import { fieldsOfRule, type Mapping, timesOf } from './mapping.js';

/** Something about a file that only a person can say. */
export interface Question {
  readonly kind: 'date_order';
  readonly column: string;
  readonly example: string;
  readonly message: string;
}

/** How the columns of a file are written, as all of their values together say. */
export interface Conventions {
  signOf(column: string): DecimalSign;
  orderOf(column: string): ColumnOrder;
  readonly warnings: readonly string[];
  readonly questions: readonly Question[];
}

type Surveyed = Pick<Staging, 'numbers' | 'dates'>;

export function findConventions(mapping: Mapping, { numbers, dates }: Surveyed): Conventions {
  const warnings: string[] = [];
  const questions: Question[] = [];
  const signs = new Map<string, DecimalSign>();
  const orders = new Map<string, ColumnOrder>();
  const told = toldColumns(mapping);

  const decided = [...numbers.values()].map(decideSign).filter((sign) => sign !== undefined);
  const common =
    decided.length > 0 && decided.every((sign) => sign === decided[0]) ? decided[0] : undefined;
  for (const [column, evidence] of numbers) {
    const own = mapping.decimal ?? decideSign(evidence);
    signs.set(column, own ?? common ?? 'point');
    if (told.numbers.has(column)) continue;
    if (own === 'each') {
      warnings.push(
        `“${column}” mixes commas and points before its decimals; values such as “${evidence.example ?? '1.234'}” that could be either are rejected.`,
      );
    } else if (own === undefined && evidence.ambiguous > 0) {
      const sign = signs.get(column) === 'comma' ? 'comma' : 'point';
      const why = common === undefined ? '' : ', as in the other columns';
      warnings.push(
        `“${column}” holds ${evidence.ambiguous} values such as “${evidence.example}” that do not say whether the sign in them stands before decimals or thousands; a ${sign} was taken for the decimal sign${why}.`,
      );
    }
  }

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
      warnings.push(
        `“${column}” holds dates with the day first and with the month first; those that could be either are rejected.`,
      );
    } else if (own === undefined && shared !== undefined) {
      warnings.push(
        `“${column}” does not show whether the day or the month comes first; it was read as the other columns are.`,
      );
    } else if (own === undefined) {
      questions.push({
        kind: 'date_order',
        column,
        example: evidence.example ?? '',
        message: `Does the day or the month come first in “${column}”, such as “${evidence.example}”? No date in the file shows it.`,
      });
    }
  }
  return {
    signOf: (column) => signs.get(column) ?? 'point',
    orderOf: (column) => orders.get(column) ?? 'dmy',
    warnings,
    questions,
  };
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
