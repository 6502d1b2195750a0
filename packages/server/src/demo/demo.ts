import { type Clock, type TenantId, tenantId } from '@olympus/core';
import type { Ingest } from '@olympus/ingest';
import { jsonSetting, type Platform } from '@olympus/platform';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { DemoEvent, TimedEvent } from './emit.js';
import { localDayOf } from './local-time.js';
import { type SimulatedDay, type SimulationOptions, simulateShop } from './simulate.js';

export const demoTenant: TenantId = tenantId('demo');

/** What a restart needs to go on with the same shop. */
const State = Type.Object({
  startDay: Type.Integer(),
  seed: Type.Integer(),
  ordersADay: Type.Number(),
  /** Every event up to this instant was stored. */
  throughMs: Type.Number(),
});
type State = Type.Static<typeof State>;
const stateSetting = jsonSetting('demo.state');

export interface DemoRooms {
  readonly platform: Pick<Platform, 'tenants' | 'settings'>;
  readonly ingest: Pick<Ingest, 'submit'>;
  readonly clock: Clock;
}

export interface DemoSize {
  readonly months: number;
  readonly ordersADay: number;
  readonly seed: number;
}

export const defaultDemoSize: DemoSize = { months: 24, ordersADay: 8, seed: 20 };

export type DemoProgress = (share: number, events: number) => void;

/** Makes the demo's tenant when it is missing. @returns true when it was */
export async function createDemoTenant(rooms: DemoRooms, size: DemoSize): Promise<boolean> {
  const { platform, clock } = rooms;
  if ((await platform.tenants.get(demoTenant)) !== undefined) return false;
  await platform.tenants.create({
    id: demoTenant,
    name: 'Olympia Home & Garden',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    weekStart: 'monday',
    locale: 'en',
    demo: true,
  });
  const now = new Date(clock.now());
  const startMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - size.months, 1, 12);
  const state: State = {
    startDay: localDayOf(startMs),
    seed: size.seed,
    ordersADay: size.ordersADay,
    throughMs: 0,
  };
  await platform.settings.set(demoTenant, stateSetting, state);
  return true;
}

export async function readDemoState(rooms: DemoRooms): Promise<State | undefined> {
  const stored = await rooms.platform.settings.get(demoTenant, stateSetting);
  return Value.Check(State, stored) ? stored : undefined;
}

export async function saveDemoProgress(rooms: DemoRooms, throughMs: number): Promise<void> {
  const state = await readDemoState(rooms);
  if (state === undefined || state.throughMs >= throughMs) return;
  await rooms.platform.settings.set(demoTenant, stateSetting, { ...state, throughMs });
}

/** Sends events through the collector as everybody else's are. */
export async function submitDemo(rooms: DemoRooms, events: readonly DemoEvent[]): Promise<void> {
  if (events.length === 0) return;
  await rooms.ingest.submit(
    demoTenant,
    { events, rawOf: (index) => JSON.stringify(events[index]), faultOf: () => undefined },
    'demo',
  );
}

const batchSize = 4_000;
const batchesInFlight = 3;

/**
 * Brings the demo up to now from where it stopped.
 * @returns the days that follow, with what is left of today first
 */
export async function catchUpDemo(
  rooms: DemoRooms,
  options: { readonly progress?: DemoProgress; readonly signal?: AbortSignal } = {},
): Promise<
  { rest: readonly TimedEvent[]; days: Generator<SimulatedDay, never, undefined> } | undefined
> {
  const state = await readDemoState(rooms);
  if (state === undefined) return undefined;
  const simulation: SimulationOptions = state;
  const days = simulateShop(simulation);
  const nowMs = rooms.clock.now();
  const today = localDayOf(nowMs);
  let waiting: DemoEvent[] = [];
  /** Batches on their way, oldest first. */
  const sending: Promise<void>[] = [];
  let sent = 0;
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    // the collector works on a batch while the one before it is being flushed
    if (sending.length >= batchesInFlight) await sending.shift();
    const next = submitDemo(rooms, batch);
    // an error surfaces where it is awaited, not as an unhandled rejection before
    next.catch(() => {});
    sending.push(next);
    sent += batch.length;
  };
  for (;;) {
    options.signal?.throwIfAborted();
    const { value } = days.next();
    const due = value.events.filter(({ atMs }) => atMs <= nowMs && atMs > state.throughMs);
    for (const { event } of due) waiting.push(event);
    if (waiting.length >= batchSize) {
      await flush();
      options.progress?.((value.day - state.startDay) / Math.max(1, today - state.startDay), sent);
    }
    // the simulation must not hold up those who ask in the meantime
    if (value.day % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (value.day >= today) {
      await flush();
      await Promise.all(sending);
      await saveDemoProgress(rooms, nowMs);
      options.progress?.(1, sent);
      return { rest: value.events.filter(({ atMs }) => atMs > nowMs), days };
    }
  }
}

/** Makes the demo when it is missing and brings it up to now. @returns how many events were sent */
export async function fillDemo(
  rooms: DemoRooms,
  progress: DemoProgress = () => {},
): Promise<number> {
  let sent = 0;
  await createDemoTenant(rooms, defaultDemoSize);
  await catchUpDemo(rooms, {
    progress: (share, events) => {
      sent = events;
      progress(share, events);
    },
  });
  return sent;
}
