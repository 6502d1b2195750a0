import { decideSign, parseNumber } from '../values/numbers.js';
import type { Assignments } from './assign.js';
import type { FileProfile } from './profile.js';
import type { Role } from './roles.js';

/** What the sums of the rows looked at say about their prices. */
export interface PriceEvidence {
  /** Whether prices are of a piece or of the line; undefined when the sums do not show it. */
  readonly price: 'unit' | 'line' | undefined;
  /** Whether the order's tax is in its prices; undefined when the sums do not show it. */
  readonly taxIncluded: boolean | undefined;
  readonly orders: number;
}

interface Order {
  units: number;
  lines: number;
  multiple: boolean;
  readonly first: Readonly<Record<string, string>>;
}

const near = (a: number, b: number) => Math.abs(a - b) <= 0.011 + Math.abs(b) * 1e-6;

/** Compares lines with what the orders say they come to. */
export function checkPrices(profile: FileProfile, assigned: Assignments): PriceEvidence {
  const value = (row: Readonly<Record<string, string>>, role: Role): number => {
    const column = assigned.get(role)?.column;
    if (column === undefined) return 0;
    const text = row[column]?.trim() ?? '';
    const evidence = profile.columns.find(({ name }) => name === column)?.numbers;
    const sign = (evidence && decideSign(evidence)) ?? profile.sign;
    return Number(parseNumber(text, sign) ?? 0);
  };
  const orders = ordersOf(profile, assigned, value);
  let [unit, line, included, excluded, judged] = [0, 0, 0, 0, 0];
  for (const { units, lines, multiple, first } of orders) {
    const discount = Math.abs(value(first, 'order_discount'));
    const [shipping, tax] = [value(first, 'shipping'), value(first, 'order_tax')];
    const subtotal = assigned.has('order_subtotal') ? value(first, 'order_subtotal') : undefined;
    const total = assigned.has('order_total') ? value(first, 'order_total') : undefined;
    if (subtotal === undefined && total === undefined) continue;
    judged += 1;
    const agrees = (sum: number) =>
      [sum, sum - discount].some(
        (goods) =>
          (subtotal !== undefined && near(goods, subtotal)) ||
          (total !== undefined &&
            (near(goods + shipping + tax, total) || near(goods + shipping, total))),
      );
    if (multiple) {
      if (agrees(units)) unit += 1;
      if (agrees(lines)) line += 1;
    }
    if (total !== undefined && tax > 0.005) {
      for (const goods of new Set([units, units - discount, lines, lines - discount])) {
        if (near(goods + shipping + tax, total)) excluded += 1;
        else if (near(goods + shipping, total)) included += 1;
      }
    }
  }
  return {
    price: unit > line * 2 ? 'unit' : line > unit * 2 ? 'line' : undefined,
    taxIncluded: included > excluded * 2 ? true : excluded > included * 2 ? false : undefined,
    orders: judged,
  };
}

function ordersOf(
  { rows }: FileProfile,
  assigned: Assignments,
  value: (row: Readonly<Record<string, string>>, role: Role) => number,
): readonly Order[] {
  const key = assigned.get('order_id')?.column ?? '';
  const orders = new Map<string, Order>();
  const priced = assigned.has('unit_price') ? 'unit_price' : 'line_total';
  let last = '';
  for (const row of rows) {
    last = row[key]?.trim() || last;
    const order = orders.get(last) ?? { units: 0, lines: 0, multiple: false, first: row };
    orders.set(last, order);
    const quantity = assigned.has('quantity') ? value(row, 'quantity') : 1;
    const price = value(row, priced);
    order.units += price * quantity;
    order.lines += price;
    if (quantity !== 1 && price !== 0) order.multiple = true;
  }
  return [...orders.values()];
}
