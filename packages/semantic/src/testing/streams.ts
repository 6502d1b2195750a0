import { createRandom, type WeekStart } from '@olympus/core';
import { Temporal } from 'temporal-polyfill';
import type { PersonGrain } from '../journeys/person-steps.js';
import type { TestCell } from './duckdb-store.js';

/** Something that somebody did, as a plain model of the acts sees it. */
export interface Deed {
  readonly act: 'order.placed' | 'page.viewed';
  readonly who: string;
  readonly ms: number;
  readonly order?: string;
  readonly country?: string;
  readonly product?: string;
  readonly net: number;
}

export interface Stream {
  readonly deeds: readonly Deed[];
  readonly sales: readonly Record<string, TestCell>[];
  readonly sessions: readonly Record<string, TestCell>[];
}

export const streamStartMs = Date.UTC(2026, 8, 20);
export const streamEndMs = Date.UTC(2026, 11, 1);

const isoOf = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '');

/** Orders and visits over ten weeks: repeats, ties, hours of clock changes, browsers that sign in late. */
export function makeStream(seed: number, tenant: string): Stream {
  const random = createRandom(seed);
  const deeds: Deed[] = [];
  const sales: Record<string, TestCell>[] = [];
  const sessions: Record<string, TestCell>[] = [];
  /** Often the same instants, and often those around midnight and clock changes. */
  const instant = () =>
    streamStartMs +
    random.integer(71) * 86_400_000 +
    random.pick([0, 1, 2, 3, 4, 12, 22, 23]) * 3_600_000 +
    random.pick([0, 0, 30 * 60_000, 3_599_999]);
  for (let index = 0; index < 120; index++) {
    const who = `c${random.integer(14)}`;
    const ms = instant();
    const country = random.pick(['DE', 'FR', 'IT']);
    const lines = 1 + random.integer(3);
    for (let n = 0; n < lines; n++) {
      const net = random.integer(10_000) / 100;
      const product = `p${random.integer(6)}`;
      const order = `o${index}`;
      sales.push({
        tenant_id: tenant,
        occurred_at: isoOf(ms),
        entry: 'sale',
        order_id: order,
        document_hash: index,
        customer_key: who,
        country,
        product_id: product,
        quantity: 1,
        gross: net,
        net,
        orders: n === 0 ? 1 : 0,
      });
      deeds.push({ act: 'order.placed', who, ms, order, country, product, net });
    }
  }
  const signedIn = new Map<string, string>();
  for (let index = 0; index < 160; index++) {
    const browser = `b${random.integer(20)}`;
    const ms = instant();
    sessions.push({
      tenant_id: tenant,
      occurred_at: isoOf(ms),
      action: 'page.viewed',
      visitor_key: browser,
      session_id: `s${index}`,
    });
    deeds.push({ act: 'page.viewed', who: browser, ms, net: 0 });
  }
  for (let n = 0; n < 9; n++) {
    const [browser, customer] = [`b${n}`, `c${random.integer(14)}`];
    signedIn.set(browser, customer);
    sessions.push({
      tenant_id: tenant,
      occurred_at: isoOf(streamStartMs + random.integer(60) * 86_400_000),
      action: 'customer.identified',
      visitor_key: browser,
      customer_key: customer,
      session_id: `i${n}`,
    });
  }
  return {
    deeds: deeds.map((deed) => ({ ...deed, who: signedIn.get(deed.who) ?? deed.who })),
    sales,
    sessions,
  };
}

/** How many whole periods of the zone's calendar an instant lies after a beginning of one. */
export function periodOf(
  ms: number,
  zone: { readonly timeZone: string; readonly weekStart: WeekStart },
  grain: PersonGrain,
): number {
  const date = Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone.timeZone)
    .toPlainDate();
  if (grain === 'month') return date.year * 12 + date.month;
  const days = Temporal.PlainDate.from('2020-01-04').until(date, { largestUnit: 'days' }).days;
  // 4 January 2020 was a Saturday
  const shift = { saturday: 0, sunday: 1, monday: 2 }[zone.weekStart];
  return grain === 'day' ? days : Math.floor((days - shift) / 7);
}

export const streamZones = [
  { timeZone: 'Europe/Berlin', weekStart: 'monday' },
  { timeZone: 'America/New_York', weekStart: 'sunday' },
  { timeZone: 'Australia/Lord_Howe', weekStart: 'saturday' },
  { timeZone: 'UTC', weekStart: 'monday' },
] as const;
