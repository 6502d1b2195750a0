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
    expect(tile({ b: ['channel'], as: 'area' })?.view).toEqual({ kind: 'stacked' });
    expect(tile({ b: ['channel'], as: 'bar', n: 5 })).toEqual({
      ask: {
        operation: 'analytics.query',
        input: { metrics: ['revenue'], dimensions: ['channel'], limit: 5 },
      },
      view: { kind: 'bar' },
    });
    expect(tile({ b: ['time.weekday', 'time.hour'] })?.view).toEqual({ kind: 'heat' });
    expect(tile({ b: ['time.weekday'] })?.ask.input).toEqual({
      metrics: ['revenue'],
      dimensions: ['time.weekday'],
    });
  });

  it('is none where no tile asks the same', () => {
    for (const other of [
      { x: ['= revenue / orders'] },
      { p: 'cumulative' },
      { by: 'rise' },
      { fc: true },
      { as: 'histogram' },
    ] as const) {
      expect(tile(other)).toBeUndefined();
    }
  });

  it('is called by what it counts', () => {
    expect(tileTitle({ x: ['revenue', 'orders'], b: ['channel'] }, model)).toBe(
      'Revenue, Orders · Channel',
    );
  });
});
