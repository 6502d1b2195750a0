import { calculate, negateDecimal } from '../values/decimals.js';
import { type DecimalSign, parseNumber } from '../values/numbers.js';
import type { Cells } from './condition.js';
import type { ColumnField, Field } from './mapping.js';

export type FieldValue = string | number | boolean | undefined;

/** What has to be known of the columns to read fields. */
export interface FieldContext {
  indexOf(column: string): number;
  /** The sign before the decimals of a column. */
  signOf(column: string): DecimalSign;
  /** A time as RFC 3339; text that is none stays. */
  readonly instantOf?: (cells: Cells, column: string) => string;
}

/** Line ends and the like, which no id or label may hold. */
const controls = /\p{Cc}/u;
const plainNumber = /^[+-]?\d{1,12}(?:\.\d{1,3})?$/;
const decimalText = /^[+-]?\d{1,12}(?:\.\d{1,12})?$/;

/** A number where a double says exactly the same, else decimal text. */
export function toNumber(text: string): string | number {
  return plainNumber.test(text) ? Number(text) + 0 : text;
}

/** A field as a function of a row. */
export function compileField(field: Field, context: FieldContext): (cells: Cells) => FieldValue {
  if ('constant' in field) return () => field.constant;
  const textOf = compileText(field, context);
  const fallback = field.default;
  if (field.time === true && context.instantOf !== undefined) {
    const { instantOf } = context;
    return (cells) => {
      const found = textOf(cells);
      return found === undefined ? fallback : instantOf(cells, found.column);
    };
  }
  const numberOf = compileNumber(field, context);
  if (numberOf === undefined) return (cells) => textOf(cells)?.text ?? fallback;
  return (cells) => {
    const found = textOf(cells);
    return found === undefined ? fallback : numberOf(cells, found.text, found.column);
  };
}

interface Found {
  readonly text: string;
  readonly column: string;
}

function compileText(
  field: ColumnField,
  { indexOf }: FieldContext,
): (cells: Cells) => Found | undefined {
  const columns = [field.column, ...(field.or ?? [])];
  const places = columns.map((column) => ({ column, index: indexOf(column) }));
  const {
    strip_prefix: prefix = '',
    strip_suffix: suffix = '',
    values,
    upper = false,
    lower = false,
  } = field;
  const { add_prefix: before = '', add_suffix: after = '' } = field;
  return (cells) => {
    for (const { column, index } of places) {
      let text = cells[index]?.trim() ?? '';
      if (prefix !== '' && text.startsWith(prefix)) text = text.slice(prefix.length);
      if (suffix !== '' && text.endsWith(suffix)) text = text.slice(0, -suffix.length);
      if (values !== undefined && Object.hasOwn(values, text)) text = values[text] ?? text;
      if (text === '') continue;
      if (controls.test(text)) text = text.replace(/\s*[\p{Cc}]+\s*/gu, ' ').trim();
      if (upper) text = text.toUpperCase();
      if (lower) text = text.toLowerCase();
      return { text: before === '' && after === '' ? text : `${before}${text}${after}`, column };
    }
    return undefined;
  };
}

function compileNumber(
  field: ColumnField,
  { indexOf, signOf }: FieldContext,
): ((cells: Cells, text: string, column: string) => string | number) | undefined {
  const { plus = [], minus = [], times, divided_by: by } = field;
  const steps = [
    ...plus.map((column) => ['plus', column] as const),
    ...minus.map((column) => ['minus', column] as const),
    ...(times === undefined ? [] : [['times', times] as const]),
    ...(by === undefined ? [] : [['divided_by', by] as const]),
  ].map(([operation, column]) => ({
    operation,
    index: indexOf(column),
    sign: field.decimal ?? signOf(column),
  }));
  if (field.number !== true && steps.length === 0) return undefined;
  const signs = new Map(
    [field.column, ...(field.or ?? [])].map((column) => [column, field.decimal ?? signOf(column)]),
  );
  return (cells, text, column) => {
    let value = parseNumber(text, signs.get(column) ?? 'point');
    for (const { operation, index, sign } of steps) {
      if (value === undefined) break;
      const other = cells[index]?.trim() ?? '';
      // an empty cell adds nothing, and what it would multiply or divide stays
      if (other === '') continue;
      const read = parseNumber(other, sign);
      value = read === undefined ? undefined : calculate(value, operation, read);
    }
    // never taken for the number that another sign would make of it
    if (value === undefined) return decimalText.test(text) ? `“${text}”` : text;
    if (field.absolute === true && value.startsWith('-')) value = value.slice(1);
    return toNumber(field.negate === true ? negateDecimal(value) : value);
  };
}
