import { openTestShop, saleLine } from '@olympus/analytics/testing';
import { dayMs, tenantId } from '@olympus/core';
import { expect, test } from 'vitest';
import { anytimeAlpha, designExperiment, sizes } from './design.js';

test('looking any time asks for the distance of the always-valid interval at its tightest', () => {
  // s = −2 ln α + ln(1 − 2 ln α), c² = 2 (s + 1) / s × (½ ln(s + 1) − ln α), α′ = 2 (1 − Φ(c))
  expect(anytimeAlpha(0.05)).toBeCloseTo(0.002403690633, 8);
  expect(anytimeAlpha(0.025)).toBeCloseTo(0.001040966268, 8);
});

test('sizes are those of the textbook, and days follow from how many come', () => {
  const basis = {
    fromMs: 0,
    toMs: 28 * dayMs,
    units: 28_000,
    unitsPerDay: 500,
    mean: 0.1,
    deviation: 0.3,
    explained: 0,
  };
  const arrivals = Array.from({ length: 28 }, () => 1_000);
  const plan = { arms: 2, traffic: 1, minimumEffect: 0.1 };
  const { anytime, once, curve } = sizes(plan, basis, arrivals);
  // n an arm = 2 (z₁₋α/₂ + z₀.₈)² ÷ d², d = 0.1 × 0.1 ÷ 0.3
  expect((once?.units ?? 0) / 2).toBeGreaterThan(14127);
  expect((once?.units ?? 0) / 2).toBeLessThan(14127 + 4);
  expect((anytime?.units ?? 0) / 2).toBeGreaterThan(27053);
  expect((anytime?.units ?? 0) / 2).toBeLessThan(27053 + 8);
  // 28,000 come in the four weeks measured, and 500 a day after
  expect(anytime?.days).toBe(
    (anytime?.units ?? 0) <= 28_000
      ? Math.ceil((anytime?.units ?? 0) / 1_000)
      : 28 + Math.ceil(((anytime?.units ?? 0) - 28_000) / 500),
  );
  // what takes so long is found after so long
  const days = anytime?.days ?? 0;
  const found = curve.filter(({ effect }) => (effect ?? 1) <= 0.1).map((point) => point.days);
  expect(Math.min(...found)).toBeGreaterThanOrEqual(days - 14);
  // half of the traffic takes longer, and what is explained saves units
  expect(sizes({ ...plan, traffic: 0.5 }, basis, arrivals).anytime?.days).toBeGreaterThan(days);
  const saved = sizes(plan, { ...basis, explained: 0.5 }, arrivals).anytime?.units ?? 0;
  expect(saved / (anytime?.units ?? 1)).toBeCloseTo(0.5, 2);
});

test('is measured on the tenant’s own visitors, or says what is missing', async () => {
  const shop = await openTestShop('2026-11-20T12:00:00Z');
  const request = {
    tenant: tenantId('shop'),
    primary: { metric: 'orders', kind: 'share' },
    arms: 2,
    traffic: 1,
    windowDays: 7,
    minimumEffect: 0.2,
  } as const;
  const tooFew = async () => (await designExperiment(shop.analytics, request)).tooFew;
  expect(await tooFew()).toBe('no_visits');
  const visit = (n: number, day: number) => ({
    occurred_at: new Date(
      Date.parse('2026-10-16T12:00:00Z') + day * dayMs + n * 1_000,
    ).toISOString(),
    action: 'page.viewed',
    visitor_key: `c-${n}`,
  });
  await shop.commit(
    'sessions',
    Array.from({ length: 50 }, (_, n) => visit(n, n % 28)),
  );
  // whatever was sent last tells how far the data reaches
  await shop.commit('events', [{ occurred_at: '2026-11-20T11:59:59Z', type: 'page.viewed' }]);
  expect(await tooFew()).toBe('few_units');
  await shop.commit(
    'sessions',
    Array.from({ length: 550 }, (_, n) => visit(n + 50, n % 28)),
  );
  expect(await tooFew()).toBe('few_acting');
  await shop.commit(
    'sales',
    Array.from({ length: 60 }, (_, n) => {
      const at = new Date(
        Date.parse(visit(n * 10, (n * 10 < 50 ? n * 10 : n * 10 - 50) % 28).occurred_at) + dayMs,
      );
      return { ...saleLine(at.toISOString(), `${n}`, 20), customer_key: `c-${n * 10}` };
    }),
  );
  const { basis, anytime } = await designExperiment(shop.analytics, request);
  expect(basis).toMatchObject({ units: 600, mean: 0.1 });
  expect(basis?.deviation).toBeCloseTo(0.3, 10);
  expect(anytime?.units).toBeGreaterThan(1_000);
  await shop.close();
});
