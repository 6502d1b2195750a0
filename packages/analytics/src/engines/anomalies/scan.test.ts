import { createRandom } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saleLine } from '../../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../../testing/shop.js';
import { bearingOf } from './labels.js';
import type { ScanRequest } from './scan.js';

const dayMs = 86_400_000;
const day = (back: number) => new Date(Date.parse('2026-11-20') - back * dayMs).toISOString();
const date = (back: number) => day(back).slice(0, 10);

let store: TestShop;
beforeAll(async () => {
  store = await openTestShop('2026-11-20T12:00:00Z');
  const random = createRandom(11);
  const channels = ['web', 'app', 'store', 'phone'];
  await store.commit(
    'sales',
    [...Array(220).keys()].flatMap((back) =>
      channels.flatMap((channel) => {
        // the app is silent on one day; the phone sells half from day 40 on
        if (channel === 'app' && back === 30) return [];
        const level = channel === 'phone' && back < 40 ? 40 : 100;
        const spike = channel === 'web' && back === 20 ? 4 : 1;
        const net = spike * level * (0.9 + 0.2 * random.next());
        return saleLine(day(back), `${channel}${back}`, Math.round(100 * net) / 100, { channel });
      }),
    ),
  );
});
afterAll(() => store.close());

const scan = (more: Partial<ScanRequest> = {}) =>
  store.analytics.engines.scan({
    tenantId: shop,
    metric: 'revenue',
    breakdown: 'channel',
    ...more,
  });

describe('a look for what is unusual', () => {
  test('tells outliers, missing data and new levels apart, in the series that they are in', async () => {
    const { anomalies, series, tested, falseDiscoveryRate } = await scan();
    const found = anomalies.map(({ series: key, time, kind, direction }) => ({
      key,
      time,
      kind,
      direction,
    }));
    expect(found).toContainEqual({
      key: 'web',
      time: date(20),
      kind: 'outlier',
      direction: 'above',
    });
    expect(found).toContainEqual({
      key: 'app',
      time: date(30),
      kind: 'missing_data',
      direction: 'below',
    });
    const shift = anomalies.find(
      ({ kind, series: key }) => kind === 'level_shift' && key === 'phone',
    );
    expect(Math.abs(Date.parse(shift?.time ?? '') - Date.parse(date(39))) / dayMs).toBeLessThan(4);
    expect(shift?.size).toBeCloseTo(-60, -1);
    expect(series.map(({ key }) => key)).toEqual([
      null,
      'web',
      expect.anything(),
      expect.anything(),
      'phone',
    ]);
    expect(tested).toBe(5 * 90);
    expect(falseDiscoveryRate).toBe(0.1);
    const web = series.find(({ key }) => key === 'web');
    expect(web?.buckets.filter(({ marked }) => marked).map(({ time }) => time)).toEqual([date(20)]);
  });

  test('does not mark again what people call expected, nor the like on the same weekday', async () => {
    const [spike] = (await scan()).anomalies.filter(({ series }) => series === 'web');
    if (spike === undefined) throw new Error('no spike');
    const { time, kind, direction, deviations } = spike;
    const label = {
      series: 'web',
      time,
      kind,
      direction,
      deviations,
      verdict: 'expected',
    } as const;
    const { anomalies, expected } = await scan({ labels: [label] });
    expect(anomalies.some((one) => one.series === 'web')).toBe(false);
    expect(expected.map((one) => [one.series, one.time])).toEqual([['web', time]]);
    const later = { ...spike, time: date(13) };
    expect(bearingOf([label], 'web', later, 'day')).toEqual({ verdict: 'expected', of: time });
    expect(bearingOf([label], 'app', later, 'day').verdict).toBeNull();
    expect(bearingOf([label], 'web', { ...later, time: date(12) }, 'day').verdict).toBeNull();
    const larger = { ...later, deviations: 2 * deviations };
    expect(bearingOf([label], 'web', larger, 'day').verdict).toBeNull();
  });

  test('marks what people call real, however small', async () => {
    const real = {
      series: null,
      time: date(25),
      kind: 'outlier',
      direction: 'above',
      deviations: 1,
      verdict: 'real',
    } as const;
    const { anomalies } = await scan({ labels: [real], breakdown: undefined });
    expect(anomalies.map(({ time }) => time)).toContain(date(25));
  });

  test('can be tried on the past before it is saved', async () => {
    const { engines } = store.analytics;
    const asked = { tenantId: shop, metric: 'revenue', breakdown: 'channel', last: 45 };
    const { anomalies, series, tested } = await engines.backtest(asked);
    expect(tested).toBe(5 * 45);
    expect(series).toHaveLength(5);
    const web = anomalies.find(({ series: key }) => key === 'web');
    expect([web?.time, web?.seen]).toEqual([date(20), date(20)]);
    const phone = anomalies.find(
      ({ kind, series: key }) => kind === 'level_shift' && key === 'phone',
    );
    expect((phone?.seen ?? '') > (phone?.time ?? '')).toBe(true);
  }, 60_000);

  test('looks at all of the data where all of time is asked for', async () => {
    const { series } = await scan({ breakdown: undefined, time: { timeframe: 'all_time' } });
    expect(series[0]?.buckets.length).toBeGreaterThan(200);
  });

  test('refuses a dimension that the metric does not have', async () => {
    await expect(scan({ breakdown: 'session.device' })).rejects.toMatchObject({
      code: 'dimension_not_joinable',
      at: '/breakdown',
    });
  });
});
