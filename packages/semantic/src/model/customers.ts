import { countDistinct, is, present } from './conditions.js';
import type { FirstMeasure, Metric } from './declarations.js';
import { difference, measured } from './metric.js';

/** Customers whose very first purchase lies in the span. */
export const firstPurchase: FirstMeasure = {
  kind: 'first',
  ledger: 'sales',
  key: 'customer_key',
  conditions: [is('entry', 'sale'), present('customer_key')],
};

/** Customers: the `sales` ledger, counted by customer. */
export const customerMetrics: readonly Metric[] = [
  measured('customers', countDistinct('sales', 'customer_key', is('entry', 'sale')), {
    label: 'Customers',
    description: 'Different customers who bought something',
    unit: 'count',
    polarity: 'up_good',
    synonyms: {
      en: ['customers', 'buyers', 'active customers', 'number of customers', 'shoppers'],
      de: ['Kunden', 'Käufer', 'Kundinnen', 'Anzahl Kunden'],
    },
    formula: 'different customers among sales',
  }),
  measured('new_customers', firstPurchase, {
    label: 'New customers',
    description:
      'Customers whose very first purchase falls in the span; by a dimension, those whose first purchase had that value',
    unit: 'count',
    polarity: 'up_good',
    synonyms: {
      en: ['new customers', 'first-time buyers', 'first time customers', 'acquired customers'],
      de: ['Neukunden', 'neue Kunden', 'Erstkäufer'],
    },
    formula: 'customers whose first sale of all time lies in the span',
  }),
  difference('returning_customers', 'customers', 'new_customers', {
    label: 'Returning customers',
    description: 'Customers who bought and had bought before the span',
    unit: 'count',
    polarity: 'up_good',
    synonyms: {
      en: ['returning customers', 'repeat customers', 'existing customers'],
      de: ['Bestandskunden', 'wiederkehrende Kunden', 'Stammkunden'],
    },
    formula: 'customers − new customers',
  }),
];
