import { countDistinct, is, present } from './conditions.js';
import type { Condition, Measure, Metric } from './declarations.js';
import { measured, ratio } from './metric.js';

/** Columns of `sales` that are the same on every line of an order. */
export const orderColumns: readonly string[] = [
  'entry',
  'order_id',
  'customer_key',
  'country',
  'location_id',
  'channel',
  'promotion_id',
  'currency',
];

/**
 * Different orders that sold something. Where products do not come into it, orders are counted by
 * the line that bears their 1, which is placed when the order is.
 */
export function countOrders(...conditions: readonly Condition[]): Measure {
  const measure = countDistinct('sales', 'order_id', is('entry', 'sale'), ...conditions);
  if (measure.kind !== 'rows') return measure;
  return { ...measure, counter: { column: 'orders', alike: orderColumns } };
}

/** Orders: the `sales` ledger, counted by order. */
export const orderMetrics: readonly Metric[] = [
  measured('orders', countOrders(), {
    label: 'Orders',
    description: 'Different orders that sold something; a later cancellation does not unmake one',
    unit: 'count',
    polarity: 'up_good',
    synonyms: {
      en: ['orders', 'number of orders', 'purchases', 'order count'],
      de: ['Bestellungen', 'Aufträge', 'Käufe', 'Anzahl Bestellungen'],
    },
    formula: 'different order ids among sales',
  }),
  measured('cancellations', countDistinct('sales', 'order_id', is('entry', 'cancellation')), {
    label: 'Cancellations',
    description: 'Different orders that were cancelled, by the time of the cancellation',
    unit: 'count',
    polarity: 'down_good',
    synonyms: {
      en: ['cancellations', 'cancelled orders'],
      de: ['Stornierungen', 'Stornos', 'stornierte Bestellungen'],
    },
    formula: 'different order ids among cancellations',
  }),
  ratio('average_order_value', 'revenue', 'orders', {
    label: 'Average order value',
    description: 'Revenue an order; so revenue is orders × average order value',
    unit: 'currency',
    polarity: 'up_good',
    synonyms: {
      en: ['average order value', 'aov', 'average basket', 'basket size', 'basket value'],
      de: ['durchschnittlicher Bestellwert', 'Warenkorbwert', 'Durchschnittsbon', 'Bestellwert'],
    },
    formula: 'revenue ÷ orders',
  }),
  ratio('items_per_order', 'units', 'orders', {
    label: 'Items per order',
    description: 'Units an order',
    unit: 'number',
    polarity: 'up_good',
    synonyms: {
      en: ['items per order', 'items an order', 'units per transaction'],
      de: ['Artikel pro Bestellung', 'Stück pro Bestellung'],
    },
    formula: 'units ÷ orders',
  }),
  measured('orders_with_customer', countOrders(present('customer_key')), {
    label: 'Orders with a known customer',
    description: 'Different orders that sold something to a known customer',
    unit: 'count',
    polarity: 'neutral',
    synonyms: { en: ['orders with a known customer'], de: ['Bestellungen bekannter Kunden'] },
    formula: 'different order ids among sales with a customer',
    part: true,
  }),
  ratio('orders_per_customer', 'orders_with_customer', 'customers', {
    label: 'Orders per customer',
    description: 'How often a customer ordered; orders without a known customer are left out',
    unit: 'number',
    polarity: 'up_good',
    synonyms: {
      en: ['orders per customer', 'orders a customer', 'purchase frequency'],
      de: ['Bestellungen pro Kunde', 'Kaufhäufigkeit'],
    },
    formula: 'orders with a known customer ÷ customers',
  }),
];
