import { parseTimeRange } from '@olympus/core';
import { bind, compile, duckdbDialect, type Fragment } from '@olympus/sql';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createModel } from '../model/model.js';
import { anyTime } from '../testing/any-time.js';
import { openTestStore, type TestStore } from '../testing/duckdb-store.js';
import {
  makeStream,
  periodOf,
  type Stream,
  streamEndMs,
  streamStartMs,
  streamZones,
} from '../testing/streams.js';
import { planBaskets } from './baskets/baskets-plan.js';
import { compileBasketPairs } from './baskets/compile-baskets.js';
import { compileLifecycle, planLifecycle } from './lifecycle/lifecycle.js';
import { compileOrderIntervals, compileSecondOrders, planRepeats } from './repeats/repeats.js';
import { compileStickiness, planStickiness } from './stickiness/stickiness.js';

const model = createModel();
const shops = ['one', 'two', 'three'] as const;
const observedToMs = streamEndMs - 5 * 86_400_000;
let store: TestStore;
const streams = new Map<string, Stream>();

beforeAll(async () => {
  store = await openTestStore();
  for (const [index, shop] of shops.entries()) {
    const stream = makeStream(index + 11, shop);
    streams.set(shop, stream);
    await store.insert('sales', stream.sales);
    await store.insert('sessions', stream.sessions);
  }
});
afterAll(() => store.close());

const asked = fc.record({
  shop: fc.constantFrom(...shops),
  zone: fc.constantFrom(...streamZones),
  act: fc.constantFrom('order.placed', 'page.viewed'),
  grain: fc.constantFrom('day', 'week', 'month'),
  from: fc.constantFrom('2026-09-25', '2026-10-20', '2026-11-01'),
  to: fc.constantFrom('2026-11-02', '2026-11-15', '2026-12-01'),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;
const runs = { numRuns: 60, seed: 20_261_128 };

const whenOf = ({ zone, from, to }: Pick<Asked, 'zone' | 'from' | 'to'>) => {
  const calendar = { ...zone, nowMs: observedToMs };
  return { calendar, range: parseTimeRange({ from, to }, calendar), observedToMs };
};
const contextOf = (shop: string) => ({
  dialect: duckdbDialect,
  model,
  tenant: bind('string', shop),
  local: anyTime,
});
const rowsOf = async (statement: Fragment) =>
  (await store.query(compile(statement, duckdbDialect))).map((row) => row.map(Number));

/** Who acted when, up to an instant. */
const doneIn = ({ shop, act }: Pick<Asked, 'shop' | 'act'>, toMs: number) =>
  (streams.get(shop)?.deeds ?? []).filter((deed) => deed.act === act && deed.ms < toMs);

test('people of a period are new, returning or back, as a plain model tells them apart', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (question) => {
      const when = whenOf(question);
      const plan = planLifecycle(
        model,
        { act: { act: question.act }, grain: question.grain },
        when,
      );
      const { fromMs = 0, toMs = 0 } = plan.steps.period.range ?? {};
      const period = (ms: number) => periodOf(ms, question.zone, question.grain);
      const base = period(fromMs);
      const active = new Map<string, Set<number>>();
      for (const { who, ms } of doneIn(question, toMs)) {
        active.set(who, (active.get(who) ?? new Set()).add(period(ms) - base));
      }
      const expected = new Map<string, number>();
      for (const periods of active.values()) {
        for (const step of periods) {
          if (step < 0) continue;
          const earlier = [...periods].filter((other) => other < step);
          const kind = earlier.length === 0 ? 0 : earlier.includes(step - 1) ? 1 : 2;
          // what came before the first period of the statement is not told apart by period
          const told = step === 0 && kind === 1 ? 2 : kind;
          expected.set(`${step} ${told}`, (expected.get(`${step} ${told}`) ?? 0) + 1);
        }
      }
      const rows = await rowsOf(compileLifecycle(contextOf(question.shop), plan));
      expect(new Map(rows.map(([step, kind, n]) => [`${step} ${kind}`, n]))).toEqual(expected);
    }),
    runs,
  );
});

test('days and weeks of being there are those that a plain model counts', async () => {
  await fc.assert(
    fc.asyncProperty(
      asked,
      fc.constantFrom('week', 'month'),
      fc.constantFrom('day', 'week'),
      async (question, grain, unit) => {
        const when = whenOf(question);
        const plan = planStickiness(model, { act: { act: question.act }, grain, unit }, when);
        const { fromMs = 0, toMs = 0 } = plan.periods.period.range ?? {};
        const base = periodOf(fromMs, question.zone, grain);
        const units = new Map<string, Set<number>>();
        for (const { who, ms } of doneIn(question, toMs)) {
          if (ms < fromMs) continue;
          const key = `${who} ${periodOf(ms, question.zone, grain) - base}`;
          units.set(key, (units.get(key) ?? new Set()).add(periodOf(ms, question.zone, unit)));
        }
        const expected = new Map<string, number>();
        for (const [key, { size }] of units) {
          const cell = `${key.split(' ')[1]} ${size}`;
          expected.set(cell, (expected.get(cell) ?? 0) + 1);
        }
        const rows = await rowsOf(compileStickiness(contextOf(question.shop), plan));
        expect(new Map(rows.map(([step, n, people]) => [`${step} ${n}`, people]))).toEqual(
          expected,
        );
      },
    ),
    runs,
  );
});

/** Instants of the orders of each customer, in order. */
function ordersOf(shop: string, toMs: number): ReadonlyMap<string, readonly number[]> {
  const byOrder = new Map<string, { who: string; ms: number }>();
  for (const { order, who, ms } of doneIn({ shop: shop as 'one', act: 'order.placed' }, toMs)) {
    if (order !== undefined) byOrder.set(order, { who, ms });
  }
  const found = new Map<string, number[]>();
  for (const { who, ms } of byOrder.values()) found.set(who, [...(found.get(who) ?? []), ms]);
  for (const times of found.values()) times.sort((a, b) => a - b);
  return found;
}

test('intervals and second orders are those that a plain model finds', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (question) => {
      const when = whenOf(question);
      const windows = [3, 10, 30];
      const plan = planRepeats(model, { windows }, when);
      const toMs = Math.min(when.range.toMs, observedToMs);
      const intervals = new Map<number, number>();
      for (const times of ordersOf(question.shop, toMs).values()) {
        times.forEach((ms, index) => {
          const before = times[index - 1];
          if (before === undefined || ms < when.range.fromMs) return;
          const days = Math.floor((ms - before) / 86_400_000);
          intervals.set(days, (intervals.get(days) ?? 0) + 1);
        });
      }
      const context = contextOf(question.shop);
      const told = await rowsOf(compileOrderIntervals(context, plan));
      expect(new Map(told.map(([days, n]) => [days, n]))).toEqual(intervals);

      const base = periodOf(when.range.fromMs, question.zone, 'month');
      const months = new Map<number, number[]>();
      for (const [first, second] of ordersOf(question.shop, observedToMs).values()) {
        if (first === undefined || first < when.range.fromMs || first >= toMs) continue;
        const step = periodOf(first, question.zone, 'month') - base;
        const row = months.get(step) ?? [step, 0, 0, ...windows.flatMap(() => [0, 0])];
        months.set(step, row);
        const add = (at: number) => {
          row[at] = (row[at] ?? 0) + 1;
        };
        add(1);
        if (second !== undefined) add(2);
        windows.forEach((days, index) => {
          if (first + days * 86_400_000 > observedToMs) return;
          add(3 + index * 2);
          if (second !== undefined && second < first + days * 86_400_000) add(4 + index * 2);
        });
      }
      const rows = await rowsOf(compileSecondOrders(context, plan));
      expect(rows.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual(
        [...months.values()].toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
      );
    }),
    runs,
  );
});

test('pairs are those that a plain model counts, of large baskets and rare items too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...shops),
      fc.constantFrom('order', 'customer'),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2, max: 6 }),
      async (shop, unit, minimum, largest) => {
        const baskets = new Map<string, Set<string>>();
        for (const { order, who, product } of streams.get(shop)?.deeds ?? []) {
          if (product === undefined || order === undefined) continue;
          const key = unit === 'order' ? order : who;
          baskets.set(key, (baskets.get(key) ?? new Set()).add(product));
        }
        const holding = new Map<string, number>();
        for (const items of baskets.values()) {
          for (const item of items) holding.set(item, (holding.get(item) ?? 0) + 1);
        }
        const pairs = new Map<string, number>();
        for (const items of baskets.values()) {
          const kept = [...items].filter((item) => (holding.get(item) ?? 0) >= minimum).sort();
          if (kept.length > largest) continue;
          for (const one of kept) {
            for (const other of kept) {
              if (one < other) {
                pairs.set(`${one} ${other}`, (pairs.get(`${one} ${other}`) ?? 0) + 1);
              }
            }
          }
        }
        const expected = [...pairs].filter(([, n]) => n >= minimum).toSorted();
        const calendar = { timeZone: 'UTC', weekStart: 'monday', nowMs: streamEndMs } as const;
        const isoOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
        const range = parseTimeRange(
          { from: isoOf(streamStartMs), to: isoOf(streamEndMs) },
          calendar,
        );
        const statement = compileBasketPairs(
          contextOf(shop),
          planBaskets(model, { unit, item: 'product' }, range),
          { minimum, largest, parts: 1_000, orderBy: 'together', limit: 1_000 },
        );
        const rows = await store.query(compile(statement, duckdbDialect));
        expect(rows.map(([one, , other, , n]) => [`${one} ${other}`, n]).toSorted()).toEqual(
          expected,
        );
        expect(rows.every((row) => row[5] === baskets.size)).toBe(true);
      },
    ),
    runs,
  );
});
