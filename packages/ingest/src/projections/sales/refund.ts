import type { Amount } from '@olympus/core';
import {
  chargeOf,
  type Line,
  type LineContext,
  type Lines,
  noLines,
  noNumbers,
  subtractLines,
  toLines,
  wholeOrder,
} from './line.js';
import { type Pool, poolOf, recharge, share } from './share.js';

/** How a refund says what it gives back. Its lines bear the numbers, as positive ones. */
export interface Claim {
  /**
   * `whole`: all that is left of the order; `amount`: money, taken from goods, tax and shipping as
   * they were charged; `parts`: money whose tax and shipping are told; `lines`: goods.
   */
  readonly kind: 'whole' | 'amount' | 'parts' | 'lines';
  /** What is paid back in all for a claim's goods, where it says so apart from its lines. */
  readonly charge?: Amount;
  /** Whether it says itself that it gives more than what is left of the order. */
  readonly goodwill: boolean;
}

/** What a refund comes to, as positive numbers. */
interface Taken {
  /** From what is left of the order, as parts of the order's lines. */
  readonly fromOrder: Lines;
  /** Money beyond the order: goodwill. */
  readonly beyond: Lines;
}

interface Asked {
  readonly claim: Claim;
  readonly lines: readonly Line[];
  readonly context: LineContext;
}

/** A claim where nothing is known of its order: what it says itself. */
export function asItStands({ claim, lines, context }: Asked): Lines {
  if (claim.charge === undefined) return toLines(lines);
  const priced = chargeOf(lines) > 0 ? lines : [...lines, moneyLine(context, claim.charge)];
  return toLines(recharge(priced, claim.charge));
}

/**
 * Takes a refund from what is left of its order: neither goods nor money beyond that. Only a refund
 * that says that it is goodwill gives more, and of that only money: what was not bought does not come
 * back.
 * @param whole  the order before anything was taken
 * @param kept  what it took before its order was cancelled
 */
export function takeRefund(asked: Asked, left: Lines, whole: Lines, kept: Amount): Taken {
  const { claim, lines, context } = asked;
  if (claim.kind === 'whole') return { fromOrder: withoutCount(left), beyond: noLines };
  const wanted =
    claim.kind === 'lines' ? wantedGoods(asked, left, whole) : wantedMoney(asked, left);
  const available = Math.max(0, chargeOf(left.values())) as Amount;
  const charge = chargeOf(wanted);
  const fromOrder = charge > available ? recharge(wanted, available) : wanted;
  const taken = kept + Math.min(charge, available);
  const all = claim.charge ?? Math.max(charge, chargeOf(lines));
  const beyond = claim.goodwill && all > taken ? [moneyLine(context, (all - taken) as Amount)] : [];
  return { fromOrder: toLines(fromOrder), beyond: toLines(beyond) };
}

function wantedMoney({ claim, lines }: Asked, left: Lines): readonly Line[] {
  if (claim.kind === 'amount') return portion(left, 'all', chargeOf(lines));
  return (['goods', 'tax', 'shipping'] as const).flatMap((pool) =>
    portion(left, pool, poolOf(lines, pool)),
  );
}

/** At most so much of a pool. */
function portion(left: Lines, pool: Pool, amount: Amount): readonly Line[] {
  const available = poolOf(left.values(), pool);
  if (available <= 0 || amount <= 0) return [];
  return share(left.values(), pool, Math.min(amount, available) as Amount);
}

/**
 * The claim's goods as parts of the order's lines: no more of a product than is left of it, and only
 * the money of goods that it never had.
 */
function wantedGoods({ claim, lines, context }: Asked, left: Lines, whole: Lines): readonly Line[] {
  const ordered = new Set([...whole.values()].map((line) => line.context.product_id));
  const shelf = shelve(left);
  const unpriced: Line[] = [];
  const priced = lines.flatMap((line): readonly Line[] => {
    const { product_id } = line.context;
    if (product_id === null) return wholeOrderParts(line, left);
    if (!ordered.has(product_id)) return moneyOf(line);
    const parts = goodsParts(line, shelf.get(product_id) ?? []);
    if (line.unpriced !== true) return parts;
    unpriced.push(...parts);
    return [];
  });
  const wanted = [...priced, ...unpriced, ...discountsOf(unpriced, left)];
  if (claim.charge === undefined) return wanted;
  if (chargeOf(wanted) > 0) return chargedFor(wanted, claim.charge, left);
  const hasGoods =
    wanted.some(({ numbers }) => numbers.quantity !== 0) ||
    lines.some((line) => !isOfWholeOrder(line) && !ordered.has(line.context.product_id));
  return hasGoods ? [...wanted, moneyLine(context, claim.charge)] : wanted;
}

const isOfWholeOrder = ({ context }: Line) => context.product_id === null;

/** The order's discount on goods that come back at the price they were sold for. */
function discountsOf(goods: readonly Line[], left: Lines): readonly Line[] {
  const sold = [...left.values()].filter((line) => !isOfWholeOrder(line));
  const all = poolOf(sold, 'goods');
  if (all <= 0) return [];
  const ratio = Math.min(1, poolOf(goods, 'goods') / all);
  return [...left.values()].flatMap((line): readonly Line[] => {
    const discount = Math.round(line.numbers.discount * ratio) as Amount;
    if (!isOfWholeOrder(line) || discount <= 0) return [];
    return [{ ...line, numbers: { ...noNumbers, discount, net: -discount as Amount } }];
  });
}

/**
 * Goods for what was paid back for them: what is more than their price is the tax on them, then
 * shipping. Where it is less, or more than all of that, the goods were of another price.
 */
function chargedFor(goods: readonly Line[], charge: Amount, left: Lines): readonly Line[] {
  const over = charge - chargeOf(goods);
  if (over <= 0) return recharge(goods, charge);
  const sold = poolOf(left.values(), 'goods');
  const ratio = sold <= 0 ? 0 : Math.min(1, poolOf(goods, 'goods') / sold);
  const owed = Math.round(poolOf(left.values(), 'tax') * ratio) - poolOf(goods, 'tax');
  const tax = portion(left, 'tax', Math.min(over, Math.max(0, owed)) as Amount);
  const shipping = portion(left, 'shipping', (over - chargeOf(tax)) as Amount);
  return recharge([...goods, ...tax, ...shipping], charge);
}

/** A line of goods of which some are left, fewer as they are taken. */
interface Shelved {
  readonly line: Line;
  quantity: number;
}

function shelve(left: Lines): ReadonlyMap<string, Shelved[]> {
  const shelf = new Map<string, Shelved[]>();
  for (const line of left.values()) {
    const { product_id } = line.context;
    const { quantity } = line.numbers;
    if (product_id === null || quantity <= 0) continue;
    const beside = shelf.get(product_id);
    if (beside === undefined) shelf.set(product_id, [{ line, quantity }]);
    else beside.push({ line, quantity });
  }
  return shelf;
}

/** Discount, tax and shipping that a refund of goods gives back of the whole order. */
function wholeOrderParts({ numbers, ...line }: Line, left: Lines): readonly Line[] {
  const { discount } = numbers;
  const net = (discount === 0 ? 0 : -discount) as Amount;
  return [
    { ...line, numbers: { ...noNumbers, discount, net } },
    ...portion(left, 'tax', numbers.tax),
    ...portion(left, 'shipping', numbers.shipping),
  ];
}

/** One product's goods from the lines that there are of it, the line it names first. */
function goodsParts(asked: Line, shelved: readonly Shelved[]): readonly Line[] {
  const isNamed = ({ line }: Shelved) => line.context.line_id === asked.context.line_id;
  let open = asked.numbers.quantity as number;
  const parts: Line[] = [];
  for (const named of [true, false]) {
    for (const from of shelved) {
      const quantity = Math.min(open, from.quantity);
      if (quantity <= 0 || isNamed(from) !== named) continue;
      open -= quantity;
      from.quantity -= quantity;
      parts.push(partOf(from.line, asked, quantity as Amount));
    }
  }
  return parts;
}

/** So much of an order's line, at the refund's price where it says one. */
function partOf(from: Line, asked: Line, quantity: Amount): Line {
  const source = asked.unpriced ? from : asked;
  const { gross, discount, tax, quantity: of } = source.numbers;
  const part = (value: number, whole: number) =>
    (whole === quantity ? value : Math.round((value * quantity) / whole)) as Amount;
  const money = { gross: part(gross, of), discount: part(discount, of), tax: part(tax, of) };
  return {
    context: from.context,
    costKnown: from.costKnown,
    numbers: {
      ...noNumbers,
      ...money,
      quantity,
      cost: part(from.numbers.cost, from.numbers.quantity),
      net: (money.gross - money.discount) as Amount,
    },
  };
}

/** What is given back for goods that the order did not have: money, and no goods. */
function moneyOf({ context, numbers }: Line): readonly Line[] {
  const { gross, discount, tax, net } = numbers;
  const money = {
    ...moneyLine(context, net),
    numbers: { ...noNumbers, gross, discount, tax, net },
  };
  return gross === 0 && discount === 0 && tax === 0 ? [] : [money];
}

/** Lines without the 1 that counts their order: a refund takes goods and money back, but the order was placed. */
export function withoutCount(lines: Lines): Lines {
  return subtractLines(
    lines,
    toLines(
      [...lines.values()].map((line) => ({
        ...line,
        numbers: { ...noNumbers, orders: line.numbers.orders },
      })),
    ),
  );
}

/** Money without goods. */
function moneyLine(context: LineContext, net: Amount): Line {
  return {
    context: { ...context, line_id: wholeOrder, product_id: null },
    costKnown: true,
    numbers: { ...noNumbers, gross: net, net },
  };
}
