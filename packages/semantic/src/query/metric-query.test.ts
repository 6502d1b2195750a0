import { Problem, tenantId } from '@olympus/core';
import { describe, expect, test } from 'vitest';
import { createModel, parseMetricQuery, planQuery, queryLimits } from '../index.js';

const context = {
  tenantId: tenantId('shop'),
  model: createModel(),
  calendar: {
    timeZone: 'Europe/Berlin',
    weekStart: 'monday' as const,
    nowMs: Date.parse('2026-11-20T12:00:00Z'),
  },
};

/** The problem that a query meets on its way to a plan. */
function problemOf(query: Record<string, unknown>): Problem {
  try {
    planQuery(parseMetricQuery({ tenant_id: 'shop', metrics: ['revenue'], ...query }), context);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('expected a problem');
}

describe('the shape of a query', () => {
  test('is told with the place, the fault and what to do', () => {
    const cases: [Record<string, unknown>, string, string, string][] = [
      [{ metric: ['revenue'] }, '/metric', 'There is no field "metric" here', '"metrics"'],
      [{ grain: 'dy' }, '/grain', '"dy" is not possible for "grain"', 'Did you mean "day"'],
      [{ metrics: [] }, '/metrics', 'must not have fewer than 1 items', '/docs'],
      [{ limit: 0 }, '/limit', 'must be >= 1', '/docs'],
      [{ time: { from: '2026-01-01' } }, '/time/to', '"to" is missing', '/docs'],
      [{ time: { timeframe: 'lastmonth' } }, '/time/timeframe', 'is not possible', '"last_month"'],
      [{ compare: 'previous' }, '/compare', 'is not possible', '"previous_period"'],
      [{ filters: [{ dimension: 'channel' }] }, '/filters/0/operator', 'is missing', '/docs'],
    ];
    for (const [query, at, message, remedy] of cases) {
      const problem = problemOf(query);
      expect(problem.code).toBe('invalid_query');
      expect(problem.at).toBe(at);
      expect(problem.message).toContain(message);
      expect(problem.remedy).toContain(remedy);
    }
    expect(() => parseMetricQuery(JSON.parse('{"__proto__":{"a":1}}'))).toThrow(Problem);
    expect(() => parseMetricQuery(null)).toThrow(Problem);
  });

  test('is bounded', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
    const filter = { dimension: 'channel', operator: 'equals' };
    expect(problemOf({ metrics: many(queryLimits.metrics + 1) }).at).toBe('/metrics');
    expect(problemOf({ dimensions: many(queryLimits.dimensions + 1) }).at).toBe('/dimensions');
    expect(problemOf({ limit: queryLimits.rows + 1 }).at).toBe('/limit');
    expect(problemOf({ filters: [{ ...filter, values: many(1_001) }] }).at).toBe(
      '/filters/0/values',
    );
    const buckets = problemOf({
      grain: 'hour',
      time: { from: '1950-01-01', to: '2026-01-01' },
    });
    expect(buckets.code).toBe('too_many_buckets');
  });
});

describe('the names of a query', () => {
  test('are looked up, with near ones for those that are unknown', () => {
    const metric = problemOf({ metrics: ['revenue', 'revenu'] });
    expect([metric.code, metric.at]).toEqual(['unknown_metric', '/metrics/1']);
    expect(metric.remedy).toContain('"revenue"');
    const dimension = problemOf({ dimensions: ['category'] });
    expect([dimension.code, dimension.at]).toEqual(['unknown_dimension', '/dimensions/0']);
    expect(dimension.remedy).toContain('"product.category"');
    const order = problemOf({ order: [{ by: 'orders' }] });
    expect([order.code, order.at]).toEqual(['unknown_order', '/order/0/by']);
    expect(problemOf({ metrics: ['orders', 'orders'] }).at).toBe('/metrics/1');
    expect(problemOf({ metrics: ['constructor'] }).code).toBe('unknown_metric');
  });

  test('say which metric cannot be split or filtered by which dimension', () => {
    const split = problemOf({ metrics: ['revenue', 'sessions'], dimensions: ['location.name'] });
    expect([split.code, split.at]).toEqual(['dimension_not_joinable', '/dimensions/0']);
    expect(split.message).toContain('"sessions"');
    expect(split.message).toContain('"location.name"');
    expect(split.remedy).toContain('channel');
    const filtered = problemOf({
      metrics: ['stock_on_hand'],
      filters: [{ dimension: 'channel', operator: 'equals', values: ['web'] }],
    });
    expect([filtered.code, filtered.at]).toEqual([
      'dimension_not_joinable',
      '/filters/0/dimension',
    ]);
  });

  test('refuse values of another type and operators that do not apply', () => {
    const filter = (dimension: string, operator: string, values: unknown[]) =>
      problemOf({ filters: [{ dimension, operator, values }] });
    expect(filter('channel', 'equals', ['web', 3]).at).toBe('/filters/0/values/1');
    expect(filter('customer.birth_decade', 'equals', ['1980']).code).toBe('wrong_value_type');
    expect(filter('customer.birth_decade', 'contains', [1980]).at).toBe('/filters/0/operator');
    expect(filter('channel', 'gt', ['a', 'b']).code).toBe('too_many_values');
    expect(filter('channel', 'lt', [null]).code).toBe('value_not_applicable');
  });

  test('refuse to compare all time with anything', () => {
    const problem = problemOf({ compare: 'previous_period' });
    expect([problem.code, problem.at]).toEqual(['nothing_to_compare', '/compare']);
  });
});
