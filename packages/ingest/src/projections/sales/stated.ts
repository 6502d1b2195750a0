import type { Amount } from '@olympus/core';
import type { ArrivedVersion, DocumentVersion, Entry } from './document.js';
import type { Line, LineContext } from './line.js';
import type { Claim } from './refund.js';

/**
 * What a version said, where its rows do not tell: kept with it as JSON, without anything about
 * persons. Who and where is in the columns of the row that bears it.
 */
interface Stated {
  /** Place among the versions of the account as they arrived. */
  readonly arrival: number;
  readonly entry: Entry;
  readonly claim?: Claim;
  readonly lines: readonly StatedLine[];
}

/** Line and product, whether its cost is known and its price told, and its numbers. */
type StatedLine = readonly [
  string,
  string | null,
  0 | 1,
  0 | 1,
  ...numbers: readonly [number, number, number, number, number, number, number, number],
];

export function printStated({ arrival, entry, claim, lines }: ArrivedVersion): string {
  const stated: Stated = {
    arrival,
    entry,
    ...(claim === undefined ? {} : { claim }),
    lines: lines.map(({ context, costKnown, unpriced, numbers: n }) => [
      context.line_id,
      context.product_id,
      costKnown ? 1 : 0,
      unpriced ? 0 : 1,
      n.quantity,
      n.gross,
      n.discount,
      n.tax,
      n.shipping,
      n.cost,
      n.net,
      n.orders,
    ]),
  };
  return JSON.stringify(stated);
}

export function parseStated(
  text: string,
  context: LineContext,
): Pick<DocumentVersion, 'entry' | 'lines' | 'claim'> & { readonly arrival: number } {
  // only ever written by printStated
  const { lines, ...stated } = JSON.parse(text) as Stated;
  return {
    ...stated,
    lines: lines.map((line): Line => {
      const [line_id, product_id, costKnown, priced, ...numbers] = line;
      const [quantity, gross, discount, tax, shipping, cost, net] = numbers.map(
        (number) => number as Amount,
      ) as [Amount, Amount, Amount, Amount, Amount, Amount, Amount];
      return {
        context: { ...context, line_id, product_id },
        costKnown: costKnown === 1,
        numbers: { quantity, gross, discount, tax, shipping, cost, net, orders: numbers[7] },
        ...(priced === 1 ? {} : { unpriced: true }),
      };
    }),
  };
}
