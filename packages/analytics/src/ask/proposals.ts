import {
  type Answer,
  type Catalogue,
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
const dayMs = 86_400_000;
/** Days of data that a month, a year and its month before, and what is computed from the past need. */
const monthDays = 31;
const yearDays = 396;
const enoughDays = 21;
const mostExamples = 6;
const mostFollowUps = 4;

const lower = (text: string) => text.toLowerCase();

/** A question to begin with, and the days of data without which it has no answer. */
interface Example {
  readonly question: string | false | undefined;
  readonly days?: number;
}

/**
 * Questions that this tenant's catalogue and data answer, in German for who speaks it and in English
 * for everybody else; each was read before it is offered. None before the first event.
 */
export function exampleQuestions(
  { catalogue: known, parser, firstDay, today }: TenantLanguage,
  tongue: QuestionLanguage,
): readonly string[] {
  if (firstDay === undefined) return [];
  const daysOfData = Math.round((Date.parse(today) - Date.parse(firstDay)) / dayMs);
  const locale = tongue === 'de' ? 'de' : 'en';
  const catalogue = namedIn(known, tongue);
  const offered: string[] = [];
  for (const { question, days = 0 } of (locale === 'de' ? inGerman : inEnglish)(catalogue)) {
    if (typeof question !== 'string' || offered.length >= mostExamples) continue;
    if (daysOfData < days || offered.includes(question)) continue;
    if (parser.parse(question, { locale }).kind === 'answer') offered.push(question);
  }
  return offered;
}

/** What examples are about: the dimensions that tell most, and a value of one of them. */
function subjectsOf(catalogue: Catalogue) {
  const dimensions = telling.flatMap(
    (name) => catalogue.dimensions.find((dimension) => dimension.name === name) ?? [],
  );
  const [first, second = first] = dimensions;
  const valued = dimensions.find(({ name, values }) => name !== 'product.name' && values?.[1]);
  return {
    first,
    second,
    value: valued?.values?.[0],
    product: dimensions.some(({ name }) => name === 'product.name'),
    has: (metric: string) => catalogue.metrics.some(({ name }) => name === metric),
  };
}

function inGerman(catalogue: Catalogue): readonly Example[] {
  const { first, second, value, product, has } = subjectsOf(catalogue);
  const country =
    value !== undefined && /^[A-Z]{2}$/.test(value)
      ? new Intl.DisplayNames(['de'], { type: 'region' }).of(value)
      : value;
  return [
    { question: first && `Umsatz nach ${first.label} letzten Monat`, days: monthDays },
    { question: 'Warum hat sich der Umsatz letzte Woche verändert?', days: enoughDays },
    { question: product && 'Top 5 Produkte nach Umsatz diesen Monat' },
    { question: 'Prognose Umsatz für die nächsten 4 Wochen', days: enoughDays },
    {
      question: value && `Umsatz in ${country} letzten Monat im Vergleich zum Vorjahr`,
      days: yearDays,
    },
    { question: 'Ungewöhnliche Tage bei Bestellungen in den letzten 90 Tagen', days: monthDays },
    {
      question:
        has('average_order_value') && 'Durchschnittlicher Bestellwert pro Monat dieses Jahr',
    },
    { question: second && `Anteil am Umsatz nach ${second.label} dieses Jahr` },
    { question: has('new_customers') && 'Neukunden pro Woche in den letzten 12 Wochen' },
    { question: 'Bestellungen gestern' },
    { question: 'Umsatz heute' },
  ];
}

function inEnglish(catalogue: Catalogue): readonly Example[] {
  const { first, second, value, product, has } = subjectsOf(catalogue);
  const country = value === undefined ? undefined : (countryNames(value)[0] ?? value);
  return [
    { question: first && `Revenue by ${lower(first.label)} last month`, days: monthDays },
    { question: 'Why did revenue change last week?', days: enoughDays },
    { question: product && 'Top 5 products by revenue this month' },
    { question: 'Forecast revenue for the next 4 weeks', days: enoughDays },
    { question: value && `Revenue in ${country} last month vs last year`, days: yearDays },
    { question: 'Unusual days in orders in the last 90 days', days: monthDays },
    { question: has('average_order_value') && 'Average order value per month this year' },
    { question: second && `Share of revenue by ${lower(second.label)} this year` },
    { question: has('new_customers') && 'New customers per week in the last 12 weeks' },
    { question: 'Orders yesterday' },
    { question: 'Revenue today' },
  ];
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
