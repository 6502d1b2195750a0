import { bind, type Dialect, type Fragment, join, type ParameterType, sql } from '@olympus/sql';
import type { ColumnType } from '../ledgers/column.js';
import type { FactLedgerName } from '../ledgers/ledgers.js';
import type { ColumnCondition, FilterValue, Operator } from '../model/declarations.js';
import { ledgerColumn } from '../model/model.js';

const or = sql` OR `;

function bindValue(type: ParameterType, value: string | number | boolean): Fragment {
  return bind(type, type === 'decimal' ? String(value) : value);
}

/** A comparison of a value with bound parameters; the meaning is `Operator`'s. */
export function compileComparison(
  dialect: Dialect,
  value: Fragment,
  type: ParameterType,
  operator: Operator,
  values: readonly FilterValue[],
): Fragment {
  const known = values.flatMap((entry) => (entry === null ? [] : [bindValue(type, entry)]));
  const withNull = known.length < values.length;
  const [first] = known;
  switch (operator) {
    case 'equals':
      if (first === undefined) return sql`${value} IS NULL`;
      return withNull ? sql`(${value} IS NULL OR ${oneOf(value, known)})` : oneOf(value, known);
    case 'not_equals':
      if (first === undefined) return sql`${value} IS NOT NULL`;
      return withNull
        ? sql`(${value} IS NOT NULL AND NOT ${oneOf(value, known)})`
        : sql`(${value} IS NULL OR NOT ${oneOf(value, known)})`;
    case 'contains':
      return anyOf(known.map((part) => dialect.containsText(value, part)));
    case 'not_contains': {
      const found = anyOf(known.map((part) => dialect.containsText(value, part)));
      return sql`(${value} IS NULL OR NOT ${found})`;
    }
    case 'starts_with':
      return anyOf(known.map((part) => dialect.startsWith(lower(value), lower(part))));
    case 'ends_with':
      return anyOf(known.map((part) => dialect.endsWith(lower(value), lower(part))));
    case 'gt':
      return sql`${value} > ${join(known)}`;
    case 'gte':
      return sql`${value} >= ${join(known)}`;
    case 'lt':
      return sql`${value} < ${join(known)}`;
    case 'lte':
      return sql`${value} <= ${join(known)}`;
  }
}

const anyOf = (conditions: readonly Fragment[]) => sql`(${join(conditions, or)})`;
const lower = (text: Fragment) => sql`lower(${text})`;

function oneOf(value: Fragment, known: readonly Fragment[]): Fragment {
  return known.length === 1
    ? sql`(${value} = ${join(known)})`
    : sql`(${value} IN (${join(known)}))`;
}

const parameterTypes: Readonly<Record<ColumnType, ParameterType>> = {
  string: 'string',
  integer: 'integer',
  decimal: 'decimal',
  float: 'float',
  boolean: 'boolean',
  timestamp: 'timestamp',
  date: 'date',
  json: 'string',
};

/** A condition on a ledger's column. @param value  the column, as the statement names it */
export function compileColumnCondition(
  dialect: Dialect,
  ledger: FactLedgerName,
  value: Fragment,
  { column, operator, values }: ColumnCondition,
): Fragment {
  const type = ledgerColumn(ledger, column)?.type;
  if (type === undefined) throw new Error(`no column ${column}`);
  return compileComparison(dialect, value, parameterTypes[type], operator, values);
}
