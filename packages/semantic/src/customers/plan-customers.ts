import { type Calendar, dayMs, fromWall, type TimeRange } from '@olympus/core';
import type { FilterValue, Operator } from '../model/declarations.js';
import { accessDimension, type Model } from '../model/model.js';
import { suggest } from '../model/near-names.js';
import { invalid } from '../plan/fault.js';
import type { DataBounds, PlannedFilter } from '../plan/plan.js';
import { planSingleFilters } from '../plan/plan-filters.js';
import { isAllTime, planRange } from '../plan/plan-time.js';
import {
  type CustomerColumn,
  type CustomerColumnName,
  customerColumn,
  customerColumns,
} from './columns.js';
import type { CustomersQuery } from './customers-query.js';
import { rfmSegments, spendSegments } from './segments.js';

/** A condition on a column, its values in the column's terms: instants for dates, places for words. */
export interface PlannedCondition {
  readonly column: CustomerColumn<CustomerColumnName>;
  readonly operator: Operator;
  readonly values: readonly FilterValue[];
}

export interface CustomersPlan {
  readonly model: Model;
  readonly period: TimeRange | undefined;
  /** On what is known of the customer. */
  readonly about: readonly PlannedFilter[];
  /** On lines that the customer bought; one line has to meet all of them. */
  readonly bought: readonly PlannedFilter[];
  readonly conditions: readonly PlannedCondition[];
  readonly search: string | undefined;
  readonly order: readonly {
    readonly column: CustomerColumn<CustomerColumnName>;
    readonly direction: 'asc' | 'desc';
  }[];
}

export interface CustomersPlanContext {
  readonly model: Model;
  readonly calendar: Calendar;
  readonly data: DataBounds | undefined;
}

/** @throws Problem `unknown_column` with near names */
export function findCustomerColumn(name: string, at: string): CustomerColumn<CustomerColumnName> {
  const column = customerColumn(name);
  if (column !== undefined) return column;
  const names = customerColumns.map((one) => one.name);
  throw invalid(
    'unknown_column',
    `Customers have no column "${name.slice(0, 80)}"`,
    at,
    suggest(name, names, 'column'),
  );
}

/** What each type of column can be compared by, and with. */
const comparable: Readonly<
  Record<
    CustomerColumn['type'],
    { readonly operators: readonly Operator[]; readonly holds: string }
  >
> = {
  text: { operators: ['equals', 'not_equals', 'contains'], holds: 'texts' },
  word: { operators: ['equals', 'not_equals'], holds: 'segments' },
  date: { operators: ['gt', 'gte', 'lt', 'lte'], holds: 'dates' },
  count: { operators: ['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte'], holds: 'numbers' },
  number: { operators: ['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte'], holds: 'numbers' },
  currency: { operators: ['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte'], holds: 'numbers' },
  days: { operators: ['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte'], holds: 'numbers' },
};

const wordsOf = (column: CustomerColumnName): readonly string[] =>
  (column === 'spend_segment' ? spendSegments : rfmSegments).map(({ id }) => id);

/** The instant a condition on a date compares with: a day ends where the next begins. */
function dayBound(text: string, operator: Operator, timeZone: string): number | undefined {
  const wallMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  if (Number.isNaN(wallMs) || new Date(wallMs).toISOString().slice(0, 10) !== text) return;
  const after = operator === 'gt' || operator === 'lte';
  return fromWall(timeZone, after ? wallMs + dayMs : wallMs);
}

/** A value in the column's own terms; undefined for one that does not fit. */
function readValue(
  column: CustomerColumn<CustomerColumnName>,
  operator: Operator,
  value: FilterValue,
  timeZone: string,
): FilterValue | undefined {
  switch (column.type) {
    case 'text':
      return value === null || typeof value === 'string' ? value : undefined;
    case 'word': {
      const place = wordsOf(column.name).indexOf(String(value));
      return place < 0 ? undefined : place + 1;
    }
    case 'date':
      return typeof value === 'string' ? dayBound(value, operator, timeZone) : undefined;
    default:
      return typeof value === 'number' && Math.abs(value) < 1e12 ? value : undefined;
  }
}

function planCondition(
  { column: name, operator, values }: NonNullable<CustomersQuery['where']>[number],
  at: string,
  timeZone: string,
): PlannedCondition {
  const column = findCustomerColumn(name, `${at}/column`);
  const { operators, holds } = comparable[column.type];
  if (!operators.includes(operator)) {
    throw invalid(
      'operator_not_applicable',
      `"${operator}" does not go with "${name}", which holds ${holds}`,
      `${at}/operator`,
      `Use ${operators.join(', ')}.`,
    );
  }
  if (!['equals', 'not_equals', 'contains'].includes(operator) && values.length !== 1) {
    throw invalid(
      'too_many_values',
      `"${operator}" compares with one value`,
      `${at}/values`,
      'Give one value, or use equals.',
    );
  }
  const read = values.map((value, index) => {
    const place = `${at}/values/${index}`;
    if (value === null && operator === 'contains') throw misfit(name, holds, place, column);
    const known = readValue(column, operator, value, timeZone);
    if (known === undefined) throw misfit(name, holds, place, column);
    return known;
  });
  return { column, operator, values: read };
}

function misfit(
  name: string,
  holds: string,
  at: string,
  column: CustomerColumn<CustomerColumnName>,
) {
  const remedies = {
    text: 'Give a text.',
    word: `Give one of ${wordsOf(column.name).join(', ')}.`,
    date: 'Write a date as 2011-11-01.',
  } as const;
  const remedy =
    column.type === 'text' || column.type === 'word' || column.type === 'date'
      ? remedies[column.type]
      : 'Give a number.';
  return invalid('wrong_value_type', `"${name}" holds ${holds}`, at, remedy);
}

/** Whether a dimension is about the customer rather than about what was bought. */
const isAboutCustomer = ({ dimension }: PlannedFilter) =>
  'entity' in dimension.source && dimension.source.entity === 'customer';

/**
 * Reads a query of customers: names, types, the period.
 * @throws Problem (kind `invalid`) that names the place in the query, what is wrong and what to do
 */
export function planCustomers(
  query: CustomersQuery,
  { model, calendar, data }: CustomersPlanContext,
): CustomersPlan {
  const asked = { tenant_id: '', metrics: [], filters: query.filters, time: query.time };
  const filters = planSingleFilters(model, asked);
  filters.forEach(({ dimension }, index) => {
    if (accessDimension(model, dimension, 'sales') !== undefined) return;
    throw invalid(
      'dimension_not_joinable',
      `Customers cannot be filtered by "${dimension.name}"`,
      `/filters/${index}/dimension`,
      'Use dimensions of customers, or of what they bought.',
    );
  });
  const order = (query.order ?? []).map(({ by, direction }, index) => {
    const column = findCustomerColumn(by, `/order/${index}/by`);
    return { column, direction: direction ?? (column.type === 'text' ? 'asc' : 'desc') } as const;
  });
  const search = query.search?.trim();
  return {
    model,
    period: isAllTime(query.time) ? undefined : planRange(asked, { calendar, data }),
    about: filters.filter(isAboutCustomer),
    bought: filters.filter((filter) => !isAboutCustomer(filter)),
    conditions: (query.where ?? []).map((condition, index) =>
      planCondition(condition, `/where/${index}`, calendar.timeZone),
    ),
    search: search === '' ? undefined : search,
    order,
  };
}
