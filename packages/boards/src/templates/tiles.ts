import type { Tile } from '../board.js';

/** A text in each language of the page. */
export interface Words {
  readonly en: string;
  readonly de: string;
}

type Place = Pick<Tile, 'x' | 'y' | 'w' | 'h'>;

/** A tile whose title is still in every language. */
export interface TemplateTile extends Omit<Tile, 'title' | 'id' | 'view'> {
  readonly title: Words;
  readonly view: Omit<Tile['view'], 'markdown'> & { readonly markdown?: Words };
}

const ask = (input: Readonly<Record<string, unknown>>) => ({
  operation: 'analytics.query',
  input: { ...input },
});

/** A figure with its change and a small trend beside it. */
export const figure = (
  metric: string,
  title: Words,
  x: number,
  y: number,
  w = 3,
): TemplateTile => ({
  title,
  ...{ x, y, w, h: 2 },
  ask: ask({ metrics: [metric] }),
  more: [ask({ metrics: [metric], grain: 'day' })],
  follows: { compare: true },
  view: { kind: 'number' },
});

/** A metric over time, beside the compared period. */
export const trend = (
  metric: string,
  title: Words,
  place: Place,
  kind: 'line' | 'area' | 'column' = 'line',
): TemplateTile => ({
  title,
  ...place,
  ask: ask({ metrics: [metric], grain: 'day' }),
  follows: { compare: true },
  view: { kind },
});

/** A metric over time, divided by the values of a dimension. */
export const parts = (
  metric: string,
  dimension: string,
  title: Words,
  place: Place,
): TemplateTile => ({
  title,
  ...place,
  ask: ask({ metrics: [metric], dimensions: [dimension], grain: 'day' }),
  view: { kind: 'stacked' },
});

/** The largest values of a dimension. */
export const largest = (
  metric: string,
  dimension: string,
  title: Words,
  place: Place,
  limit = 8,
): TemplateTile => ({
  title,
  ...place,
  ask: ask({
    metrics: [metric],
    dimensions: [dimension],
    order: [{ by: metric, direction: 'desc' }],
    limit,
  }),
  view: { kind: 'bar' },
});

/** Several metrics by the values of a dimension. */
export const list = (
  metrics: readonly string[],
  dimension: string,
  title: Words,
  place: Place,
  limit = 50,
): TemplateTile => ({
  title,
  ...place,
  ask: ask({
    metrics: [...metrics],
    dimensions: [dimension],
    order: [{ by: metrics[0] ?? '', direction: 'desc' }],
    limit,
  }),
  view: { kind: 'table' },
});

/** When in the week it happens: weekdays by hours. */
export const hours = (metric: string, title: Words, place: Place): TemplateTile => ({
  title,
  ...place,
  ask: ask({ metrics: [metric], grain: 'hour' }),
  follows: { grain: false },
  view: { kind: 'heat', options: { fold: 'weekday_hour' } },
});

export const text = (markdown: Words, place: Place): TemplateTile => ({
  title: { en: '', de: '' },
  ...place,
  view: { kind: 'text', markdown },
});
