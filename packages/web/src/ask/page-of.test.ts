import type { Frame } from '@olympus/sdk';
import { expect, test } from 'vitest';
import { pageOf } from './page-of.js';

const frame = (parts: Partial<Frame>): Frame => ({
  intent: 'study',
  metrics: [],
  dimensions: [],
  filters: [],
  time: null,
  grain: null,
  compare: null,
  order: [],
  limit: null,
  horizon: null,
  steps: [],
  transform: null,
  command: null,
  chart: 'table',
  ...parts,
});
const may = { from: '2026-05-01', to: '2026-06-01', label: 'May' };
const germany = { dimension: 'customer.country', operator: 'equals', values: ['DE'] } as const;

test('a study leads to its page with the same steps, conditions, span and filters', () => {
  expect(
    pageOf(
      frame({
        time: may,
        filters: [{ dimension: 'session.device', operator: 'equals', values: ['mobile'] }],
        study: {
          kind: 'funnel',
          steps: ['page.viewed', 'order.placed'],
          shown: 'steps',
          within: 3,
        },
      }),
    ),
  ).toEqual({
    to: '/funnels',
    search: {
      r: '2026-05-01..2026-06-01',
      s: ['page.viewed~f=session.device:equals:mobile', 'order.placed'],
      w: '3day',
    },
  });
  expect(
    pageOf(
      frame({
        filters: [germany],
        study: {
          kind: 'people',
          shown: 'list',
          conditions: [{ column: 'orders', operator: 'gt', values: [5] }],
          order: { by: 'orders', direction: 'asc' },
          limit: null,
        },
      }),
    ),
  ).toEqual({
    to: '/customers',
    search: { f: ['customer.country:equals:DE'], where: ['orders:gt:5'], sort: '-orders' },
  });
  expect(
    pageOf(
      frame({
        grain: 'week',
        dimensions: ['channel'],
        study: { kind: 'retention', shown: 'lost', measure: 'customers' },
      }),
    )?.search,
  ).toEqual({ r: 'all_time', per: 'week', show: 'lost', bracket: 'on_or_after', by: 'channel' });
  expect(pageOf(frame({ study: { kind: 'goals', goals: ['k1'] } }))?.to).toBe('/kpis/k1');
});

test('figures lead to Explore; what no address keeps leads nowhere', () => {
  const revenue = { intent: 'query', metrics: ['revenue'], time: may } as const;
  expect(pageOf(frame({ ...revenue, dimensions: ['channel'], limit: 5 }))).toEqual({
    to: '/explore',
    search: {
      r: '2026-05-01..2026-06-01',
      x: ['revenue'],
      b: ['channel'],
      as: 'bar',
      c: 'none',
      n: '5',
    },
  });
  const nowhere: readonly Partial<Frame>[] = [
    // the page counts by all time
    {
      time: may,
      study: {
        kind: 'people',
        shown: 'list',
        conditions: [],
        order: { by: 'revenue', direction: 'desc' },
        limit: null,
      },
    },
    // cohorts and weekdays stand in frames by their names
    {
      ...revenue,
      filters: [{ dimension: 'time.weekday', operator: 'equals', values: ['Monday'] }],
    },
    { ...revenue, filters: [{ dimension: 'orders', operator: 'gt', values: [5] }] },
    { ...revenue, ranking: { by: 'value', per: 'channel' }, dimensions: ['channel'] },
    { ...revenue, order: [{ by: 'revenue', direction: 'asc' }], dimensions: ['channel'] },
    { study: { kind: 'baskets', item: 'product', focus: 'Teapot' } },
  ];
  expect(nowhere.map((parts) => pageOf(frame(parts)))).toEqual(nowhere.map(() => undefined));
});
