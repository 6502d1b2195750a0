import { dayMs } from '@olympus/core';
import type { EventData } from '@olympus/ingest';
import type { Random } from '@olympus/stats';
import type { PaymentMethod, PlaceProfile, Shop } from '../shops/shop.js';
import { type Basket, type BasketLine, cents } from './basket.js';
import { chooseWeighted } from './choose.js';
import type { Emit } from './events.js';
import type { Influence } from './influence.js';
import type { Customer } from './people.js';
import { writeReview } from './reviews.js';
import type { Stock } from './stock.js';

export interface PlacedOrder {
  readonly id: string;
  readonly atMs: number;
  readonly customer: Customer | undefined;
  readonly location: string;
  readonly channel: string;
  readonly basket: Basket;
  /** Whether a parcel is sent. */
  readonly shipped: boolean;
}

export interface OrderDesk {
  readonly shop: Shop;
  readonly random: Random;
  readonly emit: Emit;
  readonly stock: Stock;
  readonly influence: Required<Influence>;
}

/** How orders of a place usually go on. */
export type OrderHabits = Pick<
  PlaceProfile,
  'methods' | 'paymentFailureRate' | 'cancelRate' | 'refundRate' | 'reviewRate'
>;

type Item = EventData['order.created']['items'][number];

/** The order, how it was paid, and everything that comes of it later. */
export function placeOrder(desk: OrderDesk, order: PlacedOrder, habits: OrderHabits): void {
  const { random } = desk;
  const amount = bookOrder(desk, order);
  if (!pay(desk, order, habits, amount)) {
    cancelOrder(desk, order, 'payment_not_received', 2 * 3_600_000);
    return;
  }
  if (habits.cancelRate > 0 && random.next() < habits.cancelRate) {
    const afterMs = Math.floor((0.5 + random.next() * 20) * 3_600_000);
    const reason = random.next() < 0.7 ? 'customer_request' : 'payment_not_received';
    cancelOrder(desk, order, reason, afterMs);
    return;
  }
  takeBack(desk, order, habits.refundRate);
  const { customer } = order;
  if (customer !== undefined && random.next() < habits.reviewRate) review(desk, order, customer);
}

/** Sends the order alone. @returns what is to be paid for it */
export function bookOrder({ shop, emit }: OrderDesk, order: PlacedOrder): number {
  const { customer, basket } = order;
  const shipping = order.shipped && basket.value < shop.shipping.freeFrom ? shop.shipping.fee : 0;
  const item = (line: BasketLine, n: number): Item => ({
    line_id: String(n + 1),
    product_id: line.product.id,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    discount: line.discount,
    tax: cents(
      ((line.quantity * line.unitPrice - line.discount) * shop.vatRate) / (1 + shop.vatRate),
    ),
    unit_cost: line.unitCost,
  });
  emit(
    order.atMs,
    'order.created',
    {
      order_id: order.id,
      currency: shop.currency,
      ...(customer === undefined ? {} : { customer_id: customer.id, country: customer.country }),
      location_id: order.location,
      channel: order.channel,
      shipping,
      ...(basket.promotion === undefined ? {} : { promotion_id: basket.promotion }),
      items: basket.lines.map(item),
    },
    customer?.id,
  );
  return cents(basket.value + shipping);
}

/** Cancels the whole order and puts its goods back. */
export function cancelOrder(
  { emit, stock }: Pick<OrderDesk, 'emit' | 'stock'>,
  order: PlacedOrder,
  reason: string,
  afterMs: number,
): void {
  emit(order.atMs + afterMs, 'order.cancelled', { order_id: order.id, reason }, order.customer?.id);
  for (const line of order.basket.lines) {
    stock.giveBack(order.location, line.product, line.quantity);
  }
}

const maxAttempts = 3;

/** @returns false when no attempt succeeded, which only a story can bring about */
function pay(desk: OrderDesk, order: PlacedOrder, habits: OrderHabits, amount: number): boolean {
  const { shop, random, emit, influence } = desk;
  const { methods } = habits;
  const method: PaymentMethod =
    chooseWeighted(random, methods, (candidate) => candidate.weight) ?? methods[0];
  const payment = {
    order_id: order.id,
    ...(order.customer === undefined ? {} : { customer_id: order.customer.id }),
    amount,
    currency: shop.currency,
    method: method.name,
    provider: method.provider,
  };
  let atMs = order.atMs + 4_000 + random.integer(20_000);
  let fails = random.next() < habits.paymentFailureRate;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    fails = influence.paymentFails(method.provider, atMs) ?? fails;
    if (!fails) {
      emit(
        atMs,
        'payment.processed',
        { ...payment, payment_id: `P-${order.id}`, fee: cents(amount * method.fee) },
        order.customer?.id,
      );
      return true;
    }
    const code = random.next() < 0.6 ? 'card_declined' : 'authentication_failed';
    emit(
      atMs,
      'payment.failed',
      { ...payment, payment_id: `P-${order.id}-${attempt}`, failure_code: code },
      order.customer?.id,
    );
    atMs += 60_000 + random.integer(240_000);
    fails = false;
  }
  influence.unpaid(method.provider, atMs);
  return false;
}

/** Some lines come back after some days, more often from parcels than from the counter. */
function takeBack(desk: OrderDesk, order: PlacedOrder, chance: number): void {
  const { shop, random, emit, stock } = desk;
  const lines = order.basket.lines.filter(() => random.next() < chance);
  if (lines.length === 0) return;
  emit(
    order.atMs + Math.floor((3 + random.next() * 18) * dayMs),
    'order.refunded',
    {
      refund_id: `R-${order.id}`,
      order_id: order.id,
      currency: shop.currency,
      ...(order.customer === undefined ? {} : { customer_id: order.customer.id }),
      location_id: order.location,
      channel: order.channel,
      reason: random.next() < 0.5 ? 'changed_mind' : random.next() < 0.6 ? 'damaged' : 'wrong_size',
      items: lines.map((line) => ({
        product_id: line.product.id,
        quantity: line.quantity,
        unit_price: cents(line.unitPrice - line.discount / line.quantity),
        unit_cost: line.unitCost,
      })),
    },
    order.customer?.id,
  );
  for (const line of lines) stock.giveBack(order.location, line.product, line.quantity);
}

function review(desk: OrderDesk, order: PlacedOrder, customer: Customer): void {
  const { shop, random, emit } = desk;
  const said = writeReview(random, shop, customer.country);
  emit(
    order.atMs + Math.floor((4 + random.next() * 14) * dayMs),
    'feedback.submitted',
    {
      feedback_id: `F-${order.id}`,
      customer_id: customer.id,
      order_id: order.id,
      product_id: order.basket.lines[0]?.product.id,
      channel: order.channel,
      ...said,
    },
    customer.id,
  );
}
