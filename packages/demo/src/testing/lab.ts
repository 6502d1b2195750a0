import { homeAndGarden } from '../shops/home-and-garden.js';
import type { Shop } from '../shops/shop.js';
import { type DemoEvent, isOfType } from '../simulation/events.js';
import type { Story, Truth } from '../stories/plant.js';
import { simulate } from '../stories/simulate.js';

/** The home and garden shop without growth, promotions, closed places or empty shelves of its own. */
export const labShop: Shop = {
  ...homeAndGarden,
  ordersADay: 60,
  growthAYear: 1,
  onlookersAnOrder: 0,
  promotions: [],
  stock: undefined,
  locations: homeAndGarden.locations.map((location) => ({ ...location, opensOnDay: 0 })),
};

export interface Line {
  readonly atMs: number;
  readonly product: string;
  readonly location: string | undefined;
  readonly channel: string | undefined;
  readonly promotion: string | undefined;
  readonly quantity: number;
  readonly price: number;
  readonly discount: number;
}

export interface Run {
  readonly events: readonly DemoEvent[];
  readonly lines: readonly Line[];
  truth<Kind extends Truth['kind']>(kind: Kind): Extract<Truth, { readonly kind: Kind }>;
}

/** Simulates and keeps everything. */
export function observe(plan: {
  readonly shop?: Shop;
  readonly seed: number;
  readonly from: string;
  readonly to: string;
  readonly stories?: readonly Story[];
}): Run {
  const simulation = simulate({ shop: labShop, ...plan });
  const events = [...simulation.events];
  const lines = events.filter(isOfType('order.created')).flatMap(({ time, data }) =>
    data.items.map((item) => ({
      atMs: Date.parse(time),
      product: item.product_id,
      location: data.location_id,
      channel: data.channel,
      promotion: data.promotion_id,
      quantity: Number(item.quantity),
      price: Number(item.unit_price),
      discount: Number(item.discount),
    })),
  );
  const isOf =
    <Kind extends Truth['kind']>(kind: Kind) =>
    (truth: Truth): truth is Extract<Truth, { readonly kind: Kind }> =>
      truth.kind === kind;
  return {
    events,
    lines,
    truth: (kind) => {
      const found = simulation.truth().find(isOf(kind));
      if (found === undefined) throw new Error(`no ${kind} was planted`);
      return found;
    },
  };
}

export const within = (
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  atMs: number,
): boolean => atMs >= fromMs && atMs < toMs;

/** How many standard errors a count of rare events lies from what is expected. */
export const deviation = (count: number, expected: number): number =>
  (count - expected) / Math.sqrt(Math.max(1, count + expected));

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
