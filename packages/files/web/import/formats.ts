import { addDays, formatBucket, formatRange, localDate } from '@olympus/web/kit';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size of a file: "2.4 MB". */
export function formatBytes(bytes: number, locale: string): string {
  const power = Math.floor(Math.log10(Math.max(1, bytes)) / 3);
  const step = Math.min(UNITS.length - 1, Math.max(0, power - 1));
  const size = bytes / 1000 ** (step + 1);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step],
    unitDisplay: 'short',
    maximumFractionDigits: size < 10 ? 1 : 0,
  }).format(size);
}

/** The days from the first to the last of two instants, as the overview's address writes them; undefined for none. */
export function datesOf(
  { first, last }: { readonly first: string | null; readonly last: string | null },
  timeZone: string,
): string | undefined {
  const [from, to] = [first, last].map((at) => at && localDate(at, timeZone));
  return from && to ? `${from}..${addDays(to, 1)}` : undefined;
}

/** What {@link datesOf} wrote, in words. */
export function formatDates(dates: string, locale: string): string {
  const [from = '', to = ''] = dates.split('..');
  return formatRange({ from, to }, locale);
}

/** `2026-07` in words. */
export const formatMonth = (month: string, locale: string): string =>
  formatBucket(`${month}-01`, 'month', locale);

/** An amount of the server, a decimal number in text, for display. */
export function formatMoney(amount: string, currency: string, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency })
      .format(Number(amount))
      .replace('-', '−');
  } catch {
    // a currency that is none
    return `${new Intl.NumberFormat(locale).format(Number(amount))} ${currency}`.trim();
  }
}

/** "a.csv", "a.csv, b.csv". */
export const formatFiles = (files: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'unit' }).format(files);
