import { createRandom, type Grain, grains } from '@olympus/core';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createModel, type MetricQuery, parseCustomMetric } from './index.js';
import { type AskOptions, ask } from './testing/ask.js';
import { openTestStore, type TestCell, type TestStore } from './testing/duckdb-store.js';

/** A small shop with everything that makes joins and calendars hard: repeats, gaps, absent keys. */
const startMs = Date.UTC(2026, 9, 1);
const data = { fromMs: startMs, toMs: Date.UTC(2026, 10, 20) };
const isoOf = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '');

type Row = Record<string, TestCell>;

function makeSales(seed: number, tenant: string): Row[] {
  const random = createRandom(seed);
  const maybe = (text: string) => (random.next() < 0.2 ? null : text);
  return Array.from({ length: 300 }, () => {
    const entry = random.pick(['sale', 'sale', 'sale', 'refund', 'cancellation', 'revision']);
    const sign = entry === 'sale' ? 1 : entry === 'revision' ? 0 : -1;
    const net = (sign * random.integer(10_000)) / 100;
    return {
      tenant_id: tenant,
      occurred_at: isoOf(startMs + random.integer(50 * 24) * 3_600_000 + random.integer(3_600_000)),
      entry,
      order_id: maybe(`o${random.integer(60)}`),
      customer_key: maybe(`c${random.integer(30)}`),
      country: maybe(random.pick(['DE', 'FR', 'IT'])),
      product_id: maybe(`p${random.integer(12)}`),
      location_id: maybe(`l${random.integer(3)}`),
      channel: maybe(random.pick(['web', 'app', 'store'])),
      quantity: sign * random.integer(5),
      gross: net,
      net,
      cost: random.next() < 0.5 ? null : net / 2,
    };
  });
}

function makeSessions(seed: number, tenant: string): Row[] {
  const random = createRandom(seed);
  return Array.from({ length: 200 }, () => ({
    tenant_id: tenant,
    occurred_at: isoOf(startMs + random.integer(50 * 86_400_000)),
    session_id: `s${random.integer(80)}`,
    customer_key: random.next() < 0.6 ? null : `c${random.integer(40)}`,
    product_id: random.next() < 0.4 ? null : `p${random.integer(15)}`,
    channel: random.pick(['web', 'app']),
  }));
}

function makeStock(seed: number, tenant: string): Row[] {
  const random = createRandom(seed);
  return Array.from({ length: 120 }, () => ({
    tenant_id: tenant,
    occurred_at: isoOf(startMs + random.integer(50 * 86_400_000)),
    product_id: `p${random.integer(6)}`,
    location_id: random.next() < 0.2 ? null : `l${random.integer(3)}`,
    on_hand: random.integer(100),
  }));
}

async function fill(store: TestStore, tenant: string, seed: number): Promise<void> {
  await store.insert('sales', makeSales(seed, tenant));
  await store.insert('sessions', makeSessions(seed + 1, tenant));
  await store.insert('stock', makeStock(seed + 2, tenant));
  const random = createRandom(seed + 3);
  const some = (count: number, row: (index: number) => Row) =>
    Array.from({ length: count }, (_, index) => ({ tenant_id: tenant, ...row(index) }));
  // keys without a record, and records without facts, are part of the picture
  await store.insert(
    'products',
    some(14, (index) => ({
      product_id: `p${index + 2}`,
      name: `Product ${index}`,
      category: random.next() < 0.2 ? null : `cat${index % 3}`,
      brand: `brand${index % 2}`,
    })),
  );
  await store.insert(
    'customers',
    some(25, (index) => ({
      customer_key: `c${index + 8}`,
      country: random.pick(['DE', 'ES']),
      segment: index % 4 === 0 ? null : `seg${index % 3}`,
      birth_year: 1950 + index * 2,
    })),
  );
  await store.insert(
    'locations',
    some(2, (index) => ({ location_id: `l${index}`, name: `Shop ${index}`, city: 'Ulm' })),
  );
}

const salesDimensions = [
  'product.id',
  'product.category',
  'product.brand',
  'location.name',
  'customer.key',
  'customer.country',
  'customer.segment',
  'customer.birth_decade',
  'channel',
];
const additive = ['revenue', 'gross_sales', 'refunds', 'units', 'cost', 'cancelled_amount'];

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
  await fill(store, 'shop', 11);
});
afterAll(() => store.close());

const total = (rows: readonly Record<string, unknown>[], name: string) =>
  Math.round(rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0) * 1e4) / 1e4;

const settings = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
  weekStart: fc.constantFrom('monday' as const, 'sunday' as const, 'saturday' as const),
});

describe('no join inflates a measure', () => {
  test('the parts of every dimension add up to the whole', async () => {
    const whole = (await ask(store, { metrics: additive })).rows[0] ?? {};
    for (const dimension of salesDimensions) {
      const { rows } = await ask(store, { metrics: additive, dimensions: [dimension] });
      expect(rows.length, dimension).toBeGreaterThan(1);
      for (const metric of additive) {
        expect(total(rows, metric), `${metric} by ${dimension}`).toBe(whole[metric]);
      }
    }
  });

  test('metrics of several ledgers are the same together as each alone', async () => {
    const metrics = ['revenue', 'orders', 'sessions', 'new_customers', 'conversion_rate'];
    const dimensions = fc.subarray(['product.category', 'customer.country', 'channel'], {
      minLength: 0,
    });
    await fc.assert(
      fc.asyncProperty(
        dimensions,
        fc.option(fc.constantFrom(...grains.slice(1))),
        async (by, grain) => {
          const shape = { dimensions: by, ...(grain === null ? {} : { grain }) };
          const keyOf = (row: Record<string, unknown>) =>
            JSON.stringify([row.time, ...by.map((name) => row[name])]);
          const together = await ask(store, { metrics, ...shape }, { data });
          for (const metric of metrics) {
            const alone = await ask(store, { metrics: [metric], ...shape }, { data });
            const values = new Map(together.rows.map((row) => [keyOf(row), row[metric]]));
            for (const row of alone.rows) expect(values.get(keyOf(row))).toBe(row[metric]);
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('look-ups', () => {
  test('give the same whether each row is looked up or each key', async () => {
    const metrics = ['revenue', 'units', 'gross_margin', 'refund_rate'];
    const pick = fc.subarray(
      ['product.category', 'product.brand', 'location.city', 'channel', 'product.id'],
      { minLength: 1 },
    );
    const filter = fc.constantFrom<NonNullable<MetricQuery['filters']>[number] | undefined>(
      undefined,
      { dimension: 'product.category', operator: 'not_equals', values: ['cat1'] },
      { dimension: 'product.category', operator: 'equals', values: [null, 'cat0'] },
      { dimension: 'location.name', operator: 'equals', values: ['Shop 1'] },
      { dimension: 'channel', operator: 'equals', values: ['web'] },
    );
    const grain = fc.constantFrom(undefined, 'day' as const, 'month' as const);
    const mean = { kind: 'aggregate', ledger: 'sales', aggregate: 'average', column: 'net' };
    const declared = parseCustomMetric('mean_line', { ...mean, unit: 'currency' }, createModel());
    const model = createModel([declared]);
    const time = { from: '2026-10-20', to: '2026-11-10' };
    const joinsFolded = /GROUP BY [0-9, ]+\) AS f LEFT JOIN/;
    let folded = 0;
    await fc.assert(
      fc.asyncProperty(pick, filter, grain, fc.boolean(), async (by, where, each, compare) => {
        const shape = {
          dimensions: by,
          time,
          ...(where === undefined ? {} : { filters: [where] }),
          ...(each === undefined ? {} : { grain: each }),
          ...(compare ? { compare: 'previous_period' as const } : {}),
        };
        const byKey = await ask(store, { metrics, ...shape }, { data });
        // an average does not fold again, so with it every row is looked up
        const byRow = await ask(
          store,
          { metrics: [...metrics, 'mean_line'], ...shape },
          { data, model },
        );
        const named = (rows: readonly Record<string, unknown>[]) =>
          rows.map((row) => Object.entries(row).filter(([name]) => !name.startsWith('mean_line')));
        expect(named(byKey.rows)).toEqual(named(byRow.rows));
        if (joinsFolded.test(byKey.sql)) folded++;
        expect(byRow.sql).not.toMatch(joinsFolded);
      }),
      { numRuns: 40 },
    );
    expect(folded).toBeGreaterThan(10);
  });
});

describe('orders', () => {
  test('are the same whether counted on their one line or as different ids', async () => {
    const orders = await openTestStore();
    const random = createRandom(5);
    const rows = Array.from({ length: 50 }, (_, order) => {
      const shared = {
        occurred_at: isoOf(startMs + random.integer(50 * 86_400_000)),
        entry: 'sale',
        order_id: `o${order}`,
        customer_key: random.next() < 0.3 ? null : `c${random.integer(9)}`,
        channel: random.pick(['web', 'store']),
      };
      return Array.from({ length: 1 + random.integer(4) }, (_, index) => ({
        ...shared,
        product_id: `p${random.integer(5)}`,
        quantity: 1,
        orders: index === 0 ? 1 : 0,
      }));
    }).flat();
    await orders.insert('sales', rows);
    const metrics = ['orders', 'online_orders', 'orders_with_customer'];
    const counted = await ask(orders, { metrics, dimensions: ['channel'] });
    expect(counted.sql).not.toContain('DISTINCT');
    // a filter on products that all rows meet makes the planner count different ids
    const distinct = await ask(orders, {
      metrics,
      dimensions: ['channel'],
      filters: [{ dimension: 'product.id', operator: 'not_equals', values: ['none'] }],
    });
    expect(distinct.sql).toContain('DISTINCT');
    expect(distinct.rows).toEqual(counted.rows);
    expect(total(counted.rows, 'orders')).toBe(50);
    const byProduct = await ask(orders, { metrics: ['orders'], dimensions: ['product.id'] });
    const holding = (product: string) =>
      new Set(rows.filter((row) => row.product_id === product).map((row) => row.order_id)).size;
    for (const row of byProduct.rows) expect(row.orders).toBe(holding(String(row['product.id'])));
    orders.close();
  });
});

describe('time', () => {
  test('buckets of any grain, zone and week add up to the range', async () => {
    const range = { from: '2026-10-05', to: '2026-11-10' };
    await fc.assert(
      fc.asyncProperty(settings, fc.constantFrom(...grains), async (calendar, grain) => {
        const options = { calendar, data };
        const metrics = [...additive, 'new_customers'];
        const whole = (await ask(store, { metrics, time: range }, options)).rows[0] ?? {};
        const { rows } = await ask(store, { metrics, time: range, grain }, options);
        for (const metric of metrics) {
          expect(total(rows, metric), `${metric} by ${grain}`).toBe(whole[metric]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('every row falls into the bucket that a calendar says', async () => {
    const sales = makeSales(11, 'shop');
    const labelOf = (text: TestCell, timeZone: string, grain: Grain) => {
      const local = Temporal.Instant.from(`${String(text).replace(' ', 'T')}Z`)
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime();
      if (grain === 'hour') return `${local.toString().slice(0, 13)}:00`;
      const date = local.toPlainDate();
      if (grain === 'week') return date.subtract({ days: date.dayOfWeek - 1 }).toString();
      if (grain === 'day') return date.toString();
      if (grain === 'month') return date.with({ day: 1 }).toString();
      if (grain === 'year') return date.with({ month: 1, day: 1 }).toString();
      return date.with({ month: date.month - ((date.month - 1) % 3), day: 1 }).toString();
    };
    for (const timeZone of ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu']) {
      for (const grain of grains) {
        const expected = new Map<string, number>();
        for (const row of sales) {
          const label = labelOf(row.occurred_at ?? null, timeZone, grain);
          expected.set(label, (expected.get(label) ?? 0) + Number(row.net));
        }
        const { rows } = await ask(
          store,
          { metrics: ['revenue'], grain },
          { calendar: { timeZone }, data },
        );
        for (const row of rows) {
          expect(row.revenue, `${timeZone} ${row.time}`).toBeCloseTo(
            expected.get(String(row.time)) ?? 0,
            6,
          );
        }
        expect(total(rows, 'revenue')).toBeCloseTo(total(sales, 'net'), 6);
      }
    }
  });

  test('a comparison is what the earlier range gives when asked alone', async () => {
    const metrics = ['revenue', 'customers', 'new_customers', 'sessions', 'stock_on_hand'];
    const pairs = [
      [{ from: '2026-10-20', to: '2026-10-27' }, 'previous_period', ['2026-10-13', '2026-10-20']],
      [{ from: '2026-11-02', to: '2026-11-09' }, { from: '2026-10-05', to: '2026-10-12' }, null],
      [{ from: '2026-11-02', to: '2026-11-09' }, { from: '2026-11-01', to: '2026-11-08' }, null],
    ] as const;
    const options: AskOptions = { calendar: { timeZone: 'Europe/Berlin' }, data };
    for (const [time, compare, computed] of pairs) {
      const [from, to] = computed ?? [
        (compare as { from: string }).from,
        (compare as { to: string }).to,
      ];
      const before = { from, to };
      const both = await ask(store, { metrics, time, compare }, options);
      const now = await ask(store, { metrics, time }, options);
      const then = await ask(store, { metrics, time: before }, options);
      for (const metric of metrics) {
        expect(both.rows[0]?.[metric]).toBe(now.rows[0]?.[metric]);
        expect(both.rows[0]?.[`${metric}_previous`]).toBe(then.rows[0]?.[metric]);
      }
      const series = await ask(store, { metrics, time, compare, grain: 'day' }, options);
      const earlier = await ask(store, { metrics, time: before, grain: 'day' }, options);
      series.rows.forEach((row, index) => {
        for (const metric of metrics) {
          expect(row[`${metric}_previous`]).toBe(earlier.rows[index]?.[metric]);
        }
      });
      const split = await ask(
        store,
        { metrics: ['revenue'], dimensions: ['channel'], time, compare },
        options,
      );
      expect(total(split.rows, 'revenue_previous')).toBe(then.rows[0]?.revenue);
    }
  });
});

describe('customers and stock', () => {
  test('a customer is new once, when first seen, whatever the range', async () => {
    const firsts = new Map<string, string>();
    for (const row of makeSales(11, 'shop')) {
      const { customer_key: key, occurred_at: at, entry } = row;
      if (typeof key !== 'string' || typeof at !== 'string' || entry !== 'sale') continue;
      const known = firsts.get(key);
      if (known === undefined || at < known) firsts.set(key, at);
    }
    const time = { from: '2026-10-08', to: '2026-10-29' };
    const expected = [...firsts.values()].filter((at) => at >= time.from && at < time.to).length;
    const { rows } = await ask(store, { metrics: ['new_customers'], time });
    expect(rows[0]?.new_customers).toBe(expected);
    expect(expected).toBeGreaterThan(0);
    const filtered = await ask(store, {
      metrics: ['new_customers'],
      time,
      filters: [{ dimension: 'channel', operator: 'equals', values: ['web'] }],
    });
    const split = await ask(store, { metrics: ['new_customers'], dimensions: ['channel'], time });
    const web = split.rows.find((row) => row.channel === 'web');
    expect(filtered.rows[0]?.new_customers).toBe(web?.new_customers);
  });

  test('stock is the last level of each product and place at the end of each bucket', async () => {
    const levels = makeStock(13, 'shop');
    const levelAt = (endMs: number) => {
      const last = new Map<string, { at: string; level: number }>();
      for (const row of levels) {
        const at = String(row.occurred_at);
        if (Date.parse(`${at.replace(' ', 'T')}Z`) >= endMs) continue;
        const key = `${row.product_id} ${row.location_id}`;
        const known = last.get(key);
        if (known === undefined || at > known.at) last.set(key, { at, level: Number(row.on_hand) });
      }
      return [...last.values()].reduce((sum, entry) => sum + entry.level, 0);
    };
    const time = { from: '2026-10-10', to: '2026-11-10' };
    const { rows } = await ask(store, { metrics: ['stock_on_hand'], time, grain: 'day' }, { data });
    expect(rows).toHaveLength(31);
    rows.forEach((row, index) => {
      expect(row.stock_on_hand).toBe(levelAt(Date.UTC(2026, 9, 11 + index)));
    });
    const whole = await ask(store, { metrics: ['stock_on_hand'], time });
    expect(whole.rows[0]?.stock_on_hand).toBe(rows.at(-1)?.stock_on_hand);
    const split = await ask(store, {
      metrics: ['stock_on_hand'],
      dimensions: ['product.category'],
      time,
    });
    expect(total(split.rows, 'stock_on_hand')).toBe(whole.rows[0]?.stock_on_hand);
  });
});

describe('the order of rows', () => {
  test('is the engine’s, also where rows are ordered after filling', async () => {
    const texts = await openTestStore();
    const channels = ['b', 'a', 'Z', 'é', '😀', '\uffee', 'aa', null];
    await texts.insert(
      'sales',
      channels.map((channel) => ({
        occurred_at: '2026-11-01 10:00:00',
        entry: 'sale',
        channel,
        net: 1,
      })),
    );
    const dimensions = ['channel'];
    const order = [{ by: 'channel', direction: 'asc' as const }];
    const plain = await ask(texts, { metrics: ['revenue'], dimensions, order });
    const series = await ask(texts, {
      metrics: ['revenue'],
      dimensions,
      order,
      grain: 'day',
      time: { from: '2026-11-01', to: '2026-11-02' },
    });
    const names = (rows: readonly Record<string, unknown>[]) => rows.map((row) => row.channel);
    expect(names(series.rows)).toEqual(names(plain.rows));
    expect(names(plain.rows)).toEqual(['Z', 'a', 'aa', 'b', 'é', '\uffee', '😀', null]);
    const top = await ask(texts, { metrics: ['revenue'], dimensions, limit: 3 });
    expect(names(top.rows)).toEqual(['Z', 'a', 'aa']);
    expect(top.truncated).toBe(true);
    texts.close();
  });
});

describe('tenants and filters', () => {
  test('another tenant’s rows change no answer', async () => {
    const metrics = ['revenue', 'orders', 'new_customers', 'sessions', 'stock_on_hand'];
    const questions = [
      { metrics },
      { metrics, grain: 'week' as const },
      { metrics: ['revenue'], dimensions: ['product.name', 'customer.country'] },
      { metrics: ['new_customers'], dimensions: ['location.name'] },
      { metrics: ['stock_on_hand'], dimensions: ['product.brand'], grain: 'month' as const },
    ];
    const answers = () =>
      Promise.all(questions.map((query) => ask(store, query, { data }).then(({ rows }) => rows)));
    const before = await answers();
    await fill(store, 'rival', 99);
    expect(await answers()).toEqual(before);
    const rival = await ask(store, { tenant_id: 'rival', metrics });
    expect(rival.rows[0]?.revenue).not.toBe(before[0]?.[0]?.revenue);
    const nobody = await ask(store, { tenant_id: 'nobody', metrics: ['revenue', 'refund_rate'] });
    expect(nobody.rows).toEqual([{ revenue: 0, refund_rate: null }]);
  });

  test('a hostile filter finds what bears its text, and nothing else', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        "' OR 1=1 --",
        "'; DROP TABLE sales; --",
        "x') UNION ALL SELECT net FROM sales --",
        '%',
        '$1',
        '\u0000',
        '"',
      ),
    );
    const operator = fc.constantFrom('equals', 'contains', 'gt', 'lte', 'not_equals');
    await fc.assert(
      fc.asyncProperty(texts, operator, async (text, kind) => {
        const { rows } = await ask(store, {
          metrics: ['revenue', 'orders'],
          dimensions: ['channel', 'product.name'],
          filters: [
            { dimension: 'channel', operator: kind, values: [text] },
            { dimension: 'product.category', operator: 'not_equals', values: [text, null] },
          ],
        });
        for (const row of rows) {
          const channel = row.channel === null ? null : String(row.channel);
          if (kind === 'equals') expect(channel).toBe(text);
          if (kind === 'contains') expect(channel).toContain(text.toLowerCase());
          if (kind === 'not_equals') expect(channel).not.toBe(text);
          expect([null, 'web', 'app', 'store']).toContain(channel);
        }
      }),
      { numRuns: 40 },
    );
    const { rows } = await ask(store, { metrics: ['gross_sales'] });
    expect(Number(rows[0]?.gross_sales)).toBeGreaterThan(0);
  });

  test('absent values are found by null and kept by not_equals', async () => {
    const by = async (operator: 'equals' | 'not_equals', values: (string | null)[]) => {
      const { rows } = await ask(store, {
        metrics: ['units'],
        dimensions: ['channel'],
        filters: [{ dimension: 'channel', operator, values }],
      });
      return rows.map((row) => row.channel).sort();
    };
    expect(await by('equals', [null])).toEqual([null]);
    expect(await by('equals', [null, 'web'])).toEqual([null, 'web'].sort());
    expect(await by('not_equals', ['web'])).toEqual(['app', 'store', null].sort());
    expect(await by('not_equals', ['web', null])).toEqual(['app', 'store']);
    expect(await by('not_equals', [null])).toEqual(['app', 'store', 'web']);
  });
});
