import type { Template } from './templates.js';
import { figure, largest, list, parts, trend } from './tiles.js';

/** What a business with subscriptions looks at. */
export const subscriptionTemplate: Template = {
  id: 'subscription',
  name: { en: 'Subscription', de: 'Abonnement' },
  description: {
    en: 'Renewals and sign-ups, who leaves, and payments that fail',
    de: 'Verlängerungen und Neuanmeldungen, wer geht, und Zahlungen, die scheitern',
  },
  scope: { time: { timeframe: 'last_12_months' }, compare: 'none', grain: 'auto' },
  tiles: [
    figure('revenue', { en: 'Revenue', de: 'Umsatz' }, 0, 0),
    figure('customers', { en: 'Paying customers', de: 'Zahlende Kundschaft' }, 3, 0),
    figure('new_customers', { en: 'New customers', de: 'Neue Kundschaft' }, 6, 0),
    figure('cancellations', { en: 'Cancellations', de: 'Kündigungen' }, 9, 0),
    parts(
      'revenue',
      'channel',
      { en: 'Renewals and sign-ups', de: 'Verlängerungen und Neuanmeldungen' },
      { x: 0, y: 2, w: 8, h: 5 },
    ),
    largest('revenue', 'product.name', { en: 'Plans', de: 'Tarife' }, { x: 8, y: 2, w: 4, h: 5 }),
    trend(
      'new_customers',
      { en: 'New customers over time', de: 'Neue Kundschaft im Verlauf' },
      { x: 0, y: 7, w: 6, h: 5 },
      'column',
    ),
    trend(
      'cancellations',
      { en: 'Cancellations over time', de: 'Kündigungen im Verlauf' },
      { x: 6, y: 7, w: 6, h: 5 },
    ),
    trend(
      'payment_failure_rate',
      { en: 'Payments that fail', de: 'Gescheiterte Zahlungen' },
      { x: 0, y: 12, w: 6, h: 5 },
    ),
    list(
      ['payments', 'failed_payments', 'payment_failure_rate', 'payment_fees'],
      'payment.provider',
      { en: 'Payment providers', de: 'Zahlungsanbieter' },
      { x: 6, y: 12, w: 6, h: 5 },
    ),
  ],
};
