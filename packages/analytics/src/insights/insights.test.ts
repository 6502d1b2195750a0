import { createRandom } from '@olympus/core';
import type { MetricQuery } from '@olympus/semantic';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnomalyLabel } from '../engines/anomalies/labels.js';
import type { InsightsAnswer } from '../operations/insights.contract.js';
import { insightHandlers } from '../operations/insights.js';
import { saleLine } from '../testing/sales.js';
import { openTestShop, shop, type TestShop } from '../testing/shop.js';
import type { Candidate } from './insight.js';
import { rankFindings } from './rank.js';

const dayMs = 86_400_000;
const day = (back: number) => new Date(Date.parse('2026-11-20') - back * dayMs).toISOString();

let store: TestShop;
/** What people said of days, by metric. */
const said = new Map<string, readonly AnomalyLabel[]>();
beforeAll(async () => {
  store = await openTestShop('2026-11-20T12:00:00Z', {
    labels: { of: async (_, { metric }) => said.get(metric) ?? [] },
  });
  const random = createRandom(4);
  const products = ['p1', 'p2', 'p3', 'p4'];
  const lines = [...Array(200).keys()].flatMap((back) =>
    [...Array(20).keys()].map((slot) => {
      const channel = slot < 12 ? 'web' : 'app';
      // yesterday the app sold hardly anything, and p4 has not sold for four weeks
      const lost = back === 1 && channel === 'app' ? 0.05 : 1;
      const product = products[slot % (back < 29 ? 3 : 4)] ?? 'p1';
      const net = Math.round(lost * (40 + 20 * random.next()) * 100) / 100;
      return saleLine(day(back), `o${back}-${slot}`, net, { channel, product_id: product });
    }),
  );
  await store.commit('sales', lines);
  await store.commit(
    'products',
    products.map((id) => ({ product_id: id, name: `Cup ${id}`, category: 'Cups' })),
  );
  await store.commit(
    'stock',
    products.map((id) => ({
      occurred_at: day(3),
      product_id: id,
      location_id: 'x',
      on_hand: id === 'p1' ? 8 : 10_000,
    })),
  );
});
afterAll(() => store.close());

async function insights(locale: string, limit = 20): Promise<InsightsAnswer> {
  const handler = insightHandlers(store.analytics)['analytics.insights'];
  const input = { tenant_id: shop, locale, limit };
  // what the handler reads of a call
  return (await handler({ tenant: shop, input } as never)) as InsightsAnswer;
}

describe('insights', () => {
  test('are silent about a day that somebody called expected, whichever metric told it', async () => {
    const yesterday = day(1).slice(0, 10);
    const tellsIt = async () =>
      (await insights('en')).insights.some(
        ({ kind, span }) => kind === 'anomaly' && span.from === yesterday,
      );
    const label: AnomalyLabel = {
      series: null,
      time: yesterday,
      kind: 'outlier',
      direction: 'below',
      deviations: 5,
      verdict: 'expected',
    };
    expect(await tellsIt()).toBe(true);
    said.set('orders', [label]);
    expect(await tellsIt()).toBe(false);
    said.set('orders', [{ ...label, direction: 'above' }]);
    expect(await tellsIt()).toBe(true);
    said.set('orders', [{ ...label, verdict: 'real' }]);
    expect(await tellsIt()).toBe(true);
    said.clear();
  });

  test('tell what was planted, with its cause, and nothing twice', async () => {
    const found = (await insights('en')).insights;
    const texts = found.map(({ sentence }) => sentence.text);
    const kinds = found.map(({ kind }) => kind);
    expect(kinds).toContain('stock_risk');
    expect(kinds).toContain('vanished_member');
    const unusual = found.filter(
      ({ span, kind }) => span.from === '2026-11-19' && kind !== 'stock_risk',
    );
    expect(unusual, texts.join('\n')).toHaveLength(1);
    expect(unusual[0]?.direction).toBe('down');
    expect(unusual[0]?.cause?.text).toMatch(/^app \(Channel\) accounts for/);
    expect(texts.some((text) => text.startsWith('Cup p1 lasts about 1 day: 8 left'))).toBe(true);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test.each(['en', 'de-AT'])(
    'have every number from a cell that its query gives again: %s',
    async (locale) => {
      for (const { sentence, cause, evidence } of (await insights(locale)).insights) {
        for (const part of [...sentence.parts, ...(cause?.parts ?? [])]) {
          if (part.kind !== 'figure') continue;
          expect(part.cells.length).toBeGreaterThan(0);
          for (const cell of part.cells) {
            const [id, row, column] = cell.split('/');
            const proof = evidence.find((one) => one.id === id);
            expect(proof?.rows[Number(row)]?.[column ?? ''], cell).toBeDefined();
          }
          if (part.origin === 'cell') {
            const [id, row, column] = (part.cells[0] ?? '').split('/');
            const proof = evidence.find((one) => one.id === id);
            expect(proof?.rows[Number(row)]?.[column ?? '']).toBe(part.value);
          }
        }
        for (const { query, operation, rows, columns } of evidence) {
          if (query === null || operation !== null) continue;
          const again = await store.analytics.query({
            tenantId: shop,
            query: query as MetricQuery,
          });
          rows.forEach((row, index) => {
            for (const column of columns) {
              const cell = again.rows[index]?.[column];
              const isNumber = typeof row[column] === 'number';
              if (isNumber) expect(Number(cell)).toBeCloseTo(Number(row[column]), 6);
              else expect(cell).toEqual(row[column]);
            }
          });
        }
      }
    },
  );

  test('are kept while nothing changes, and looked for anew once data came in and time went by', async () => {
    const first = await store.analytics.insights({ tenantId: shop, most: 3 });
    expect(await store.analytics.insights({ tenantId: shop, most: 3 })).toBe(first);
    await store.commit('sales', [saleLine(day(0), 'late', 1)]);
    expect(await store.analytics.insights({ tenantId: shop, most: 3 })).toBe(first);
    store.stopwatch.set(11 * 60_000);
    expect(await store.analytics.insights({ tenantId: shop, most: 3 })).not.toBe(first);
  });

  test('are none where nothing is known', async () => {
    const nobody = 'empty' as typeof shop;
    const { findings, tested } = await store.analytics.insights({ tenantId: nobody, most: 5 });
    expect([findings, tested]).toEqual([[], 0]);
  });
});

describe('ranking', () => {
  test('lets hardly any of many quiet mornings say something', () => {
    const random = createRandom(9);
    const candidate = (index: number): Candidate => ({
      kind: 'anomaly',
      subject: `s${index}`,
      metric: 'revenue',
      direction: 'up',
      pValue: random.next(),
      money: 100,
      told: { template: 'day_above', places: {} },
      evidence: [],
      chart: { kind: 'bars', unit: 'currency', bars: [] },
      action: 'explain',
      span: { from: '2026-01-01', to: '2026-01-02' },
      compare: null,
    });
    let loud = 0;
    const mornings = 400;
    for (let morning = 0; morning < mornings; morning++) {
      const some = Array.from({ length: 60 }, (_, index) => candidate(index));
      if (rankFindings(some).length > 0) loud += 1;
    }
    expect(loud / mornings).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / mornings));
  });
});
