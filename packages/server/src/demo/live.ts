import type { Logger } from '@olympus/core';
import { createRandom } from '@olympus/stats';
import { catchUpDemo, type DemoRooms, saveDemoProgress, submitDemo } from './demo.js';
import type { DemoEvent, TimedEvent } from './emit.js';
import { demoProducts } from './shop.js';

const tickMs = 3_000;
const saveEveryMs = 60_000;

export interface LiveDemo {
  close(): Promise<void>;
}

/**
 * Lets the demo live: what happened while the server was away is sent first, then the day's
 * events when their time comes. In between, visitors who are in the shop look at further products,
 * so that something happens every few seconds; that adds no visits and no sales.
 */
export function startLiveDemo(rooms: DemoRooms, log: Logger): LiveDemo {
  const stop = new AbortController();
  const running = live(rooms, stop.signal).catch((error: unknown) => {
    if (!stop.signal.aborted) log.warn({ err: error }, 'the demo stopped sending events');
  });
  return {
    async close() {
      stop.abort();
      await running;
    },
  };
}

async function live(rooms: DemoRooms, signal: AbortSignal): Promise<void> {
  const { clock } = rooms;
  const caughtUp = await catchUpDemo(rooms, { signal });
  if (caughtUp === undefined) return;
  const schedule: TimedEvent[] = [...caughtUp.rest];
  const strollers = createStrollers(clock.now());
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
    await submitDemo(rooms, due);
    sentMs = nowMs;
    if (nowMs - savedMs >= saveEveryMs) {
      await saveDemoProgress(rooms, nowMs);
      savedMs = nowMs;
    }
  }
  await saveDemoProgress(rooms, sentMs);
}

/** Visitors of the last minutes who go on looking. */
function createStrollers(seed: number) {
  const random = createRandom(seed);
  const recent: Record<string, unknown>[] = [
    { session_id: 'S1', anonymous_id: 'V1', channel: 'web', device: 'desktop' },
  ];
  let serial = 0;
  return {
    chance: () => random.next(),
    met({ data }: DemoEvent) {
      if (typeof data.session_id !== 'string' || typeof data.anonymous_id !== 'string') return;
      const { session_id, anonymous_id, channel, device } = data;
      recent.push({ session_id, anonymous_id, channel, device });
      if (recent.length > 12) recent.shift();
    },
    look(atMs: number): DemoEvent {
      serial += 1;
      const visitor = recent[random.integer(recent.length)] ?? {};
      const product = demoProducts[random.integer(demoProducts.length)];
      return {
        specversion: '1.0',
        id: `demo-live-${seed.toString(36)}-${serial}`,
        source: 'demo/simulator',
        type: 'product.viewed',
        time: new Date(atMs).toISOString(),
        data: {
          ...visitor,
          product_id: product?.id,
          url: `https://shop.example.com/products/${product?.id.toLowerCase()}`,
        },
      };
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
