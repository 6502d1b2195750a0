import {
  type Answer,
  countryNames,
  type Frame,
  namedIn,
  type QuestionLanguage,
  type Suggestion,
} from '@olympus/language';
import { labelOf } from './answers/columns.js';
import type { TenantLanguage } from './tenant-parsers.js';

/** Completions of what is being typed, and whole questions to begin with. */
export interface AskSuggestions {
  readonly completions: readonly Suggestion[];
  readonly examples: readonly string[];
}

/** Dimensions that examples break down by, in the order of preference. */
const telling = [
  'product.category',
  'customer.country',
  'channel',
  'location.name',
  'product.name',
];
const mostExamples = 6;
const mostFollowUps = 4;

const lower = (text: string) => text.toLowerCase();

/**
 * Questions that this tenant's catalogue and data answer, in German for who speaks it and in English
 * for everybody else; each was read before it is offered.
 */
export function exampleQuestions(
  { catalogue: known, parser }: TenantLanguage,
  tongue: QuestionLanguage,
): readonly string[] {
  const catalogue = namedIn(known, tongue);
  const has = (metric: string) => catalogue.metrics.some(({ name }) => name === metric);
  const dimensions = telling.flatMap(
    (name) => catalogue.dimensions.find((dimension) => dimension.name === name) ?? [],
  );
  const [first, second = first] = dimensions;
  const valued = dimensions.find(({ name, values }) => name !== 'product.name' && values?.[1]);
  const value = valued?.values?.[0];
  const country = value === undefined ? undefined : (countryNames(value)[0] ?? value);
  const product = dimensions.find(({ name }) => name === 'product.name');
  const germanCountry =
    value !== undefined && /^[A-Z]{2}$/.test(value)
      ? new Intl.DisplayNames(['de'], { type: 'region' }).of(value)
      : value;
  const german = [
    first && `Umsatz nach ${first.label} letzten Monat`,
    'Warum hat sich der Umsatz letzte Woche verändert?',
    product && 'Top 5 Produkte nach Umsatz diesen Monat',
    'Prognose Umsatz für die nächsten 4 Wochen',
    value && `Umsatz in ${germanCountry} letzten Monat im Vergleich zum Vorjahr`,
    'Ungewöhnliche Tage bei Bestellungen in den letzten 90 Tagen',
    has('average_order_value') && 'Durchschnittlicher Bestellwert pro Monat dieses Jahr',
    second && `Anteil am Umsatz nach ${second.label} dieses Jahr`,
    has('new_customers') && 'Neukunden pro Woche in den letzten 12 Wochen',
    'Bestellungen gestern',
  ];
  const english = [
    first && `Revenue by ${lower(first.label)} last month`,
    'Why did revenue change last week?',
    product && 'Top 5 products by revenue this month',
    'Forecast revenue for the next 4 weeks',
    value && `Revenue in ${country} last month vs last year`,
    'Unusual days in orders in the last 90 days',
    has('average_order_value') && 'Average order value per month this year',
    second && `Share of revenue by ${lower(second.label)} this year`,
    has('new_customers') && 'New customers per week in the last 12 weeks',
    'Orders yesterday',
  ];
  const locale = tongue === 'de' ? 'de' : 'en';
  const offered: string[] = [];
  for (const question of tongue === 'de' ? german : english) {
    if (typeof question !== 'string' || offered.length >= mostExamples) continue;
    if (parser.parse(question, { locale }).kind === 'answer') offered.push(question);
  }
  return offered;
}

/** Words that go on from an answer, in its language where there are any. */
const steps: Readonly<Record<'en' | 'de', readonly string[]>> = {
  en: ['compared with last year', 'per week', 'per month', 'last 90 days'],
  de: ['im Vergleich zum Vorjahr', 'pro Woche', 'pro Monat', 'letzte 90 Tage'],
};

/** Follow-ups of an answer that are understood and change it. */
export function followUps(answer: Answer, language: TenantLanguage): readonly string[] {
  const { parser, catalogue } = language;
  const { frame } = answer;
  if (frame.intent !== 'query' && frame.intent !== 'compare') return [];
  const tongue = answer.language === 'de' ? 'de' : 'en';
  const [metric] = frame.metrics;
  const breakdowns = catalogue.dimensions
    .filter(({ name }) => telling.includes(name) && !frame.dimensions.includes(name))
    .filter(({ name }) => metric !== undefined && catalogue.joinable?.[metric]?.includes(name))
    .slice(0, 2)
    .map(({ name, label, translations }) =>
      tongue === 'de'
        ? `nach ${translations?.de?.label ?? label}`
        : `by ${lower(labelOf(language, name))}`,
    );
  const before = JSON.stringify(frame);
  const offered: string[] = [];
  for (const text of [...breakdowns, ...steps[tongue]]) {
    if (offered.length >= mostFollowUps) break;
    const outcome = parser.parse(text, { previous: answer, locale: answer.language });
    if (outcome.kind === 'answer' && keepsSubject(outcome.frame, frame, before)) offered.push(text);
  }
  return offered;
}

function keepsSubject(next: Frame, frame: Frame, before: string): boolean {
  return next.metrics.join() === frame.metrics.join() && JSON.stringify(next) !== before;
}
