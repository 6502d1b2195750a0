import type { Logger } from '@olympus/core';
import type { EventData } from '@olympus/ingest';
import { createRandom } from '@olympus/stats';
import type { Shop } from '../shops/shop.js';
import { type DemoEvent, describeEvent, type TimedEvent } from '../simulation/events.js';
import { productUrl } from '../simulation/visits.js';
import { catchUpDemo, type DemoRooms, filledShops, saveDemoProgress, submitDemo } from './fill.js';

const tickMs = 3_000;
const saveEveryMs = 60_000;

export interface LiveDemo {
  /** Lets a shop live that was filled in the meantime. */
  watch(shop: Shop): void;
  close(): Promise<void>;
}

/**
 * Lets the demos that were filled live: what happened while the server was away is sent first, then
 * the day's events when their time comes. In between, visitors who are in the shop look at further
 * products, so that something happens every few seconds; that adds no visits and no sales.
 */
export function startLiveDemo(rooms: DemoRooms, log: Logger): LiveDemo {
  const stop = new AbortController();
  const living = new Map<string, Promise<void>>();
  const guard = (work: Promise<void>, tenant: string) =>
    work.catch((error: unknown) => {
      if (stop.signal.aborted) return;
      log.warn({ err: error, tenant }, 'the demo stopped sending events');
    });
  const watch = (shop: Shop) => {
    if (living.has(shop.tenant) || stop.signal.aborted) return;
    living.set(shop.tenant, guard(live(rooms, shop, stop.signal), shop.tenant));
  };
  const started = guard(
    filledShops(rooms).then((shops) => shops.forEach(watch)),
    'all',
  );
  return {
    watch,
    async close() {
      stop.abort();
      await started;
      await Promise.all(living.values());
    },
  };
}

async function live(rooms: DemoRooms, shop: Shop, signal: AbortSignal): Promise<void> {
  const { clock } = rooms;
  const caughtUp = await catchUpDemo(rooms, shop, { signal });
  if (caughtUp === undefined) return;
  const schedule: TimedEvent[] = [...caughtUp.rest];
  const strollers = createStrollers(shop, clock.now());
  let savedMs = clock.now();
  let sentMs = savedMs;
  while (!signal.aborted) {
    await sleep(tickMs * (0.5 + strollers.chance()), signal);
    const nowMs = clock.now();
    if (schedule.length === 0) schedule.push(...caughtUp.days.next().value.events);
    const due: DemoEvent[] = [];
    while (schedule[0] !== undefined && schedule[0].atMs <= nowMs) {
      const next = schedule.shift();
      if (next === undefined) break;
      due.push(next.event);
      strollers.met(next.event);
    }
    if (due.length === 0) due.push(strollers.look(nowMs));
    await submitDemo(rooms, shop, due);
    sentMs = nowMs;
    if (nowMs - savedMs >= saveEveryMs) {
      await saveDemoProgress(rooms, shop, nowMs);
      savedMs = nowMs;
    }
  }
  await saveDemoProgress(rooms, shop, sentMs);
}

type Visitor = Pick<EventData['page.viewed'], 'session_id' | 'anonymous_id' | 'channel' | 'device'>;

/** Visitors of the last minutes who go on looking. */
function createStrollers(shop: Shop, seed: number) {
  const random = createRandom(seed);
  const recent: Visitor[] = [
    { session_id: 'S1', anonymous_id: 'V1', channel: 'web', device: 'desktop' },
  ];
  let serial = 0;
  return {
    chance: () => random.next(),
    met(event: DemoEvent) {
      if (event.type !== 'page.viewed' && event.type !== 'product.viewed') return;
      const { session_id, anonymous_id, channel, device } = event.data;
      if (session_id === undefined || anonymous_id === undefined) return;
      recent.push({ session_id, anonymous_id, channel, device });
      if (recent.length > 12) recent.shift();
    },
    look(atMs: number): DemoEvent {
      serial += 1;
      const visitor = recent[random.integer(recent.length)] ?? {};
      const product = shop.products[random.integer(shop.products.length)];
      const id = `demo-live-${seed.toString(36)}-${serial}`;
      return describeEvent(id, atMs, 'product.viewed', {
        ...visitor,
        ...(product === undefined
          ? {}
          : { product_id: product.id, url: productUrl(shop, product.id) }),
      });
    },
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
