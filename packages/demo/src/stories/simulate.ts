import { createRandom } from '@olympus/stats';
import type { Shop } from '../shops/shop.js';
import { createShopCalendar } from '../simulation/calendar.js';
import type { DemoEvent } from '../simulation/events.js';
import { simulateShop } from '../simulation/simulate.js';
import { plant, type Story, type Truth } from './plant.js';
import type { StorySpan } from './story.js';

/** A shop over a span of its local time, which opens on the first day, with what happens in it. */
export interface SimulationPlan extends StorySpan {
  readonly seed: number;
  readonly shop: Shop;
  readonly stories?: readonly Story[];
}

export interface Simulation {
  /** In order of time within each day of the shop; made as they are taken. */
  readonly events: Generator<DemoEvent, void, undefined>;
  /** What was planted, in the order of the stories, with what came of it in the events so far. */
  truth(): readonly Truth[];
}

/**
 * Simulates a shop with stories planted in it. The same plan gives the same events and truth.
 * @throws Problem when a story does not fit the shop
 */
export function simulate(plan: SimulationPlan): Simulation {
  const { shop, seed } = plan;
  const calendar = createShopCalendar(shop.timeZone);
  const fromMs = calendar.parse(plan.from);
  const toMs = calendar.parse(plan.to);
  const lastDay = calendar.dayOf(toMs - 1);
  const planted = (plan.stories ?? []).map((story, n) =>
    plant(story, { shop, calendar, random: createRandom(seed * 1_009 + n + 1) }),
  );
  function* run(): Generator<DemoEvent, void, undefined> {
    const days = simulateShop({
      shop,
      seed,
      startDay: calendar.dayOf(fromMs),
      ordersADay: shop.ordersADay,
      influences: planted.map(({ influence }) => influence),
    });
    for (const { day, events } of days) {
      for (const { atMs, event } of events) if (atMs >= fromMs && atMs < toMs) yield event;
      if (day >= lastDay) return;
    }
  }
  return { events: run(), truth: () => planted.map(({ truth }) => truth()) };
}
