import {
  addWall,
  type CustomerKey,
  Problem,
  printWall,
  type TenantId,
  toWall,
  truncateWall,
} from '@olympus/core';
import {
  compileCustomerOrders,
  compileCustomerRecord,
  compileCustomerRows,
  compileTimeline,
  customerColumns,
  type ModelLanguage,
  planCustomers,
  rfmSegments,
  spendSegments,
  timelineKinds,
} from '@olympus/semantic';
import { numberIn } from '../query/number-in.js';
import { readCell, roundAmount } from './list.js';
import { type CustomersDependencies, inputOf, type Reckoning, reckon } from './reckoning.js';
import { describeRule, thresholdsOf } from './rfm.js';
import { rhythmOf } from './rhythm.js';
import { customersTexts } from './texts.js';
import { describeTaste, describeValue } from './value.js';

export interface ProfileRequest {
  readonly tenantId: TenantId;
  readonly key: CustomerKey;
  readonly language: ModelLanguage;
  readonly signal?: AbortSignal | undefined;
}

/** Orders that a profile lists; the timeline has all of them. */
const ordersListed = 200;

/** Keys that an erasure put in the place of a person's. */
export const isReplacement = (key: string): boolean => key.startsWith('e_');

/** What of a customer's columns a profile needs, by name. */
async function fetchFacts(
  deps: CustomersDependencies,
  request: ProfileRequest,
  reckoning: Reckoning,
) {
  const { tenantId, key, language, signal } = request;
  const model = await deps.models.get(tenantId, language);
  const { calendar } = reckoning.at;
  const plan = planCustomers({}, { model, calendar, data: undefined });
  const input = inputOf(reckoning, deps.dialect, plan);
  const statement = compileCustomerRows(input, [key], customerColumns);
  const { rows } = await deps.runner.run(tenantId, statement, signal);
  const [cells] = rows;
  if (cells === undefined) return undefined;
  const read = customerColumns.map(
    (column, index) =>
      [column.name, readCell(cells[index + 1], column, calendar.timeZone)] as const,
  );
  return Object.fromEntries(read) as Readonly<
    Record<(typeof customerColumns)[number]['name'], string | number | null>
  >;
}

type Facts = NonNullable<Awaited<ReturnType<typeof fetchFacts>>>;

const numberOf = (facts: Facts, name: keyof Facts): number => Number(facts[name] ?? 0);

function totalsOf(facts: Facts) {
  return {
    orders: numberOf(facts, 'orders'),
    units: numberOf(facts, 'units'),
    revenue: numberOf(facts, 'revenue'),
    average_order_value: numberOf(facts, 'average_order_value'),
    discounts: numberOf(facts, 'discounts'),
    refunds: numberOf(facts, 'refunds'),
    first_order: String(facts.first_order),
    last_order: String(facts.last_order),
    days_since_last_order: numberOf(facts, 'days_since_last_order'),
  };
}

/** The customer's place in the grid, with what the scores were given for. */
function rfmOf(facts: Facts, reckoning: Reckoning, language: ModelLanguage) {
  const id = rfmSegments.find((one) => one.id === facts.rfm_segment)?.id ?? 'lost';
  const thresholds = thresholdsOf(reckoning);
  const reason = (
    measure: keyof typeof thresholds,
    scored: 'recency_score' | 'frequency_score' | 'monetary_score',
    column: 'days_since_last_order' | 'orders' | 'revenue',
  ) => {
    const score = numberOf(facts, scored);
    const span = thresholds[measure].find((one) => one.score === score);
    return {
      score,
      value: numberOf(facts, column),
      from: span?.from ?? null,
      to: span?.to ?? null,
    };
  };
  return {
    segment: id,
    ...customersTexts[language].rfm[id],
    recency: reason('recency', 'recency_score', 'days_since_last_order'),
    frequency: reason('frequency', 'frequency_score', 'orders'),
    monetary: reason('monetary', 'monetary_score', 'revenue'),
    value_score: numberOf(facts, 'value_score'),
  };
}

function spendOf(facts: Facts, language: ModelLanguage) {
  const found = spendSegments.find(({ id }) => id === facts.spend_segment);
  const id = found?.id ?? 'regular';
  return {
    segment: id,
    ...customersTexts[language].spend[id],
    rule: describeRule(found?.rule ?? {}),
  };
}

async function fetchRecord(deps: CustomersDependencies, { tenantId, key, signal }: ProfileRequest) {
  const statement = compileCustomerRecord({ tenantId, key }, deps.dialect);
  const { rows } = await deps.runner.run(tenantId, statement, signal);
  const [row] = rows;
  if (row === undefined) return null;
  const [country, city, birthYear, segment, versionAt] = row;
  const text = (cell: unknown) => (cell === null || cell === undefined ? null : String(cell));
  return {
    country: text(country),
    city: text(city),
    segment: text(segment),
    birth_decade: typeof birthYear === 'number' ? Math.floor(birthYear / 10) * 10 : null,
    updated_at: new Date(Number(versionAt)).toISOString(),
  };
}

async function fetchOrders(
  deps: CustomersDependencies,
  { tenantId, key, signal }: ProfileRequest,
  timeZone: string,
) {
  const statement = compileCustomerOrders({ tenantId, key }, deps.dialect, ordersListed);
  const { rows } = await deps.runner.run(tenantId, statement, signal);
  const amount = (cell: unknown) => roundAmount(numberIn(String(cell ?? 0))) ?? 0;
  return rows.map(([order, placedAt, units, net, refunded, cancelled, channel]) => ({
    order_id: String(order),
    placed_at: printWall(toWall(timeZone, Number(placedAt))).slice(0, 16),
    units: amount(units),
    revenue: amount(net),
    refunded: amount(refunded),
    cancelled: amount(cancelled),
    channel: channel === null || channel === undefined ? null : String(channel),
  }));
}

async function hasTimeline(deps: CustomersDependencies, { tenantId, key, signal }: ProfileRequest) {
  const page = { kinds: timelineKinds, limit: 1 };
  const statement = compileTimeline({ tenantId, key }, deps.dialect, page);
  return (await deps.runner.run(tenantId, statement, signal)).rows.length > 0;
}

/**
 * One customer, without what is personal.
 * @throws Problem `customer_not_found` where nothing at all is known under the key
 */
export async function describeCustomer(deps: CustomersDependencies, request: ProfileRequest) {
  const { tenantId, key, language } = request;
  const reckoning = await reckon(deps, tenantId, undefined, request.signal);
  const { at, asOf } = reckoning;
  const { timeZone, weekStart, nowMs } = at.calendar;
  const [facts, record, orders] = await Promise.all([
    fetchFacts(deps, request, reckoning),
    fetchRecord(deps, request),
    fetchOrders(deps, request, timeZone),
  ]);
  if (facts === undefined && record === null && !(await hasTimeline(deps, request))) {
    throw customerNotFound();
  }
  const totals = facts === undefined ? null : totalsOf(facts);
  const since = totals?.first_order ?? asOf.date;
  const tomorrow = printWall(
    addWall(truncateWall(toWall(timeZone, nowMs), 'day', weekStart), 'day', 1),
  );
  const [value, taste] = await Promise.all([
    describeValue(deps, request, at, { from: since, to: tomorrow }),
    describeTaste(deps, request, at),
  ]);
  return {
    customer_key: key,
    erased: isReplacement(key),
    as_of: asOf.date,
    time_zone: timeZone,
    currency: at.tenant.currency,
    record: record && {
      ...record,
      country: facts?.country == null ? record.country : String(facts.country),
    },
    country: facts?.country == null ? (record?.country ?? null) : String(facts.country),
    totals,
    rfm: facts === undefined ? null : rfmOf(facts, reckoning, language),
    spend: facts === undefined ? null : spendOf(facts, language),
    rhythm: rhythmOf(
      orders.map(({ placed_at }) => placed_at.slice(0, 10)),
      asOf.date,
    ),
    value,
    ...taste,
    orders,
  };
}

export const customerNotFound = () =>
  new Problem({
    code: 'customer_not_found',
    kind: 'not_found',
    message: 'Nothing is known of a customer with this key',
    remedy: 'Look for them in the list: by key, or by the id that the business knows.',
  });
