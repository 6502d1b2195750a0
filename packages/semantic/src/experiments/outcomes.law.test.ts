import { createRandom } from '@olympus/core';
import { bind, compile, duckdbDialect } from '@olympus/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createModel } from '../model/model.js';
import { anyTime } from '../testing/any-time.js';
import { openTestStore, type TestStore } from '../testing/duckdb-store.js';
import {
  type ArmSums,
  addArms,
  compileOutcomes,
  metricSums,
  planOutcomes,
  readOutcomes,
  type UnitTrait,
} from './index.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const fromMs = Date.UTC(2026, 9, 20);
const toMs = Date.UTC(2026, 10, 10, 6);
const exposedToMs = Date.UTC(2026, 10, 3);
const windowMs = 5 * dayMs;
const lookbackMs = 14 * dayMs;
const model = createModel();
const iso = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '');

interface Deed {
  readonly who: string;
  readonly ms: number;
  readonly net: number;
  readonly orders: number;
}
interface Exposure {
  readonly who: string;
  readonly ms: number;
  readonly arm: string;
}
interface World {
  readonly deeds: Deed[];
  readonly exposures: Exposure[];
  readonly devices: { who: string; ms: number; device: string }[];
}

/** Exposures, orders, refunds and sign-ins of one tenant, and what a plain model knows of them. */
async function makeWorld(store: TestStore, tenant: string, seed: number): Promise<World> {
  const random = createRandom(seed);
  const owner = new Map<string, string>();
  for (let n = 0; n < 12; n++) owner.set(`b${n}`, `c${random.integer(25)}`);
  const person = (key: string) => owner.get(key) ?? key;
  const at = () => fromMs - 20 * dayMs + random.integer(45 * 24) * hourMs;
  const sales: Record<string, string | number>[] = [];
  const deeds: Deed[] = [];
  for (let n = 0; n < 260; n++) {
    const who = `c${random.integer(25)}`;
    const ms = at();
    const refund = random.integer(6) === 0;
    for (let line = 0; line < 1 + random.integer(3); line++) {
      const net = (random.integer(20_000) / 100) * (refund ? -1 : 1);
      const orders = !refund && line === 0 ? 1 : 0;
      sales.push({
        tenant_id: tenant,
        occurred_at: iso(ms),
        entry: refund ? 'refund' : 'sale',
        order_id: `o${n}`,
        document_hash: n,
        customer_key: who,
        quantity: 1,
        gross: net,
        net,
        orders,
      });
      deeds.push({ who, ms, net, orders });
    }
  }
  const exposures: Exposure[] = [];
  const rows: Record<string, string | number>[] = [];
  const armOf = (who: string) => (who.charCodeAt(who.length - 1) % 3 === 0 ? 'b' : 'a');
  for (let n = 0; n < 200; n++) {
    const key = random.integer(2) === 0 ? `c${random.integer(25)}` : `b${random.integer(40)}`;
    const ms = at();
    const who = person(key);
    const arm = random.integer(5) === 0 ? 'b' : armOf(who);
    rows.push({
      tenant_id: tenant,
      occurred_at: iso(ms),
      experiment_id: 'x',
      variant: arm,
      visitor_key: key,
    });
    exposures.push({ who, ms, arm });
  }
  const sessions: Record<string, string | number>[] = [];
  const devices: World['devices'] = [];
  for (const [browser, customer] of owner) {
    sessions.push({
      tenant_id: tenant,
      occurred_at: iso(Math.min(at(), toMs - 1)),
      action: 'customer.identified',
      visitor_key: browser,
      customer_key: customer,
    });
  }
  for (let n = 0; n < 150; n++) {
    const key = `b${random.integer(40)}`;
    const ms = at() + n;
    const device = random.pick(['desktop', 'mobile']);
    sessions.push({
      tenant_id: tenant,
      occurred_at: iso(ms),
      action: 'page.viewed',
      visitor_key: key,
      device,
    });
    devices.push({ who: person(key), ms, device });
  }
  await store.insert('sales', sales);
  await store.insert('exposures', rows);
  await store.insert('exposures', [
    {
      tenant_id: tenant,
      occurred_at: iso(fromMs + dayMs),
      experiment_id: 'other',
      variant: 'a',
      visitor_key: 'c1',
    },
  ]);
  await store.insert('sessions', sessions);
  return { deeds, exposures, devices };
}

/** The same sums, person by person. */
function plainly(world: World, asOfMs: number) {
  const first = new Map<string, { ms: number; arms: Set<string> }>();
  for (const { who, ms, arm } of world.exposures) {
    if (ms < fromMs || ms >= exposedToMs) continue;
    const known = first.get(who);
    if (known === undefined) first.set(who, { ms, arms: new Set([arm]) });
    else {
      known.arms.add(arm);
      first.set(who, { ms: Math.min(known.ms, ms), arms: known.arms });
    }
  }
  const units = [...first].filter(([, { arms, ms }]) => arms.size === 1 && ms < asOfMs);
  return {
    mixed: [...first.values()].filter(({ arms }) => arms.size > 1).length,
    units: units.map(([who, { ms, arms }]) => {
      const own = world.deeds.filter((deed) => deed.who === who);
      const after = own.filter(
        (deed) => deed.ms >= ms && deed.ms < ms + windowMs && deed.ms < Math.min(asOfMs, toMs),
      );
      const before = own.filter((deed) => deed.ms < ms && deed.ms >= ms - lookbackMs);
      const total = (deeds: readonly Deed[], of: 'net' | 'orders') =>
        deeds.reduce((sum, deed) => sum + deed[of], 0);
      const device = world.devices
        .filter((one) => one.who === who && one.ms <= ms + 60_000 && one.ms >= fromMs - 30 * dayMs)
        .sort((one, two) => one.ms - two.ms)
        .at(-1)?.device;
      const returning = own.some((deed) => deed.orders === 1 && deed.ms < ms);
      return {
        arm: [...arms][0] ?? '',
        net: total(after, 'net'),
        orders: total(after, 'orders'),
        pastNet: total(before, 'net'),
        pastOrders: total(before, 'orders'),
        device: device ?? '',
        returning: returning ? 'returning' : 'new',
      };
    }),
  };
}
type PlainUnit = ReturnType<typeof plainly>['units'][number];

const metrics = [
  { metric: 'revenue', kind: 'mean' },
  { metric: 'orders', kind: 'share' },
  { metric: 'orders', kind: 'mean' },
  { metric: 'average_order_value', kind: 'ratio' },
] as const;

function expected(units: readonly PlainUnit[]) {
  const sum = (of: (unit: PlainUnit) => number) =>
    units.reduce((total, unit) => total + of(unit), 0);
  const one = (x: (unit: PlainUnit) => number, z: (unit: PlainUnit) => number) => ({
    sum: sum(x),
    squares: sum((unit) => x(unit) ** 2),
    pastSum: sum(z),
    pastSquares: sum((unit) => z(unit) ** 2),
    cross: sum((unit) => x(unit) * z(unit)),
  });
  const net = one(
    ({ net: value }) => value,
    ({ pastNet }) => pastNet,
  );
  const orders = one(
    (unit) => unit.orders,
    (unit) => unit.pastOrders,
  );
  const any = one(
    (unit) => Number(unit.orders > 0),
    (unit) => Number(unit.pastOrders > 0),
  );
  const pair = {
    products: sum((unit) => unit.net * unit.orders),
    pastProducts: sum((unit) => unit.pastNet * unit.pastOrders),
    numeratorPast: sum((unit) => unit.net * unit.pastOrders),
    denominatorPast: sum((unit) => unit.orders * unit.pastNet),
  };
  return [
    { numerator: net, denominator: undefined, pair: undefined },
    { numerator: any, denominator: undefined, pair: undefined },
    { numerator: orders, denominator: undefined, pair: undefined },
    { numerator: net, denominator: orders, pair },
  ];
}

/** Equal up to the last digits of sums of doubles. */
function close(found: unknown, wanted: unknown): void {
  if (typeof wanted === 'number') expect(found).toBeCloseTo(wanted, 4);
  else if (Array.isArray(wanted)) {
    for (const [index, one] of wanted.entries()) close((found as unknown[])[index], one);
  } else if (typeof wanted === 'object' && wanted !== null) {
    for (const [key, one] of Object.entries(wanted)) {
      close((found as Record<string, unknown>)[key], one);
    }
  } else expect(found).toEqual(wanted);
}

const seeds = [1, 2, 3, 4, 5];
const worlds = new Map<number, World>();
let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  for (const seed of seeds) worlds.set(seed, await makeWorld(store, `shop${seed}`, seed));
});
afterAll(() => store.close());

async function run(seed: number, trait?: UnitTrait) {
  const plan = planOutcomes(model, metrics, {
    source: { kind: 'exposures', experiment: 'x', arms: ['a', 'b'] },
    windowMs,
    lookbackMs,
    fromMs,
    exposedToMs,
    toMs,
    calendar: { timeZone: 'Europe/Berlin', weekStart: 'monday', nowMs: toMs },
  });
  const context = {
    dialect: duckdbDialect,
    model,
    tenant: bind('string', `shop${seed}`),
    local: anyTime,
  };
  const rows = await store.query(compile(compileOutcomes(context, plan, trait), duckdbDialect));
  return { plan, outcomes: readOutcomes(plan, rows) };
}

describe.each(seeds)('outcomes of units, stream %d', (seed) => {
  const world = () => {
    const found = worlds.get(seed);
    if (found === undefined) throw new Error('no such stream');
    return found;
  };

  test('are the sums that a plain model counts, at the end of every day', async () => {
    const { plan, outcomes } = await run(seed);
    expect(outcomes.arms).toEqual(['a', 'b']);
    expect(outcomes.mixed).toBe(plainly(world(), toMs).mixed);
    expect(outcomes.mixed).toBeGreaterThan(0);
    const standing = new Map<string, ArmSums>();
    for (const { step, wholeToMs } of plan.steps.steps) {
      for (const arm of ['a', 'b']) {
        const added = outcomes.at(arm, String(step));
        if (added !== undefined) standing.set(arm, addArms(standing.get(arm), added));
        const units = plainly(world(), wholeToMs).units.filter((unit) => unit.arm === arm);
        const sums = standing.get(arm);
        expect(sums?.units ?? 0).toBe(units.length);
        if (sums !== undefined) close(metricSums(plan, sums), expected(units));
      }
    }
    expect(standing.get('a')?.units).toBeGreaterThan(5);
  });

  test.each(['returning', 'device'] as const)('told apart by %s', async (trait) => {
    const { plan, outcomes } = await run(seed, trait);
    const { units } = plainly(world(), toMs);
    expect(outcomes.places).toEqual([...new Set(units.map((unit) => unit[trait]))].sort());
    for (const arm of ['a', 'b']) {
      for (const place of outcomes.places) {
        const own = units.filter((unit) => unit.arm === arm && unit[trait] === place);
        const sums = outcomes.at(arm, place);
        expect(sums?.units ?? 0).toBe(own.length);
        if (sums !== undefined) close(metricSums(plan, sums), expected(own));
      }
    }
  });

  test('count how often each arm was shown', async () => {
    const { outcomes } = await run(seed);
    const shown = world().exposures.filter(({ ms }) => ms >= fromMs && ms < exposedToMs);
    for (const arm of ['a', 'b']) {
      expect(outcomes.shown.get(arm)).toBe(shown.filter((one) => one.arm === arm).length);
    }
  });
});

test.each([
  ['sessions', 'mean', 'metric_not_per_unit'],
  ['stock_units', 'mean', 'unknown_metric'],
  ['revenue', 'ratio', 'metric_not_per_unit'],
  ['average_order_value', 'mean', 'metric_not_per_unit'],
] as const)('refuses %s as %s', (metric, kind, code) => {
  expect(() =>
    planOutcomes(model, [{ metric, kind }], {
      source: { kind: 'visits' },
      windowMs,
      lookbackMs,
      fromMs,
      exposedToMs,
      toMs,
      calendar: { timeZone: 'UTC', weekStart: 'monday', nowMs: toMs },
    }),
  ).toThrow(expect.objectContaining({ code, at: '/metrics/0/metric' }));
});
