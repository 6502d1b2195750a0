import type { Dimension, FirstSource, Synonyms } from './declarations.js';
import { dimension } from './dimension.js';

const sold: FirstSource['of'][number] = {
  ledger: 'sales',
  conditions: [{ column: 'entry', operator: 'equals', values: ['sale'] }],
};
const visited: FirstSource['of'][number] = { ledger: 'sessions', conditions: [] };

interface Words {
  readonly label: string;
  readonly description: string;
  readonly synonyms: Synonyms;
}

/** When an entity first appears, by day and by month. */
const firsts = (
  name: string,
  entity: string,
  of: FirstSource['of'],
  { day, month }: { readonly day: Words; readonly month: Words },
): readonly Dimension[] => [
  dimension(
    `${entity}.${name}_at`,
    day.label,
    day.description,
    { kind: 'first', entity, of, part: 'day' },
    day.synonyms,
  ),
  dimension(
    `${entity}.${name}_month`,
    month.label,
    month.description,
    { kind: 'first', entity, of, part: 'month' },
    month.synonyms,
  ),
];

/** When customers and products first appear in the ledgers, on the shop’s calendar. */
export const firstDimensions: readonly Dimension[] = [
  ...firsts('first_order', 'customer', [sold], {
    day: {
      label: 'First order',
      description: 'Day of the customer’s first order of all time, such as 2026-03-31',
      synonyms: { en: ['first order date'], de: ['Datum der Erstbestellung'] },
    },
    month: {
      label: 'First order, by month',
      description: 'Month of the customer’s first order of all time, such as 2026-03',
      synonyms: { en: ['first order month'], de: ['Monat der Erstbestellung'] },
    },
  }),
  ...firsts('first_seen', 'customer', [sold, visited], {
    day: {
      label: 'First seen',
      description:
        'Day of the customer’s first order, or visit that names the customer, of all time',
      synonyms: { en: ['first seen date'], de: ['Datum des ersten Auftretens'] },
    },
    month: {
      label: 'First seen, by month',
      description:
        'Month of the customer’s first order, or visit that names the customer, of all time',
      synonyms: { en: ['first seen month'], de: ['Monat des ersten Auftretens'] },
    },
  }),
  ...firsts('first_sold', 'product', [sold], {
    day: {
      label: 'First sold',
      description: 'Day on which the product was first sold, such as 2026-03-31',
      synonyms: { en: ['first sold date'], de: ['Datum des ersten Verkaufs'] },
    },
    month: {
      label: 'First sold, by month',
      description: 'Month in which the product was first sold, such as 2026-03',
      synonyms: { en: ['first sold month'], de: ['Monat des ersten Verkaufs'] },
    },
  }),
];
