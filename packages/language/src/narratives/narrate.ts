import type {
  AnomalyFact,
  CellFigure,
  ForecastFact,
  NarrativeFact,
  NarrativePeriod,
} from './facts.js';
import { fillTemplate, type Narrative, type NarrativeSentence } from './narrative.js';
import { cellPart, figure, label, period, type Teller } from './narrative-parts.js';
import { formatPeriod, formatShare } from './number-format.js';
import { narrativePhrases } from './phrases.js';
import { tellDrivers } from './tell-drivers.js';
import { tellSummary } from './tell-summary.js';

/** How facts are told. */
export interface NarrationOptions {
  /** BCP 47, one of the seven languages with or without region, for example "pt-BR". */
  readonly locale: string;
  /** How many members or contributions are named, 3 unless told. */
  readonly named?: number;
}

/**
 * Tells a computed fact in the reader's language. Every number is a part of its own that says
 * which result cells it comes from and how; nothing is told that is not in the fact or follows
 * from it by arithmetic; contributions are called arithmetic, not causes.
 * Undefined for other languages, values that are not finite, dates that are not ISO dates, and
 * currencies that are not three letters (ISO 4217).
 */
export function narrate(fact: NarrativeFact, options: NarrationOptions): Narrative {
  const phrases = narrativePhrases(options.locale);
  if (phrases === undefined || !isLocale(options.locale)) {
    return { kind: 'undefined', reason: 'unsupported_language' };
  }
  if (figuresOf(fact).some((figure) => !Number.isFinite(figure.value))) {
    return { kind: 'undefined', reason: 'not_a_number' };
  }
  const { format } = fact.metric;
  if (format.kind === 'currency' && !/^[A-Za-z]{3}$/.test(format.currency)) {
    return { kind: 'undefined', reason: 'invalid_currency' };
  }
  const { locale } = options;
  if (periodsOf(fact).some((period) => formatPeriod(period, locale) === undefined)) {
    return { kind: 'undefined', reason: 'invalid_period' };
  }
  const sentences = tell(fact, { phrases, locale, named: options.named ?? 3 });
  const text = sentences.map((sentence) => sentence.text).join(' ');
  return { kind: 'narrative', locale, text, sentences };
}

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

function tell(fact: NarrativeFact, teller: Teller): readonly NarrativeSentence[] {
  switch (fact.kind) {
    case 'summary':
      return tellSummary(fact, teller);
    case 'anomaly':
      return tellAnomaly(fact, teller);
    case 'drivers':
      return tellDrivers(fact, teller);
    case 'forecast':
      return tellForecast(fact, teller);
    default: {
      const unknown: never = fact;
      return unknown;
    }
  }
}

function tellAnomaly(fact: AnomalyFact, { phrases, locale }: Teller): readonly NarrativeSentence[] {
  const { metric, actual, low, high } = fact;
  const isAbove = actual.value > high.value;
  const isBelow = actual.value < low.value;
  const template = isAbove ? phrases.above : isBelow ? phrases.below : phrases.within;
  return [
    fillTemplate(template, {
      metric: label(metric.label),
      period: period(fact.period, locale),
      actual: cellPart(actual, metric, locale),
      expected: cellPart(fact.expected, metric, locale),
      low: cellPart(low, metric, locale),
      high: cellPart(high, metric, locale),
    }),
  ];
}

function tellForecast(
  fact: ForecastFact,
  { phrases, locale }: Teller,
): readonly NarrativeSentence[] {
  const { metric, level } = fact;
  return [
    fillTemplate(phrases.forecast, {
      metric: label(metric.label),
      period: period(fact.period, locale),
      forecast: cellPart(fact.forecast, metric, locale),
      low: cellPart(fact.low, metric, locale),
      high: cellPart(fact.high, metric, locale),
      level: figure(formatShare(level.value, locale), level.value, {
        kind: 'cell',
        cell: level.cell,
      }),
    }),
  ];
}

function figuresOf(fact: NarrativeFact): readonly CellFigure[] {
  switch (fact.kind) {
    case 'summary':
      return [
        fact.current,
        ...(fact.previous ? [fact.previous] : []),
        ...(fact.members?.figures ?? []),
        ...(fact.series ?? []),
      ];
    case 'anomaly':
      return [fact.actual, fact.expected, fact.low, fact.high];
    case 'drivers':
      return [fact.change, ...fact.contributions];
    case 'forecast':
      return [fact.forecast, fact.low, fact.high, fact.level];
  }
}

function periodsOf(fact: NarrativeFact): readonly NarrativePeriod[] {
  switch (fact.kind) {
    case 'summary':
      return [
        fact.period,
        ...(fact.previous ? [fact.previous.period] : []),
        ...(fact.series ?? []).map((point) => point.period),
      ];
    case 'drivers':
      return [fact.period, fact.previousPeriod];
    case 'anomaly':
    case 'forecast':
      return [fact.period];
  }
}
