import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { eventTypes } from '@olympus/ingest';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { findPreset, presets } from '../shops/presets.js';
import type { Shop } from '../shops/shop.js';
import { isOfType } from '../simulation/events.js';
import { observe } from '../testing/lab.js';
import type { Story } from './plant.js';
import { simulate } from './simulate.js';

const days = { from: '2025-02-10', to: '2025-02-24' };

/** One of each kind, of what the shop has. */
function everyStory(shop: Shop): readonly Story[] {
  const product = shop.products[0]?.id ?? '';
  const location = shop.locations[0]?.id ?? '';
  const { channels, methods } = shop.places.online;
  return [
    { kind: 'failing_provider', ...days, provider: methods[0].provider, failureRate: 0.5 },
    { kind: 'price_change', ...days, product, factor: 1.2, elasticity: -1.5 },
    { kind: 'price_typo', ...days, product, factor: 0.1 },
    {
      kind: 'experiment',
      ...days,
      id: 'x',
      variants: [
        { id: 'a', weight: 1, lift: 0 },
        { id: 'b', weight: 1, lift: 0.2 },
      ],
    },
    { kind: 'churners', ...days, share: 0.5 },
    { kind: 'stock_out', ...days, product, location },
    { kind: 'promotion', ...days, id: 'p', rate: 0.1, lift: 1.5 },
    { kind: 'channel_drop', ...days, channel: channels[0].id, factor: 0.5 },
    { kind: 'traffic_spike', ...days, visits: 3, orders: 1.5 },
    { kind: 'silent_till', ...days, location },
    {
      kind: 'conversations',
      ...days,
      perDay: 4,
      topics: [{ id: 'delivery', weight: 1, satisfaction: 3 }],
    },
  ];
}

describe.each(presets)('the preset $id', (shop) => {
  const plan = { shop, seed: 3, from: '2025-02-01', to: '2025-03-01' };
  const stories = everyStory(shop);
  const told = observe({ ...plan, stories });

  it('carries every story, and gives the same events and truth again', () => {
    const again = observe({ ...plan, stories });
    expect(again.events).toEqual(told.events);
    for (const { kind } of stories) expect(again.truth(kind)).toEqual(told.truth(kind));
  });

  it('is the same shop as without them up to the day they begin', () => {
    const before = (events: typeof told.events) =>
      events.filter(({ time }) => time < '2025-02-08T12:00');
    expect(before(told.events).length).toBeGreaterThan(200);
    expect(before(told.events)).toEqual(before(observe(plan).events));
  });

  it('emits only what the collector takes', () => {
    expect(told.events.length).toBeGreaterThan(1_000);
    for (const event of told.events) {
      const data: unknown = JSON.parse(JSON.stringify(event.data));
      if (!Value.Check(eventTypes[event.type], data)) {
        expect.fail(`${event.type}: ${JSON.stringify(Value.Errors(eventTypes[event.type], data))}`);
      }
    }
  });

  it('keeps the same span and ids of its own', () => {
    const times = told.events.map(({ time }) => time).sort();
    expect(new Set(told.events.map(({ id }) => id)).size).toBe(told.events.length);
    expect((times[0] ?? '') >= '2025-01-31T23:00').toBe(true);
    expect((times.at(-1) ?? '') < '2025-03-01T05:00').toBe(true);
  });
});

describe('a story', () => {
  const plan = {
    shop: findPreset('home-and-garden'),
    seed: 1,
    from: '2025-02-01',
    to: '2025-02-02',
  };
  it.each<[string, Story]>([
    ['unknown_story_target', { kind: 'price_typo', ...days, product: 'NONE', factor: 2 }],
    ['unknown_story_target', { kind: 'silent_till', ...days, location: 'berlin', till: '9' }],
    ['invalid_story_span', { kind: 'churners', from: '2025-02-02', to: '2025-02-01', share: 0.1 }],
    ['invalid_local_time', { kind: 'churners', from: 'May', to: '2025-02-01', share: 0.1 }],
    ['invalid_experiment', { kind: 'experiment', ...days, id: 'x', variants: [] }],
  ])('that does not fit is refused: %s', (code, story) => {
    expect(() => simulate({ ...plan, stories: [story] })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('a subscription business', () => {
  const shop = findPreset('subscription');
  const { events } = observe({ shop, seed: 2, from: '2024-01-01', to: '2025-01-01' });
  const orders = events.filter(isOfType('order.created'));
  const renewals = orders.filter(({ data }) => data.channel === 'renewal');

  it('renews month by month on the same day', () => {
    const byCustomer = new Map<string, string[]>();
    for (const { time, data } of orders) {
      const customer = data.customer_id ?? '';
      byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), time.slice(0, 10)]);
    }
    expect(renewals.length).toBeGreaterThan(2 * (orders.length - renewals.length));
    for (const dates of byCustomer.values()) {
      const months = dates.map((date) => date.slice(0, 7));
      expect(new Set(months).size).toBeGreaterThanOrEqual(months.length - 1);
    }
  });

  it('loses and upgrades subscribers at its rates', () => {
    const cancelled = events
      .filter(isOfType('order.cancelled'))
      .filter(({ data }) => data.reason === 'subscription_cancelled').length;
    const upgraded = events
      .filter(isOfType('customer.updated'))
      .filter(({ data }) => data.attributes?.subscription === 'active').length;
    expect(cancelled / renewals.length).toBeGreaterThan(0.05);
    expect(cancelled / renewals.length).toBeLessThan(0.11);
    expect(upgraded / renewals.length).toBeGreaterThan(0.005);
    expect(upgraded / renewals.length).toBeLessThan(0.02);
  });
});

describe('restaurants', () => {
  const shop = findPreset('restaurants');
  const run = observe({ shop, seed: 2, from: '2025-01-01', to: '2025-03-01' });
  const hourOf = (atMs: number) => new Date(atMs).getUTCHours();
  const share = (prefix: string, from: number, to: number) => {
    const part = run.lines.filter(({ atMs }) => hourOf(atMs) >= from && hourOf(atMs) < to);
    return part.filter((line) => line.product.startsWith(prefix)).length / part.length;
  };

  it('sell coffee in the morning and pizza in the evening', () => {
    expect(share('COF', 7, 11)).toBeGreaterThan(0.6);
    expect(share('COF', 18, 22)).toBeLessThan(0.15);
    expect(share('PIZ', 7, 11)).toBe(0);
    expect(share('PIZ', 18, 22)).toBeGreaterThan(0.2);
  });

  it('number receipts by till, and one till can be silent alone', () => {
    const till = (id: string) => id.replace(/-\d+$/, '');
    const story: Story = { kind: 'silent_till', ...days, location: 'soho', till: 'soho-2' };
    const told = observe({ shop, seed: 2, from: '2025-02-01', to: '2025-03-01', stories: [story] });
    const count = (name: string) =>
      told.events
        .filter(isOfType('order.created'))
        .filter(({ time }) => time >= '2025-02-10' && time < '2025-02-24')
        .filter(({ data }) => till(data.order_id) === name).length;
    expect(count('soho-2')).toBe(0);
    expect(count('soho-1')).toBeGreaterThan(20);
    expect(told.truth('silent_till').ordersUnsent).toBeGreaterThan(20);
  });
});

describe('years of data', () => {
  it('need no more memory than the customers of them', { timeout: 240_000 }, () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const shop = {
      ...findPreset('home-and-garden'),
      ordersADay: 12,
      growthAYear: 1,
      onlookersAnOrder: 4,
    };
    const { events } = simulate({ shop, seed: 1, from: '2015-01-01', to: '2020-01-01' });
    const heapMb = new Map<string, number>();
    let taken = 0;
    let bytes = 0;
    for (const event of events) {
      taken += 1;
      // every twentieth stands for all
      if (taken % 20 === 0) bytes += 20 * JSON.stringify(event).length;
      const year = event.time.slice(0, 4);
      if (heapMb.has(year)) continue;
      collect();
      heapMb.set(year, process.memoryUsage().heapUsed / 1_048_576);
    }
    const grown = (heapMb.get('2019') ?? 0) - (heapMb.get('2016') ?? 0);
    expect(bytes / 1_048_576).toBeGreaterThan(40);
    expect(grown).toBeLessThan(12);
  });
});
