import type { Amount } from '@olympus/core';
import { describe, expect, it } from 'vitest';
import { type Booked, bookAccount, type DocumentVersion, type Entry } from './document.js';
import { type Line, type LineContext, type Lines, noNumbers, wholeOrder } from './line.js';
import type { Claim } from './refund.js';

const book = (versions: readonly DocumentVersion[]) => [...bookAccount(versions)];

const context: LineContext = {
  line_id: '',
  customer_key: 'c',
  country: null,
  product_id: null,
  location_id: null,
  channel: 'web',
  promotion_id: null,
  currency: 'EUR',
};

function line(product: string, quantity: number, gross: number, tax = 0): Line {
  return {
    costKnown: false,
    context: { ...context, line_id: product, product_id: product },
    numbers: {
      ...noNumbers,
      quantity: quantity as Amount,
      gross: gross as Amount,
      tax: tax as Amount,
      net: gross as Amount,
      orders: product === 'p1' ? 1 : 0,
    },
  };
}

function charges(
  numbers: Partial<Record<'gross' | 'discount' | 'tax' | 'shipping', number>>,
): Line {
  const all = { gross: 0, discount: 0, tax: 0, shipping: 0, ...numbers };
  return {
    costKnown: true,
    context: { ...context, line_id: wholeOrder },
    numbers: { ...noNumbers, ...all, net: all.gross - all.discount } as Line['numbers'],
  };
}

let events = 0;

function version(
  entry: Entry,
  lines: readonly Line[],
  claim?: Partial<Claim> & { readonly id?: string },
): DocumentVersion {
  events++;
  const { id = `r${events}`, ...said } = claim ?? {};
  return {
    documentId: entry === 'refund' ? `refund:${id}` : 'order:1',
    accountId: 'order:1',
    accountHash: 1,
    orderId: '1',
    eventId: `e${events}`,
    entry,
    atMs: events,
    receivedAtMs: 0,
    context,
    lines,
    ...(entry === 'refund' ? { claim: { kind: 'amount', goodwill: false, ...said } } : {}),
  };
}

const sums = (booked: readonly Booked[]) => {
  const of = (field: 'quantity' | 'net' | 'tax' | 'shipping' | 'orders') =>
    booked
      .flatMap((one) => Object.values(one).flatMap((lines: Lines) => [...lines.values()]))
      .reduce((sum, { numbers }) => sum + numbers[field], 0);
  return { units: of('quantity'), net: of('net'), tax: of('tax'), shipping: of('shipping') };
};
const nothing = { units: 0, net: 0, tax: 0, shipping: 0 };

const order = () => version('sale', [line('p1', 2, 80), charges({ tax: 15, shipping: 5 })]);
const cancelled = () => version('cancellation', []);
const money = (amount: number, id?: string) =>
  version('refund', [charges({ gross: amount })], id === undefined ? {} : { id });
const goods = (quantity: number, gross: number, tax = 0) =>
  version('refund', [line('p1', quantity, gross, tax)], { kind: 'lines' });
const whole = () => version('refund', [], { kind: 'whole' });

describe('an account', () => {
  it('counts an order once that is placed again after it was cancelled', () => {
    const again = book([order(), cancelled(), order(), order()]);
    const placed = again.flatMap(({ sale }) => [...sale.values()]);
    expect(placed.reduce((sum, { numbers }) => sum + numbers.orders, 0)).toBe(1);
    expect(sums(again)).toEqual(sums(book([order()])));
  });

  it('books an order once, then only what changes', () => {
    const [, same, third] = book([
      version('sale', [line('p1', 2, 20), line('p2', 1, 5)]),
      version('sale', [line('p1', 2, 20), line('p2', 1, 5)]),
      version('sale', [line('p1', 3, 30)]),
    ]);
    expect(same?.sale.size).toBe(0);
    const lines = [...(third?.sale.values() ?? [])];
    expect(lines.map((l) => [l.context.line_id, l.numbers.gross]).sort()).toEqual([
      ['p1', 10],
      ['p2', -5],
    ]);
  });

  it('books a cancellation as it stands when its order was never sent, once', () => {
    const alone = () => version('cancellation', [line('p1', 2, 20)]);
    expect(sums(book([alone(), alone()]))).toMatchObject({ units: -2, net: -20 });
    expect(sums(book([goods(1, 10), alone(), goods(1, 10)]))).toMatchObject({
      units: -2,
      net: -20,
    });
  });

  it('is nothing once it is undone, however often and in whatever order', () => {
    const stories: DocumentVersion[][] = [
      [order(), whole(), cancelled()],
      [order(), cancelled(), whole()],
      [order(), money(100), cancelled()],
      [order(), cancelled(), money(100), money(40)],
      [order(), money(30), goods(1, 40), cancelled(), cancelled()],
      [order(), goods(2, 80, 15), goods(2, 80, 15), whole(), whole(), cancelled()],
      [order(), goods(1, 40), cancelled(), goods(1, 40)],
      [whole(), order()],
      [money(100), order(), cancelled()],
      [order(), money(30, 'a'), cancelled(), money(20, 'a')],
    ];
    for (const story of stories) expect(sums(book(story))).toEqual(nothing);
  });

  it('takes an amount from goods, tax and shipping as they were charged', () => {
    expect(sums(book([order(), money(100)]))).toEqual({ ...nothing, units: 2 });
    expect(sums(book([order(), money(20)]))).toEqual({
      units: 2,
      net: 64,
      tax: 12,
      shipping: 4,
    });
  });

  it('counts more than the order where the refund says so, and never because it came twice', () => {
    expect(sums(book([order(), money(120)])).net).toBe(0);
    expect(sums(book([order(), money(60), money(60)])).net).toBe(0);
    const generous = version('refund', [charges({ gross: 60 })], { goodwill: true });
    expect(sums(book([order(), money(60), generous])).net).toBe(-20);
    expect(sums(book([order(), cancelled(), generous])).net).toBe(-60);
  });

  it('takes goods at their order’s price where a refund tells none', () => {
    const unpriced = { ...line('p1', 1, 0), unpriced: true as const };
    const booked = book([
      version('sale', [line('p1', 2, 80, 16)]),
      version('refund', [unpriced], { kind: 'lines' }),
    ]);
    expect(sums(booked)).toMatchObject({ units: 1, net: 40, tax: 8 });
  });

  const unpriced = (product: string, quantity: number) => ({
    ...line(product, quantity, 0),
    unpriced: true as const,
  });
  const back = (lines: readonly Line[], charge?: number) =>
    version('refund', lines, {
      kind: 'lines',
      ...(charge === undefined ? {} : { charge: charge as Amount }),
    });

  it('takes the order’s discount with goods at the price they were sold for', () => {
    const discounted = () =>
      version('sale', [
        line('p1', 1, 10),
        line('p2', 1, 10),
        charges({ discount: 10, tax: 1.9 * 10 }),
      ]);
    const both = back([unpriced('p1', 1), unpriced('p2', 1)]);
    expect(sums(book([discounted(), both]))).toMatchObject({ units: 0, net: 0 });
    const one = back([unpriced('p1', 1)]);
    expect(sums(book([discounted(), one]))).toMatchObject({ units: 1, net: 5 });
    const other = back([unpriced('p2', 1)]);
    expect(sums(book([discounted(), one, other, both]))).toMatchObject({ net: 0 });
  });

  it('takes what was paid back beyond the price of goods from their tax, then from shipping', () => {
    const taxed = () =>
      version('sale', [line('p1', 1, 100), line('p2', 1, 100), charges({ tax: 38, shipping: 50 })]);
    const both = () => back([unpriced('p1', 1), unpriced('p2', 1)], 288);
    expect(sums(book([taxed(), both(), both()]))).toEqual(nothing);
    const left = { units: 1, net: 100, tax: 19, shipping: 50 };
    expect(sums(book([taxed(), back([unpriced('p1', 1)], 119)]))).toEqual(left);
    expect(sums(book([taxed(), back([line('p1', 1, 100)], 119)]))).toEqual(left);
    expect(sums(book([taxed(), back([unpriced('p1', 1)], 60)]))).toEqual({
      ...left,
      net: 140,
      tax: 38,
    });
  });

  it('takes less with its refunds when the order becomes less', () => {
    const booked = book([order(), whole(), version('sale', [line('p1', 1, 40)])]);
    expect(sums(booked)).toEqual(nothing);
    expect([...(booked[2]?.sale.values() ?? [])].reduce((n, l) => n + l.numbers.net, 0)).toBe(-40);
  });
});
