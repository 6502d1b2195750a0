import type { CatalogueStudies, CatalogueThing } from '@olympus/language';
import {
  actNames,
  customerColumns,
  type ModelDescription,
  rfmSegments,
  spendSegments,
} from '@olympus/semantic';
import { customersTexts } from '../customers/texts.js';
import { labelOfAct } from '../funnels/act-labels.js';
import { actWords, columnWords, segmentWords, unspokenSegments } from './act-words.js';

/** A target that questions can name. */
export interface NamedGoal {
  readonly id: string;
  readonly name: string;
  readonly metric: string;
}

/** Event types of the tenant's own: words of a name are told apart by dots and underscores. */
const spokenName = (act: string) => act.replace(/[._]+/g, ' ');

/** The acts that a way to an order is made of. */
const way = ['page.viewed', 'product.viewed', 'product.added', 'checkout.started', 'order.placed'];

const segment = (kind: 'rfm' | 'spend', id: string): CatalogueStudies['segments'][number] => {
  const name = `${kind}:${id}`;
  const texts = (language: 'en' | 'de') =>
    (customersTexts[language][kind] as Readonly<Record<string, { readonly label: string }>>)[id];
  return {
    name,
    column: `${kind}_segment`,
    label: texts('en')?.label ?? id,
    translations: { de: { label: texts('de')?.label ?? id } },
    synonyms: segmentWords[name] ?? {},
    ...(unspokenSegments.has(name) ? { unspoken: true } : {}),
  };
};

const columnUnits: Readonly<Record<string, 'money' | 'days'>> = {
  revenue: 'money',
  average_order_value: 'money',
  discounts: 'money',
  refunds: 'money',
  days_since_last_order: 'days',
};

/**
 * What questions beyond metrics can name of a tenant: acts, segments, figures of customers, targets.
 * @param own  the tenant's own event types
 * @param ofCustomer  dimensions of customers rather than of what they did
 * @param done  acts that were done lately, of which the way to an order is made; all where none were
 */
export function studiesOf(
  own: readonly string[],
  done: readonly string[],
  goals: readonly NamedGoal[],
  ofCustomer: readonly string[] = [],
): CatalogueStudies {
  const acts = [
    ...actNames.map(
      (name): CatalogueThing => ({
        name,
        label: labelOfAct(name, 'en'),
        translations: { de: { label: labelOfAct(name, 'de') } },
        synonyms: actWords[name] ?? {},
        // "the second order" is read word by word
        ...(/^order\.(?:first|second|repeated)$/.test(name) ? { unspoken: true } : {}),
      }),
    ),
    ...own.map((name): CatalogueThing => ({ name, label: spokenName(name) })),
  ];
  const walked = way.filter((act) => done.includes(act));
  return {
    acts,
    way: walked.length >= 2 ? walked : way,
    order: {
      act: 'order.placed',
      metric: 'revenue',
      discount: 'discounts',
      count: 'orders',
      undone: { 'order.refunded': 'refunds', 'order.cancelled': 'cancelled_amount' },
    },
    segments: [
      ...rfmSegments.map(({ id }) => segment('rfm', id)),
      ...spendSegments.map(({ id }) => segment('spend', id)),
    ],
    columns: customerColumns.flatMap(({ name, label }) =>
      Object.hasOwn(columnWords, name)
        ? [
            {
              name,
              label: label.en,
              translations: { de: { label: label.de } },
              synonyms: columnWords[name] ?? {},
              unspoken: true,
              unit: columnUnits[name] ?? ('count' as const),
            },
          ]
        : [],
    ),
    goals: goals.map(({ id, name, metric }) => ({ name: id, label: name, metric })),
    ofCustomer,
    items: { product: 'product.name', category: 'product.category', brand: 'product.brand' },
  };
}

/** Calendar dimensions under which part of a moment they tell. */
export const calendarParts = {
  'time.weekday': 'weekday',
  'time.hour': 'hour',
  'time.is_weekend': 'weekend',
  'time.month_of_year': 'month',
} as const;

/** The value of a calendar dimension that a name stands for: 6 of "Saturday". */
export function calendarValue(
  model: ModelDescription,
  dimension: string,
  named: string,
): number | undefined {
  const values = model.dimensions.find(({ name }) => name === dimension)?.values;
  return values?.find(({ label }) => label === named)?.value;
}
