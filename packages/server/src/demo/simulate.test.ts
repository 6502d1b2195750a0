import { describe, expect, it } from 'vitest';
import { dayFacts, localDayOf, localToUtcMs } from './local-time.js';
import { type SimulatedDay, simulateShop } from './simulate.js';

const startDay = localDayOf(Date.UTC(2024, 10, 1));

function take(days: number, ordersADay = 6): SimulatedDay[] {
  const taken: SimulatedDay[] = [];
  for (const day of simulateShop({ startDay, seed: 7, ordersADay })) {
    taken.push(day);
    if (taken.length === days) return taken;
  }
  return taken;
}

interface Item {
  readonly quantity: number;
  readonly unit_price: number;
  readonly discount: number;
  readonly unit_cost: number;
}

const year = take(365);
const events = year.flatMap((day) => day.events.map((timed) => timed.event));
const ofType = (type: string) => events.filter((event) => event.type === type);
const items = (data: Readonly<Record<string, unknown>>) => data.items as readonly Item[];
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
    const lines = orders.flatMap((event) => items(event.data));
    const net = sum(lines.map((line) => line.quantity * line.unit_price - line.discount));
    const cost = sum(lines.map((line) => line.quantity * line.unit_cost));
    const refunds = sum(
      ofType('order.refunded').flatMap((event) =>
        items(event.data).map((line) => line.quantity * line.unit_price),
      ),
    );
    const sessions = new Set(events.map((event) => event.data.session_id)).size;
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
    const sundays = year.filter(({ day }) => dayFacts(day).weekday === 0);
    const sold = sundays
      .flatMap((day) => day.events)
      .filter(({ event }) => event.type === 'order.created' && event.data.channel === 'store');
    expect(sundays.length).toBeGreaterThan(50);
    expect(sold).toEqual([]);
  });

  it('sells nothing of a product that has run out at a place', () => {
    const onHand = new Map<string, number>();
    for (const { type, data } of events) {
      const key = `${data.location_id} ${data.product_id}`;
      if (type === 'inventory.updated') onHand.set(key, Number(data.on_hand));
    }
    expect([...onHand.values()].every((level) => level >= 0)).toBe(true);
  });

  it('shows a visit with a checkout before every online order', () => {
    const started = new Set(ofType('checkout.started').map((event) => event.subject));
    const online = ofType('order.created').filter((event) => event.data.channel !== 'store');
    expect(online.every((event) => started.has(event.subject))).toBe(true);
  });
});

describe('local days', () => {
  it('follow the clocks of Berlin in summer and winter', () => {
    expect(new Date(localToUtcMs(localDayOf(Date.UTC(2026, 6, 1, 12)), 0)).toISOString()).toBe(
      '2026-06-30T22:00:00.000Z',
    );
    expect(new Date(localToUtcMs(localDayOf(Date.UTC(2026, 0, 15, 12)), 0)).toISOString()).toBe(
      '2026-01-14T23:00:00.000Z',
    );
    expect(localDayOf(Date.UTC(2026, 6, 1, 22, 30))).toBe(localDayOf(Date.UTC(2026, 6, 2, 12)));
  });
});
