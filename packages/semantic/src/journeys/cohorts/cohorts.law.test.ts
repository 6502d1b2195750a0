import { bind, compile, duckdbDialect } from '@olympus/sql';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createModel } from '../../model/model.js';
import { anyTime } from '../../testing/any-time.js';
import { openTestStore, type TestStore } from '../../testing/duckdb-store.js';
import {
  type Deed,
  makeStream,
  type Stream,
  streamEndMs,
  streamZones,
} from '../../testing/streams.js';
import type { CohortCondition, CohortRules, CohortSpan } from './cohort-schema.js';
import { parseCohortDefinition } from './cohort-schema.js';
import { compileCohort } from './compile-cohort.js';
import { planCohort } from './plan-cohort.js';

const shops = ['one', 'two'] as const;
const nowMs = streamEndMs - 3 * 86_400_000;
const dayMs = 86_400_000;
const listed = ['c1', 'c2', 'c3', 'nobody'];
let store: TestStore;
const streams = new Map<string, Stream>();
/** What records say: every third customer has none. */
const countryOf = (who: string): string | undefined => {
  const n = Number(who.slice(1));
  return !who.startsWith('c') || n % 3 === 0 ? undefined : n % 2 === 0 ? 'DE' : 'FR';
};

beforeAll(async () => {
  store = await openTestStore();
  for (const [index, shop] of shops.entries()) {
    const stream = makeStream(index + 21, shop);
    streams.set(shop, stream);
    await store.insert('sales', stream.sales);
    await store.insert('sessions', stream.sessions);
    const records = Array.from({ length: 18 }, (_, n) => `c${n}`).flatMap((who) => {
      const country = countryOf(who);
      return country === undefined ? [] : [{ tenant_id: shop, customer_key: who, country }];
    });
    await store.insert('customers', records);
  }
});
afterAll(() => store.close());

const act = fc.constantFrom('order.placed', 'page.viewed').map((name) => ({ act: name }));
const within = fc.constantFrom<CohortSpan | undefined>(
  undefined,
  { last_days: 1 },
  { last_days: 30 },
  { from: '2026-10-01', to: '2026-11-01' },
);
const condition: fc.Arbitrary<CohortCondition> = fc.oneof(
  fc.record({
    kind: fc.constant('did' as const),
    act,
    at_least: fc.integer({ min: 1, max: 4 }),
    at_most: fc.constantFrom(undefined, 4, 9),
    within,
  }),
  fc.record({ kind: fc.constant('did_not' as const), act, within }),
  fc.record({
    kind: fc.constant('sequence' as const),
    first: act,
    next: act,
    days: fc.integer({ min: 1, max: 20 }),
    within,
  }),
  fc.record({
    kind: fc.constant('property' as const),
    dimension: fc.constant('customer.country'),
    operator: fc.constantFrom('equals' as const, 'not_equals' as const),
    values: fc.constantFrom(['DE'], ['FR', 'DE']),
  }),
  fc.record({
    kind: fc.constant('metric' as const),
    metric: fc.constant('revenue'),
    operator: fc.constantFrom('gt' as const, 'lt' as const),
    value: fc.constantFrom(0, 150.5, 900),
    within,
  }),
  fc.record({ kind: fc.constant('first_seen' as const), act, within }),
  fc.record({
    kind: fc.constant('cohort' as const),
    cohort: fc.constant('listed'),
    member: fc.boolean(),
  }),
);
const match = fc.constantFrom('all' as const, 'any' as const);
const rules: fc.Arbitrary<CohortRules> = fc.record({
  kind: fc.constant('rules' as const),
  match,
  groups: fc.array(
    fc.record({ match, conditions: fc.array(condition, { minLength: 1, maxLength: 3 }) }),
    { minLength: 1, maxLength: 3 },
  ),
});

interface World {
  readonly deeds: readonly Deed[];
  readonly timeZone: string;
}

const midnight = (timeZone: string, date: string) =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;

function spanOf({ timeZone }: World, span: CohortSpan | undefined): readonly [number, number] {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const end = midnight(timeZone, today.add({ days: 1 }).toString());
  if (span === undefined) return [Number.NEGATIVE_INFINITY, end];
  if ('last_days' in span) {
    return [midnight(timeZone, today.subtract({ days: span.last_days - 1 }).toString()), end];
  }
  return [midnight(timeZone, span.from), midnight(timeZone, span.to)];
}

/** Acts of somebody: an order is one, whatever its lines. */
function timesOf(world: World, who: string, name: string): readonly number[] {
  const seen = new Set<string>();
  return world.deeds.flatMap((deed) => {
    if (deed.who !== who || deed.act !== name) return [];
    if (deed.order !== undefined && seen.has(deed.order)) return [];
    if (deed.order !== undefined) seen.add(deed.order);
    return [deed.ms];
  });
}

function holds(world: World, who: string, one: CohortCondition): boolean {
  const end = spanOf(world, undefined)[1];
  const inside = (name: string, span: CohortSpan | undefined) => {
    const [from, to] = spanOf(world, span);
    return timesOf(world, who, name).filter((ms) => ms >= from && ms < to);
  };
  switch (one.kind) {
    case 'did': {
      const { length } = inside(one.act.act, one.within);
      return length >= (one.at_least ?? 1) && length <= (one.at_most ?? length);
    }
    case 'did_not':
      return inside(one.act.act, one.within).length === 0;
    case 'sequence': {
      const starts = inside(one.first.act, one.within);
      const later = timesOf(world, who, one.next.act).filter((ms) => ms < end);
      return starts.some((from) => later.some((ms) => ms > from && ms - from <= one.days * dayMs));
    }
    case 'property': {
      const country = countryOf(who);
      if (country === undefined) return false;
      return one.values.includes(country) === (one.operator === 'equals');
    }
    case 'metric': {
      const [from, to] = spanOf(world, one.within);
      const rows = world.deeds.filter(
        (deed) => deed.who === who && deed.order !== undefined && deed.ms >= from && deed.ms < to,
      );
      if (rows.length === 0) return false;
      const sum = Math.round(rows.reduce((total, { net }) => total + net, 0) * 100) / 100;
      return one.operator === 'gt' ? sum > one.value : sum < one.value;
    }
    case 'first_seen': {
      const [from, to] = spanOf(world, one.within);
      const first = Math.min(...timesOf(world, who, one.act?.act ?? 'order.placed'));
      return first >= from && first < to;
    }
    case 'cohort':
      return listed.includes(who) === one.member;
  }
}

test('members are those of whom a plain model says that the conditions hold', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...shops),
      fc.constantFrom(...streamZones),
      rules,
      async (shop, zone, definition) => {
        const model = createModel(
          [],
          new Map([
            ['listed', { id: 'listed', name: 'Listed', plan: { kind: 'list', customers: listed } }],
          ]),
        );
        const plan = planCohort(model, definition, { ...zone, nowMs });
        const context = {
          dialect: duckdbDialect,
          model,
          tenant: bind('string', shop),
          local: anyTime,
        };
        const rows = await store.query(compile(compileCohort(context, plan), duckdbDialect));

        const world = { deeds: streams.get(shop)?.deeds ?? [], timeZone: zone.timeZone };
        const customers = Array.from({ length: 18 }, (_, n) => `c${n}`);
        const known = new Set([
          ...customers.filter((who) => countryOf(who) !== undefined),
          ...world.deeds.flatMap(({ who, order }) => (order === undefined ? [] : [who])),
        ]);
        const everybody = new Set([...known, ...world.deeds.map(({ who }) => who), ...listed]);
        /** Of whom something is denied has to be known. */
        const denies = (one: CohortCondition) =>
          one.kind === 'did_not' || (one.kind === 'cohort' && !one.member);
        const affirmed = (
          all: boolean,
          parts: readonly { readonly holds: boolean; readonly denies: boolean }[],
          who: string,
        ) =>
          all
            ? parts.every((part) => part.holds) &&
              (parts.some((part) => !part.denies) || known.has(who))
            : parts.some((part) => part.holds && (!part.denies || known.has(who)));
        const expected = [...everybody].filter((who) => {
          const groups = definition.groups.map((group) => {
            const parts = group.conditions.map((one) => ({
              holds: holds(world, who, one),
              denies: denies(one),
            }));
            const [only] = parts;
            if (parts.length === 1 && only !== undefined) return only;
            return { holds: affirmed(group.match === 'all', parts, who), denies: false };
          });
          return affirmed(definition.match === 'all', groups, who);
        });
        expect(rows.map(([who]) => String(who)).toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 150, seed: 20_261_128 },
  );
});

test('refuses what a definition cannot say, with its place', () => {
  const plan = (one: CohortCondition) =>
    planCohort(
      createModel(),
      { kind: 'rules', match: 'all', groups: [{ match: 'all', conditions: [one] }] },
      { timeZone: 'UTC', weekStart: 'monday', nowMs },
    );
  const at = '/groups/0/conditions/0';
  expect(() => plan({ kind: 'cohort', cohort: 'x', member: true })).toThrow(
    expect.objectContaining({ code: 'unknown_cohort', at: `${at}/cohort` }),
  );
  expect(() =>
    plan({ kind: 'metric', metric: 'average_order_value', operator: 'gt', value: 1 }),
  ).toThrow(expect.objectContaining({ code: 'metric_not_applicable', at: `${at}/metric` }));
  const key = { dimension: 'customer.key', operator: 'equals', values: ['c1'] } as const;
  expect(() => plan({ kind: 'did', act: { act: 'order.placed', filters: [key] } })).toThrow(
    expect.objectContaining({ code: 'key_not_applicable', at: `${at}/act/filters/0/dimension` }),
  );
  expect(() => plan({ kind: 'property', ...key })).toThrow(
    expect.objectContaining({ code: 'key_not_applicable' }),
  );
  expect(() =>
    plan({ kind: 'property', dimension: 'channel', operator: 'equals', values: ['web'] }),
  ).toThrow(expect.objectContaining({ code: 'dimension_not_joinable', at: `${at}/dimension` }));
  expect(() =>
    plan({ kind: 'property', dimension: 'customer.country', operator: 'equals', values: [3] }),
  ).toThrow(expect.objectContaining({ code: 'wrong_value_type', at: `${at}/values/0` }));
  expect(() => parseCohortDefinition({ kind: 'rules', match: 'all', groups: [] })).toThrow(
    expect.objectContaining({ code: 'invalid_cohort', at: '/groups' }),
  );
});
