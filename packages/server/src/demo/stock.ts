import type { Random } from '@olympus/stats';
import type { Emit } from './emit.js';
import type { LocalDay } from './local-time.js';
import type { DemoProduct } from './shop.js';

interface Shelf {
  onHand: number;
  readonly reorderPoint: number;
  readonly fillTo: number;
  arrivesOn: LocalDay | undefined;
}

/** What lies where. A product that ran out is not sold there until its delivery arrives. */
export interface Stock {
  open(location: string, products: readonly DemoProduct[], volume: number): void;
  available(location: string, product: DemoProduct): number;
  take(location: string, product: DemoProduct, quantity: number, day: LocalDay): void;
  giveBack(location: string, product: DemoProduct, quantity: number): void;
  /** Books what was delivered today; counts go out at `atMs`. */
  receive(day: LocalDay, atMs: number): void;
  count(atMs: number): void;
}

export function createStock(options: {
  readonly random: Random;
  readonly emit: Emit;
  readonly costOf: (product: DemoProduct) => number;
}): Stock {
  const { random, emit, costOf } = options;
  const shelves = new Map<
    string,
    { readonly location: string; readonly product: DemoProduct; readonly shelf: Shelf }
  >();
  const find = (location: string, product: DemoProduct) =>
    shelves.get(`${location} ${product.id}`)?.shelf;
  const report = (atMs: number, location: string, product: DemoProduct, shelf: Shelf) =>
    emit(atMs, 'inventory.updated', {
      product_id: product.id,
      location_id: location,
      on_hand: shelf.onHand,
      reorder_point: shelf.reorderPoint,
      unit_cost: costOf(product),
    });
  return {
    open: (location, products, volume) => {
      for (const product of products) {
        const fillTo = Math.max(6, Math.round(volume * product.popularity * 2.4));
        const shelf: Shelf = {
          onHand: fillTo,
          reorderPoint: Math.max(2, Math.round(fillTo * 0.28)),
          fillTo,
          arrivesOn: undefined,
        };
        shelves.set(`${location} ${product.id}`, { location, product, shelf });
      }
    },
    available: (location, product) => find(location, product)?.onHand ?? 0,
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
      for (const { location, product, shelf } of shelves.values()) {
        if (shelf.arrivesOn === undefined || shelf.arrivesOn > day) continue;
        shelf.arrivesOn = undefined;
        // the shop orders more as it grows: a busy shelf is filled higher than at first
        shelf.onHand += Math.round(shelf.fillTo * (1 + random.next() * 0.35));
        report(atMs, location, product, shelf);
      }
    },
    count: (atMs) => {
      for (const { location, product, shelf } of shelves.values()) {
        report(atMs, location, product, shelf);
      }
    },
  };
}
