import type { Unit } from '@olympus/sdk';
import { textsOf } from '../messages/language.js';

/** How a tenant writes numbers. */
export interface NumberStyle {
  readonly locale: string;
  readonly currency: string;
}

/** Shown where there is no value. */
export const MISSING = '—';

const formats = new Map<string, Intl.NumberFormat>();

/** Intl formats are dear to make (tens of microseconds) and asked for hundreds of times a page. */
function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    try {
      found = new Intl.NumberFormat(locale, options);
    } catch {
      // An unknown locale or currency must not take the page down.
      const { currency: _, currencyDisplay: __, style, ...rest } = options;
      found = new Intl.NumberFormat('en', {
        ...rest,
        ...(style === 'currency' ? {} : { style }),
      });
    }
    formats.set(key, found);
  }
  return found;
}

/** Writes a number with a true minus sign, U+2212, which is as wide as a digit. */
function write(
  value: number,
  locale: string,
  options: Intl.NumberFormatOptions,
): { text: string; compacted: boolean } {
  const parts = format(locale, options).formatToParts(value);
  return {
    text: parts.map((part) => (part.type === 'minusSign' ? '−' : part.value)).join(''),
    compacted: parts.some((part) => part.type === 'compact'),
  };
}

function unitOptions(unit: Unit, style: NumberStyle): Intl.NumberFormatOptions {
  if (unit === 'currency') {
    return { style: 'currency', currency: style.currency, currencyDisplay: 'narrowSymbol' };
  }
  return unit === 'ratio' ? { style: 'percent' } : {};
}

/** In full: every digit that means something. Rates have one decimal, counts none. */
export function formatFull(value: number | null, unit: Unit, style: NumberStyle): string {
  if (value === null) return MISSING;
  const digits =
    unit === 'ratio'
      ? { minimumFractionDigits: 1, maximumFractionDigits: 1 }
      : unit === 'count'
        ? { maximumFractionDigits: 0 }
        : unit === 'number'
          ? { maximumFractionDigits: 2 }
          : {};
  const options = { ...unitOptions(unit, style), ...digits };
  if (unit === 'ratio' && value !== 0 && Math.abs(value) < 0.0005) {
    return `< ${write(0.001, style.locale, options).text}`;
  }
  return write(value, style.locale, options).text;
}

/**
 * For a tile: in full while that is short (£64.32, 4,339), then three significant digits with the
 * locale's short scale (£1.24M). Locales without a short thousand (German) keep all digits.
 */
export function formatShort(value: number | null, unit: Unit, style: NumberStyle): string {
  if (value === null || unit === 'ratio') return formatFull(value, unit, style);
  const size = Math.abs(value);
  if (size < 1_000) return formatFull(value, unit, style);
  const whole = { ...unitOptions(unit, style), maximumFractionDigits: 0 };
  if (size < 10_000) return write(value, style.locale, whole).text;
  return (
    compact(value, style.locale, unitOptions(unit, style), 3) ??
    write(value, style.locale, whole).text
  );
}

/** For a table's cell: whole units of money from a hundred on, a short scale from ten million on. */
export function formatCell(value: number | null, unit: Unit, style: NumberStyle): string {
  if (value === null || unit === 'ratio') return formatFull(value, unit, style);
  const size = Math.abs(value);
  if (size >= 10_000_000) return formatShort(value, unit, style);
  if (unit !== 'currency' || size < 100) return formatFull(value, unit, style);
  const whole = { ...unitOptions(unit, style), maximumFractionDigits: 0 };
  return write(value, style.locale, whole).text;
}

/**
 * For an axis: as few characters as carry the number.
 * @param decimals at most, of a rate in percent
 */
export function formatAxis(value: number, unit: Unit, style: NumberStyle, decimals = 1): string {
  const options = unitOptions(unit, style);
  if (unit === 'ratio') {
    return write(value, style.locale, { ...options, maximumFractionDigits: decimals }).text;
  }
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 };
  const full = { ...options, ...digits };
  if (Math.abs(value) < 1_000) return write(value, style.locale, full).text;
  return compact(value, style.locale, options, 1) ?? write(value, style.locale, full).text;
}

function compact(
  value: number,
  locale: string,
  options: Intl.NumberFormatOptions,
  leastDigits: number,
): string | undefined {
  const { text, compacted } = write(value, locale, {
    ...options,
    notation: 'compact',
    minimumSignificantDigits: leastDigits,
    maximumSignificantDigits: 3,
  });
  return compacted ? text : undefined;
}

/** A share of a whole: one decimal, "< 0.1%" when tiny. */
export function formatShare(value: number | null, style: NumberStyle): string {
  return formatFull(value, 'ratio', style);
}

/** Size of a relative change without its sign, 0.082 → "8.2%"; no decimals from 100 % on. */
export function formatChangeSize(change: number, locale: string): string {
  const size = Math.abs(change);
  const digits = size >= 1 ? 0 : 1;
  return write(size, locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).text;
}

/** Size of a difference of rates without its sign, in percentage points: 0.012 → "1.2 pp". */
export function formatPointsSize(change: number, locale: string, { spoken = false } = {}): string {
  const { text: size } = write(Math.abs(change) * 100, locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return textsOf(locale).t(spoken ? 'format.pointsSpoken' : 'format.points', { size });
}

/**
 * A difference with its sign: "+€120", "−0.04 pp". Differences of rates are percentage points, with as
 * many decimals as tell small ones apart.
 */
export function formatSigned(value: number, unit: Unit, style: NumberStyle): string {
  const sign = value > 0 ? '+' : '';
  if (unit !== 'ratio') return `${sign}${formatCell(value, unit, style)}`;
  const points = Math.abs(value) * 100;
  const digits = points === 0 || points >= 0.1 ? 1 : 2;
  const { text: size } = write(points, style.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${value < 0 ? '\u2212' : sign}${textsOf(style.locale).t('format.points', { size })}`;
}
