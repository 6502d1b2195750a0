import { findPreset, type Shop, type Story, simulate } from '@olympus/demo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.js';

const preset = findPreset('home-and-garden');
if (preset === undefined) throw new Error('the preset is gone');
/** A shop in which nothing happens but what is planted. */
const shop: Shop = {
  ...preset,
  ordersADay: 60,
  growthAYear: 1,
  onlookersAnOrder: 0,
  promotions: [],
};
const product = 'TOO-101';
const drop: Story = {
  kind: 'channel_drop',
  channel: 'web',
  from: '2025-03-17',
  to: '2025-03-24',
  factor: 0.25,
};
const dearer: Story = {
  kind: 'price_change',
  product,
  from: '2025-04-07',
  to: '2025-04-21',
  factor: 1.5,
  elasticity: -0.2,
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const { events } = simulate({
    shop: { ...shop, stock: undefined },
    seed: 3,
    from: '2024-11-01',
    to: '2025-04-21',
    stories: [drop, dearer],
  });
  const bearer = await server.key('one', 'events:write');
  let waiting: unknown[] = [];
  const send = async () => {
    const { status } = await server.call('POST', '/api/events', { bearer, body: waiting });
    expect(status).toBe(200);
    waiting = [];
  };
  for (const event of events) {
    waiting.push(event);
    if (waiting.length === 1_000) await send();
  }
  await send();
}, 300_000);
afterAll(() => server.close());

async function ask(path: string, body: object) {
  const bearer = await server.key('one', 'analytics:read');
  const { status, answer } = await server.call('POST', path, {
    bearer,
    body: { tenant_id: 'one', ...body },
  });
  expect([status, answer.detail]).toEqual([200, undefined]);
  return answer;
}

describe('what is planted in a shop', () => {
  it('is found and named: a channel that drops', async () => {
    const explained = await ask('/api/analytics/explain', {
      metric: 'revenue',
      time: { from: drop.from, to: drop.to },
      compare: { from: '2025-03-10', to: '2025-03-17' },
    });
    expect(explained.top[0]).toMatchObject({ dimension: 'channel', value: 'web' });
    expect(explained.top[0].share).toBeGreaterThan(0.4);
    const found = await ask('/api/analytics/anomalies', {
      metric: 'orders',
      breakdown: 'channel',
      time: { from: '2025-03-01', to: '2025-04-01' },
      sensitivity: 'high',
    });
    const inWeb = found.anomalies.filter((one: { series: string }) => one.series === 'web');
    expect(inWeb).toContainEqual(
      expect.objectContaining({ kind: 'level_shift', direction: 'below', time: drop.from }),
    );
    const others = found.anomalies.filter((one: { series: string }) =>
      ['app', 'store'].includes(one.series),
    );
    expect(others.length, JSON.stringify(others)).toBeLessThanOrEqual(1);
  }, 60_000);

  it('is found and named: a price that rises', async () => {
    const explained = await ask('/api/analytics/explain', {
      metric: 'revenue',
      time: { from: dearer.from, to: dearer.to },
      compare: { from: '2025-03-24', to: '2025-04-07' },
    });
    const changes = explained.context.filter(
      (one: { kind: string }) => one.kind === 'price_changed',
    );
    expect(changes).toHaveLength(1);
    expect(changes[0].current / changes[0].previous).toBeCloseTo(1.5, 1);
    const price = explained.tree.find((one: { key: string }) => one.key === 'average_price');
    expect(price.effect).toBeGreaterThan(0);
  }, 60_000);
});
