import type { Template } from './templates.js';
import { figure, hours, largest, list, parts, trend } from './tiles.js';

/** What a chain of restaurants looks at. */
export const restaurantsTemplate: Template = {
  id: 'restaurants',
  name: { en: 'Restaurants', de: 'Restaurants' },
  description: {
    en: 'Takings, guests’ orders, dayparts and dishes of one place or a chain',
    de: 'Einnahmen, Bestellungen, Tageszeiten und Gerichte eines Hauses oder einer Kette',
  },
  scope: { time: { timeframe: 'last_28_days' }, compare: 'previous_period', grain: 'auto' },
  tiles: [
    figure('revenue', { en: 'Takings', de: 'Einnahmen' }, 0, 0),
    figure('orders', { en: 'Orders', de: 'Bestellungen' }, 3, 0),
    figure('average_order_value', { en: 'Average bill', de: 'Bon im Schnitt' }, 6, 0),
    figure('items_per_order', { en: 'Dishes per order', de: 'Gerichte je Bon' }, 9, 0),
    parts(
      'revenue',
      'location.name',
      { en: 'Takings by restaurant', de: 'Einnahmen je Haus' },
      { x: 0, y: 2, w: 8, h: 5 },
    ),
    largest(
      'revenue',
      'channel',
      { en: 'Where it is eaten', de: 'Wo gegessen wird' },
      { x: 8, y: 2, w: 4, h: 5 },
    ),
    hours(
      'orders',
      { en: 'Orders by weekday and hour', de: 'Bestellungen nach Wochentag und Stunde' },
      { x: 0, y: 7, w: 8, h: 5 },
    ),
    largest(
      'revenue',
      'product.category',
      { en: 'Courses', de: 'Gänge' },
      { x: 8, y: 7, w: 4, h: 5 },
    ),
    list(
      ['revenue', 'units', 'gross_margin_rate'],
      'product.name',
      { en: 'Dishes', de: 'Gerichte' },
      { x: 0, y: 12, w: 7, h: 6 },
    ),
    trend(
      'average_order_value',
      { en: 'Average bill over time', de: 'Bon im Verlauf' },
      { x: 7, y: 12, w: 5, h: 6 },
    ),
  ],
};
