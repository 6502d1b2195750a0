import { type Amount, negate } from '@olympus/core';
import { parseInstant } from '../../parse/envelope.js';
import type { EventData } from '../../schemas/event-types.js';
import type { CheckedEvent, ProjectionContext } from '../context.js';
import { createMoney, type Money, MoneyFault } from '../money.js';
import type { DocumentVersion, Entry } from './document.js';
import { type Line, type LineContext, noNumbers, wholeOrder } from './line.js';
import type { Claim } from './refund.js';

type Order = EventData['order.created'];
type Refund = EventData['order.refunded'];
type Cancellation = EventData['order.cancelled'];
type Item = Order['items'][number] | NonNullable<Refund['items']>[number];

export function projectOrder(event: CheckedEvent<Order>, context: ProjectionContext) {
  const { data } = event;
  const money = createMoney(context.tenant, data.currency);
  const shared = contextOf(event, data.currency);
  const lines = data.items.map((item, index) => orderedLine(item, index, shared, money));
  const whole = wholeOrderLine(
    {
      discount: money.charge(data.discount, '/data/discount'),
      // goods taken back in the order itself may come to more than those sold
      tax: money.amount(data.tax, '/data/tax'),
      shipping: money.charge(data.shipping, '/data/shipping'),
    },
    shared,
  );
  if (whole !== undefined && differs(netOf(lines), whole.numbers.tax)) {
    throw otherSign('/data/tax', 'tax');
  }
  const orderedAtMs = event.type === 'order.updated' ? undefined : parseInstant(data.ordered_at);
  return toVersion(event, context, 'sale', {
    documentId: `order:${data.order_id}`,
    orderId: data.order_id,
    atMs: orderedAtMs ?? event.occurredAtMs,
    context: shared,
    lines: whole === undefined ? lines : [...lines, whole],
  });
}

export function projectRefund(event: CheckedEvent<Refund>, context: ProjectionContext) {
  const { data } = event;
  const money = createMoney(context.tenant, data.currency);
  const shared = contextOf(event, data.currency ?? context.tenant.currency);
  return toVersion(event, context, 'refund', {
    documentId: `refund:${data.refund_id}`,
    orderId: data.order_id ?? null,
    atMs: event.occurredAtMs,
    context: shared,
    ...claimOf(data, shared, money),
  });
}

export function projectCancellation(event: CheckedEvent<Cancellation>, context: ProjectionContext) {
  const { data } = event;
  const money = createMoney(context.tenant, data.currency);
  const shared = contextOf(event, data.currency ?? context.tenant.currency);
  return toVersion(event, context, 'cancellation', {
    documentId: `order:${data.order_id}`,
    orderId: data.order_id,
    atMs: event.occurredAtMs,
    context: shared,
    lines: (data.items ?? []).map((item, index) =>
      takenLine(item, index, shared, money, index === 0 ? 1 : 0),
    ),
  });
}

function claimOf(
  data: Refund,
  shared: LineContext,
  money: Money,
): { readonly lines: readonly Line[]; readonly claim: Claim } {
  const goodwill = data.goodwill === true;
  const tax = money.charge(data.tax, '/data/tax');
  const shipping = money.charge(data.shipping, '/data/shipping');
  const charge = data.amount === undefined ? undefined : money.charge(data.amount, '/data/amount');
  requireCurrency(data);
  if (data.items !== undefined) {
    const lines = data.items.map((item, index) => takenLine(item, index, shared, money, 0));
    const discount = money.charge(data.discount, '/data/discount');
    const whole = wholeOrderLine({ discount, tax, shipping }, shared);
    return {
      lines: whole === undefined ? lines : [...lines, whole],
      claim: { kind: 'lines', goodwill, ...(charge === undefined ? {} : { charge }) },
    };
  }
  if (charge === undefined) return { lines: [], claim: { kind: 'whole', goodwill } };
  const goods = (charge - tax - shipping) as Amount;
  if (goods < 0) {
    throw new MoneyFault({
      code: 'parts_above_amount',
      path: '/data/amount',
      reason: 'tax and shipping are parts of the refund’s amount and come to more than it',
      step: 'project',
    });
  }
  const numbers = { ...noNumbers, gross: goods, net: goods, tax, shipping };
  const isSplit = data.tax !== undefined || data.shipping !== undefined;
  return {
    lines: [{ context: { ...shared, line_id: wholeOrder }, costKnown: true, numbers }],
    claim: { kind: isSplit ? 'parts' : 'amount', goodwill },
  };
}

/** What a refund is in: only one that tells no amounts may leave it to its order. */
function requireCurrency({ currency, amount, items = [] }: Refund): void {
  const priced = items.some(({ unit_price }) => unit_price !== undefined);
  if (currency !== undefined || (amount === undefined && !priced)) return;
  throw new MoneyFault({
    code: 'invalid_data',
    path: '/data/currency',
    reason: 'is missing: the refund has amounts',
    step: 'validate',
  });
}

type Subject = Pick<
  DocumentVersion,
  'documentId' | 'orderId' | 'atMs' | 'context' | 'lines' | 'claim'
>;

function toVersion(
  event: CheckedEvent<unknown>,
  context: ProjectionContext,
  entry: Entry,
  subject: Subject,
): DocumentVersion {
  const accountId = subject.orderId === null ? subject.documentId : `order:${subject.orderId}`;
  return {
    ...subject,
    entry,
    accountId,
    accountHash: context.documentHash(accountId),
    eventId: event.id,
    receivedAtMs: event.receivedAtMs,
  };
}

function contextOf(event: CheckedEvent<Refund | Cancellation>, currency: string): LineContext {
  const { data } = event;
  return {
    line_id: '',
    customer_key: event.customerKey,
    country: data.country ?? null,
    product_id: null,
    location_id: data.location_id ?? null,
    channel: data.channel ?? null,
    promotion_id: data.promotion_id ?? null,
    currency,
  };
}

/** A line of an order. One of less than no goods takes back what was sold before. */
function orderedLine(
  item: Order['items'][number],
  index: number,
  shared: LineContext,
  money: Money,
): Line {
  // the order is counted on its first line
  const line = lineOf(item, index, shared, money, index === 0 ? 1 : 0);
  const { gross, discount, tax } = line.numbers;
  if (differs(gross, discount)) throw otherSign(`/data/items/${index}/discount`, 'discount');
  if (differs(gross, tax)) throw otherSign(`/data/items/${index}/tax`, 'tax');
  return line;
}

/** A line of what is taken back, told as it was sold: nothing of it is below 0. */
function takenLine(
  item: Item,
  index: number,
  shared: LineContext,
  money: Money,
  orders: number,
): Line {
  const path = `/data/items/${index}`;
  const line = lineOf(item, index, shared, money, orders);
  const { quantity, gross, discount, tax } = line.numbers;
  requireCharge(quantity, `${path}/quantity`);
  requireCharge(gross, `${path}/unit_price`);
  requireCharge(discount, `${path}/discount`);
  requireCharge(tax, `${path}/tax`);
  return item.unit_price === undefined ? { ...line, unpriced: true } : line;
}

function lineOf(
  item: Item,
  index: number,
  shared: LineContext,
  money: Money,
  orders: number,
): Line {
  const path = `/data/items/${index}`;
  const gross = money.product(item.quantity, item.unit_price ?? 0, path);
  const discount = money.amount(item.discount, `${path}/discount`);
  if (item.unit_cost !== undefined) money.charge(item.unit_cost, `${path}/unit_cost`);
  return {
    context: {
      ...shared,
      line_id: item.line_id ?? String(index + 1),
      product_id: item.product_id,
    },
    costKnown: item.unit_cost !== undefined,
    numbers: {
      quantity: money.quantity(item.quantity, `${path}/quantity`),
      gross,
      discount,
      tax: money.amount(item.tax, `${path}/tax`),
      shipping: noNumbers.shipping,
      cost:
        item.unit_cost === undefined
          ? noNumbers.cost
          : money.product(item.quantity, item.unit_cost, path),
      net: (gross - discount) as Amount,
      orders,
    },
  };
}

/** Discount, tax and shipping of a whole order or refund. */
function wholeOrderLine(
  numbers: Pick<Line['numbers'], 'discount' | 'tax' | 'shipping'>,
  shared: LineContext,
): Line | undefined {
  const { discount, tax, shipping } = numbers;
  if (discount === 0 && tax === 0 && shipping === 0) return undefined;
  return {
    context: { ...shared, line_id: wholeOrder, product_id: null },
    costKnown: true,
    numbers: { ...noNumbers, discount, tax, shipping, net: negate(discount) },
  };
}

function netOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { numbers }) => sum + numbers.net, 0);
}

function requireCharge(value: number, path: string): void {
  if (value >= 0) return;
  throw new MoneyFault({
    code: 'wrong_sign',
    path,
    reason: 'must not be below 0: what is taken back is told as it was sold, 2 of 40, not −2',
    step: 'project',
  });
}

/** Whether what belongs to goods goes the other way than they do. */
const differs = (goods: number, value: number): boolean =>
  value !== 0 && goods !== 0 && value < 0 !== goods < 0;

function otherSign(path: string, what: string): MoneyFault {
  return new MoneyFault({
    code: 'wrong_sign',
    path,
    reason: `${what} has the sign of the goods it belongs to: it is above 0 for goods sold`,
    step: 'project',
  });
}
