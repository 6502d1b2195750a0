import { type Amount, multiplyToAmount, parseAmount, printAmount, toWall } from '@olympus/core';
import type { ImportedEvent, MadeEvent } from '../mapping/events.js';
import type { Rule } from '../mapping/mapping.js';

/** What the events of a file come to. */
export interface Totals {
  readonly events: Readonly<Record<string, number>>;
  readonly orders: number;
  readonly customers: number;
  readonly units: string;
  /** Goods after discounts, less refunds and cancellations, by month and currency. */
  readonly revenue: readonly {
    readonly month: string;
    readonly currency: string;
    readonly revenue: string;
    readonly orders: number;
  }[];
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Orders whose lines do not come to what the file says. */
  readonly mismatches: {
    readonly orders: number;
    readonly compared: number;
    readonly examples: readonly {
      readonly order_id: string;
      readonly made: string;
      readonly expected: string;
    }[];
  };
}

interface Bucket {
  amount: number;
  orders: number;
}

interface Order {
  readonly net: number;
  /** With tax and shipping. */
  readonly charge: number;
  readonly currency: string;
}

const shownMismatches = 5;
const tolerance = 200;

/** Adds events up as the books will. @param zone  whose months they are counted in */
export function createTotals(zone: string) {
  const events: Record<string, number> = {};
  const orders = new Map<string, Order>();
  const customers = new Set<string>();
  const buckets = new Map<string, Bucket>();
  const mismatches: { order_id: string; made: string; expected: string }[] = [];
  let [units, mismatched, compared] = [0, 0, 0];
  let first: string | undefined;
  let last: string | undefined;

  function book(time: string, currency: string, amount: number, count = 0): void {
    const month = new Date(toWall(zone, Date.parse(time))).toISOString().slice(0, 7);
    const key = `${month}\n${currency}`;
    const bucket = buckets.get(key) ?? { amount: 0, orders: 0 };
    bucket.amount += amount;
    bucket.orders += count;
    buckets.set(key, bucket);
  }

  function addOrder(event: ImportedEvent, expected: string | undefined, is: Expected): void {
    const { data, time } = event;
    const id = String(data.order_id);
    const goods = goodsOf(data);
    const net = goods.net - amountOf(data.discount);
    const currency = String(data.currency ?? '');
    const known = orders.get(id);
    book(time, currency, net - (known?.net ?? 0), known === undefined ? 1 : 0);
    const charge = net + amountOf(data.tax) + goods.tax + amountOf(data.shipping);
    orders.set(id, { net, charge, currency });
    units += goods.units;
    if (typeof data.customer_id === 'string') customers.add(data.customer_id);
    if (expected === undefined) return;
    compared += 1;
    const around =
      is === 'net'
        ? 0
        : amountOf(data.shipping) + (is === 'total' ? amountOf(data.tax) + goods.tax : 0);
    const made = net + around;
    if (Math.abs(made - amountOf(expected)) <= tolerance) return;
    mismatched += 1;
    if (mismatches.length < shownMismatches) {
      mismatches.push({ order_id: id, made: printAmount(made as Amount), expected });
    }
  }

  return {
    /** @param is  what an expected amount says */
    add({ event, expected }: MadeEvent, is: Expected): void {
      const { type, time, data } = event;
      events[type] = (events[type] ?? 0) + 1;
      if (first === undefined || time < first) first = time;
      if (last === undefined || time > last) last = time;
      switch (type) {
        case 'order.created':
        case 'order.updated':
        case 'order.completed':
          addOrder(event, expected, is);
          break;
        case 'order.cancelled': {
          const id = String(data.order_id);
          const known = orders.get(id);
          const net = known?.net ?? goodsOf(data).net;
          book(time, known?.currency ?? String(data.currency ?? ''), -net);
          if (known !== undefined) orders.set(id, { ...known, net: 0, charge: 0 });
          break;
        }
        case 'order.refunded': {
          const id = String(data.order_id);
          const known = orders.get(id);
          const { net, charge } = refundOf(data, known);
          book(time, known?.currency ?? String(data.currency ?? ''), -net);
          if (known !== undefined) {
            orders.set(id, { ...known, net: known.net - net, charge: known.charge - charge });
          }
          break;
        }
        case 'customer.updated':
        case 'customer.created':
          if (typeof data.customer_id === 'string') customers.add(data.customer_id);
          break;
        default:
      }
    },
    end: (): Totals => ({
      events,
      orders: orders.size,
      customers: customers.size,
      units: printAmount(units as Amount),
      revenue: [...buckets]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, { amount, orders: count }]) => {
          const [month = '', currency = ''] = key.split('\n');
          return { month, currency, revenue: printAmount(amount as Amount), orders: count };
        }),
      first,
      last,
      mismatches: { orders: mismatched, compared, examples: mismatches },
    }),
  };
}

/** What a refund takes from its order: money as it was charged, goods as they are told, or the rest. */
function refundOf(data: Readonly<Record<string, unknown>>, known: Order | undefined) {
  if (data.items !== undefined) {
    const { net, tax } = goodsOf(data);
    return { net, charge: net + tax };
  }
  if (data.amount === undefined) return { net: known?.net ?? 0, charge: known?.charge ?? 0 };
  const amount = amountOf(data.amount);
  if (known === undefined || known.charge <= 0) return { net: amount, charge: amount };
  const part = Math.round((known.net * Math.min(amount, known.charge)) / known.charge);
  return { net: part + Math.max(0, amount - known.charge), charge: amount };
}

type Expected = NonNullable<Rule['expect']>['is'];

const amountOf = (value: unknown): number =>
  typeof value === 'number' || typeof value === 'string' ? (parseAmount(value) ?? 0) : 0;

function goodsOf(data: Readonly<Record<string, unknown>>) {
  let [net, tax, units] = [0, 0, 0];
  for (const item of Array.isArray(data.items) ? data.items : []) {
    const {
      quantity,
      unit_price: price,
      discount,
      tax: own,
    } = item as Record<string, string | number>;
    net += (multiplyToAmount(quantity ?? 0, price ?? 0) ?? 0) - amountOf(discount);
    tax += amountOf(own);
    units += amountOf(quantity);
  }
  return { net, tax, units };
}
