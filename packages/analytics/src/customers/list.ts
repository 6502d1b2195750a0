import { type CustomerKey, printWall, type TenantId, toWall } from '@olympus/core';
import {
  type CustomerColumn,
  type CustomerColumnName,
  type CustomersInput,
  type CustomersQuery,
  compileCustomerKeys,
  compileCustomerRows,
  describeRange,
  findCustomerColumn,
  type ModelLanguage,
  planCustomers,
  rfmSegments,
  spendSegments,
} from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import { type CustomersDependencies, reckon } from './reckoning.js';
import { customersTexts } from './texts.js';

export type CustomerCell = string | number | null;

export interface CustomersRequest {
  readonly tenantId: TenantId;
  readonly query: CustomersQuery;
  /** Names of the columns to show; a few that say most without. */
  readonly columns?: readonly string[] | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly language: ModelLanguage;
  /** The key of the searched text, were it a customer's id. */
  readonly searchedKey?: CustomerKey | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Columns that a list shows unless told otherwise. */
export const usualColumns: readonly CustomerColumnName[] = [
  'customer_key',
  'rfm_segment',
  'orders',
  'revenue',
  'average_order_value',
  'last_order',
  'days_since_last_order',
  'country',
];

type Column = CustomerColumn<CustomerColumnName>;

/** A cell of the warehouse as the answer has it: local dates, words, plain numbers. */
export function readCell(cell: unknown, { name, type }: Column, timeZone: string): CustomerCell {
  if (cell === null || cell === undefined) return null;
  switch (type) {
    case 'text':
      return String(cell);
    case 'date':
      return printWall(toWall(timeZone, Number(cell))).slice(0, 10);
    case 'word': {
      const words = name === 'spend_segment' ? spendSegments : rfmSegments;
      return words[Number(cell) - 1]?.id ?? null;
    }
    case 'currency':
    case 'number':
    case 'count':
    case 'days':
      return roundAmount(numberIn(String(cell)));
  }
}

/** Four places, as amounts are kept. */
export const roundAmount = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10_000) / 10_000;

/** Which customers there are, in order; and a way to their columns. */
export async function lookUp(deps: CustomersDependencies, request: CustomersRequest) {
  const { runner, dialect, models } = deps;
  const { tenantId, query, language, signal } = request;
  const columns = (request.columns ?? usualColumns).map((name, index) =>
    findCustomerColumn(name, `/columns/${index}`),
  );
  const [reckoning, model] = await Promise.all([
    reckon(deps, tenantId, query.as_of, signal),
    models.get(tenantId, language),
  ]);
  const { at, context, cuts } = reckoning;
  const data = at.profile && { fromMs: at.profile.firstMs, toMs: at.profile.lastMs };
  const asked = query.order === undefined ? { ...query, order: [{ by: 'revenue' }] } : query;
  const plan = planCustomers(asked, { model, calendar: at.calendar, data });
  const { searchedKey } = request;
  const input: CustomersInput = { context, dialect, plan, cuts, searchedKey };
  const keysOf = async (limit: number, offset: number) =>
    (await runner.run(tenantId, compileCustomerKeys(input, { limit, offset }), signal)).rows;
  const rows = await keysOf(request.limit, request.offset);
  // beyond the last page nothing says how many there are
  const [first] = rows.length > 0 || request.offset === 0 ? rows : await keysOf(1, 0);
  const { timeZone } = at.calendar;
  return {
    reckoning,
    plan,
    columns,
    keys: rows.map(([key]) => String(key)),
    total: Number(first?.[1] ?? 0),
    revenue: roundAmount(numberIn(first?.[2] ?? 0)) ?? 0,
    /** Rows of some of the keys, by key: a cell for each column. */
    fetch: async (
      keys: readonly string[],
    ): Promise<ReadonlyMap<string, readonly CustomerCell[]>> => {
      if (keys.length === 0) return new Map();
      const statement = compileCustomerRows(input, keys, columns);
      const found = await runner.run(tenantId, statement, signal);
      return new Map(
        found.rows.map(([key, ...cells]) => [
          String(key),
          columns.map((column, index) => readCell(cells[index], column, timeZone)),
        ]),
      );
    },
  };
}

/** What segments are called, by column and word. */
export function wordsIn(language: ModelLanguage) {
  const { rfm, spend } = customersTexts[language];
  const labels = (texts: Readonly<Record<string, { readonly label: string }>>) =>
    Object.fromEntries(Object.entries(texts).map(([id, { label }]) => [id, label]));
  return { rfm_segment: labels(rfm), spend_segment: labels(spend) };
}

/** A page of customers with the columns asked for. */
export async function listCustomers(deps: CustomersDependencies, request: CustomersRequest) {
  const { language, limit, offset } = request;
  const found = await lookUp(deps, request);
  const { reckoning, plan, columns, keys, total, revenue } = found;
  const cells = await found.fetch(keys);
  const { tenant, calendar } = reckoning.at;
  return {
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      label: column.label[language],
      in_period: column.inPeriod === true && plan.period !== undefined,
    })),
    rows: keys.map((key) => ({
      customer_key: key,
      ...Object.fromEntries(
        columns.map(({ name }, index) => [name, cells.get(key)?.[index] ?? null]),
      ),
    })),
    words: wordsIn(language),
    total,
    revenue,
    limit,
    offset,
    as_of: reckoning.asOf.date,
    range: describeRange(plan.period),
    time_zone: calendar.timeZone,
    currency: tenant.currency,
  };
}
