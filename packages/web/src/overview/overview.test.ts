import type { Dashboard } from '@olympus/sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createThrottle } from '../live/throttle.js';
import { findCommands } from '../shell/commands.js';
import { type FixtureShop, fixtureDashboard } from '../testing/fixture-shop.js';
import { isQuiet, newestDataDate } from './quiet.js';
import { rejectsMany } from './rejected.js';
import { labelOf } from './row-label.js';
import { selectTrend, trendChoices } from './trend.js';

const NOW = new Date('2026-11-20T14:30:00Z');

function dashboardOf(behaviour: FixtureShop['behaviour'], timeframe = 'last_28_days'): Dashboard {
  const shop: FixtureShop = {
    tenant: {
      id: 'shop',
      name: 'Shop',
      role: 'owner',
      permissions: [],
      time_zone: 'Europe/London',
      currency: 'GBP',
      locale: 'en-GB',
      week_start: 'monday',
      demo: false,
    },
    behaviour,
    extraOrders: 0,
    lastEventMs: NOW.getTime(),
  };
  return fixtureDashboard(shop, { timeframe, from: null, to: null, compare: null }, NOW);
}

describe('trend', () => {
  const dashboard = dashboardOf('full');

  it('shows the metric asked for, and the first one for an unknown name', () => {
    expect(selectTrend(dashboard, 'orders')?.metric).toBe('orders');
    expect(selectTrend(dashboard, 'toString')?.metric).toBe('revenue');
    expect(selectTrend(dashboard, undefined)?.metric).toBe('revenue');
  });

  it('can show a figure that has no series of its own, without comparison', () => {
    const trend = selectTrend(dashboard, 'stock_on_hand');
    expect(trend?.data).toMatchObject({ unit: 'count', title: 'Stock on hand' });
    expect(trend?.data.series[0]?.compared).toBeNull();
    expect(trendChoices(dashboard)).toHaveLength(12);
  });

  it('has the compared period’s buckets, and knows that the last of its own goes on', () => {
    const [series] = selectTrend(dashboard, 'revenue')?.data.series ?? [];
    expect(series?.compared).toHaveLength(series?.points.length ?? 0);
    expect(series?.points.at(-1)?.provisional).toBe('running');
    expect(series?.points[0]?.provisional).toBeUndefined();
  });
});

describe('quiet periods', () => {
  it('are those without activity, even where stock lies', () => {
    expect(isQuiet(dashboardOf('quiet'))).toBe(true);
    expect(isQuiet(dashboardOf('full'))).toBe(false);
  });

  it('know the shop’s day of the newest data', () => {
    const late = dashboardOf('quiet');
    const tokyo = {
      ...late,
      range: { ...late.range, time_zone: 'Asia/Tokyo' },
      freshness: { ...late.freshness, data_through: '2011-12-09T23:50:00Z' },
    };
    expect(newestDataDate(tokyo)).toBe('2011-12-10');
    expect(newestDataDate(late)).toBe('2011-12-09');
  });
});

describe('refused events', () => {
  it('are told of where they are more than one in a hundred of those stored', () => {
    const waiting = (dead_letters_open: number, events: number) => {
      const { quality } = dashboardOf('full');
      return rejectsMany({ quality: { ...quality, dead_letters_open, events } });
    };
    expect([waiting(0, 0), waiting(10, 1000), waiting(11, 1000), waiting(1, 0)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('row labels', () => {
  const label = (dimension: string, key: string | null) =>
    labelOf({ key, label: key ?? '' }, { dimension, label: 'Country' });

  it('name countries, whether by code or in words, and say when there is none', () => {
    expect(label('customer.country', 'DE')).toBe('Germany');
    expect(label('customer.country', 'QZ')).toBe('QZ');
    expect(label('customer.country', 'United Kingdom')).toBe('United Kingdom');
    expect(label('customer.country', null)).toBe('No country');
    expect(label('channel', 'web')).toBe('Web');
    expect(label('product.id', 'DE')).toBe('DE');
  });
});

describe('commands', () => {
  const commands = ['Last 7 days', 'Last 28 days', 'Theme: light', 'Revenue'].map((label) => ({
    id: label,
    group: label.startsWith('Last') ? 'Period' : 'Other',
    label,
    run: () => {},
  }));
  const find = (typed: string) => findCommands(commands, typed).map(({ label }) => label);

  it('are found by the starts of their words, in any order', () => {
    expect(find('28 last')).toEqual(['Last 28 days']);
    expect(find('rev')).toEqual(['Revenue']);
    expect(find('light theme')).toEqual(['Theme: light']);
    expect(find('period')).toEqual(['Last 7 days', 'Last 28 days']);
  });

  it('are all there before anything is typed, and none for nonsense', () => {
    expect(find('  ')).toHaveLength(4);
    expect(find('xyz')).toEqual([]);
  });
});

describe('throttle', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs at once, then once per interval for any number of requests', () => {
    let runs = 0;
    const throttle = createThrottle(() => {
      runs += 1;
    }, 3000);
    for (let i = 0; i < 50; i += 1) throttle.request();
    expect(runs).toBe(1);
    vi.advanceTimersByTime(2999);
    expect(runs).toBe(1);
    vi.advanceTimersByTime(1);
    expect(runs).toBe(2);
    vi.advanceTimersByTime(10_000);
    expect(runs).toBe(2);
    throttle.request();
    expect(runs).toBe(3);
  });

  it('runs nothing after it is cancelled', () => {
    let runs = 0;
    const throttle = createThrottle(() => {
      runs += 1;
    }, 3000);
    throttle.request();
    throttle.request();
    throttle.cancel();
    vi.advanceTimersByTime(10_000);
    expect(runs).toBe(1);
  });
});
