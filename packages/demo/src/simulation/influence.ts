import type { Product } from '../shops/shop.js';
import type { DayFacts } from './calendar.js';
import type { Emit } from './events.js';
import type { Customer } from './people.js';
import type { Stock } from './stock.js';

/** When and where something is bought or looked at. */
export interface Moment {
  readonly atMs: number;
  readonly channel: string;
  /** Empty for visits that lead to no order. */
  readonly location: string;
  readonly till?: string;
}

/** What a story may do in the shop at the beginning of a day. */
export interface ShopFloor {
  readonly emit: Emit;
  readonly stock: Stock;
  /** Sends the product's description with the price it has at that instant. */
  describe(product: Product, atMs: number): void;
  /** Customers who will come back, as far as they know. */
  returning(): Iterable<Customer>;
}

/** A visitor of an experiment: whether they buy, and a word when it is known who they are. */
export interface Encounter {
  readonly buys: boolean;
  /** When the experiment ends: who was dissuaded does not try again before. */
  readonly endsMs: number;
  expose(who: { readonly customer_id: string } | { readonly anonymous_id: string }): void;
}

/**
 * What stories change about a shop. Each story draws with a generator of its own, so that a shop
 * without stories is the same shop event for event.
 */
export interface Influence {
  startDay?(day: DayFacts, floor: ShopFloor): void;
  /** How many come to buy instead of this one: 0 turns them away, 1 changes nothing. */
  buyers?(moment: Moment): number;
  /** How many come to look instead of this one. */
  onlookers?(moment: Moment): number;
  /** How many baskets hold the product instead of this one. */
  wants?(product: Product, quantity: number, moment: Moment): number;
  /** False when the product cannot be had: what was wanted is lost. */
  sellable?(product: Product, quantity: number, moment: Moment): boolean;
  /** Factor on a product's price. */
  priceFactor?(product: Product, atMs: number): number;
  /** Told of each line that is sold. */
  sold?(product: Product, quantity: number, unitPrice: number, moment: Moment): void;
  /** A discount in place of the shop's own promotions. */
  discount?(
    product: Product,
    atMs: number,
  ): { readonly id: string; readonly rate: number } | undefined;
  /** Whether an attempt to pay fails; undefined leaves it to the ordinary course. */
  paymentFails?(provider: string, atMs: number): boolean | undefined;
  /** Told of an order whose payment never succeeded. */
  unpaid?(provider: string, atMs: number): void;
  /** True when the customer buys no more. */
  hasLeft?(customer: Customer, atMs: number): boolean;
  /**
   * A visitor of the web shop; the customer is given when one means to buy.
   * @returns undefined outside an experiment
   */
  meets?(customer: Customer | undefined, atMs: number, emit: Emit): Encounter | undefined;
}

type Hook<Name extends keyof Influence> = NonNullable<Influence[Name]>;

/** All influences as one; without any it costs next to nothing. */
export function combineInfluences(influences: readonly Influence[]): Required<Influence> {
  const having = <Name extends keyof Influence>(name: Name): readonly Hook<Name>[] =>
    influences.flatMap((influence) => {
      const hook = influence[name];
      return hook === undefined ? [] : [hook];
    });
  const startDay = having('startDay');
  const buyers = having('buyers');
  const onlookers = having('onlookers');
  const wants = having('wants');
  const sellable = having('sellable');
  const priceFactor = having('priceFactor');
  const sold = having('sold');
  const discount = having('discount');
  const paymentFails = having('paymentFails');
  const unpaid = having('unpaid');
  const hasLeft = having('hasLeft');
  const meets = having('meets');
  return {
    startDay: (...facts) => {
      for (const hook of startDay) hook(...facts);
    },
    buyers: (moment) => productOf(buyers, (hook) => hook(moment)),
    onlookers: (moment) => productOf(onlookers, (hook) => hook(moment)),
    wants: (...want) => productOf(wants, (hook) => hook(...want)),
    sellable: (...want) => sellable.every((hook) => hook(...want)),
    priceFactor: (...at) => productOf(priceFactor, (hook) => hook(...at)),
    sold: (...line) => {
      for (const hook of sold) hook(...line);
    },
    discount: (...at) => firstOf(discount, (hook) => hook(...at)),
    paymentFails: (...at) => firstOf(paymentFails, (hook) => hook(...at)),
    unpaid: (...at) => {
      for (const hook of unpaid) hook(...at);
    },
    hasLeft: (...at) => hasLeft.some((hook) => hook(...at)),
    meets: (customer, atMs, emit) => {
      if (meets.length === 0) return undefined;
      const met = meets.flatMap((hook) => hook(customer, atMs, emit) ?? []);
      if (met.length === 0) return undefined;
      const intends = customer !== undefined;
      return {
        endsMs: Math.max(...met.map((one) => one.endsMs)),
        buys: intends ? met.every((one) => one.buys) : met.some((one) => one.buys),
        expose: (who) => {
          for (const one of met) one.expose(who);
        },
      };
    },
  };
}

function productOf<Hook>(hooks: readonly Hook[], factor: (hook: Hook) => number): number {
  let product = 1;
  for (const hook of hooks) product *= factor(hook);
  return product;
}

function firstOf<Hook, Result>(
  hooks: readonly Hook[],
  ask: (hook: Hook) => Result | undefined,
): Result | undefined {
  for (const hook of hooks) {
    const result = ask(hook);
    if (result !== undefined) return result;
  }
  return undefined;
}
