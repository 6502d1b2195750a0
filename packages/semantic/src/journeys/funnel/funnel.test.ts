import { bucketsOf, parseTimeRange } from '@olympus/core';
import { bind, compile, duckdbDialect, join, sql } from '@olympus/sql';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createModel } from '../../model/model.js';
import { anyTime } from '../../testing/any-time.js';
import { openTestStore, type TestStore } from '../../testing/duckdb-store.js';
import {
  type DoneRow,
  type ReferenceFunnel,
  referenceFunnel,
  type WantedAct,
} from '../../testing/funnel-reference.js';
import { compileFunnel } from './compile-funnel.js';
import type { Funnel } from './funnel.js';
import { begunAt, compileUnits, doneAt } from './funnel-units.js';
import { planFunnel } from './plan-funnel.js';
import { readFunnel } from './read-funnel.js';

const model = createModel();
const context = { dialect: duckdbDialect, model, tenant: bind('string', 'shop'), local: anyTime };
const minute = 60_000;
const day0 = Date.parse('2026-05-01T00:00:00Z');

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const acts = ['page.viewed', 'product.viewed', 'checkout.started', 'order.placed', 'wish.made'];

interface Happening {
  readonly act: number;
  readonly who: number;
  readonly known: boolean;
  readonly path: '/a' | '/b';
  readonly minute: number;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  act: fc.nat({ max: acts.length - 1 }),
  who: fc.nat({ max: 2 }),
  known: fc.boolean(),
  path: fc.constantFrom('/a' as const, '/b' as const),
  // few instants, so that many share one; far ones are in other visits
  minute: fc.oneof(
    fc.nat({ max: 8 }),
    fc.nat({ max: 8 }).map((n) => n * 25),
  ),
});

const wanted: fc.Arbitrary<WantedAct> = fc
  .record({ act: fc.constantFrom(...acts), path: fc.constantFrom(undefined, undefined, '/a') })
  .map(({ act, path }) => ({ act, ...(act === 'page.viewed' ? { path } : {}) }));

const funnels: fc.Arbitrary<ReferenceFunnel> = fc
  .record({
    steps: fc.array(wanted, { minLength: 2, maxLength: 4 }),
    optional: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    order: fc.constantFrom(
      'ordered' as const,
      'ordered' as const,
      'strict' as const,
      'any' as const,
    ),
    per: fc.constantFrom('person' as const, 'person' as const, 'session' as const),
    window: fc.constantFrom(1, 3, 8, 60, 500),
    exclusion: fc.option(wanted),
    whole: fc.boolean(),
    from: fc.nat({ max: 4 }),
    length: fc.constantFrom(1, 5, 50, 300),
  })
  .map(({ steps, optional, order, per, window, exclusion, whole, from, length }) => {
    const last = steps.length - 1;
    const checked = steps.map((step, index) => ({
      ...step,
      optional: index > 0 && index < last && optional[index] === true,
    }));
    const before = whole || order === 'any' || checked[1]?.optional === true ? last : 1;
    return {
      steps: checked,
      order,
      per,
      windowMs: window * minute,
      exclusions: exclusion === null ? [] : [{ ...exclusion, after: 0, before }],
      fromMs: day0 + from * minute,
      toMs: day0 + (from + length) * minute,
    };
  })
  .filter(({ order, steps, exclusions }) => {
    const names = [...steps, ...exclusions].map(({ act }) => act);
    return order !== 'any' || new Set(names).size === names.length;
  });

const person = (n: number) => `ann-${n}`;
const browser = (n: number) => `browser-${n}`;
const iso = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '');

/** Rows in the ledgers, and the same as the reference sees them: 0 and 1 become known, 2 only at times. */
async function fill(happenings: readonly Happening[], named: boolean): Promise<readonly DoneRow[]> {
  for (const ledger of ['sessions', 'sales', 'events', 'customers'])
    await store.run(`DELETE FROM ${ledger}`);
  const knownAs = (who: number) => (who < 2 || named ? person(who) : browser(who));
  const rows: DoneRow[] = [];
  const sessions: Record<string, string>[] = [0, 1, ...(named ? [2] : [])].map((who) => ({
    action: 'customer.identified',
    visitor_key: browser(who),
    customer_key: person(who),
    occurred_at: iso(day0 + 4 * minute),
    event_id: `i${who}`,
  }));
  const sales: Record<string, string | number>[] = [];
  const events: Record<string, string>[] = [];
  happenings.forEach(({ act, who, known, path, minute: at }, index) => {
    const name = acts[act] ?? '';
    // later rows have smaller ids
    const id = `e${String(999 - index).padStart(3, '0')}`;
    const atMs = day0 + at * minute;
    const row = { event_id: id, occurred_at: iso(atMs), channel: path };
    if (name === 'order.placed') {
      const key = person(who);
      sales.push({
        ...row,
        entry: 'sale',
        order_id: id,
        customer_key: key,
        orders: 1,
        quantity: 1,
      });
      rows.push({ id, who: key, act: name, atMs });
    } else if (name === 'wish.made') {
      events.push({ ...row, type: name, data: JSON.stringify({ anonymous_id: browser(who) }) });
      rows.push({ id, who: knownAs(who), act: name, atMs });
    } else {
      const key: Record<string, string> = known ? { customer_key: person(who) } : {};
      sessions.push({ ...row, action: name, path, visitor_key: browser(who), ...key });
      rows.push({ id, who: known ? person(who) : knownAs(who), act: name, path, atMs });
    }
  });
  const countries = ['DE', 'FR', 'DE'];
  const customers = countries.map((country, who) => ({ customer_key: person(who), country }));
  await store.insert('customers', customers);
  await store.insert('sessions', sessions);
  await store.insert('sales', sales);
  await store.insert('events', events);
  return rows;
}

/** Where somebody is named on a row, the browser is known for all of its rows. */
const named = (happenings: readonly Happening[]) =>
  happenings.some(({ who, known, act }) => who === 2 && known && act < 3);

function asked({ steps, order, per, windowMs, exclusions }: ReferenceFunnel): Funnel {
  const act = ({ act: name, path }: WantedAct) => ({
    act: name,
    ...(path === undefined
      ? {}
      : { filters: [{ dimension: 'session.path', operator: 'equals' as const, values: [path] }] }),
  });
  return {
    steps: steps.map((step) => ({ ...act(step), ...(step.optional ? { optional: true } : {}) })),
    order,
    per,
    window: { count: windowMs / minute, unit: 'minute' },
    exclusions: exclusions.map((exclusion) => ({
      ...act(exclusion),
      after: exclusion.after + 1,
      before: exclusion.before + 1,
    })),
  } as Funnel;
}

/** When each unit first took each step and when that chain began, in minutes of the day. */
async function unitsOf(funnel: ReferenceFunnel): Promise<readonly string[]> {
  const plan = planFunnel(model, asked(funnel));
  const tables = compileUnits(context, plan, funnel, { keys: true });
  const columns = plan.steps.flatMap((_, index) => [doneAt(index), begunAt(index)]);
  const statement = sql`WITH ${join(tables)} SELECT who, ${join(columns)} FROM units`;
  const rows = await store.query(compile(statement, duckdbDialect));
  const told = (us: unknown) => (us === null ? '-' : String((Number(us) / 1000 - day0) / minute));
  return rows
    .map(([who, ...times]) =>
      [who, ...times.slice(0, 1), ...times.slice(2)]
        .map((value, index) => (index === 0 ? value : told(value)))
        .join(' '),
    )
    .sort();
}

const expected = (funnel: ReferenceFunnel, rows: readonly DoneRow[]) =>
  [...referenceFunnel(funnel, rows)]
    .map(([unit, steps]) =>
      [
        unit.split('/')[0],
        ...steps.flatMap((step, index) => {
          const told = (ms: number | undefined) =>
            ms === undefined ? '-' : String((ms - day0) / minute);
          return index === 0 ? [told(step?.atMs)] : [told(step?.atMs), told(step?.begunMs)];
        }),
      ].join(' '),
    )
    .sort();

test('finds what looking at every chain finds, in all orders, with ties, exclusions and visits', async () => {
  await fc.assert(
    fc.asyncProperty(
      funnels,
      fc.array(happening, { minLength: 1, maxLength: 14 }),
      async (funnel, happenings) => {
        // a browser is known in the span that is read; here all of it, or not at all
        const rows = await fill(happenings, named(happenings));
        const spans =
          funnel.fromMs <= day0 + 4 * minute && funnel.toMs + funnel.windowMs > day0 + 4 * minute;
        fc.pre(spans);
        expect(await unitsOf(funnel)).toEqual(expected(funnel, rows));
      },
    ),
    { numRuns: 150, seed: 7 },
  );
}, 240_000);

test('counts fall from step to step, groups and others add up to the whole, and so does the trend', async () => {
  const calendar = { timeZone: 'Europe/Berlin', weekStart: 'monday', nowMs: day0 } as const;
  await fc.assert(
    fc.asyncProperty(
      funnels,
      fc.array(happening, { minLength: 1, maxLength: 20 }),
      fc.constantFrom({ dimension: 'channel' }, { dimension: 'customer.country' }),
      fc.integer({ min: 1, max: 3 }),
      async (funnel, happenings, dimension, limit) => {
        fc.pre(dimension.dimension !== 'channel' || funnel.steps[0]?.act !== 'wish.made');
        await fill(happenings, named(happenings));
        const plan = planFunnel(model, { ...asked(funnel), breakdown: { ...dimension, limit } });
        const span = { fromMs: funnel.fromMs, toMs: funnel.toMs };
        const range = parseTimeRange(
          { from: new Date(span.fromMs).toISOString(), to: new Date(span.toMs).toISOString() },
          calendar,
        );
        const details = {
          calendar,
          grain: 'day' as const,
          range,
          buckets: bucketsOf(range, 'day', calendar),
          bounds: [minute, 3 * minute],
        };
        const statement = compileFunnel(context, plan, span, day0, details);
        const figures = readFunnel(
          plan,
          await store.query(compile(statement, duckdbDialect)),
          details,
        );
        const people = figures.steps.map((step) => step.people);
        const required = people.filter((_, index) => plan.steps[index]?.optional !== true);
        expect(required).toEqual([...required].sort((a, b) => b - a));
        const all = [...figures.groups, ...(figures.others ? [figures.others] : [])];
        const sums = people.map((_, index) =>
          all.reduce((sum, group) => sum + (group.people[index] ?? 0), 0),
        );
        expect(sums).toEqual(people);
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        expect(sum(figures.trend.map(({ started }) => started))).toBe(people[0]);
        expect(sum(figures.trend.map(({ converted }) => converted))).toBe(people.at(-1));
        expect(sum(figures.times)).toBe(people.at(-1));
      },
    ),
    { numRuns: 60, seed: 11 },
  );
}, 240_000);

test('another tenant’s acts are nowhere in it', async () => {
  const happenings = acts.map((_, act) => ({
    act,
    who: 0,
    known: true,
    path: '/a' as const,
    minute: act,
  }));
  await fill(happenings, false);
  const other = { ...context, tenant: bind('string', 'other') };
  const plan = planFunnel(model, { steps: [{ act: 'page.viewed' }, { act: 'order.placed' }] });
  const tables = compileUnits(other, plan, { fromMs: day0, toMs: day0 + 60 * minute });
  const statement = sql`WITH ${join(tables)} SELECT count(*) FROM units`;
  expect(await store.query(compile(statement, duckdbDialect))).toEqual([[0]]);
});
