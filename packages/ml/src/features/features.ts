import type { Feature, History } from './feature.js';

const mean = (values: readonly number[]) =>
  values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0) / values.length;

function spread(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (values.length - 1));
}

const firstDay = ({ bought, cutOff }: History) => bought[0]?.day ?? cutOff;
/** Whole days from the last order to the day before the cut-off, the last that counts. */
export const recencyOf = ({ bought, cutOff }: History) =>
  cutOff - 1 - (bought.at(-1)?.day ?? cutOff);
export const gapOf = ({ gaps }: History) => mean(gaps);
const tenureOf = (history: History) => history.cutOff - 1 - firstDay(history);
const since = ({ cutOff }: History, days: number) => cutOff - days;
const boughtWithin = (history: History, days: number) =>
  history.bought.filter(({ day }) => day >= since(history, days)).length;
const ratio = (part: number, whole: number) => (whole > 0 ? Math.max(0, part) / whole : 0);
const sumOf = (history: History, of: 'gross' | 'discount' | 'takenBack' | 'net' | 'units') =>
  history.days.reduce((sum, day) => sum + day[of], 0);

/** Everything that models know of a customer, in the order of their tables. */
export const features: readonly Feature[] = [
  {
    name: 'recency',
    label: { en: 'Days since last order', de: 'Tage seit letzter Bestellung' },
    meaning: {
      en: 'Whole days from the last order to the last day that counts',
      de: 'Ganze Tage von der letzten Bestellung bis zum letzten Tag, der zählt',
    },
    unit: 'days',
    group: 'rhythm',
    monotone: 1,
    value: recencyOf,
  },
  {
    name: 'gap',
    label: { en: 'Usual gap', de: 'Üblicher Abstand' },
    meaning: {
      en: 'Mean days between consecutive days with an order; unknown with one',
      de: 'Mittlere Tage zwischen aufeinanderfolgenden Bestelltagen; unbekannt bei einem',
    },
    unit: 'days',
    group: 'rhythm',
    monotone: 1,
    value: gapOf,
  },
  {
    name: 'gap_spread',
    label: { en: 'Spread of gaps', de: 'Streuung der Abstände' },
    meaning: {
      en: 'Standard deviation of the gaps; unknown with fewer than two',
      de: 'Standardabweichung der Abstände; unbekannt bei weniger als zwei',
    },
    unit: 'days',
    group: 'rhythm',
    monotone: 0,
    value: ({ gaps }) => spread(gaps),
  },
  {
    name: 'overdue',
    label: { en: 'Overdue', de: 'Überfällig' },
    meaning: {
      en: 'Days since the last order ÷ usual gap: 2 is twice as long as usual',
      de: 'Tage seit letzter Bestellung ÷ üblicher Abstand: 2 ist doppelt so lang wie üblich',
    },
    unit: 'ratio',
    group: 'rhythm',
    monotone: 1,
    value: (history) => recencyOf(history) / Math.max(1, gapOf(history)),
  },
  {
    name: 'order_days',
    label: { en: 'Days with an order', de: 'Tage mit Bestellung' },
    meaning: {
      en: 'Days with an order, of all time',
      de: 'Tage mit einer Bestellung, seit Beginn',
    },
    unit: 'count',
    group: 'activity',
    monotone: -1,
    value: ({ bought }) => bought.length,
  },
  ...[30, 90, 180].map(
    (days): Feature => ({
      name: `order_days_${days}`,
      label: { en: `Orders in ${days} days`, de: `Bestellungen in ${days} Tagen` },
      meaning: {
        en: `Days with an order within ${days} days before the cut-off`,
        de: `Tage mit einer Bestellung in den ${days} Tagen vor dem Stichtag`,
      },
      unit: 'count',
      group: 'activity',
      monotone: -1,
      value: (history) => boughtWithin(history, days),
    }),
  ),
  {
    name: 'order_rate',
    label: { en: 'Orders a month', de: 'Bestellungen je Monat' },
    meaning: {
      en: 'Days with an order ÷ (months since the first order + 1)',
      de: 'Tage mit Bestellung ÷ (Monate seit der ersten Bestellung + 1)',
    },
    unit: 'ratio',
    group: 'activity',
    monotone: -1,
    value: (history) => history.bought.length / (tenureOf(history) / 30 + 1),
  },
  {
    name: 'tenure',
    label: { en: 'Customer for', de: 'Kunde seit' },
    meaning: {
      en: 'Whole days since the first order',
      de: 'Ganze Tage seit der ersten Bestellung',
    },
    unit: 'days',
    group: 'age',
    monotone: 0,
    value: tenureOf,
  },
  {
    name: 'spend',
    label: { en: 'Spent', de: 'Ausgegeben' },
    meaning: {
      en: 'Sold after discounts, less what was taken back, of all time',
      de: 'Nach Rabatten verkauft, abzüglich Rücknahmen, seit Beginn',
    },
    unit: 'currency',
    group: 'spend',
    monotone: -1,
    value: ({ spend }) => spend,
  },
  {
    name: 'spend_90',
    label: { en: 'Spent in 90 days', de: 'In 90 Tagen ausgegeben' },
    meaning: {
      en: 'Sold after discounts within 90 days before the cut-off',
      de: 'Nach Rabatten verkauft in den 90 Tagen vor dem Stichtag',
    },
    unit: 'currency',
    group: 'spend',
    monotone: -1,
    value: (history) =>
      history.bought.reduce((sum, { day, net }) => sum + (day >= since(history, 90) ? net : 0), 0),
  },
  {
    name: 'order_value',
    label: { en: 'Average order', de: 'Ø Bestellwert' },
    meaning: { en: 'Spent ÷ days with an order', de: 'Ausgegeben ÷ Tage mit Bestellung' },
    unit: 'currency',
    group: 'spend',
    monotone: 0,
    value: ({ spend, bought }) => spend / bought.length,
  },
  {
    name: 'last_value',
    label: { en: 'Last order', de: 'Letzte Bestellung' },
    meaning: {
      en: 'Sold after discounts on the last day with an order',
      de: 'Nach Rabatten verkauft am letzten Tag mit Bestellung',
    },
    unit: 'currency',
    group: 'spend',
    monotone: 0,
    value: ({ bought }) => bought.at(-1)?.net ?? Number.NaN,
  },
  {
    name: 'products',
    label: { en: 'Products an order', de: 'Produkte je Bestellung' },
    meaning: {
      en: 'Different products a day with an order, on average',
      de: 'Verschiedene Produkte je Tag mit Bestellung, im Mittel',
    },
    unit: 'count',
    group: 'basket',
    monotone: 0,
    value: ({ bought }) => mean(bought.map(({ products }) => products)),
  },
  {
    name: 'units',
    label: { en: 'Units an order', de: 'Stück je Bestellung' },
    meaning: {
      en: 'Units a day with an order, on average',
      de: 'Stück je Tag mit Bestellung, im Mittel',
    },
    unit: 'count',
    group: 'basket',
    monotone: 0,
    value: (history) => sumOf(history, 'units') / history.bought.length,
  },
  {
    name: 'return_share',
    label: { en: 'Taken back', de: 'Zurückgenommen' },
    meaning: {
      en: 'Refunds and cancellations ÷ sold',
      de: 'Erstattungen und Stornierungen ÷ verkauft',
    },
    unit: 'ratio',
    group: 'returns',
    monotone: 0,
    value: (history) => ratio(sumOf(history, 'takenBack'), sumOf(history, 'net')),
  },
  {
    name: 'discount_share',
    label: { en: 'Discount', de: 'Rabatt' },
    meaning: { en: 'Discounts ÷ gross sales', de: 'Rabatte ÷ Bruttoumsatz' },
    unit: 'ratio',
    group: 'discounts',
    monotone: 0,
    value: (history) => ratio(sumOf(history, 'discount'), sumOf(history, 'gross')),
  },
  {
    name: 'visits_30',
    label: { en: 'Visits in 30 days', de: 'Besuche in 30 Tagen' },
    meaning: {
      en: 'Visits that name the customer within 30 days before the cut-off',
      de: 'Besuche, die den Kunden nennen, in den 30 Tagen vor dem Stichtag',
    },
    unit: 'count',
    group: 'visits',
    monotone: -1,
    value: (history) =>
      history.days.reduce(
        (sum, { day, visits }) => sum + (day >= since(history, 30) ? visits : 0),
        0,
      ),
  },
];

/** A customer's features at a cut-off, in the order of {@link features}. */
export const valuesOf = (history: History): readonly number[] =>
  features.map(({ value }) => value(history));
