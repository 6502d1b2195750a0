import type { Random } from '@olympus/stats';
import type { Product } from '../shops/shop.js';
import type { LocalDay } from './calendar.js';
import type { Emit } from './events.js';

interface Shelf {
  readonly location: string;
  readonly product: Product;
  onHand: number;
  readonly reorderPoint: number;
  readonly fillTo: number;
  arrivesOn: LocalDay | undefined;
}

/** What lies where. A product that ran out is not sold there until its delivery arrives. */
export interface Stock {
  open(location: string, products: readonly Product[], volume: number): void;
  /** Without end where the shop keeps no stock. */
  available(location: string, product: Product): number;
  take(location: string, product: Product, quantity: number, day: LocalDay): void;
  giveBack(location: string, product: Product, quantity: number): void;
  /** Books what was delivered today; counts go out at `atMs`. */
  receive(day: LocalDay, atMs: number): void;
  count(atMs: number): void;
  /** From now on the shelf counts as empty, and nothing is reported of it. */
  empty(location: string, product: Product, atMs: number): void;
  /** Fills an emptied shelf, to be reported of again from {@link reopen} on. */
  refill(location: string, product: Product, atMs: number): void;
  reopen(location: string, product: Product): void;
}

/** What is reported of a dish or a plan that can be had again where nothing is counted. */
const uncounted = { onHand: 40, reorderPoint: 10 };

export function createStock(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly counted: boolean;
  readonly costOf: (product: Product) => number;
}): Stock {
  const { random, emit, costOf } = options;
  const shelves = new Map<string, Shelf>();
  const emptied = new Set<string>();
  const keyOf = (location: string, product: Product) => `${location} ${product.id}`;
  const find = (location: string, product: Product) => shelves.get(keyOf(location, product));
  const report = (
    atMs: number,
    at: Pick<Shelf, 'location' | 'product' | 'onHand' | 'reorderPoint'>,
  ) =>
    emit(atMs, 'inventory.updated', {
      product_id: at.product.id,
      location_id: at.location,
      on_hand: at.onHand,
      reorder_point: at.reorderPoint,
      unit_cost: costOf(at.product),
    });
  return {
    open: (location, products, volume) => {
      for (const product of products) {
        const fillTo = Math.max(6, Math.round(volume * product.popularity * 2.4));
        shelves.set(keyOf(location, product), {
          location,
          product,
          onHand: fillTo,
          reorderPoint: Math.max(2, Math.round(fillTo * 0.28)),
          fillTo,
          arrivesOn: undefined,
        });
      }
    },
    available: (location, product) =>
      options.counted ? (find(location, product)?.onHand ?? 0) : Number.POSITIVE_INFINITY,
    take: (location, product, quantity, day) => {
      const shelf = find(location, product);
      if (shelf === undefined) return;
      shelf.onHand = Math.max(0, shelf.onHand - quantity);
      if (shelf.onHand > shelf.reorderPoint || shelf.arrivesOn !== undefined) return;
      // suppliers deliver in one or two weeks, and now and then much later
      const late = random.next() < 0.07 ? 18 + random.integer(20) : 0;
      shelf.arrivesOn = day + 6 + random.integer(8) + late;
    },
    giveBack: (location, product, quantity) => {
      const shelf = find(location, product);
      if (shelf !== undefined) shelf.onHand += quantity;
    },
    receive: (day, atMs) => {
      for (const [key, shelf] of shelves) {
        if (shelf.arrivesOn === undefined || shelf.arrivesOn > day || emptied.has(key)) continue;
        shelf.arrivesOn = undefined;
        // the shop orders more as it grows: a busy shelf is filled higher than at first
        shelf.onHand += Math.round(shelf.fillTo * (1 + random.next() * 0.35));
        report(atMs, shelf);
      }
    },
    count: (atMs) => {
      for (const [key, shelf] of shelves) if (!emptied.has(key)) report(atMs, shelf);
    },
    empty: (location, product, atMs) => {
      emptied.add(keyOf(location, product));
      const { reorderPoint } = find(location, product) ?? uncounted;
      report(atMs, { location, product, onHand: 0, reorderPoint });
    },
    refill: (location, product, atMs) => {
      const shelf = find(location, product);
      if (shelf === undefined) {
        report(atMs, { location, product, ...uncounted });
        return;
      }
      shelf.onHand = shelf.fillTo;
      shelf.arrivesOn = undefined;
      report(atMs, shelf);
    },
    reopen: (location, product) => {
      emptied.delete(keyOf(location, product));
    },
  };
}
