import type {
  AnomalyFact,
  CellFigure,
  DriversFact,
  ForecastFact,
  MemberFigure,
  NarratedMetric,
  NarrativeFact,
  NarrativePeriod,
  SummaryFact,
} from './facts.js';
import {
  type FigureOrigin,
  fillTemplate,
  type Narrative,
  type NarrativePart,
  type NarrativeSentence,
} from './narrative.js';
import { formatChange, formatMetric, formatPeriod, formatShare } from './number-format.js';
import { type NarrativePhrases, narrativePhrases } from './phrases.js';

/** How facts are told. */
export interface NarrationOptions {
  /** BCP 47, one of the seven languages with or without region, for example "pt-BR". */
  readonly locale: string;
  /** How many members or contributions are named, 3 unless told. */
  readonly named?: number;
}

interface Teller {
  readonly phrases: NarrativePhrases;
  readonly locale: string;
  readonly named: number;
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

function tellSummary(fact: SummaryFact, teller: Teller): readonly NarrativeSentence[] {
  const { phrases, locale } = teller;
  const { metric, current, previous, members, series } = fact;
  const sentences = [
    fillTemplate(phrases.value, {
      metric: label(metric.label),
      period: period(fact.period, locale),
      current: cellPart(current, metric, locale),
    }),
  ];
  if (previous) sentences.push(tellComparison(fact, previous, teller));
  const largest = (members?.figures ?? []).slice(0, teller.named);
  if (largest.length > 0) {
    const items = largest.map((member) => {
      const figure = cellPart(member, metric, locale);
      const isPart =
        members?.isAdditive === true &&
        member.value >= 0 &&
        current.value > 0 &&
        isShareable(current);
      return isPart
        ? [
            label(member.label),
            text(' '),
            figure,
            text(' ('),
            share(member, current, locale),
            text(')'),
          ]
        : [label(member.label), text(' '), figure];
    });
    sentences.push(fillTemplate(phrases.members, { items: list(items, locale) }));
  }
  const highest = series?.reduce((best, next) => (next.value > best.value ? next : best));
  const lowest = series?.reduce((best, next) => (next.value < best.value ? next : best));
  if (highest && lowest && highest.value > lowest.value) {
    sentences.push(
      fillTemplate(phrases.extremes, {
        high: period(highest.period, locale),
        highest: cellPart(highest, metric, locale),
        low: period(lowest.period, locale),
        lowest: cellPart(lowest, metric, locale),
      }),
    );
  }
  return sentences;
}

function tellComparison(
  fact: SummaryFact,
  previous: NonNullable<SummaryFact['previous']>,
  { phrases, locale }: Teller,
): NarrativeSentence {
  const { metric, current } = fact;
  const difference = current.value - previous.value;
  const cells = [current.cell, previous.cell];
  const fillers = {
    earlier: period(previous.period, locale),
    previous: cellPart(previous, metric, locale),
    change: figure(
      formatChange(Math.abs(difference), metric, locale, phrases.points),
      Math.abs(difference),
      { kind: 'difference', cells },
    ),
  };
  if (difference === 0) return fillTemplate(phrases.same, fillers);
  const ratio = Math.abs(difference / previous.value);
  if (!Number.isFinite(ratio) || metric.format.kind === 'ratio') {
    return fillTemplate(difference > 0 ? phrases.moreBy : phrases.lessBy, fillers);
  }
  const told = figure(formatShare(ratio, locale), ratio, { kind: 'ratio', cells });
  return fillTemplate(difference > 0 ? phrases.more : phrases.less, { ...fillers, ratio: told });
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

function tellDrivers(fact: DriversFact, teller: Teller): readonly NarrativeSentence[] {
  const { phrases, locale, named } = teller;
  const { metric, change } = fact;
  const sign = Math.sign(change.value);
  const bySize = [...fact.contributions].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const along = bySize.filter((one) => Math.sign(one.value) === (sign || 1)).slice(0, named);
  const against = bySize.filter((one) => Math.sign(one.value) === -(sign || 1)).slice(0, named);
  const told = new Set([...along, ...against]);
  const others = fact.contributions.filter((one) => !told.has(one));
  const item = (one: MemberFigure): readonly NarrativePart[] => {
    const amount = [label(one.label), text(' '), changePart(one, metric, teller)];
    if (Math.sign(one.value) !== sign || !isShareable(change)) return amount;
    return [...amount, text(' ('), share(one, change, locale), text(')')];
  };
  const sentences = [
    fillTemplate(phrases.change, {
      metric: label(metric.label),
      change: changePart(change, metric, teller),
      period: period(fact.period, locale),
      earlier: period(fact.previousPeriod, locale),
    }),
  ];
  if (along.length > 0) {
    const items = list(along.map(item), locale);
    const fillers = { dimension: label(fact.dimension), items };
    sentences.push(fillTemplate(phrases.contributions, fillers));
  }
  if (against.length > 0) {
    sentences.push(fillTemplate(phrases.against, { items: list(against.map(item), locale) }));
  }
  if (others.length > 0) sentences.push(tellOthers(fact, [...told], others, teller));
  sentences.push(fillTemplate(phrases.notCausal, {}));
  return sentences;
}

function tellOthers(
  fact: DriversFact,
  told: readonly MemberFigure[],
  others: readonly MemberFigure[],
  { phrases, locale }: Teller,
): NarrativeSentence {
  const rest = told.reduce((left, one) => left - one.value, fact.change.value);
  const category = new Intl.PluralRules(locale).select(others.length);
  return fillTemplate(phrases.others[category] ?? phrases.others.other, {
    count: figure(new Intl.NumberFormat(locale).format(others.length), others.length, {
      kind: 'count',
      cells: others.map((one) => one.cell),
    }),
    rest: figure(formatChange(rest, fact.metric, locale, phrases.points, 'signed'), rest, {
      kind: 'remainder',
      cells: [fact.change.cell, ...told.map((one) => one.cell)],
    }),
  });
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

function text(words: string): NarrativePart {
  return { kind: 'text', text: words };
}

function label(name: string): NarrativePart {
  return { kind: 'label', text: name };
}

function period(stretch: NarrativePeriod, locale: string): NarrativePart {
  return label(formatPeriod(stretch, locale) ?? '');
}

function figure(written: string, value: number, origin: FigureOrigin): NarrativePart {
  return { kind: 'figure', text: written, value, origin };
}

function cellPart({ value, cell }: CellFigure, metric: NarratedMetric, locale: string) {
  return figure(formatMetric(value, metric, locale), value, { kind: 'cell', cell });
}

function changePart({ value, cell }: CellFigure, metric: NarratedMetric, teller: Teller) {
  const written = formatChange(value, metric, teller.locale, teller.phrases.points, 'signed');
  return figure(written, value, { kind: 'cell', cell });
}

/** Whether shares of a number mean something: not of 0, nor of what only rounding left over. */
function isShareable(whole: CellFigure): boolean {
  return Math.abs(whole.value) > 1e-9;
}

function share(part: CellFigure, whole: CellFigure, locale: string): NarrativePart {
  const value = part.value / whole.value;
  return figure(formatShare(value, locale), value, {
    kind: 'share',
    cells: [part.cell, whole.cell],
  });
}

/** Items with the commas and the "and" of the locale between them. */
function list(
  items: readonly (readonly NarrativePart[])[],
  locale: string,
): readonly NarrativePart[] {
  const names = items.map((_, i) => String(i));
  const pieces = new Intl.ListFormat(locale, { type: 'conjunction' }).formatToParts(names);
  return pieces.flatMap((piece) =>
    piece.type === 'element' ? (items[Number(piece.value)] ?? []) : [text(piece.value)],
  );
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
