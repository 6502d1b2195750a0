import type { Metric } from './declarations.js';
import { measured } from './metric.js';

/** Stock: levels, which add up over products and locations but not over time. */
export const stockMetrics: readonly Metric[] = [
  measured(
    'stock_on_hand',
    { kind: 'level', ledger: 'stock', column: 'on_hand', per: ['product_id', 'location_id'] },
    {
      label: 'Stock on hand',
      description:
        'Units in stock at the end of the span: the last level known of each product and location',
      unit: 'number',
      polarity: 'neutral',
      synonyms: {
        en: ['stock on hand', 'stock', 'inventory', 'stock level'],
        de: ['Lagerbestand', 'Bestand', 'Vorrat'],
      },
      formula: 'sum over products and locations of the last level at the end of the span',
    },
  ),
];
