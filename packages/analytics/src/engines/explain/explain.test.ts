import { createRandom } from '@olympus/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { saleLine } from '../../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../../testing/shop.js';
import type { ExplainRequest, Explanation } from './explain.js';

const later = { from: '2026-11-09', to: '2026-11-16' };
const earlier = { from: '2026-11-02', to: '2026-11-09' };

let store: TestShop;
beforeAll(async () => {
  store = await openTestShop('2026-11-20T12:00:00Z');
});
afterAll(() => store.close());

const channels = ['web', 'app', 'store'];
let serial = 0;

/** Orders of a random fortnight: what sold where, some of it given back. */
async function fill(tenant: string, seed: number, orders = 60): Promise<void> {
  const random = createRandom(seed);
  const pick = <T>(some: readonly T[]) => some[Math.floor(random.next() * some.length)] as T;
  const lines = Array.from({ length: orders }, () => {
    serial += 1;
    const day = 2 + Math.floor(random.next() * 14);
    const at = `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`;
    const net = Math.round(random.next() * 20_000) / 100;
    const refund = random.next() < 0.2;
    return saleLine(at, `o${serial}`, refund ? -net : net, {
      tenant_id: tenant,
      channel: pick(channels),
      country: pick(['DE', 'FR', 'GB']),
      product_id: pick(['p1', 'p2', 'p3']),
      ...(refund ? { entry: 'refund', orders: 0, quantity: -1 } : {}),
    });
  });
  const visits = Array.from({ length: Math.floor(random.next() * 40) }, (_, index) => ({
    tenant_id: tenant,
    occurred_at: `2026-11-${String(2 + (index % 14)).padStart(2, '0')}T09:00:00Z`,
    session_id: `s${seed}-${index}`,
    visitor_key: `v${seed}-${index}`,
    channel: pick(['web', 'app']),
  }));
  await store.commit('sales', lines);
  if (visits.length > 0) await store.commit('sessions', visits);
}

const explain = (more: Partial<ExplainRequest> = {}) =>
  store.analytics.engines.explain({
    tenantId: shop,
    metric: 'revenue',
    time: later,
    compare: earlier,
    ...more,
  });

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Parts of each dimension and pair, the others included. */
function partsOf({ dimensions, pairs }: Explanation): readonly (readonly number[])[] {
  return [...dimensions, ...pairs].flatMap((part) => {
    if (part.effects) {
      const { groups, others } = part.effects;
      return [[...groups, ...(others ? [others] : [])].flatMap(({ mix, rate }) => [mix, rate])];
    }
    if (!part.addsUp) return [];
    return [[...part.groups, ...(part.others ? [part.others] : [])].map((one) => one.difference)];
  });
}

describe('an explanation', () => {
  test('adds up to the change, by every dimension, pair and factor, whatever happened', async () => {
    const metrics = ['revenue', 'orders', 'refund_rate', 'average_order_value', 'conversion_rate'];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const tenantId = `t${seed}-${serial}` as typeof shop;
        await fill(tenantId, seed);
        for (const metric of metrics) {
          const found = await explain({ tenantId, metric, groups: 2 });
          const { current, previous, difference } = found.total;
          if (difference === null) continue;
          const scale = Math.max(1e-9, Math.abs(current ?? 0), Math.abs(previous ?? 0));
          const parts = partsOf(found);
          for (const part of parts) {
            const size = Math.max(scale, ...part.map(Math.abs));
            expect(Math.abs(sum(part) - difference), metric).toBeLessThanOrEqual(1e-9 * size);
          }
          for (const parent of new Set(found.tree?.map((factor) => factor.parent))) {
            const factors = (found.tree ?? []).filter((factor) => factor.parent === parent);
            const whole = found.tree?.find(({ key }) => key === parent)?.effect ?? difference;
            const size = Math.max(scale, ...factors.map(({ effect }) => Math.abs(effect)));
            expect(
              Math.abs(sum(factors.map(({ effect }) => effect)) - whole),
              `${metric} ${parent}`,
            ).toBeLessThanOrEqual(1e-9 * size);
          }
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  test('names what is new, what vanished and what stands out, and what happened nearby', async () => {
    const line = (day: number, order: string, net: number, more = {}) =>
      saleLine(`2026-11-${String(day).padStart(2, '0')}T10:00:00Z`, order, net, more);
    const base = [...Array(14).keys()].flatMap((index) => {
      const day = index + 2;
      const app = day < 9 ? 100 : 20;
      return [
        line(day, `w${day}`, 100, { country: day % 2 ? 'DE' : 'FR' }),
        line(day, `a${day}`, app, { channel: 'app', country: day % 2 ? 'FR' : 'DE' }),
        ...(day < 9 ? [line(day, `f${day}`, 6, { channel: 'fax' })] : []),
        ...(day >= 9 ? [line(day, `m${day}`, 5, { channel: 'market', promotion_id: 'fair' })] : []),
      ];
    });
    await store.commit('sales', base);
    const names = [{ product_id: 'p1', name: 'Cup', category: 'Cups' }];
    await store.commit('products', names);
    const stock = (at: string, level: number) => ({
      occurred_at: at,
      product_id: 'p1',
      location_id: 'x',
      on_hand: level,
    });
    await store.commit('stock', [
      stock('2026-11-05T10:00:00Z', 30),
      stock('2026-11-12T10:00:00Z', 0),
    ]);
    const found = await explain();
    const channel = found.dimensions.find(({ dimension }) => dimension === 'channel');
    expect(found.dimensions[0]?.dimension).toBe('channel');
    expect(found.top[0]).toMatchObject({ dimension: 'channel', key: ['app'], contribution: -560 });
    expect(channel?.groups.map(({ value }) => value)).toEqual(['app', 'fax', 'market', 'web']);
    expect(found.pairs.map(({ dimensions }) => dimensions)).toContainEqual([
      'channel',
      'customer.country',
    ]);
    expect(found.context).toContainEqual({
      kind: 'promotion_started',
      name: 'fair',
      at: '2026-11-09',
      orders: 7,
    });
    expect(found.context).toContainEqual({
      kind: 'sold_out',
      name: 'Cup',
      current: 0,
      previous: 30,
    });
  });

  test('of an average tells prices from items, and mix from rates', async () => {
    const { tree, dimensions } = await explain({ metric: 'average_order_value' });
    expect(tree?.map(({ key }) => key)).toEqual(['items_per_order', 'average_price']);
    const channel = dimensions.find(({ dimension }) => dimension === 'channel');
    const app = channel?.effects?.groups.find(({ key }) => key[0] === 'app');
    expect(app?.rate).toBeLessThan(0);
  });

  test('asks no more once it has used its time, and says what it left out', async () => {
    let nowMs = 0;
    const slow = vi.spyOn(store.stopwatch, 'now').mockImplementation(() => (nowMs += 5_000));
    const found = await explain();
    slow.mockRestore();
    expect(found.skipped).toEqual(['context']);
    expect(found.context).toEqual([]);
    expect(found.dimensions.length).toBeGreaterThan(1);
  });

  test('refuses dimensions that the metric does not have, and says where', async () => {
    await expect(explain({ dimensions: ['channel', 'colour'] })).rejects.toMatchObject({
      code: 'unknown_dimension',
      at: '/dimensions/1',
    });
    await expect(explain({ dimensions: ['session.device'] })).rejects.toMatchObject({
      code: 'dimension_not_joinable',
      at: '/dimensions/0',
    });
  });
});
