import { parseTimeRange } from '@olympus/core';
import { bind, compile, duckdbDialect, type Fragment } from '@olympus/sql';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createModel } from '../../model/model.js';
import { anyTime } from '../../testing/any-time.js';
import { openTestStore, type TestStore } from '../../testing/duckdb-store.js';
import {
  type Deed,
  makeStream,
  periodOf,
  type Stream,
  streamEndMs,
  streamZones,
} from '../../testing/streams.js';
import type { PersonGrain } from '../person-steps.js';
import { compileRetainedRevenue, compileRetention } from './compile-retention.js';
import { planRetention } from './retention-plan.js';

const model = createModel();
const shops = ['one', 'two', 'three'] as const;
let store: TestStore;
const streams = new Map<string, Stream>();

beforeAll(async () => {
  store = await openTestStore();
  for (const [index, shop] of shops.entries()) {
    const stream = makeStream(index + 1, shop);
    streams.set(shop, stream);
    await store.insert('sales', stream.sales);
    await store.insert('sessions', stream.sessions);
  }
});
afterAll(() => store.close());

type Act = Deed['act'];
interface Asked {
  readonly shop: (typeof shops)[number];
  readonly zone: (typeof streamZones)[number];
  readonly start: Act;
  readonly back: Act;
  readonly cohorts: 'first' | 'recurring';
  readonly grain: PersonGrain;
  readonly periods: number;
  readonly from: string;
  readonly to: string;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  shop: fc.constantFrom(...shops),
  zone: fc.constantFrom(...streamZones),
  start: fc.constantFrom('order.placed', 'page.viewed'),
  back: fc.constantFrom('order.placed', 'page.viewed'),
  cohorts: fc.constantFrom('first', 'recurring'),
  grain: fc.constantFrom('day', 'week', 'month'),
  periods: fc.integer({ min: 1, max: 9 }),
  from: fc.constantFrom('2026-09-01', '2026-09-23', '2026-10-24', '2026-11-01'),
  to: fc.constantFrom('2026-11-02', '2026-11-09', '2026-12-01'),
});

const observedToMs = streamEndMs - 5 * 86_400_000;

const planOf = ({ zone, start, back, ...rest }: Asked) => {
  const calendar = { ...zone, nowMs: observedToMs };
  const range = parseTimeRange({ from: rest.from, to: rest.to }, calendar);
  return planRetention(
    model,
    { ...rest, start: { act: start }, back: { act: back } },
    { calendar, range, observedToMs },
  );
};

/** `cohort later` → value, as the plain model reckons; cohorts by the calendar's own count. */
function reckon(question: Asked, value: 'people' | 'last' | 'revenue'): Map<string, number> {
  const { zone, grain, periods, cohorts } = question;
  const { range, steps } = planOf(question);
  const toMs = steps.period.range?.toMs ?? 0;
  const deeds = streams.get(question.shop)?.deeds ?? [];
  const period = (ms: number) => periodOf(ms, zone, grain);
  /** who → cohort → start */
  const starts = new Map<string, Map<number, number>>();
  for (const { act, who, ms } of deeds) {
    if (act !== question.start || ms >= Math.min(range.toMs, toMs)) continue;
    if (cohorts === 'recurring' && ms < range.fromMs) continue;
    const own = starts.get(who) ?? new Map<number, number>();
    starts.set(who, own);
    const key = cohorts === 'first' ? 0 : period(ms);
    own.set(key, Math.min(own.get(key) ?? ms, ms));
  }
  const found = new Map<string, number>();
  const add = (cohort: number, later: number, more: number) => {
    const key = `${cohort} ${later}`;
    found.set(key, Math.round(((found.get(key) ?? 0) + more) * 100) / 100);
  };
  for (const [who, own] of starts) {
    for (const ms of own.values()) {
      if (ms < range.fromMs) continue;
      const cohort = period(ms);
      add(cohort, -1, 1);
      const since = deeds.filter((deed) => deed.who === who && deed.ms >= ms && deed.ms < toMs);
      const later = since
        .filter(({ act }) => act === question.back)
        .map((deed) => period(deed.ms) - cohort);
      if (value === 'people') {
        for (const n of new Set(later)) if (n <= periods) add(cohort, n, 1);
      } else if (value === 'last') {
        if (later.length > 0) add(cohort, Math.min(periods, Math.max(...later)), 1);
      } else {
        for (const deed of since) {
          const n = period(deed.ms) - cohort;
          if (deed.net !== 0 && n <= periods) add(cohort, n, deed.net);
        }
      }
    }
  }
  return found;
}

async function answered(question: Asked, statement: (of: typeof planOf) => Fragment) {
  const { steps } = planOf(question);
  const first = steps.steps[0];
  const base = periodOf(first?.fromMs ?? 0, question.zone, question.grain);
  const rows = await store.query(compile(statement(planOf), duckdbDialect));
  return new Map(
    rows.map((row) => [
      `${Number(row[2]) + base} ${row[3]}`,
      Math.round(Number(row[4]) * 100) / 100,
    ]),
  );
}

const contextOf = ({ shop }: Asked) => ({
  dialect: duckdbDialect,
  model,
  tenant: bind('string', shop),
  local: anyTime,
});
const runs = { numRuns: 60, seed: 20_261_128 };

test('people who came back are those that a plain model counts, in every zone', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (question) => {
      const statement = () => compileRetention(contextOf(question), planOf(question), 'on');
      expect(await answered(question, statement)).toEqual(reckon(question, 'people'));
    }),
    runs,
  );
});

test('last periods are those that a plain model finds', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (question) => {
      const statement = () => compileRetention(contextOf(question), planOf(question), 'last');
      expect(await answered(question, statement)).toEqual(reckon(question, 'last'));
    }),
    runs,
  );
});

test('revenue of cohorts is what a plain model adds up', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (question) => {
      const statement = () => compileRetainedRevenue(contextOf(question), planOf(question));
      expect(await answered(question, statement)).toEqual(reckon(question, 'revenue'));
    }),
    runs,
  );
});
