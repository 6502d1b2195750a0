import type { Synonyms } from '@olympus/language';

/** What people say for a figure beside the words of its declaration. */
export const everydayMetricWords: Readonly<Record<string, Synonyms>> = {
  failed_payments: {
    en: [
      'payments fail',
      'payments failed',
      'payments fail the',
      'payment fails',
      'payment failed',
      'payment failures',
      'failing payments',
      'payments failing',
      'payments did fail',
      'payments that failed',
    ],
    de: [
      'Zahlungsausfälle',
      'fehlgeschlagenen Zahlungen',
      'Zahlungen fehlgeschlagen',
      'Zahlungen sind fehlgeschlagen',
      'Zahlungen schlugen fehl',
      'gescheiterte Zahlungen',
      'geplatzte Zahlungen',
      'Zahlungen scheitern',
      'Zahlungen fehlschlagen',
    ],
  },
  units: { en: ['pcs', 'pieces', 'pieces sold', 'pcs sold'], de: ['Stk', 'verkaufte Stücke'] },
  average_order_value: {
    en: ['average basket value', 'revenue per order', 'sales per order', 'money per order'],
    de: ['Umsatz pro Bestellung', 'Umsatz je Bestellung'],
  },
};
