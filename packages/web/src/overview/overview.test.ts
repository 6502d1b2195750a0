import type { Dashboard } from '@olympus/sdk';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { niceScale, ticksOf } from '../charts/scale.js';
import { sparklinePaths } from '../charts/sparkline.js';
import { createThrottle } from '../live/throttle.js';
import { findCommands } from '../shell/commands.js';
import { type FixtureShop, fixtureDashboard } from '../testing/fixture-shop.js';
import { chartGeometry } from './chart-geometry.js';
import { firstEventCommand, keyCommand } from './first-event.js';
import { isQuiet, newestDataDate } from './quiet.js';
import { labelOf } from './row-label.js';
import { deltaAt, nextExtreme, noteOf, selectTrend, summarise, trendChoices } from './trend.js';

const NOW = new Date('2026-11-20T14:30:00Z');
const UK = { locale: 'en-GB', currency: 'GBP' };

function dashboardOf(behaviour: FixtureShop['behaviour'], timeframe = 'last_28_days'): Dashboard {
  const shop: FixtureShop = {
    tenant: {
      id: 'shop',
      name: 'Shop',
      role: 'owner',
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

describe('scale', () => {
  it('holds every value between round, evenly spaced ticks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.boolean(),
        fc.boolean(),
        (values, fromZero, whole) => {
          const scale = niceScale(values, { fromZero, whole });
          const dust = Math.max(1e-9, scale.step * 1e-6);
          expect(scale.min).toBeLessThanOrEqual(Math.min(...values) + dust);
          expect(scale.max).toBeGreaterThanOrEqual(Math.max(...values) - dust);
          expect(ticksOf(scale).length).toBeLessThanOrEqual(7);
          if (whole && scale.step >= 1) expect(Number.isInteger(scale.step)).toBe(true);
        },
      ),
    );
  });

  it('starts at zero for money and counts, and may crop what always lies high', () => {
    expect(niceScale([90, 100], { fromZero: true, whole: false }).min).toBe(0);
    expect(niceScale([0.41, 0.43], { fromZero: false, whole: false }).min).toBeGreaterThan(0.4);
    expect(niceScale([0.01, 0.43], { fromZero: false, whole: false }).min).toBe(0);
  });

  it('never counts in halves', () => {
    expect(niceScale([0, 2], { fromZero: true, whole: true })).toEqual({ min: 0, max: 2, step: 1 });
  });

  it('has an axis for nothing at all', () => {
    expect(niceScale([], { fromZero: true, whole: false })).toEqual({ min: 0, max: 1, step: 1 });
  });
});

describe('chart geometry', () => {
  const points = Array.from({ length: 28 }, (_, i) => ({ t: `2026-11-${i + 1}`, value: i * 100 }));
  const geometry = chartGeometry({
    width: 800,
    height: 288,
    points,
    previous: null,
    unit: 'currency',
    formatTick: String,
  });

  it('finds the bucket under the pointer, and clamps outside the plot', () => {
    for (const index of [0, 1, 13, 27]) expect(geometry.indexAt(geometry.xOf(index))).toBe(index);
    expect(geometry.indexAt(-50)).toBe(0);
    expect(geometry.indexAt(5000)).toBe(27);
  });

  it('keeps axis labels to eight', () => {
    expect(points.length / geometry.labelEvery).toBeLessThanOrEqual(8);
  });

  it('puts a single bucket in the middle', () => {
    const one = chartGeometry({
      width: 800,
      height: 288,
      points: points.slice(0, 1),
      previous: null,
      unit: 'count',
      formatTick: String,
    });
    expect(one.xOf(0)).toBeCloseTo((one.left + 800 - one.right) / 2);
    expect(one.indexAt(700)).toBe(0);
  });
});

describe('sparkline', () => {
  it('leaves a gap where a value is missing, and dots what has not ended', () => {
    const paths = sparklinePaths([
      { t: 'a', value: 1 },
      { t: 'b', value: 2 },
      { t: 'c', value: null },
      { t: 'd', value: 3 },
      { t: 'e', value: 4 },
      { t: 'f', value: 2, incomplete: true },
    ]);
    expect(paths.line.match(/M/g)).toHaveLength(2);
    expect(paths.line).not.toContain('100 ');
    expect(paths.running).toMatch(/^M80 .*L100 /);
    expect(paths.area.match(/Z/g)).toHaveLength(2);
  });

  it('dots a first bucket that is only partly in the range', () => {
    const points = [1, 2, 3].map((value, index) => ({
      t: '',
      value,
      ...(index === 0 ? { incomplete: true as const } : {}),
    }));
    expect(sparklinePaths(points)).toMatchObject({ line: 'M50 20L100 3', running: 'M0 37L50 20' });
  });

  it('draws a flat series at half height, and nothing for a single value', () => {
    expect(sparklinePaths([0, 0, 0].map((value) => ({ t: '', value }))).line).toBe(
      'M0 20L50 20L100 20',
    );
    expect(sparklinePaths([{ t: '', value: 3 }])).toEqual({ line: '', running: '', area: '' });
  });

  it('stays inside its box', () => {
    const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), (values) => {
        const { line } = sparklinePaths(values.map((one) => ({ t: '', value: one })));
        expect(line === '' || line.startsWith('M')).toBe(true);
        for (const [, x, y] of line.matchAll(/[ML]([\d.]+) ([\d.-]+)/g)) {
          expect(Number(x)).toBeLessThanOrEqual(100);
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(40);
        }
      }),
    );
  });
});

describe('trend', () => {
  const dashboard = dashboardOf('full');

  it('shows the metric asked for, and the first one for an unknown name', () => {
    expect(selectTrend(dashboard, 'orders')?.metric).toBe('orders');
    expect(selectTrend(dashboard, 'toString')?.metric).toBe('revenue');
    expect(selectTrend(dashboard, undefined)?.metric).toBe('revenue');
  });

  it('can show a figure that has no series of its own, without comparison', () => {
    expect(selectTrend(dashboard, 'stock_on_hand')).toMatchObject({
      previous: null,
      unit: 'count',
    });
    expect(trendChoices(dashboard)).toHaveLength(12);
  });

  it('compares a bucket with its twin, but not one that has not ended', () => {
    const trend = selectTrend(dashboard, 'revenue');
    if (!trend) throw new Error('no trend');
    const [now, before] = [trend.points[3]?.value ?? 0, trend.previous?.[3]?.value ?? 0];
    expect(deltaAt(trend, 3, 'en-GB').kind).toBe(now > before ? 'up' : 'down');
    expect(deltaAt(trend, trend.points.length - 1, 'en-GB').kind).toBe('none');
  });

  it('sums itself up in a sentence with its ends and extremes', () => {
    const trend = selectTrend(dashboard, 'orders');
    if (!trend) throw new Error('no trend');
    const text = summarise(trend, dashboard, UK);
    expect(text).toMatch(
      /^Orders by day, .*2026\. From \d+ on .* so far; highest \d+ on .*, lowest/,
    );
  });

  it('says which buckets go on, and which are only cut off by the range', () => {
    const trend = selectTrend(dashboard, 'orders');
    if (!trend) throw new Error('no trend');
    const last = trend.points.length - 1;
    expect(noteOf(trend, last)).toBe('so far');
    expect(noteOf(trend, 0)).toBe('');
    const points = trend.points.map((point, index) =>
      index === 0 ? { ...point, incomplete: true as const } : point,
    );
    expect(noteOf({ ...trend, points }, 0, ' · ')).toBe(' · in part');
    expect(noteOf({ ...trend, running: false }, last)).toBe('in part');
  });

  it('jumps between the ends and the extremes', () => {
    const points = [3, 9, 4, 1, 5].map((value) => ({ t: '', value }));
    expect(nextExtreme(points, 0, 1)).toBe(1);
    expect(nextExtreme(points, 1, 1)).toBe(3);
    expect(nextExtreme(points, 3, 1)).toBe(4);
    expect(nextExtreme(points, 4, 1)).toBe(4);
    expect(nextExtreme(points, 4, -1)).toBe(3);
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

describe('the first event', () => {
  it('is a command with a valid CloudEvent in the shop’s currency', () => {
    const tenant = { id: 'shop', currency: 'CHF' } as Parameters<typeof firstEventCommand>[0];
    const command = firstEventCommand(tenant, 'http://localhost:8001', NOW);
    const body = /-d '([^']*)'$/.exec(command)?.[1] ?? '';
    expect(JSON.parse(body)).toMatchObject({
      specversion: '1.0',
      type: 'order.created',
      time: '2026-11-20T14:30:00Z',
      data: { currency: 'CHF', items: [{ quantity: 2 }] },
    });
    expect(command).toContain('curl http://localhost:8001/api/events');
    expect(keyCommand(tenant)).toContain('--tenant shop');
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
