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
import type { Funnel } from './funnel.js';
import { begunAt, compileUnits, doneAt } from './funnel-units.js';
import { planFunnel } from './plan-funnel.js';

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
  for (const ledger of ['sessions', 'sales', 'events']) await store.run(`DELETE FROM ${ledger}`);
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
    const row = { event_id: id, occurred_at: iso(atMs) };
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
    { numRuns: 300, seed: 7 },
  );
}, 120_000);
