import { monthOf } from './months.js';
import { parseOffset } from './zones.js';

/** In which order a date of three numbers is read. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** A date and time as they are written. */
export interface WrittenTime {
  /** The reading as if it were UTC, in milliseconds. */
  readonly wallMs: number;
  /** The offset that the value names, in milliseconds. */
  readonly offsetMs?: number | undefined;
}

/** A date whose first two numbers could be either day or month. */
interface Undecided {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  readonly sign: string;
  readonly rest: string;
}

const timePart =
  /^(?:[T\s,]+|$)(?:(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?)?\s*([AaPp]\.?\s?[Mm]\.?)?(?:\s*Uhr)?\s*(Z|[A-Za-z]{2,4}(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{1,2}(?::?\d{2})?)?\s*(?:\([^)]*\))?$/;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/;
const threeNumbers = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)(.*)$/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{4})?$/;
const dayMonthName =
  /^(\d{1,2})\.?[\s-]*(?:de\s+)?([A-Za-zäéûÄ]{3,12})\.?,?[\s-]*(?:de\s+)?(\d{4}|\d{2})(?!\d)(.*)$/;
const monthNameDay = /^([A-Za-zäéûÄ]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)(.*)$/;
const weekday = /^[A-Za-zäéûìÀ-ÿ]{2,10}\.?,?\s+(?=\d|[A-Z])/;
const epoch = /^(\d{10}|\d{13})$/;
/** Days since 30 December 1899, as spreadsheets count: 1954 to 2119. */
const serial = /^[2-7]\d{4}(?:\.\d+)?$/;
const spreadsheetStart = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

function wallOf(year: number, month: number, day: number, rest: string): WrittenTime | undefined {
  const full = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
  const dateMs = Date.UTC(full, month - 1, day);
  const date = new Date(dateMs);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const trimmed = rest.replace(/^\s*(?:at|um|à|alle|om)\s+/, ' ').trimEnd();
  if (trimmed === '') return { wallMs: dateMs };
  const match = timePart.exec(trimmed);
  if (match === null) return undefined;
  const [, hourText, minuteText, secondText, fraction = '', half, zone] = match;
  let hour = Number(hourText ?? 0);
  const [minute, second] = [Number(minuteText ?? 0), Number(secondText ?? 0)];
  if (half !== undefined) {
    if (hourText === undefined || hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const offsetMs = zone === undefined ? undefined : parseOffset(zone);
  if (zone !== undefined && offsetMs === undefined) return undefined;
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { wallMs: dateMs + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms, offsetMs };
}

/** What can be read without knowing an order of day and month; or the numbers that need one. */
function readDate(text: string): WrittenTime | Undecided | undefined {
  const ymd = yearFirst.exec(text);
  if (ymd !== null) return wallOf(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]), ymd[4] ?? '');
  const numbers = threeNumbers.exec(text);
  if (numbers !== null) {
    const [, first, sign = '', second, year, rest = ''] = numbers;
    return { first: Number(first), second: Number(second), year: Number(year), sign, rest };
  }
  if (epoch.test(text)) {
    return { wallMs: Number(text) * (text.length === 10 ? 1000 : 1), offsetMs: 0 };
  }
  const packed = compact.exec(text);
  if (packed !== null) {
    const [, year, month, day, hour, minute, second = '00', zone = ''] = packed;
    const time = hour === undefined ? '' : ` ${hour}:${minute}:${second}${zone}`;
    return wallOf(Number(year), Number(month), Number(day), time);
  }
  if (serial.test(text)) {
    return { wallMs: spreadsheetStart + Math.round((Number(text) * dayMs) / 1000) * 1000 };
  }
  const named = text.replace(weekday, (start) =>
    monthOf(start.trim()) === undefined ? '' : start,
  );
  const dayFirst = dayMonthName.exec(named);
  const monthFirst = dayFirst === null ? monthNameDay.exec(named) : null;
  const match = dayFirst ?? monthFirst;
  if (match === null) return undefined;
  const [day, name] = dayFirst !== null ? [match[1], match[2]] : [match[2], match[1]];
  const month = monthOf(name ?? '');
  if (month === undefined) return undefined;
  return wallOf(Number(match[3]), month, Number(day), match[4] ?? '');
}

const isUndecided = (value: WrittenTime | Undecided): value is Undecided => 'first' in value;

/** `each`: the column holds both orders; only values that can be read in one way are. */
export type ColumnOrder = 'dmy' | 'mdy' | 'each';

/** A date or date and time in any common way of writing. */
export function parseTime(text: string, order: ColumnOrder): WrittenTime | undefined {
  const read = readDate(text);
  if (read === undefined || !isUndecided(read)) return read;
  const { first, second, year, rest } = read;
  if (order === 'dmy') return wallOf(year, second, first, rest);
  if (order === 'mdy') return wallOf(year, first, second, rest);
  if (first === second) return wallOf(year, first, second, rest);
  if (first > 12) return wallOf(year, second, first, rest);
  if (second > 12) return wallOf(year, first, second, rest);
  return undefined;
}

/** What the values of a column say about the order of day and month. */
export interface DateEvidence {
  readonly dates: number;
  readonly others: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Values such as `03/04/2026`. */
  readonly ambiguous: number;
  /** Of these, those with points between the numbers, where the day comes first by custom. */
  readonly withPoints: number;
  readonly example: string | undefined;
}

export interface DateSurvey {
  add(text: string): void;
  readonly evidence: DateEvidence;
}

/** Looks at every value of a column; nothing is decided from a sample. */
export function createDateSurvey(): DateSurvey {
  let [dates, others, dayFirst, monthFirst, ambiguous, withPoints] = [0, 0, 0, 0, 0, 0];
  let example: string | undefined;
  let last = '';
  let lastKind = '';

  function kindOf(text: string): string {
    const read = readDate(text);
    if (read === undefined) return 'other';
    if (!isUndecided(read) || read.first === read.second) return 'date';
    const { first, second, sign } = read;
    if (first > 12) return second > 12 ? 'other' : 'day';
    if (second > 12) return 'month';
    return sign === '.' ? 'points' : 'ambiguous';
  }

  return {
    add(text) {
      // lines of one order stand together and bear one time
      const kind = text === last ? lastKind : kindOf(text);
      last = text;
      lastKind = kind;
      if (kind === 'other') {
        others += 1;
        return;
      }
      dates += 1;
      if (kind === 'day') dayFirst += 1;
      else if (kind === 'month') monthFirst += 1;
      else if (kind === 'points' || kind === 'ambiguous') {
        ambiguous += 1;
        if (kind === 'points') withPoints += 1;
        example ??= text;
      }
    },
    get evidence() {
      return { dates, others, dayFirst, monthFirst, ambiguous, withPoints, example };
    },
  };
}

/** The order that all rows together leave no doubt about; undefined when somebody has to say. */
export function decideOrder(evidence: DateEvidence): ColumnOrder | undefined {
  const { dayFirst, monthFirst, ambiguous, withPoints } = evidence;
  if (dayFirst > 0 && monthFirst > 0) return 'each';
  if (dayFirst > 0) return 'dmy';
  if (monthFirst > 0) return 'mdy';
  return ambiguous === withPoints ? 'dmy' : undefined;
}
