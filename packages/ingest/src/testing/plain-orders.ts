/** What is known of an order and its refunds, without any ledger: the model that ledgers are held against. */
export type Happening =
  | {
      readonly kind: 'order';
      readonly units: Units;
      readonly tax: number;
      readonly shipping: number;
    }
  | {
      readonly kind: 'amount';
      readonly refund: string;
      readonly amount: number;
      readonly goodwill: boolean;
    }
  | {
      readonly kind: 'goods';
      readonly refund: string;
      readonly units: Units;
      readonly goodwill: boolean;
    }
  | { readonly kind: 'whole'; readonly refund: string }
  | { readonly kind: 'cancelled' };

export type Product = 'p1' | 'p2';
type Units = Readonly<Record<Product, number>>;
type Refund = Extract<Happening, { readonly refund: string }>;

export const prices: Units = { p1: 40, p2: 12.5 };
const products: readonly Product[] = ['p1', 'p2'];

interface Totals {
  units: number;
  net: number;
  tax: number;
  shipping: number;
}

const none: Totals = { units: 0, net: 0, tax: 0, shipping: 0 };

/** Goods by product, each with what of its money is left; and the tax and shipping of the whole. */
interface Left {
  readonly units: Record<Product, number>;
  readonly ordered: Readonly<Record<Product, boolean>>;
  net: number;
  tax: number;
  shipping: number;
}

/** Without what sums of fractions leave. */
const charged = ({ net, tax, shipping }: Left) => Math.round((net + tax + shipping) * 1e6) / 1e6;

function placed(order: Extract<Happening, { kind: 'order' }>): Left {
  const net = products.reduce((sum, p) => sum + order.units[p] * prices[p], 0);
  const ordered = { p1: order.units.p1 > 0, p2: order.units.p2 > 0 };
  return { units: { ...order.units }, ordered, net, tax: order.tax, shipping: order.shipping };
}

/** What a refund asks for, in money. */
function asked(refund: Refund): number {
  if (refund.kind === 'whole') return 0;
  if (refund.kind === 'amount') return refund.amount;
  return products.reduce((sum, p) => sum + refund.units[p] * prices[p], 0);
}

/** Takes a refund out of what is left. @returns the money it took */
function take(refund: Refund, left: Left): number {
  if (refund.kind === 'whole') {
    const all = charged(left);
    for (const p of products) left.units[p] = 0;
    Object.assign(left, { net: 0, tax: 0, shipping: 0 });
    return all;
  }
  const available = Math.max(0, charged(left));
  let taken: number;
  if (refund.kind === 'amount') {
    taken = Math.min(refund.amount, available);
    const share = available <= 0 ? 1 : 1 - taken / available;
    left.net *= share;
    left.tax *= share;
    left.shipping *= share;
  } else {
    let money = 0;
    for (const p of products) {
      // of goods that the order did not have, only the money
      const isOrdered = left.ordered[p];
      const units = isOrdered ? Math.min(refund.units[p], left.units[p]) : refund.units[p];
      if (isOrdered) left.units[p] -= units;
      money += units * prices[p];
    }
    taken = Math.min(money, available);
    left.net -= taken;
  }
  return taken;
}

/** What a refund that took so much of its order gives back beyond it. */
const beyond = (refund: Refund, taken: number): Totals =>
  refund.kind !== 'whole' && refund.goodwill
    ? { ...none, net: Math.max(0, asked(refund) - taken) }
    : none;

/** What an order with its refunds comes to after everything that happened. */
function after(happenings: readonly Happening[]): Totals {
  let whole: Left | undefined;
  let open = new Map<string, Refund>();
  let isOpen = false;
  const closed = new Map<string, { refund: Refund; kept: number }>();
  for (const one of happenings) {
    if (one.kind === 'order') {
      whole = placed(one);
      isOpen = true;
    } else if (one.kind === 'cancelled') {
      if (!isOpen || whole === undefined) continue;
      const left = { ...whole, units: { ...whole.units } };
      for (const [id, refund] of open) closed.set(id, { refund, kept: take(refund, left) });
      open = new Map();
      isOpen = false;
    } else {
      const kept = closed.get(one.refund)?.kept ?? (isOpen || whole === undefined ? undefined : 0);
      if (kept === undefined) open.set(one.refund, one);
      else closed.set(one.refund, { refund: one, kept });
    }
  }
  const total = { ...none };
  const add = (sign: 1 | -1, { units, net, tax, shipping }: Totals) => {
    total.units += sign * units;
    total.net += sign * net;
    total.tax += sign * tax;
    total.shipping += sign * shipping;
  };
  if (whole === undefined) {
    for (const refund of open.values()) {
      const units = refund.kind === 'goods' ? refund.units.p1 + refund.units.p2 : 0;
      add(-1, { ...none, units, net: asked(refund) });
    }
    return total;
  }
  const nothing = { ...none, units: { p1: 0, p2: 0 }, ordered: whole.ordered };
  const left = isOpen ? { ...whole, units: { ...whole.units } } : nothing;
  for (const { refund, kept } of closed.values()) add(-1, beyond(refund, kept));
  for (const refund of open.values()) add(-1, beyond(refund, take(refund, left)));
  add(1, { ...left, units: left.units.p1 + left.units.p2 });
  return total;
}

/** What each happening changed. @param happenings in the order of time, then of arrival */
export function plainChanges(happenings: readonly Happening[]): readonly Totals[] {
  let before: Totals = none;
  return happenings.map((_, index) => {
    const now = after(happenings.slice(0, index + 1));
    const change = {
      units: now.units - before.units,
      net: now.net - before.net,
      tax: now.tax - before.tax,
      shipping: now.shipping - before.shipping,
    };
    before = now;
    return change;
  });
}
