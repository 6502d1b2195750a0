import type { Template } from './templates.js';
import { figure, hours, largest, list, parts, trend } from './tiles.js';

/** What a shop looks at each morning. */
export const shopTemplate: Template = {
  id: 'shop',
  name: { en: 'Shop', de: 'Onlineshop' },
  description: {
    en: 'Sales, visits and what sells: for a shop online, in stores, or both',
    de: 'Umsatz, Besuche und was sich verkauft: für Läden online, vor Ort oder beides',
  },
  scope: { time: { timeframe: 'last_28_days' }, compare: 'previous_period', grain: 'auto' },
  tiles: [
    figure('revenue', { en: 'Revenue', de: 'Umsatz' }, 0, 0),
    figure('orders', { en: 'Orders', de: 'Bestellungen' }, 3, 0),
    figure('average_order_value', { en: 'Average order', de: 'Bestellwert' }, 6, 0),
    figure('conversion_rate', { en: 'Conversion', de: 'Konversion' }, 9, 0),
    trend('revenue', { en: 'Revenue over time', de: 'Umsatzverlauf' }, { x: 0, y: 2, w: 8, h: 5 }),
    largest(
      'revenue',
      'product.category',
      { en: 'Categories', de: 'Warengruppen' },
      { x: 8, y: 2, w: 4, h: 5 },
    ),
    parts(
      'revenue',
      'channel',
      { en: 'Revenue by channel', de: 'Umsatz nach Kanal' },
      { x: 0, y: 7, w: 6, h: 5 },
    ),
    hours(
      'orders',
      { en: 'When people order', de: 'Wann bestellt wird' },
      { x: 6, y: 7, w: 6, h: 5 },
    ),
    list(
      ['revenue', 'units', 'gross_margin_rate', 'refund_rate'],
      'product.name',
      { en: 'Products', de: 'Produkte' },
      { x: 0, y: 12, w: 7, h: 6 },
    ),
    trend(
      'new_customers',
      { en: 'New customers', de: 'Neue Kundschaft' },
      { x: 7, y: 12, w: 5, h: 6 },
      'column',
    ),
  ],
};
