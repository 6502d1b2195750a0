import type { Cell } from '@olympus/warehouse';

/** The numbers of a line, amounts but for the count `orders`. Lines form a vector space in these. */
export const numericFields = [
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
export const contextFields = [
  'line_id',
  'customer_key',
  'country',
  'product_id',
  'location_id',
  'channel',
  'promotion_id',
  'currency',
] as const;

export type LineNumbers = Readonly<Record<(typeof numericFields)[number], number>>;
export type LineContext = Readonly<Record<(typeof contextFields)[number], string | null>>;

/** One line of an order or refund, or the difference of two. `costKnown`: whether `cost` says anything. */
export interface Line {
  readonly context: LineContext;
  readonly costKnown: boolean;
  readonly numbers: LineNumbers;
}

/** Lines by {@link lineSignature}. */
export type Lines = ReadonlyMap<string, Line>;

export const noLines: Lines = new Map();

export function lineSignature(line: Pick<Line, 'context' | 'costKnown'>): string {
  return JSON.stringify([contextFields.map((field) => line.context[field]), line.costKnown]);
}

export function toLines(lines: Iterable<Line>): Lines {
  return addLines(noLines, lines);
}

/** left + sign × right, leaving out lines whose numbers are all zero. */
export function addLines(left: Lines, right: Iterable<Line>, sign: 1 | -1 = 1): Lines {
  const sum = new Map(left);
  for (const line of right) {
    const signature = lineSignature(line);
    const before = sum.get(signature);
    const numbers = combine(before?.numbers, line.numbers, sign);
    if (numericFields.every((field) => numbers[field] === 0)) sum.delete(signature);
    else sum.set(signature, { ...line, numbers });
  }
  return sum;
}

export function subtractLines(left: Lines, right: Lines): Lines {
  return addLines(left, right.values(), -1);
}

function combine(left: LineNumbers | undefined, right: LineNumbers, sign: 1 | -1): LineNumbers {
  const of = (field: keyof LineNumbers) => (left?.[field] ?? 0) + sign * right[field] + 0;
  return {
    quantity: of('quantity'),
    gross: of('gross'),
    discount: of('discount'),
    tax: of('tax'),
    shipping: of('shipping'),
    cost: of('cost'),
    net: of('net'),
    orders: of('orders'),
  };
}

export function lineFromColumns(columns: Readonly<Record<string, Cell>>): Line {
  const text = (name: string) => {
    const cell = columns[name] ?? null;
    return cell === null ? null : String(cell);
  };
  const number = (name: string) => Number(columns[name] ?? 0);
  return {
    costKnown: (columns.cost ?? null) !== null,
    context: {
      line_id: text('line_id'),
      customer_key: text('customer_key'),
      country: text('country'),
      product_id: text('product_id'),
      location_id: text('location_id'),
      channel: text('channel'),
      promotion_id: text('promotion_id'),
      currency: text('currency'),
    },
    numbers: {
      quantity: number('quantity'),
      gross: number('gross'),
      discount: number('discount'),
      tax: number('tax'),
      shipping: number('shipping'),
      cost: number('cost'),
      net: number('net'),
      orders: number('orders'),
    },
  };
}
