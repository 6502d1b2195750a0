import type { NarratedMetric, NarrativePeriod, PluralForms } from './facts.js';

/** Numbers of this size are told without the fraction of their currency or unit. */
const WITHOUT_FRACTION = 10_000;

/** Whether a number above zero bears its sign. */
type SignStyle = 'plain' | 'signed';

/**
 * A metric's value as the locale writes it (Intl): currency with its sign and digits, counts with
 * the noun in the right plural form, ratios as percentages.
 */
export function formatMetric(
  value: number,
  metric: NarratedMetric,
  locale: string,
  sign: SignStyle = 'plain',
): string {
  const { format } = metric;
  const signDisplay = signOf(sign);
  const isLarge = Math.abs(value) >= WITHOUT_FRACTION;
  switch (format.kind) {
    case 'currency':
      return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: format.currency,
        signDisplay,
        ...(isLarge ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {}),
      }).format(value);
    case 'ratio':
      return formatShare(value, locale);
    case 'count':
      return countWithNoun(value, format.nouns, locale, sign);
    case 'number': {
      const digits = isLarge ? 0 : (format.maximumFractionDigits ?? 2);
      return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, signDisplay }).format(
        value,
      );
    }
  }
}

/** A change of a metric; ratios change by percentage points, named by `points`. */
export function formatChange(
  value: number,
  metric: NarratedMetric,
  locale: string,
  points: PluralForms,
  sign: SignStyle = 'plain',
): string {
  if (metric.format.kind !== 'ratio') return formatMetric(value, metric, locale, sign);
  return countWithNoun(value * 100, points, locale, sign);
}

/** A ratio as a percentage with at most one digit. */
export function formatShare(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
    value,
  );
}

/** A number with its noun in the plural form that the number, as written, asks for (CLDR). */
function countWithNoun(
  value: number,
  nouns: PluralForms,
  locale: string,
  sign: SignStyle = 'plain',
): string {
  const options = { maximumFractionDigits: 1 };
  const category = new Intl.PluralRules(locale, options).select(value);
  const noun = nouns[category] ?? nouns.other;
  return `${new Intl.NumberFormat(locale, { ...options, signDisplay: signOf(sign) }).format(value)}\u00a0${noun}`;
}

function signOf(sign: SignStyle): 'auto' | 'exceptZero' {
  return sign === 'signed' ? 'exceptZero' : 'auto';
}

const DAY_MS = 86_400_000;

/**
 * A period as the locale writes it: a whole year or month by its name, one day as a date, other
 * ranges by their first and last day. Undefined when the dates are not ISO dates in order.
 */
export function formatPeriod(period: NarrativePeriod, locale: string): string | undefined {
  if (period.kind === 'label') return period.label;
  const from = isoDate(period.from);
  const end = isoDate(period.to);
  if (from === undefined || end === undefined || end <= from) return undefined;
  const first = new Date(from);
  const last = new Date(end - DAY_MS);
  const startsMonth = first.getUTCDate() === 1 && new Date(end).getUTCDate() === 1;
  const months =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 +
    last.getUTCMonth() -
    first.getUTCMonth() +
    1;
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  if (startsMonth && months === 12 && first.getUTCMonth() === 0) {
    return write({ year: 'numeric' }).format(first);
  }
  if (startsMonth && months === 1) return write({ month: 'long', year: 'numeric' }).format(first);
  const day = write({ day: 'numeric', month: 'long', year: 'numeric' });
  if (end - from > DAY_MS) return day.formatRange(first, last);
  // French writes the first of a month as an ordinal, which Intl does not.
  return day.format(first).replace(/^1 (?=\p{L})/u, locale.startsWith('fr') ? '1er ' : '1 ');
}

function isoDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time)) return undefined;
  return new Date(time).toISOString().startsWith(text) ? time : undefined;
}
