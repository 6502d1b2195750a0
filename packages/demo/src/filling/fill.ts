import { type Clock, type TenantId, tenantId } from '@olympus/core';
import type { ExperimentsService } from '@olympus/experiments';
import type { Ingest } from '@olympus/ingest';
import { jsonSetting, type Platform } from '@olympus/platform';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { presets } from '../shops/presets.js';
import type { Shop } from '../shops/shop.js';
import { createShopCalendar } from '../simulation/calendar.js';
import type { DemoEvent, TimedEvent } from '../simulation/events.js';
import { type SimulatedDay, simulateShop } from '../simulation/simulate.js';
import { demoInfluence, planDemoExperiment } from './demo-experiment.js';

/** What a restart needs to go on with the same shop. */
const State = Type.Object({
  startDay: Type.Integer(),
  seed: Type.Integer(),
  ordersADay: Type.Number(),
  /** Every event up to this instant was stored. */
  throughMs: Type.Number(),
  /** First day of the planted experiment; absent where there is none. */
  experimentDay: Type.Optional(Type.Integer()),
});
type State = Type.Static<typeof State>;
const stateSetting = jsonSetting('demo.state');

export interface DemoRooms {
  readonly platform: Pick<Platform, 'tenants' | 'settings'>;
  readonly ingest: Pick<Ingest, 'submit'>;
  readonly clock: Clock;
  /** Where the demo's experiment is planned; without it none is planted. */
  readonly experiments?: ExperimentsService;
}

const months = 24;
const seed = 20;

export interface FillOptions {
  readonly progress?: (share: number, events: number) => void;
  readonly signal?: AbortSignal;
}

export const tenantOf = (shop: Shop): TenantId => tenantId(shop.tenant);

/** Makes the preset's tenant when it is missing. @returns true when it was */
export async function createDemoTenant(rooms: DemoRooms, shop: Shop): Promise<boolean> {
  const { platform, clock } = rooms;
  const tenant = tenantOf(shop);
  if ((await platform.tenants.get(tenant)) !== undefined) return false;
  await platform.tenants.create({
    id: tenant,
    name: shop.name,
    timeZone: shop.timeZone,
    currency: shop.currency,
    weekStart: shop.weekStart,
    locale: 'en',
    demo: true,
  });
  const now = new Date(clock.now());
  const startMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1, 12);
  const calendar = createShopCalendar(shop.timeZone);
  const experimentDay = await planDemoExperiment(rooms, shop, tenant);
  const state: State = {
    startDay: calendar.dayOf(startMs),
    seed,
    ordersADay: shop.ordersADay,
    throughMs: 0,
    ...(experimentDay === undefined ? {} : { experimentDay }),
  };
  await platform.settings.set(tenant, stateSetting, state);
  return true;
}

export async function readDemoState(rooms: DemoRooms, shop: Shop): Promise<State | undefined> {
  const stored = await rooms.platform.settings.get(tenantOf(shop), stateSetting);
  return Value.Check(State, stored) ? stored : undefined;
}

/** Presets whose tenants were made here. */
export async function filledShops(rooms: DemoRooms): Promise<readonly Shop[]> {
  const states = await Promise.all(presets.map((shop) => readDemoState(rooms, shop)));
  return presets.filter((_, n) => states[n] !== undefined);
}

export async function saveDemoProgress(
  rooms: DemoRooms,
  shop: Shop,
  throughMs: number,
): Promise<void> {
  const state = await readDemoState(rooms, shop);
  if (state === undefined || state.throughMs >= throughMs) return;
  await rooms.platform.settings.set(tenantOf(shop), stateSetting, { ...state, throughMs });
}

/** Sends events through the collector as everybody else's are. */
export async function submitDemo(
  rooms: DemoRooms,
  shop: Shop,
  events: readonly DemoEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await rooms.ingest.submit(
    tenantOf(shop),
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
  shop: Shop,
  options: FillOptions = {},
): Promise<
  { rest: readonly TimedEvent[]; days: Generator<SimulatedDay, never, undefined> } | undefined
> {
  const state = await readDemoState(rooms, shop);
  if (state === undefined) return undefined;
  const days = simulateShop({
    ...state,
    shop,
    influences: state.experimentDay === undefined ? [] : [demoInfluence(shop, state.experimentDay)],
  });
  const nowMs = rooms.clock.now();
  const today = createShopCalendar(shop.timeZone).dayOf(nowMs);
  let waiting: DemoEvent[] = [];
  /** Batches on their way, oldest first. */
  const sending: Promise<void>[] = [];
  let sent = 0;
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    // the collector works on a batch while the one before it is being flushed
    if (sending.length >= batchesInFlight) await sending.shift();
    const next = submitDemo(rooms, shop, batch);
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
      await saveDemoProgress(rooms, shop, nowMs);
      options.progress?.(1, sent);
      return { rest: value.events.filter(({ atMs }) => atMs > nowMs), days };
    }
  }
}

/** Makes a demo when it is missing and brings it up to now. @returns how many events were sent */
export async function fillDemo(
  rooms: DemoRooms,
  shop: Shop,
  options: FillOptions = {},
): Promise<number> {
  let sent = 0;
  await createDemoTenant(rooms, shop);
  await catchUpDemo(rooms, shop, {
    ...options,
    progress: (share, events) => {
      sent = events;
      options.progress?.(share, events);
    },
  });
  return sent;
}
