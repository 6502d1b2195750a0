import { Problem } from '@olympus/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createModel, type Metric, parseCustomMetric } from '../index.js';
import { ask } from '../testing/ask.js';
import { openTestStore, type TestStore } from '../testing/duckdb-store.js';

function declare(...declarations: [string, unknown][]): readonly Metric[] {
  const metrics: Metric[] = [];
  for (const [name, value] of declarations) {
    metrics.push(parseCustomMetric(name, value, createModel(metrics)));
  }
  return metrics;
}

function problemOf(name: string, value: unknown, known: readonly Metric[] = []): Problem {
  try {
    parseCustomMetric(name, value, createModel(known));
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('expected a problem');
}

const teaSales = {
  kind: 'aggregate',
  ledger: 'sales',
  aggregate: 'sum',
  column: 'net',
  filters: [{ dimension: 'product.category', operator: 'equals', values: ['Tea'] }],
  unit: 'currency',
};

describe('declared metrics', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore();
    await store.insert('products', [
      { product_id: 'p1', category: 'Tea' },
      { product_id: 'p2', category: 'Cups' },
    ]);
    const sale = { entry: 'sale', occurred_at: '2026-11-01 10:00:00', quantity: 1 };
    await store.insert('sales', [
      { ...sale, order_id: 'o1', orders: 1, product_id: 'p1', net: 30, gross: 30, channel: 'web' },
      {
        ...sale,
        order_id: 'o2',
        orders: 1,
        product_id: 'p2',
        net: 70.5,
        gross: 80,
        channel: 'store',
      },
      { ...sale, order_id: 'o2', product_id: 'p1', net: 12.25, gross: 12.25, channel: 'store' },
    ]);
  });
  afterAll(() => store.close());

  test('compute aggregates with filters, ratios and arithmetic, exactly', async () => {
    const metrics = declare(
      ['tea_sales', teaSales],
      ['tea_share', { kind: 'ratio', numerator: 'tea_sales', denominator: 'revenue' }],
      [
        'big_lines',
        {
          kind: 'aggregate',
          ledger: 'sales',
          aggregate: 'count',
          filters: [{ column: 'net', operator: 'gte', values: [12.25] }],
        },
      ],
      [
        'commission',
        {
          kind: 'arithmetic',
          expression: {
            operator: '-',
            left: { operator: '*', left: { metric: 'revenue' }, right: { constant: 0.1 } },
            right: { operator: '/', left: { metric: 'tea_sales' }, right: { metric: 'orders' } },
          },
        },
      ],
    );
    const { rows } = await ask(
      store,
      { metrics: ['tea_sales', 'tea_share', 'big_lines', 'commission'] },
      { model: createModel(metrics) },
    );
    expect(rows[0]?.tea_sales).toBe(42.25);
    expect(rows[0]?.tea_share).toBeCloseTo(42.25 / 112.75, 12);
    expect(rows[0]?.big_lines).toBe(3);
    expect(rows[0]?.commission).toBeCloseTo(11.275 - 21.125, 12);
    const commission = metrics.find((metric) => metric.name === 'commission');
    expect(commission?.formula).toBe('(revenue × 0.1) − (tea_sales ÷ orders)');
  });

  test('divide by nothing to an unknown', async () => {
    const metrics = declare([
      'per_session',
      { kind: 'ratio', numerator: 'revenue', denominator: 'sessions' },
    ]);
    const { rows } = await ask(
      store,
      { metrics: ['per_session'] },
      { model: createModel(metrics) },
    );
    expect(rows).toEqual([{ per_session: null }]);
  });
});

describe('a declaration that does not fit', () => {
  test('is refused with the place', () => {
    const cases: [unknown, string, string][] = [
      [{ ...teaSales, ledger: 'sails' }, 'invalid_metric', '/ledger'],
      [{ ...teaSales, column: 'nett' }, 'unknown_column', '/column'],
      [{ ...teaSales, column: 'net); DROP TABLE sales; --' }, 'unknown_column', '/column'],
      [{ ...teaSales, column: 'entry' }, 'column_not_numeric', '/column'],
      [{ ...teaSales, column: undefined }, 'missing_column', '/column'],
      [{ ...teaSales, colour: 'red' }, 'invalid_metric', '/colour'],
      [
        { ...teaSales, filters: [{ column: 'net', operator: 'equals', values: ['x'] }] },
        'wrong_value_type',
        '/filters/0/values',
      ],
      [
        {
          ...teaSales,
          filters: [{ dimension: 'session.device', operator: 'equals', values: ['x'] }],
        },
        'dimension_not_joinable',
        '/filters/0/dimension',
      ],
      [
        { ...teaSales, ledger: 'feedback', column: 'sealed', aggregate: 'count_distinct' },
        'unknown_column',
        '/column',
      ],
      [
        { kind: 'ratio', numerator: 'revenu', denominator: 'orders' },
        'unknown_metric',
        '/numerator',
      ],
      [
        { kind: 'arithmetic', expression: { operator: '^', left: 1, right: 2 } },
        'invalid_expression',
        '/expression/operator',
      ],
      [
        {
          kind: 'arithmetic',
          expression: { operator: '+', left: { metric: 'x' }, right: { constant: 1 } },
        },
        'unknown_metric',
        '/expression/left/metric',
      ],
      [{ kind: 'sql', text: 'SELECT 1' }, 'invalid_metric', '/kind'],
      [null, 'invalid_metric', '/kind'],
    ];
    for (const [value, code, at] of cases) {
      const problem = problemOf('mine', value);
      expect([problem.code, problem.at]).toEqual([code, at]);
    }
  });

  test('may not take a built-in name, a reserved one, or refer to itself', () => {
    expect(problemOf('revenue', teaSales).code).toBe('metric_name_taken');
    for (const name of ['time', 'x_previous', 'x_change', 'Übel', '', 'a"b', 'a'.repeat(64)]) {
      expect(problemOf(name, teaSales).code, name).toBe('invalid_metric_name');
    }
    const known = declare(
      ['one', teaSales],
      ['two', { kind: 'ratio', numerator: 'one', denominator: 'orders' }],
    );
    const cycle = problemOf(
      'one',
      { kind: 'ratio', numerator: 'two', denominator: 'orders' },
      known,
    );
    expect(cycle.code).toBe('metric_cycle');
    expect(cycle.message).toContain('one → two → one');
  });

  test('may not nest without end', () => {
    let expression: unknown = { constant: 1 };
    for (let depth = 0; depth < 30; depth++) {
      expression = { operator: '+', left: expression, right: { constant: 1 } };
    }
    expect(problemOf('deep', { kind: 'arithmetic', expression }).code).toBe('invalid_expression');
  });
});
