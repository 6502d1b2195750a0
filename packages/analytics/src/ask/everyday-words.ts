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
  payment_failure_rate: {
    en: [
      'percentage of payments failed',
      'percentage of failed payments',
      'share of failed payments',
      'percentage of payments fail',
      'percent of payments failed',
      'share of payments that failed',
      'percentage of payments that failed',
      'percentage of payments that fail',
    ],
    de: [
      'Anteil fehlgeschlagener Zahlungen',
      'Anteil der fehlgeschlagenen Zahlungen',
      'Prozent der Zahlungen fehlgeschlagen',
      'Prozent der Zahlungen sind fehlgeschlagen',
    ],
  },
  units: { en: ['pcs', 'pieces', 'pieces sold', 'pcs sold'], de: ['Stk', 'verkaufte Stücke'] },
  average_order_value: {
    en: [
      'average basket value',
      'revenue per order',
      'sales per order',
      'money per order',
      'average order',
      'average order worth',
      'average order size',
      'average purchase',
      'average ticket',
      'average cart',
      'average cart value',
    ],
    de: [
      'Umsatz pro Bestellung',
      'Umsatz je Bestellung',
      'durchschnittlicher Warenkorb',
      'durchschnittlichen Warenkorb',
      'durchschnittliche Bestellung',
      'Durchschnittsbestellung',
      'Bon im Schnitt',
    ],
  },
};
