import { saleLine } from '@olympus/analytics/testing';
import { Problem, type TenantId } from '@olympus/core';
import type { Platform } from '@olympus/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Condition, definitionOf, type GivenDefinition } from '../definition/definition.js';
import { openTestPlatform, openWatchedShop } from '../testing/watched-shop.js';
import { tryCondition } from './try.js';

let platform: Platform;
beforeAll(async () => {
  platform = await openTestPlatform();
}, 60_000);
afterAll(() => platform.close());

type Shop = Awaited<ReturnType<typeof openWatchedShop>>;
const busy: GivenDefinition = {
  name: 'Busy',
  metric: 'revenue',
  window: '60m',
  rule: { kind: 'threshold', direction: 'above', level: 100 },
};
const add = (shop: Shop, given: GivenDefinition = busy, tenant: TenantId = shop.tenant) =>
  shop.alerts.add(tenant, `a-${Math.random().toString(36).slice(2)}`, definitionOf(given));
let serial = 0;
const sell = (shop: Shop, at: string, net: number, more: Record<string, string> = {}) => {
  serial += 1;
  const row = { ...saleLine(at, `o-${serial}`, net), tenant_id: shop.tenant, ...more };
  return shop.store.commit('sales', [row]);
};

describe('an alert', () => {
  it('fires once when the level is passed, is told once, and resolves', async () => {
    const shop = await openWatchedShop(platform, '2026-11-02T10:00:30Z');
    const { id } = await add(shop, { ...busy, channels: ['c1'] });
    await sell(shop, '2026-11-02T09:30:00Z', 60);
    await shop.look();
    expect(shop.sent).toEqual([]);
    await sell(shop, '2026-11-02T10:00:10Z', 50);
    await shop.look();
    await shop.look();
    expect(shop.sent.map(({ notice, to }) => [notice.cause, notice.thread, to.channels])).toEqual([
      [`alert:${id}:firing:1`, `alert:${id}:firing:1`, ['c1']],
    ]);
    expect(shop.sent[0]?.notice.title).toBe('Busy: €110.00 in the last 60 minutes, above €100.00');
    const [firing] = await shop.firings.list(shop.tenant, { alert: id, limit: 5 });
    expect(firing).toMatchObject({ number: 1, endedAtMs: null, windowAt: '2026-11-02T11:01' });
    expect(firing?.groups).toMatchObject([{ key: '', value: 110 }]);
    expect(firing?.why).toMatchObject({ current: 110, previous: 0, earlier: 0 });
    // the sale of 60 is 61 minutes old: 50 is left
    shop.setNow('2026-11-02T10:31:30Z');
    await shop.look();
    await shop.look();
    expect(shop.sent.map(({ notice }) => notice.cause)).toEqual([
      `alert:${id}:firing:1`,
      `alert:${id}:firing:1:ends`,
    ]);
    expect((await shop.firings.get(shop.tenant, id, 1)).endedAtMs).toBe(
      Date.parse('2026-11-02T10:31:30Z'),
    );
    await shop.close();
  });

  it('holds its messages in quiet hours, and tells what still fires afterwards', async () => {
    const shop = await openWatchedShop(platform, '2026-11-02T02:00:00Z');
    const quiet = { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '07:00' };
    const { id } = await add(shop, { ...busy, quiet, window: '60m' });
    await sell(shop, '2026-11-02T01:50:00Z', 500);
    await shop.look();
    expect(shop.sent).toEqual([]);
    expect(await shop.firings.list(shop.tenant, { alert: id, limit: 5 })).toHaveLength(1);
    // 06:59 in Berlin is still quiet, 07:00 is not
    await sell(shop, '2026-11-02T05:58:00Z', 500);
    shop.setNow('2026-11-02T02:30:00Z');
    await shop.look();
    shop.setNow('2026-11-02T05:59:00Z');
    // what was held ended and began anew in the meantime only if somebody had looked
    await shop.look();
    expect(shop.sent).toEqual([]);
    shop.setNow('2026-11-02T06:00:00Z');
    await shop.look();
    expect(shop.sent.map(({ notice }) => notice.cause)).toEqual([`alert:${id}:firing:1`]);
    await shop.close();
  });

  it('is told to others when nobody acknowledges it, and not when somebody does', async () => {
    const shop = await openWatchedShop(platform, '2026-11-02T10:00:00Z');
    const escalation = { after_minutes: 10, channels: ['boss'] };
    const one = await add(shop, { ...busy, escalation });
    const other = await add(shop, { ...busy, escalation });
    await sell(shop, '2026-11-02T09:59:00Z', 500);
    await shop.look();
    await shop.firings.acknowledge(shop.tenant, other.id, undefined, { who: 'Ada', note: 'mine' });
    shop.setNow('2026-11-02T10:09:00Z');
    await shop.look();
    expect(shop.sent.filter(({ notice }) => notice.cause.endsWith('escalates'))).toEqual([]);
    shop.setNow('2026-11-02T10:10:00Z');
    await shop.look();
    await shop.look();
    const told = shop.sent.filter(({ notice }) => notice.cause.endsWith('escalates'));
    expect(told.map(({ notice, to }) => [notice.cause, to.channels])).toEqual([
      [`alert:${one.id}:firing:1:escalates`, ['boss']],
    ]);
    await shop.close();
  });

  it('that was kept but not told when the process was killed is told once by the next', async () => {
    const shop = await openWatchedShop(platform, '2026-11-02T10:00:00Z');
    const { id, revision } = await add(shop);
    await sell(shop, '2026-11-02T09:59:00Z', 500);
    // the firing is committed, and the process is gone before it could tell
    const progress = {
      at: '2026-11-02T11:01',
      groups: {
        '': { phase: 'firing', streak: 1, value: 500, reference: null, low: null, high: null },
      },
    } as const;
    const observed = { key: '', value: 500, reference: null, low: null, high: null };
    const begins = {
      windowAt: '2026-11-02T11:01',
      windowFromMs: Date.parse('2026-11-02T09:01:00Z'),
      windowToMs: Date.parse('2026-11-02T10:01:00Z'),
      severity: 'warning',
      groups: [observed],
    };
    const change = { id, revision, progress, broken: null, begins };
    expect(await shop.firings.transit(shop.tenant, change)).toMatchObject({ number: 1 });
    // another that read the same state keeps nothing
    expect(await shop.firings.transit(shop.tenant, change)).toBeUndefined();
    for (const process of [shop.open(), shop.open()]) {
      await process.tellOpen(shop.tenant);
      await process.run(shop.tenant, 'minute');
      await process.settled();
    }
    expect(shop.sent.map(({ notice }) => notice.cause)).toEqual([`alert:${id}:firing:1`]);
    expect(await shop.firings.list(shop.tenant, { alert: id, limit: 5 })).toHaveLength(1);
    await shop.close();
  });

  it('that two processes judge at the same moment fires once', async () => {
    const shop = await openWatchedShop(platform, '2026-11-02T10:00:00Z');
    const { id } = await add(shop);
    await sell(shop, '2026-11-02T09:59:00Z', 500);
    const processes = [shop.open(), shop.open(), shop.open()];
    await Promise.all(processes.map((process) => process.run(shop.tenant, 'changes')));
    await Promise.all(processes.map((process) => process.settled()));
    expect(await shop.firings.list(shop.tenant, { alert: id, limit: 5 })).toHaveLength(1);
    expect(shop.sent).toHaveLength(1);
    await shop.close();
  });
});

describe('what goes wrong', () => {
  it('is shown on the alert that it belongs to, and the others go on', async () => {
    let gone = false;
    const shop = await openWatchedShop(platform, '2026-11-02T10:00:00Z', {
      limits: { deadlineMs: 300 },
      analytics: (real) => ({
        ...real,
        query: (request) => {
          const [metric] = request.query.metrics;
          if (metric === 'orders') return new Promise(() => undefined);
          if (metric === 'units' && gone) {
            const message = 'There is no metric "units"';
            throw new Problem({
              code: 'unknown_metric',
              kind: 'invalid',
              message,
              remedy: 'Choose.',
            });
          }
          return real.query(request);
        },
      }),
    });
    const slow = await add(shop, { ...busy, metric: 'orders' });
    const removed = await add(shop, { ...busy, metric: 'units' });
    const fine = await add(shop);
    await sell(shop, '2026-11-02T09:59:00Z', 500);
    gone = true;
    await shop.look();
    const broken = async (id: string) => (await shop.alerts.get(shop.tenant, id)).broken;
    expect(await broken(slow.id)).toMatchObject({ code: 'alert_query_timeout' });
    expect(await broken(removed.id)).toMatchObject({ code: 'unknown_metric', remedy: 'Choose.' });
    expect(await broken(fine.id)).toBeNull();
    expect(shop.sent.map(({ notice }) => notice.thread)).toEqual([`alert:${fine.id}:firing:1`]);
    gone = false;
    await shop.look();
    expect(await broken(removed.id)).toBeNull();
    await shop.close();
  });

  it('with 200 alerts of one business holds up no other', async () => {
    const shop = await openWatchedShop(platform, '2026-11-02T10:00:00Z', {
      analytics: (real) => ({
        ...real,
        query: async (request) => {
          // questions of the first business take long
          if (request.tenantId === shop.tenant) await new Promise((end) => setTimeout(end, 40));
          return real.query(request);
        },
      }),
    });
    const other = await shop.newTenant();
    for (let level = 1; level <= 200; level += 1) {
      const rule = { kind: 'threshold' as const, direction: 'above' as const, level: 1e6 + level };
      const filters = [
        { dimension: 'channel', operator: 'equals' as const, values: [`c${level}`] },
      ];
      await add(shop, { ...busy, rule, filters });
    }
    await add(shop, busy, other);
    await shop.store.commit('sales', [
      { ...saleLine('2026-11-02T09:59:00Z', 'other-1', 500), tenant_id: other },
    ]);
    const startedMs = performance.now();
    const many = shop.evaluation.run(shop.tenant, 'changes').then(() => performance.now());
    await shop.evaluation.run(other, 'changes');
    const otherMs = performance.now() - startedMs;
    const manyMs = (await many) - startedMs;
    await shop.evaluation.settled();
    expect(shop.sent.map(({ tenant }) => tenant)).toEqual([other]);
    // 200 questions, two at a time, of 40 ms: four seconds at least
    expect(manyMs).toBeGreaterThan(3_900);
    expect(otherMs).toBeLessThan(manyMs / 4);
    await shop.close();
  }, 60_000);

  it('is no other business’s firing', async () => {
    const shop = await openWatchedShop(platform, '2026-11-02T10:00:00Z');
    const other = await shop.newTenant();
    await add(shop, busy, other);
    const { id } = await add(shop);
    await sell(shop, '2026-11-02T09:59:00Z', 500);
    await shop.look(other);
    await shop.look();
    expect(shop.sent.map(({ tenant }) => tenant)).toEqual([shop.tenant]);
    expect(await shop.firings.list(other, { limit: 5 })).toEqual([]);
    await expect(shop.alerts.get(other, id)).rejects.toMatchObject({ code: 'alert_not_found' });
    await expect(shop.alerts.remove(other, id)).rejects.toMatchObject({ code: 'alert_not_found' });
    await shop.close();
  });
});

describe('the look at the past', () => {
  const condition = (more: Partial<Condition>): GivenDefinition => ({
    ...busy,
    window: 'day',
    ...more,
  });
  const cases: readonly [string, GivenDefinition][] = [
    [
      'a level',
      condition({ rule: { kind: 'threshold', direction: 'below', level: 60, resolve: 75 } }),
    ],
    [
      'groups against the week before, two days in a row',
      condition({
        group_by: 'channel',
        for: 2,
        rule: { kind: 'change', direction: 'down', as: 'percent', size: 25, against: 'week' },
      }),
    ],
    [
      'weekdays only',
      condition({
        rule: { kind: 'threshold', direction: 'above', level: 95 },
        hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
      }),
    ],
    [
      'the usual range',
      condition({ rule: { kind: 'band', direction: 'either', sensitivity: 'high' } }),
    ],
    ['what is new', condition({ rule: { kind: 'new_value', dimension: 'channel' } })],
  ];

  it.each(cases)(
    'tells what live evaluation did: %s',
    async (_, given) => {
      const shop = await openWatchedShop(platform, '2026-08-01T04:00:00Z');
      // waves over the week, a dip now and then, and a channel that begins in October
      const rows: Record<string, string | number | null>[] = [];
      for (let index = 0; index < 100; index += 1) {
        const at = new Date(Date.parse('2026-07-25T10:00:00Z') + index * 86_400_000).toISOString();
        for (const [place, channel] of ['web', 'store', 'app'].entries()) {
          if (channel === 'app' && index < 70) continue;
          const wave = 30 + 12 * Math.sin((2 * Math.PI * (index + place)) / 7);
          const noise = ((index * 7919 + place * 104_729) % 17) - 8;
          const dip = (index + 3 * place) % 23 === 0 ? 0.2 : 1;
          const net = Math.round((wave + noise) * dip);
          rows.push({
            ...saleLine(at, `h-${index}-${channel}`, net),
            channel,
            tenant_id: shop.tenant,
          });
        }
      }
      await shop.store.commit('sales', rows as never);
      const alert = await add(shop, given);
      const from = Date.parse('2026-10-01T04:00:00Z');
      for (let day = 0; day < 31; day += 1) {
        shop.setNow(new Date(from + day * 86_400_000).toISOString());
        // twice: the second look finds nothing new
        await shop.look();
        await shop.look();
      }
      const lived = (await shop.firings.list(shop.tenant, { alert: alert.id, limit: 100 }))
        .map(({ windowAt, groups }) => [windowAt, groups.map(({ key, value }) => [key, value])])
        .reverse();
      const tried = await tryCondition(await shop.reading(), alert.definition, { windows: 31 });
      if (typeof tried === 'string') throw new Error(tried);
      const told = tried.episodes.map(({ from: at, groups }) => [
        at,
        groups.map(({ key, value }) => [key, value]),
      ]);
      expect(told.length).toBeGreaterThan(0);
      expect(lived).toEqual(told);
      await shop.close();
    },
    120_000,
  );
});
