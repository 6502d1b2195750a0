import type { Amount } from '@olympus/core';
import { chargeOf, type Line, type LineNumbers, noNumbers } from './line.js';

/** What of a charge is shared out: all of it, or only what was charged for goods, tax or shipping. */
export type Pool = 'all' | 'goods' | 'tax' | 'shipping';

const fields: Readonly<Record<Pool, readonly ('gross' | 'discount' | 'tax' | 'shipping')[]>> = {
  all: ['gross', 'discount', 'tax', 'shipping'],
  goods: ['gross', 'discount'],
  tax: ['tax'],
  shipping: ['shipping'],
};

const worth = (pool: Pool, { net, tax, shipping }: LineNumbers): number =>
  pool === 'all' ? net + tax + shipping : { goods: net, tax, shipping }[pool];

/** What a pool of the lines comes to. */
export function poolOf(lines: Iterable<Line>, pool: Pool): Amount {
  let sum = 0;
  for (const { numbers } of lines) sum += worth(pool, numbers);
  return sum as Amount;
}

/**
 * An amount as parts of lines, in proportion to what each was charged: money only, neither goods nor
 * their cost. The parts come to the amount exactly; what rounding leaves goes to the largest.
 * @param lines  whose pool comes to more than nothing
 */
export function share(lines: Iterable<Line>, pool: Pool, amount: Amount): Line[] {
  const all = [...lines];
  const ratio = amount / poolOf(all, pool);
  const parts = all.map(({ context, numbers }): Line => {
    const money = { ...noNumbers };
    for (const field of fields[pool]) money[field] = Math.round(numbers[field] * ratio) as Amount;
    const net = (money.gross - money.discount) as Amount;
    return { context, costKnown: true, numbers: { ...money, net } };
  });
  const rest = amount - poolOf(parts, pool);
  const largest = parts.reduce(
    (best, { numbers }, index) =>
      worth(pool, numbers) > worth(pool, parts[best]?.numbers ?? noNumbers) ? index : best,
    0,
  );
  return parts.map((part, index) => (index === largest ? addTo(part, pool, rest) : part));
}

/** The same goods for another charge. @param lines  whose charge is more than nothing */
export function recharge(lines: readonly Line[], charge: Amount): Line[] {
  if (chargeOf(lines) === charge) return [...lines];
  const goods = lines.map((line): Line => {
    const { quantity, cost } = line.numbers;
    return { ...line, numbers: { ...noNumbers, quantity, cost } };
  });
  return [...goods, ...share(lines, 'all', charge)];
}

function addTo(line: Line, pool: Pool, rest: number): Line {
  if (rest === 0) return line;
  const { numbers } = line;
  // of all, the rest of a rounding is one of goods unless nothing but tax or shipping was charged
  const field =
    pool === 'tax' || pool === 'shipping'
      ? pool
      : numbers.net !== 0 || pool === 'goods'
        ? 'gross'
        : numbers.tax !== 0
          ? 'tax'
          : 'shipping';
  const added = { ...numbers, [field]: (numbers[field] + rest) as Amount };
  return { ...line, numbers: { ...added, net: (added.gross - added.discount) as Amount } };
}
