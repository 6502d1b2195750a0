import type { ModelDescription } from '@olympus/sdk';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SCOPE, type Scope } from '../scope/scope.js';
import { boardTile, tileTitle } from './board-tile.js';
import type { ExploreState } from './explore-search.js';

const model = {
  metrics: [
    { name: 'revenue', label: 'Revenue' },
    { name: 'orders', label: 'Orders' },
  ],
  dimensions: [
    { name: 'channel', label: 'Channel', type: 'string' },
    { name: 'time.weekday', label: 'Weekday', type: 'integer' },
    { name: 'time.hour', label: 'Hour', type: 'integer' },
  ],
} as unknown as Pick<ModelDescription, 'metrics' | 'dimensions'>;
const scope: Scope = { ...DEFAULT_SCOPE, grain: 'auto' };
const state = (more: Partial<ExploreState>): ExploreState => ({
  x: ['revenue'],
  b: [],
  as: 'auto',
  p: 'value',
  w: 7,
  n: 8,
  by: 'value',
  wd: false,
  per: 'order',
  fc: false,
  ...more,
});
const tile = (more: Partial<ExploreState>) => boardTile(state(more), scope, model);

describe('an exploration as a tile', () => {
  it('asks the same, and is drawn alike', () => {
    expect(tile({})).toEqual({
      ask: { operation: 'analytics.query', input: { metrics: ['revenue'], grain: 'day' } },
      view: { kind: 'line' },
    });
    expect(tile({ b: ['time.weekday', 'time.hour'] })?.view).toEqual({ kind: 'heat' });
    expect(tile({ b: ['time.weekday'] })?.ask.input).toEqual({
      metrics: ['revenue'],
      dimensions: ['time.weekday'],
    });
  });

  it('goes beyond plain metrics as the exploration itself, within the dashboard’s time', () => {
    expect(tile({ b: ['channel'], as: 'area', n: 5 })).toEqual({
      ask: {
        operation: 'analytics.trends',
        input: {
          metrics: ['revenue'],
          dimensions: ['channel'],
          grain: 'auto',
          top: { n: 5, by: 'value' },
        },
      },
      view: { kind: 'trend', options: { as: 'area', by: 'value' } },
      follows: { compare: true },
    });
    expect(tile({ x: ['= revenue / orders'] })?.ask.input).toEqual({
      metrics: [{ name: 'formula_1', formula: 'revenue / orders' }],
      grain: 'auto',
    });
    expect(tile({ p: 'moving_average', w: 14 })?.ask.input).toMatchObject({
      presentation: { kind: 'moving_average', buckets: 14 },
    });
    expect(tile({ fc: true })?.ask.input).toMatchObject({ forecast: { buckets: 14 } });
  });

  it('keeps the comparison that its ranking needs', () => {
    const rising = tile({ b: ['channel'], as: 'bar', by: 'rise' });
    expect(rising?.ask.input).toMatchObject({
      compare: 'previous_period',
      top: { n: 8, by: 'rise' },
    });
    expect(rising?.follows).toBeUndefined();
  });

  it('shows how a metric is spread', () => {
    expect(tile({ as: 'histogram', per: 'customer' })).toEqual({
      ask: {
        operation: 'analytics.distribution',
        input: { metric: 'revenue', per: 'customer' },
      },
      view: { kind: 'distribution' },
    });
    expect(tile({ as: 'histogram', x: [] })).toBeUndefined();
  });

  it('is called by what it counts', () => {
    expect(tileTitle({ x: ['revenue', 'orders'], b: ['channel'] }, model)).toBe(
      'Revenue, Orders · Channel',
    );
  });
});
