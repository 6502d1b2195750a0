import type { TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestBusiness, openTestPlatform } from '../testing/business.js';
import { peerFigure, quarterOf } from './peers.js';

const monthly = { name: 'Revenue', metric: 'revenue', calendar: 'month' } as const;

describe('the comparison with other businesses', () => {
  let platform: Platform;
  let business: Awaited<ReturnType<typeof openTestBusiness>>;
  beforeAll(async () => {
    platform = await openTestPlatform();
  });
  afterAll(() => platform.close());
  beforeEach(async () => {
    await platform.database.execute('delete from kpi_peer_figures');
    business = await openTestBusiness(platform, '2026-11-10T12:00:00Z');
  });
  afterEach(() => business.close());

  const id = new Map<TenantId, string>();
  /** Joins with a KPI, whose October is so many times that of the year before. */
  const join = async (growth: number, tenant: TenantId) => {
    await business.sellDaily('2025-09-01', '2025-11-02', () => 100, tenant);
    await business.sellDaily('2026-09-01', '2026-11-10', () => 100 * growth, tenant);
    await business.call('kpis.set_peers', { shared: true }, tenant);
    id.set(tenant, (await business.save(monthly, tenant)).id);
  };
  const peersOf = async (tenant: TenantId) =>
    (await business.call('kpis.get', { id: id.get(tenant) ?? '' }, tenant)).benchmarks.peers;

  test('is off until it is turned on, and tells nothing to four', async () => {
    const made = await business.save(monthly);
    id.set(business.tenant, made.id);
    expect(await peersOf(business.tenant)).toMatchObject({
      shared: false,
      quarter: null,
      why: 'not_shared',
    });
    await join(1.2, business.tenant);
    for (const growth of [1, 1.1, 1.3]) await join(growth, await business.newTenant());
    expect(await peersOf(business.tenant)).toMatchObject({
      shared: true,
      quarter: null,
      why: 'too_few',
    });
    await join(0.9, await business.newTenant());
    expect(await peersOf(business.tenant)).toMatchObject({
      quarter: 4,
      figure: 'growth',
      period: { from: '2026-10-01', to: '2026-11-01' },
    });
  });

  test('is told once a period: who joins or leaves afterwards changes nothing', async () => {
    await join(1.2, business.tenant);
    const others: TenantId[] = [];
    for (const growth of [1, 1.1, 1.3, 1.4]) {
      const other = await business.newTenant();
      others.push(other);
      await join(growth, other);
    }
    const before = await peersOf(business.tenant);
    expect(before.quarter).toBe(3);
    for (const other of others.slice(0, 2))
      await business.call('kpis.set_peers', { shared: false }, other);
    await join(0.5, await business.newTenant());
    expect(await peersOf(business.tenant)).toEqual(before);
    // what left is gone at once
    const subject = { metric: 'revenue', calendar: 'month', period: '2026-10-01' } as const;
    const left = (await business.deps.peers.figures(subject)).map(({ tenant }) => tenant);
    expect(left).toHaveLength(4);
    for (const other of others.slice(0, 2)) expect(left).not.toContain(other);
    // an answer holds neither figures of others nor how many there are
    expect(Object.keys(before).toSorted()).toEqual([
      'figure',
      'period',
      'quarter',
      'shared',
      'why',
    ]);
  });

  test('waits a day, until the period has ended in every time zone', async () => {
    business.setNow('2026-11-01T12:00:00Z');
    await join(1, business.tenant);
    expect(await peersOf(business.tenant)).toMatchObject({ quarter: null, why: 'not_yet' });
  });

  test('leaves out metrics of one’s own and KPIs of a part', async () => {
    await business.call('kpis.set_peers', { shared: true });
    const filters = [{ dimension: 'channel', operator: 'equals' as const, values: ['web'] }];
    const made = await business.save({ ...monthly, filters });
    id.set(business.tenant, made.id);
    expect(await peersOf(business.tenant)).toMatchObject({ quarter: null, why: 'filtered' });
    expect(
      await business.deps.peers.figures({
        metric: 'revenue',
        calendar: 'month',
        period: '2026-10-01',
      }),
    ).toEqual([]);
  });
});

const figure = fc.integer({ min: 0, max: 60 }).map((step) => step / 20);

describe('a quarter', () => {
  test('says of nobody more than the side on which they are', () => {
    fc.assert(
      fc.property(
        figure,
        fc.array(figure, { minLength: 4, maxLength: 30 }),
        figure,
        fc.nat(),
        (own, others, other, at) => {
          const place = at % others.length;
          const before = others[place] ?? 0;
          // whatever a peer's figure is on its side, nothing that is told differs: neither with it nor without
          fc.pre(Math.sign(before - own) === Math.sign(other - own));
          const changed = others.with(place, other);
          expect(quarterOf(own, changed, 'up_good')).toBe(quarterOf(own, others, 'up_good'));
          const without = (all: readonly number[]) => all.filter((_, i) => i !== place);
          expect(quarterOf(own, without(changed), 'up_good')).toBe(
            quarterOf(own, without(others), 'up_good'),
          );
        },
      ),
    );
  });

  test('moves by no more than one when somebody joins a group of five or more', () => {
    fc.assert(
      fc.property(
        figure,
        fc.array(figure, { minLength: 4, maxLength: 30 }),
        figure,
        (own, others, joining) => {
          const moved =
            quarterOf(own, [...others, joining], 'up_good') - quarterOf(own, others, 'up_good');
          expect(Math.abs(moved)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('is the best for the best, whichever way that is', () => {
    expect(quarterOf(2, [1, 1, 1, 1], 'up_good')).toBe(4);
    expect(quarterOf(2, [1, 1, 1, 1], 'down_good')).toBe(1);
    expect(quarterOf(1, [1, 1, 1, 1], 'up_good')).toBe(3);
  });
});

describe('what is kept for it', () => {
  test('is a rounded ratio, never an amount', () => {
    expect(peerFigure({ unit: 'currency' }, 123_456, 100_000)).toBe(1.25);
    expect(peerFigure({ unit: 'ratio' }, 0.034_56, null)).toBe(0.035);
    expect(peerFigure({ unit: 'currency' }, 123_456, null)).toBeUndefined();
    expect(peerFigure({ unit: 'currency' }, 5, 0)).toBeUndefined();
    expect(peerFigure({ unit: 'count' }, null, 5)).toBeUndefined();
  });
});
