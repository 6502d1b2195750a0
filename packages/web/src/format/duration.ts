import { MISSING } from './numbers.js';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const formats = new Map<string, Intl.NumberFormat>();

function write(value: number, unit: string, digits: number, locale: string): string {
  const key = `${locale} ${unit} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits };
    try {
      format = new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions);
    } catch {
      format = new Intl.NumberFormat('en', options as Intl.NumberFormatOptions);
    }
    formats.set(key, format);
  }
  return format.format(value);
}

/** A length of time in its two largest units: "2 hr 5 min", "45.2 sec". */
export function formatDuration(seconds: number | null, locale: string): string {
  if (seconds === null) return MISSING;
  const sign = seconds < 0 ? '−' : '';
  const size = Math.abs(seconds);
  if (size < 60) return sign + write(size, 'second', size < 10 ? 2 : 1, locale);
  const at = UNITS.findIndex(([, length]) => Math.round(size) >= length);
  const [large, small] = [UNITS[at] ?? UNITS[3], UNITS[at + 1] ?? UNITS[3]];
  const smalls = Math.round(size / small[1]);
  const per = large[1] / small[1];
  const [first, rest] = [Math.floor(smalls / per), smalls % per];
  const words = write(first, large[0], 0, locale);
  return sign + (rest === 0 ? words : `${words} ${write(rest, small[0], 0, locale)}`);
}

/** A length of time in its largest unit alone, for an axis: "1.5 hr". */
export function formatDurationShort(seconds: number | null, locale: string): string {
  if (seconds === null) return MISSING;
  const size = Math.abs(seconds);
  const [unit, length] = UNITS.find(([, one]) => size >= one) ?? UNITS[3];
  return (seconds < 0 ? '−' : '') + write(size / length, unit, 1, locale);
}
