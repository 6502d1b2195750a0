import { type Amount, negate } from '@olympus/core';
import { parseInstant } from '../../parse/envelope.js';
import type { EventData } from '../../schemas/event-types.js';
import type { CheckedEvent, ProjectionContext } from '../context.js';
import { createMoney, type Money } from '../money.js';
import type { DocumentVersion, Entry } from './document.js';
import { type Line, type LineContext, noNumbers } from './line.js';

type Order = EventData['order.created'];
type Refund = EventData['order.refunded'];
type Cancellation = EventData['order.cancelled'];
type Item = Order['items'][number];

/** Line id of what belongs to a whole order: its discount, tax and shipping. */
const wholeOrder = '(order)';

export function projectOrder(event: CheckedEvent<Order>, context: ProjectionContext) {
  const { data } = event;
  const money = createMoney(context.tenant, data.currency);
  const shared = contextOf(event, data.currency);
  const lines = itemLines(data.items, shared, money, 1);
  const discount = money.amount(data.discount, '/data/discount');
  const tax = money.amount(data.tax, '/data/tax');
  const shipping = money.amount(data.shipping, '/data/shipping');
  if (discount !== 0 || tax !== 0 || shipping !== 0) {
    lines.push({
      context: { ...shared, line_id: wholeOrder, product_id: null },
      costKnown: true,
      numbers: { ...noNumbers, discount, tax, shipping, net: negate(discount) },
    });
  }
  const orderedAtMs = event.type === 'order.updated' ? undefined : parseInstant(data.ordered_at);
  return toVersion(event, context, 'sale', {
    documentId: `order:${data.order_id}`,
    orderId: data.order_id,
    atMs: orderedAtMs ?? event.occurredAtMs,
    lines,
  });
}

export function projectRefund(event: CheckedEvent<Refund>, context: ProjectionContext) {
  const { data } = event;
  const money = createMoney(context.tenant, data.currency);
  const shared = contextOf(event, data.currency);
  const lines =
    data.items === undefined
      ? [amountLine(negate(money.amount(data.amount, '/data/amount')), shared)]
      : itemLines(data.items, shared, money, -1);
  return toVersion(event, context, 'refund', {
    documentId: `refund:${data.refund_id}`,
    orderId: data.order_id ?? null,
    atMs: event.occurredAtMs,
    lines,
    ...(data.order_id === undefined ? {} : { refundOf: orderOf(data.order_id, context) }),
  });
}

function orderOf(orderId: string, context: ProjectionContext) {
  const documentId = `order:${orderId}`;
  return { documentId, documentHash: context.documentHash(documentId) };
}

export function projectCancellation(event: CheckedEvent<Cancellation>, context: ProjectionContext) {
  const { data } = event;
  const money = createMoney(context.tenant, data.currency);
  const shared = contextOf(event, data.currency ?? context.tenant.currency);
  return toVersion(event, context, 'cancellation', {
    documentId: `order:${data.order_id}`,
    orderId: data.order_id,
    atMs: event.occurredAtMs,
    lines: itemLines(data.items ?? [], shared, money, 1),
  });
}

type Subject = Pick<DocumentVersion, 'documentId' | 'orderId' | 'atMs' | 'lines' | 'refundOf'>;

function toVersion(
  event: CheckedEvent<unknown>,
  context: ProjectionContext,
  entry: Entry,
  subject: Subject,
): DocumentVersion {
  return {
    ...subject,
    entry,
    documentHash: context.documentHash(subject.documentId),
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

function itemLines(
  items: readonly Item[],
  shared: LineContext,
  money: Money,
  sign: 1 | -1,
): Line[] {
  const signed = (amount: Amount) => (sign === 1 ? amount : negate(amount));
  return items.map((item, index) => {
    const path = `/data/items/${index}`;
    const gross = money.product(item.quantity, item.unit_price, path);
    const discount = money.amount(item.discount, `${path}/discount`);
    const cost =
      item.unit_cost === undefined
        ? noNumbers.cost
        : money.product(item.quantity, item.unit_cost, path);
    return {
      context: {
        ...shared,
        line_id: item.line_id ?? String(index + 1),
        product_id: item.product_id,
      },
      costKnown: item.unit_cost !== undefined,
      numbers: {
        quantity: signed(money.quantity(item.quantity, `${path}/quantity`)),
        gross: signed(gross),
        discount: signed(discount),
        tax: signed(money.amount(item.tax, `${path}/tax`)),
        shipping: noNumbers.shipping,
        cost: signed(cost),
        net: signed((gross - discount) as Amount),
        // the order is counted on its first line, and not at all by a refund
        orders: sign === 1 && index === 0 ? 1 : 0,
      },
    };
  });
}

/** A refund of money without goods. */
function amountLine(net: Amount, shared: LineContext): Line {
  return {
    context: { ...shared, line_id: wholeOrder },
    costKnown: true,
    numbers: { ...noNumbers, gross: net, net },
  };
}
