import type { QuestionLanguage } from '../locales/locale.js';
import type { NumberWord } from '../numbers/index.js';
import { Chart } from '../patterns/index.js';
import { isoOf } from './civil.js';
import type { TimeGrammar } from './grammar.js';
import {
  isAmbiguousDate,
  resolveTime,
  shownOrder,
  type TimeContext,
  type TimeNode,
} from './resolve.js';
import { localDay } from './zone.js';

/** The tenant's clock and calendar, as `createQuestionParser` takes it. */
export interface CalendarOptions {
  /** ISO instant */
  readonly now: string;
  /** IANA name */
  readonly timeZone: string;
  readonly weekStart: 'monday' | 'sunday';
  /** 1–12 */
  readonly fiscalYearStartMonth: number;
}

/** Half-open ISO dates in the tenant's zone, and the phrase they came from. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A time phrase as read: one range, the two a numeric date may mean, or nothing. */
export type TimeReading =
  | { readonly kind: 'range'; readonly range: TimeRange }
  | { readonly kind: 'ambiguous'; readonly ranges: readonly TimeRange[] }
  | { readonly kind: 'none' };

/** The calendar of a tenant at an instant. */
export function timeContext(options: CalendarOptions, dayFirst = true): TimeContext {
  return {
    today: localDay(options.now, options.timeZone),
    weekStart: options.weekStart,
    fiscalYearStartMonth: options.fiscalYearStartMonth,
    dayFirst,
  };
}

/** The ranges a node may stand for: two when day and month of a numeric date may change places. */
export function timeRanges(
  node: TimeNode,
  label: string,
  context: TimeContext,
  asks: boolean,
): TimeRange[] {
  const shown = shownOrder(node);
  const orders =
    shown !== undefined
      ? [shown === 'day_first']
      : asks && isAmbiguousDate(node)
        ? [true, false]
        : [context.dayFirst];
  const ranges: TimeRange[] = [];
  for (const dayFirst of orders) {
    const found = resolveTime(node, { ...context, dayFirst });
    if (found === undefined) continue;
    const range = { from: isoOf(found.from), to: isoOf(found.to), label };
    if (!ranges.some((r) => r.from === range.from && r.to === range.to)) ranges.push(range);
  }
  return ranges;
}

/**
 * Reads the longest time expression of a phrase in one language.
 * @param words the phrase as tokens with forms
 */
export function readTime(
  text: string,
  words: readonly NumberWord[],
  grammar: TimeGrammar,
  language: { readonly code: QuestionLanguage; readonly dayFirst: boolean },
  options: CalendarOptions,
): TimeReading {
  const chart = new Chart();
  grammar.fill(words, chart);
  const best = chart.all('T').sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (best === undefined) return { kind: 'none' };
  const label = text.slice(words[best.from]?.from ?? 0, words[best.to - 1]?.to ?? 0);
  const ranges = timeRanges(
    best.value as TimeNode,
    label,
    timeContext(options, language.dayFirst),
    !language.dayFirst,
  );
  const [only] = ranges;
  if (only === undefined) return { kind: 'none' };
  return ranges.length === 1 ? { kind: 'range', range: only } : { kind: 'ambiguous', ranges };
}
