import { countRows, is, sum } from './conditions.js';
import type { Metric } from './declarations.js';
import { measured, ratio } from './metric.js';

/** Payments: the `payments` ledger. */
export const paymentMetrics: readonly Metric[] = [
  measured('payments', sum('payments', 'amount', is('status', 'processed')), {
    label: 'Payments',
    description: 'Money received through processed payments',
    unit: 'currency',
    polarity: 'up_good',
    synonyms: {
      en: ['payments', 'payments received', 'paid amount'],
      de: ['Zahlungen', 'Zahlungseingänge'],
    },
    formula: 'sum of amount over processed payments',
  }),
  measured('payment_attempts', countRows('payments'), {
    label: 'Payment attempts',
    description: 'Payments tried, processed or failed',
    unit: 'count',
    polarity: 'neutral',
    synonyms: { en: ['payment attempts', 'number of payments'], de: ['Zahlungsversuche'] },
    formula: 'number of payments',
  }),
  measured('failed_payments', countRows('payments', is('status', 'failed')), {
    label: 'Failed payments',
    description: 'Payments that failed',
    unit: 'count',
    polarity: 'down_good',
    synonyms: {
      en: ['failed payments', 'declined payments'],
      de: ['fehlgeschlagene Zahlungen'],
    },
    formula: 'number of failed payments',
  }),
  ratio('payment_failure_rate', 'failed_payments', 'payment_attempts', {
    label: 'Payment failure rate',
    description: 'Share of payment attempts that failed',
    unit: 'ratio',
    polarity: 'down_good',
    synonyms: {
      en: ['payment failure rate', 'decline rate', 'failure rate'],
      de: ['Zahlungsausfallquote', 'Fehlerquote der Zahlungen'],
    },
    formula: 'failed payments ÷ payment attempts',
  }),
  measured('payment_fees', sum('payments', 'fee', is('status', 'processed')), {
    label: 'Payment fees',
    description: 'Fees of processed payments',
    unit: 'currency',
    polarity: 'down_good',
    synonyms: { en: ['payment fees', 'transaction fees'], de: ['Zahlungsgebühren'] },
    formula: 'sum of fee over processed payments',
  }),
];
