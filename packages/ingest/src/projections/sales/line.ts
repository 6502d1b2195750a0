import type { Amount } from '@olympus/core';
import type { LedgerValues } from '@olympus/semantic';

/** The numbers of a line, amounts but for the count `orders`. Lines form a vector space in these. */
const numericFields = [
  'quantity',
  'gross',
  'discount',
  'tax',
  'shipping',
  'cost',
  'net',
  'orders',
] as const;

/** What a line is about. Lines that differ in any of these never cancel out against each other. */
const contextFields = [
  'line_id',
  'customer_key',
  'country',
  'product_id',
  'location_id',
  'channel',
  'promotion_id',
  'currency',
] as const;

type NumericField = (typeof numericFields)[number];
type AmountField = Exclude<NumericField, 'orders'>;

export type LineNumbers = Readonly<Record<AmountField, Amount>> & { readonly orders: number };
export type LineContext = Pick<LedgerValues<'sales'>, (typeof contextFields)[number]>;

/** One line of an order or refund, or the difference of two. `costKnown`: whether `cost` says anything. */
export interface Line {
  readonly context: LineContext;
  readonly costKnown: boolean;
  readonly numbers: LineNumbers;
  /** Of a refund that says what is given back and not at which price: the order's price counts. */
  readonly unpriced?: true;
}

/** Line id of what belongs to a whole order: its discount, tax and shipping. */
export const wholeOrder = '(order)';

const none = 0 as Amount;

export const noNumbers: LineNumbers = {
  quantity: none,
  gross: none,
  discount: none,
  tax: none,
  shipping: none,
  cost: none,
  net: none,
  orders: 0,
};

/** Lines by {@link lineSignature}. */
export type Lines = ReadonlyMap<string, Line>;

export const noLines: Lines = new Map();

/** Each text with its length before it, so that no two lines share a signature. */
function lineSignature({ context, costKnown }: Line): string {
  let signature = costKnown ? '1' : '0';
  for (const field of contextFields) {
    const value = context[field];
    signature += value === null ? '-' : `${value.length}:${value}`;
  }
  return signature;
}

function* signed(lines: Iterable<Line>): Iterable<readonly [string, Line]> {
  for (const line of lines) yield [lineSignature(line), line];
}

export function toLines(lines: Iterable<Line>): Lines {
  return addLines(noLines, lines);
}

/** What was charged for lines, with tax and shipping. */
export function chargeOf(lines: Iterable<Line>): Amount {
  let charge = 0;
  for (const { numbers } of lines) charge += numbers.net + numbers.tax + numbers.shipping;
  return charge as Amount;
}

/** left + sign × right, leaving out lines whose numbers are all zero. */
export function addLines(left: Lines, right: Iterable<Line>, sign: 1 | -1 = 1): Lines {
  return fold(left, signed(right), sign);
}

function fold(left: Lines, right: Iterable<readonly [string, Line]>, sign: 1 | -1): Lines {
  const sum = new Map(left);
  for (const [signature, line] of right) {
    const before = sum.get(signature);
    const numbers = combine(before?.numbers ?? noNumbers, line.numbers, sign);
    if (numericFields.every((field) => numbers[field] === 0)) sum.delete(signature);
    else sum.set(signature, { ...line, numbers });
  }
  return sum;
}

export function subtractLines(left: Lines, right: Lines): Lines {
  return fold(left, right, -1);
}

function combine(left: LineNumbers, right: LineNumbers, sign: 1 | -1): LineNumbers {
  const amount = (of: AmountField) => (left[of] + sign * right[of] + 0) as Amount;
  return {
    quantity: amount('quantity'),
    gross: amount('gross'),
    discount: amount('discount'),
    tax: amount('tax'),
    shipping: amount('shipping'),
    cost: amount('cost'),
    net: amount('net'),
    orders: left.orders + sign * right.orders + 0,
  };
}

export const contextOf = (row: LedgerValues<'sales'>): LineContext => ({
  line_id: row.line_id,
  customer_key: row.customer_key,
  country: row.country,
  product_id: row.product_id,
  location_id: row.location_id,
  channel: row.channel,
  promotion_id: row.promotion_id,
  currency: row.currency,
});

/** The line that a row of `sales` is. */
export function lineOf(row: LedgerValues<'sales'>): Line {
  return {
    costKnown: row.cost !== null,
    context: contextOf(row),
    numbers: {
      quantity: row.quantity,
      gross: row.gross,
      discount: row.discount,
      tax: row.tax,
      shipping: row.shipping,
      cost: row.cost ?? none,
      net: row.net,
      orders: row.orders,
    },
  };
}
