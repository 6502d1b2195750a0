import { createRandom } from '@olympus/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saleLine } from '../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';

const dayMs = 86_400_000;
const end = Date.parse('2026-12-30');
/** What was sold on these days, of a usual 100: a feast, days of sales, and two that nobody foresaw. */
const odd: Readonly<Record<string, number>> = {
  '2026-10-03': 0.1,
  '2026-10-14': 3,
  '2026-11-11': 0.1,
  '2026-11-27': 4,
  '2026-12-25': 0.05,
};

let store: TestShop;
const kept = new Map<string, unknown>();
beforeAll(async () => {
  store = await openTestShop('2026-12-30T12:00:00Z', {
    settings: {
      get: async (scope, { name }) => kept.get(`${scope} ${name}`),
      set: async (scope, { name }, value) => {
        kept.set(`${scope} ${name}`, value);
      },
    },
  });
  const random = createRandom(7);
  await store.commit(
    'sales',
    [...Array(300).keys()].map((back) => {
      const at = new Date(end - (back + 1) * dayMs + dayMs / 2).toISOString();
      const net = 100 * (odd[at.slice(0, 10)] ?? 1) * (0.9 + 0.2 * random.next());
      return saleLine(at, `o${back}`, Math.round(net), { document_hash: back + 1 });
    }),
  );
});
afterAll(() => store.close());

const scan = () =>
  store.analytics.engines.scan({
    tenantId: shop,
    metric: 'revenue',
    time: { from: '2026-09-01', to: '2026-12-30' },
  });
const datesOf = (found: readonly { readonly time: string; readonly kind: string }[]) =>
  found.flatMap(({ time, kind }) => (kind === 'outlier' ? [time] : [])).sort();

test('what goes with a holiday is named and not marked; what does not is', async () => {
  const { anomalies, holidays } = await scan();
  expect(datesOf(anomalies)).toEqual(['2026-10-14', '2026-11-11']);
  expect(holidays.map(({ time, holiday }) => [time, holiday.name.en])).toEqual([
    ['2026-12-25', 'Christmas Day'],
    ['2026-11-27', 'Black Friday'],
    ['2026-10-03', 'Day of German Unity'],
  ]);
});

test('a business of another country has other holidays', async () => {
  expect(await store.analytics.holidays.country(shop)).toEqual({ country: 'DE', chosen: false });
  await store.analytics.holidays.choose(shop, 'US');
  expect(await store.analytics.holidays.country(shop)).toEqual({ country: 'US', chosen: true });
  const { anomalies } = await scan();
  // Veterans Day explains 11 November, nothing explains 3 October
  expect(datesOf(anomalies)).toEqual(['2026-10-03', '2026-10-14']);
  await store.analytics.holidays.choose(shop, null);
  expect(await store.analytics.holidays.country(shop)).toEqual({ country: 'DE', chosen: false });
  await expect(store.analytics.holidays.choose(shop, 'XX')).rejects.toMatchObject({
    code: 'unknown_country',
    at: '/country',
  });
});

test('somebody may say that it was real all the same', async () => {
  const label = { series: null, time: '2026-12-25', kind: 'outlier', direction: 'below' } as const;
  const { anomalies } = await store.analytics.engines.scan({
    tenantId: shop,
    metric: 'revenue',
    time: { from: '2026-09-01', to: '2026-12-30' },
    labels: [{ ...label, deviations: 9, verdict: 'real' }],
  });
  expect(datesOf(anomalies)).toContain('2026-12-25');
});

test('the brief is silent about a holiday, and a change’s context names it', async () => {
  const { findings } = await store.analytics.insights({ tenantId: shop, language: 'en', most: 50 });
  const days = findings.flatMap(({ kind, span }) => (kind === 'anomaly' ? [span.from] : []));
  expect(days).not.toContain('2026-12-25');
  const { context } = await store.analytics.engines.explain({
    tenantId: shop,
    metric: 'revenue',
    language: 'de',
    time: { from: '2026-11-23', to: '2026-11-30' },
    compare: { from: '2026-11-16', to: '2026-11-23' },
  });
  expect(context.filter(({ kind }) => kind === 'holiday')).toEqual([
    { kind: 'holiday', name: 'Black Friday', at: '2026-11-27', current: true },
  ]);
});
