import type { Random } from '@olympus/stats';
import { type Basket, type BasketLine, cents } from './basket.js';
import { chooseWeighted } from './choose.js';
import type { Emit } from './emit.js';
import type { DemoCustomer } from './people.js';
import { writeReview } from './reviews.js';
import type { Stock } from './stock.js';

const dayMs = 86_400_000;
const vatRate = 0.19;

export interface PlacedOrder {
  readonly id: string;
  readonly atMs: number;
  readonly customer: DemoCustomer | undefined;
  readonly location: string;
  readonly channel: 'web' | 'app' | 'store';
  readonly basket: Basket;
}

const item = (line: BasketLine, n: number) => ({
  line_id: String(n + 1),
  product_id: line.product.id,
  quantity: line.quantity,
  unit_price: line.unitPrice,
  discount: line.discount,
  // prices include VAT in Germany; what is stated here is the part of it in the line
  tax: cents(((line.quantity * line.unitPrice - line.discount) * vatRate) / (1 + vatRate)),
  unit_cost: line.unitCost,
});

const methods = [
  { name: 'card', provider: 'stripe', weight: 46, fee: 0.014 },
  { name: 'paypal', provider: 'paypal', weight: 34, fee: 0.0249 },
  { name: 'invoice', provider: 'klarna', weight: 20, fee: 0.0299 },
];

/** The order, how it was paid, and everything that comes of it later. */
export function placeOrder(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly stock: Stock;
  readonly order: PlacedOrder;
}): void {
  const { random, emit, order } = options;
  const { customer, basket } = order;
  const online = order.channel !== 'store';
  const shipping = online && basket.value < 50 ? 4.95 : 0;
  const who = customer === undefined ? {} : { customer_id: customer.id, country: customer.country };
  emit(
    order.atMs,
    'order.created',
    {
      order_id: order.id,
      currency: 'EUR',
      ...who,
      location_id: order.location,
      channel: order.channel,
      shipping,
      ...(basket.promotion === undefined ? {} : { promotion_id: basket.promotion.id }),
      items: basket.lines.map(item),
    },
    customer?.id,
  );
  pay(options, cents(basket.value + shipping));
  if (online && random.next() < 0.016) {
    cancel(options);
    return;
  }
  takeBack(options);
  if (customer !== undefined && random.next() < (online ? 0.13 : 0.03)) {
    const review = writeReview(random, customer.country);
    emit(
      order.atMs + Math.floor((4 + random.next() * 14) * dayMs),
      'feedback.submitted',
      {
        feedback_id: `F-${order.id}`,
        customer_id: customer.id,
        order_id: order.id,
        product_id: basket.lines[0]?.product.id,
        channel: order.channel,
        ...review,
      },
      customer.id,
    );
  }
}

function pay(
  options: { readonly random: Random; readonly emit: Emit; readonly order: PlacedOrder },
  amount: number,
): void {
  const { random, emit, order } = options;
  const online = order.channel !== 'store';
  const method = online
    ? (chooseWeighted(random, methods, (candidate) => candidate.weight) ?? methods[0])
    : random.next() < 0.31
      ? { name: 'cash', provider: 'till', fee: 0 }
      : { name: 'card', provider: 'sumup', fee: 0.0139 };
  const payment = {
    order_id: order.id,
    ...(order.customer === undefined ? {} : { customer_id: order.customer.id }),
    amount,
    currency: 'EUR',
    method: method?.name,
    provider: method?.provider,
  };
  let atMs = order.atMs + 4_000 + random.integer(20_000);
  if (random.next() < (online ? 0.045 : 0.008)) {
    const code = random.next() < 0.6 ? 'card_declined' : 'authentication_failed';
    emit(
      atMs,
      'payment.failed',
      { ...payment, payment_id: `P-${order.id}-0`, failure_code: code },
      order.customer?.id,
    );
    atMs += 60_000 + random.integer(240_000);
  }
  emit(
    atMs,
    'payment.processed',
    { ...payment, payment_id: `P-${order.id}`, fee: cents(amount * (method?.fee ?? 0)) },
    order.customer?.id,
  );
}

function cancel(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly stock: Stock;
  readonly order: PlacedOrder;
}): void {
  const { random, emit, stock, order } = options;
  emit(
    order.atMs + Math.floor((0.5 + random.next() * 20) * 3_600_000),
    'order.cancelled',
    {
      order_id: order.id,
      reason: random.next() < 0.7 ? 'customer_request' : 'payment_not_received',
    },
    order.customer?.id,
  );
  for (const line of order.basket.lines) {
    stock.giveBack(order.location, line.product, line.quantity);
  }
}

/** Some lines come back after some days, more often from parcels than from the counter. */
function takeBack(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly stock: Stock;
  readonly order: PlacedOrder;
}): void {
  const { random, emit, stock, order } = options;
  const chance = order.channel === 'store' ? 0.018 : 0.062;
  const lines = order.basket.lines.filter(() => random.next() < chance);
  if (lines.length === 0) return;
  emit(
    order.atMs + Math.floor((3 + random.next() * 18) * dayMs),
    'order.refunded',
    {
      refund_id: `R-${order.id}`,
      order_id: order.id,
      currency: 'EUR',
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
