import { describe, expect, it } from 'vitest';
import { homeAndGarden } from '../shops/home-and-garden.js';
import { createShopCalendar } from './calendar.js';
import { type DemoEvent, type Emit, isOfType } from './events.js';
import { type SimulatedDay, simulateShop } from './simulate.js';

const calendar = createShopCalendar('Europe/Berlin');
const startDay = calendar.dayOf(Date.UTC(2024, 10, 1));

function take(days: number, ordersADay = 6): SimulatedDay[] {
  const taken: SimulatedDay[] = [];
  for (const day of simulateShop({ shop: homeAndGarden, startDay, seed: 7, ordersADay })) {
    taken.push(day);
    if (taken.length === days) return taken;
  }
  return taken;
}

const year = take(365);
const events = year.flatMap((day) => day.events.map((timed) => timed.event));
const ofType = <Type extends DemoEvent['type']>(type: Type) => events.filter(isOfType(type));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the simulated shop', () => {
  it('sends the same events with the same ids for the same seed', () => {
    expect(take(40)).toEqual(take(40));
  });

  it('never uses an id twice', () => {
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  });

  it('keeps the events of a day in order of time', () => {
    for (const { events: day } of year.slice(0, 60)) {
      for (let n = 1; n < day.length; n += 1) {
        expect(day[n]?.atMs).toBeGreaterThanOrEqual(day[n - 1]?.atMs ?? 0);
      }
    }
  });

  it('earns what a shop owner believes', () => {
    const orders = ofType('order.created');
    const lines = orders.flatMap((event) => event.data.items);
    const net = sum(lines.map((line) => +line.quantity * +line.unit_price - Number(line.discount)));
    const cost = sum(lines.map((line) => +line.quantity * Number(line.unit_cost)));
    const refunds = sum(
      ofType('order.refunded').flatMap((event) =>
        (event.data.items ?? []).map((line) => +line.quantity * Number(line.unit_price)),
      ),
    );
    const sessions = new Set(
      events.flatMap(({ data }) => ('session_id' in data ? [data.session_id] : [])),
    ).size;
    const online = orders.filter((event) => event.data.channel !== 'store').length;
    expect(net / orders.length).toBeGreaterThan(40);
    expect(net / orders.length).toBeLessThan(85);
    expect(1 - cost / net).toBeGreaterThan(0.4);
    expect(1 - cost / net).toBeLessThan(0.6);
    expect(refunds / net).toBeGreaterThan(0.025);
    expect(refunds / net).toBeLessThan(0.065);
    expect(online / sessions).toBeGreaterThan(0.02);
    expect(online / sessions).toBeLessThan(0.045);
  });

  it('closes its stores on Sundays', () => {
    const sundays = year.filter(({ day }) => calendar.factsOf(day).weekday === 0);
    const sold = sundays
      .flatMap((day) => day.events)
      .filter(({ event }) => event.type === 'order.created' && event.data.channel === 'store');
    expect(sundays.length).toBeGreaterThan(50);
    expect(sold).toEqual([]);
  });

  it('sells nothing of a product that has run out at a place', () => {
    const onHand = new Map<string, number>();
    for (const { data } of ofType('inventory.updated')) {
      onHand.set(`${data.location_id} ${data.product_id}`, Number(data.on_hand));
    }
    expect([...onHand.values()].every((level) => level >= 0)).toBe(true);
  });

  it('shows a visit with a checkout before every online order', () => {
    const started = new Set(ofType('checkout.started').map((event) => event.subject));
    const online = ofType('order.created').filter((event) => event.data.channel !== 'store');
    expect(online.every((event) => started.has(event.subject))).toBe(true);
  });
});

describe('events', () => {
  it('do not compile with a field that their type does not have', () => {
    const emitted: unknown[] = [];
    const emit: Emit = (_, type) => emitted.push(type);
    // @ts-expect-error the field is named order_id
    emit(0, 'order.cancelled', { orderid: 'O-1' });
    // @ts-expect-error a payment has an amount
    emit(0, 'payment.failed', { payment_id: 'P-1', currency: 'EUR' });
    expect(emitted).toEqual(['order.cancelled', 'payment.failed']);
  });
});

describe('local days', () => {
  const iso = (ms: number) => new Date(ms).toISOString();

  it('follow the clocks of Berlin in summer and winter', () => {
    const { dayOf, instant } = calendar;
    expect(iso(instant(dayOf(Date.UTC(2026, 6, 1, 12)), 0))).toBe('2026-06-30T22:00:00.000Z');
    expect(iso(instant(dayOf(Date.UTC(2026, 0, 15, 12)), 0))).toBe('2026-01-14T23:00:00.000Z');
    expect(dayOf(Date.UTC(2026, 6, 1, 22, 30))).toBe(dayOf(Date.UTC(2026, 6, 2, 12)));
  });

  it('last 23 and 25 hours when the clocks change, in any zone', () => {
    const hours = (zone: string, text: string) => {
      const local = createShopCalendar(zone);
      const { fromMs, toMs } = local.factsOf(local.dayOf(local.parse(text)));
      return (toMs - fromMs) / 3_600_000;
    };
    expect(hours('Europe/Berlin', '2026-03-29')).toBe(23);
    expect(hours('America/New_York', '2026-11-01')).toBe(25);
    expect(hours('Australia/Lord_Howe', '2026-04-05')).toBe(24.5);
  });

  it('renew at the end of a month where the day does not exist', () => {
    const january31 = calendar.dayOf(calendar.parse('2025-01-31'));
    expect(calendar.factsOf(calendar.addMonths(january31, 1)).monthDay).toBe('02-28');
    expect(calendar.factsOf(calendar.addMonths(january31, 2)).monthDay).toBe('03-31');
  });

  it('refuse what is no date', () => {
    expect(() => calendar.parse('2025-13-01')).toThrow(/no date or time/);
  });
});
