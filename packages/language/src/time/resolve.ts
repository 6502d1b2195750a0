import { civilOf, type Day, dayOf, dayOfIso, daysInMonth, realDay, weekdayOf } from './civil.js';
import { type Holiday, holidayOn } from './holidays.js';
import { addUnits, type CalendarRules, endOfUnit, startOfUnit, type TimeUnit } from './units.js';

/** A time expression as understood, before it meets a calendar. */
export type TimeNode =
  | { readonly op: 'day_offset'; readonly n: number }
  | { readonly op: 'this' | 'to_date'; readonly unit: TimeUnit }
  | { readonly op: 'last' | 'next'; readonly unit: TimeUnit; readonly n: number }
  | { readonly op: 'ago'; readonly unit: TimeUnit; readonly n: number }
  | { readonly op: 'since' | 'until' | 'before' | 'after' | 'week_of'; readonly of: TimeNode }
  | { readonly op: 'range'; readonly a: TimeNode; readonly b: TimeNode }
  | { readonly op: 'year'; readonly year: number }
  | {
      readonly op: 'month';
      readonly month: number;
      readonly year?: YearOf;
      readonly complete?: true;
    }
  | {
      /** 1 is spring, 4 the winter that begins in the year's December */
      readonly op: 'season';
      readonly season: number;
      readonly year?: YearOf;
      readonly complete?: true;
    }
  | { readonly op: 'date'; readonly day: number; readonly month: number; readonly year?: YearOf }
  | {
      readonly op: 'days';
      readonly first: number;
      readonly last: number;
      readonly month: number;
      readonly year?: YearOf;
    }
  | {
      readonly op: 'quarter' | 'half' | 'week' | 'fiscal_quarter';
      readonly n: number;
      readonly year?: YearOf;
    }
  | { readonly op: 'fiscal_year'; readonly year: number }
  | { readonly op: 'weekday'; readonly weekday: number; readonly strict: boolean }
  | { readonly op: 'holiday'; readonly holiday: Holiday; readonly year?: YearOf }
  | { readonly op: 'numeric'; readonly text: string };

/** A year as written, or relative to the running one (−1: last year). */
export type YearOf =
  | { readonly kind: 'absolute'; readonly year: number }
  | { readonly kind: 'relative'; readonly n: number };

/** The half-open range a node stands for; `unit` is the calendar unit it fills, if one. */
interface DayRange {
  readonly from: Day;
  readonly to: Day;
  readonly unit: TimeUnit | null;
}

/** Where and when the question is asked. */
export interface TimeContext extends CalendarRules {
  readonly today: Day;
  /** Whether `03/04` is 3 April. */
  readonly dayFirst: boolean;
}

/** The open start of "until …". */
const beginningOfTime: Day = 0;

/**
 * The range of a node in a calendar; undefined where no such day exists (30 February) or the range
 * would be empty.
 * @param year the year to use for a part that names none; otherwise the latest that has begun
 */
export function resolveTime(
  node: TimeNode,
  context: TimeContext,
  year?: number,
): DayRange | undefined {
  const { today } = context;
  const tomorrow = today + 1;
  const unitRange = (start: Day, unit: TimeUnit): DayRange => ({
    from: start,
    to: endOfUnit(start, unit),
    unit,
  });
  const thisYear = civilOf(today).year;
  const written = (of: YearOf | undefined) =>
    of === undefined ? year : of.kind === 'absolute' ? of.year : thisYear + of.n;
  /** Tries the years from the running one down, taking the first whose range has begun. */
  const latest = (
    of: YearOf | undefined,
    make: (y: number) => DayRange | undefined,
  ): DayRange | undefined => {
    const given = written(of);
    if (given !== undefined) return make(given);
    for (let y = thisYear + 1; y >= thisYear - 8; y--) {
      const range = make(y);
      if (range !== undefined && range.from <= today) return range;
    }
    return undefined;
  };

  switch (node.op) {
    case 'day_offset':
      return unitRange(today + node.n, 'day');
    case 'this': {
      const start = startOfUnit(today, node.unit, context);
      if (start > today) return unitRange(start, node.unit);
      if (node.unit === 'weekend') return unitRange(start, node.unit);
      return { from: start, to: tomorrow, unit: node.unit };
    }
    case 'to_date':
      return { from: startOfUnit(today, node.unit, context), to: tomorrow, unit: node.unit };
    case 'last': {
      const start = startOfUnit(today, node.unit, context);
      if (node.unit === 'weekend') {
        if (node.n > 1) return undefined;
        const from = addUnits(start, 'weekend', -node.n);
        return { from, to: from + 2, unit: 'weekend' };
      }
      return {
        from: addUnits(start, node.unit, -node.n),
        to: start,
        unit: node.n === 1 ? node.unit : null,
      };
    }
    case 'next': {
      const start = addUnits(startOfUnit(today, node.unit, context), node.unit, 1);
      return {
        from: start,
        to: endOfUnit(addUnits(start, node.unit, node.n - 1), node.unit),
        unit: node.n === 1 ? node.unit : null,
      };
    }
    case 'ago':
      return unitRange(
        addUnits(startOfUnit(today, node.unit, context), node.unit, -node.n),
        node.unit,
      );
    case 'since': {
      const start = resolveTime(node.of, context, year);
      return start === undefined || start.from >= tomorrow
        ? undefined
        : { from: start.from, to: tomorrow, unit: null };
    }
    case 'after': {
      const start = resolveTime(node.of, context, year);
      return start === undefined || start.to >= tomorrow
        ? undefined
        : { from: start.to, to: tomorrow, unit: null };
    }
    case 'until':
    case 'before': {
      const end = resolveTime(node.of, context, year);
      if (end === undefined) return undefined;
      return { from: beginningOfTime, to: node.op === 'until' ? end.to : end.from, unit: null };
    }
    case 'week_of': {
      const of = resolveTime(node.of, context, year);
      return of === undefined
        ? undefined
        : unitRange(startOfUnit(of.from, 'week', context), 'week');
    }
    case 'range':
      return resolveBetween(node.a, node.b, context);
    case 'year':
      return unitRange(dayOf(node.year, 1, 1), 'year');
    case 'month':
      return latest(node.year, (y) => {
        const range = unitRange(dayOf(y, node.month, 1), 'month');
        return node.complete === true && range.to > today ? undefined : range;
      });
    case 'season':
      return latest(node.year, (y) => {
        const first = 3 * node.season;
        const from = dayOf(y, first, 1);
        const to = first === 12 ? dayOf(y + 1, 3, 1) : dayOf(y, first + 3, 1);
        return node.complete === true && to > today + 1 ? undefined : { from, to, unit: null };
      });
    case 'date':
      return latest(node.year, (y) => {
        const day = realDay(y, node.month, node.day);
        return day === undefined ? undefined : unitRange(day, 'day');
      });
    case 'days':
      return latest(node.year, (y) => {
        const from = realDay(y, node.month, node.first);
        const last = realDay(
          y,
          node.month,
          node.last === 31 ? daysInMonth(y, node.month) : node.last,
        );
        return from === undefined || last === undefined || last < from
          ? undefined
          : { from, to: last + 1, unit: null };
      });
    case 'quarter':
      return latest(node.year, (y) => unitRange(dayOf(y, 3 * node.n - 2, 1), 'quarter'));
    case 'half':
      return latest(node.year, (y) => ({
        from: dayOf(y, 6 * node.n - 5, 1),
        to: dayOf(y, 6 * node.n + 1, 1),
        unit: null,
      }));
    case 'week':
      return latest(node.year, (y) => weekOfYear(node.n, y, context));
    case 'fiscal_year':
      return unitRange(fiscalYearStart(node.year, context), 'fiscal_year');
    case 'fiscal_quarter':
      return latest(node.year, (y) =>
        unitRange(
          addUnits(fiscalYearStart(y, context), 'fiscal_quarter', node.n - 1),
          'fiscal_quarter',
        ),
      );
    case 'weekday': {
      let back = (weekdayOf(today) - node.weekday + 7) % 7;
      if (node.strict && back === 0) back = 7;
      return unitRange(today - back, 'day');
    }
    case 'holiday':
      return latest(node.year, (y) => unitRange(holidayOn(node.holiday, y), 'day'));
    case 'numeric':
      return resolveNumeric(node.text, context, year);
  }
}

/** A fiscal year bears the number of the calendar year it ends in (2026: April 2025 to March 2026). */
function fiscalYearStart(year: number, rules: CalendarRules): Day {
  const first = rules.fiscalYearStartMonth;
  return dayOf(first === 1 ? year : year - 1, first, 1);
}

/** ISO week for a Monday start; for a Sunday start the week with 1 January is the first. */
function weekOfYear(n: number, year: number, rules: CalendarRules): DayRange | undefined {
  const anchor = dayOf(year, 1, rules.weekStart === 'monday' ? 4 : 1);
  const from = startOfUnit(anchor, 'week', rules) + 7 * (n - 1);
  const next = startOfUnit(dayOf(year + 1, 1, rules.weekStart === 'monday' ? 4 : 1), 'week', rules);
  return n < 1 || from >= next ? undefined : { from, to: from + 7, unit: 'week' };
}

function resolveBetween(a: TimeNode, b: TimeNode, context: TimeContext): DayRange | undefined {
  const yearA = namedYear(a, context);
  const yearB = namedYear(b, context);
  let first = resolveTime(a, context, yearB);
  let last = resolveTime(b, context, yearA);
  if (first === undefined || last === undefined) return undefined;
  if (first.from >= last.to) {
    // "November to February 2026" starts the year before; "from November 2025 to February" ends the year after
    if (yearA === undefined) first = resolveTime(a, context, civilOf(first.from).year - 1);
    else if (yearB === undefined) last = resolveTime(b, context, yearA + 1);
  }
  if (first === undefined || last === undefined || first.from >= last.to) return undefined;
  return { from: first.from, to: last.to, unit: null };
}

function namedYear(node: TimeNode, context: TimeContext): number | undefined {
  if (node.op === 'year') return node.year;
  if (node.op === 'numeric') {
    const range = /\d{4}/.test(node.text) ? resolveNumeric(node.text, context) : undefined;
    return range === undefined ? undefined : civilOf(range.from).year;
  }
  if ('year' in node && node.year !== undefined && typeof node.year !== 'number') {
    return node.year.kind === 'absolute'
      ? node.year.year
      : civilOf(context.today).year + node.year.n;
  }
  return undefined;
}

/** The order of day and month that an unambiguous numeric date in a node shows (`24/12 – 02/01`). */
export function shownOrder(node: TimeNode): 'day_first' | 'month_first' | undefined {
  switch (node.op) {
    case 'range':
      return shownOrder(node.a) ?? shownOrder(node.b);
    case 'since':
    case 'until':
    case 'before':
    case 'after':
    case 'week_of':
      return shownOrder(node.of);
    case 'numeric': {
      const match = /^(\d{1,2})[/-](\d{1,2})(?:[/-]\d{2,4})?$/.exec(node.text);
      if (match === null) return undefined;
      if (Number(match[1]) > 12) return 'day_first';
      return Number(match[2]) > 12 ? 'month_first' : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a node holds a numeric date that reads as another day when day and month change places. */
export function isAmbiguousDate(node: TimeNode): boolean {
  switch (node.op) {
    case 'range':
      return isAmbiguousDate(node.a) || isAmbiguousDate(node.b);
    case 'since':
    case 'until':
    case 'before':
    case 'after':
    case 'week_of':
      return isAmbiguousDate(node.of);
    case 'numeric': {
      const match = /^(\d{1,2})[/-](\d{1,2})(?:[/-]\d{2,4})?$/.exec(node.text);
      if (match === null) return false;
      const a = Number(match[1]);
      const b = Number(match[2]);
      return a <= 12 && b <= 12 && a >= 1 && b >= 1 && a !== b;
    }
    default:
      return false;
  }
}

function resolveNumeric(text: string, context: TimeContext, year?: number): DayRange | undefined {
  const day = (d: Day | undefined): DayRange | undefined =>
    d === undefined ? undefined : { from: d, to: d + 1, unit: 'day' };
  const yearMonth = /^(\d{4})[-/](\d{2})$/.exec(text);
  const monthYear = /^(\d{1,2})[/.](\d{4})$/.exec(text);
  if (yearMonth !== null || monthYear !== null) {
    const month = Number(yearMonth?.[2] ?? monthYear?.[1]);
    if (month < 1 || month > 12) return undefined;
    const from = dayOf(Number(yearMonth?.[1] ?? monthYear?.[2]), month, 1);
    return { from, to: endOfUnit(from, 'month'), unit: 'month' };
  }
  const big = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (big !== null)
    return day(dayOfIso([big[1], big[2]?.padStart(2, '0'), big[3]?.padStart(2, '0')].join('-')));
  const match = /^(\d{1,2})([./-])(\d{1,2})(?:[./-](\d{2,4})?)?$/.exec(text);
  if (match === null) return undefined;
  const a = Number(match[1]);
  const b = Number(match[3]);
  const dayFirst = match[2] === '.' || a > 12 || (b <= 12 && context.dayFirst);
  const [d, m] = dayFirst ? [a, b] : [b, a];
  const short = match[4];
  const given =
    short === undefined ? undefined : short.length === 2 ? 2000 + Number(short) : Number(short);
  return resolveTime(
    {
      op: 'date',
      day: d,
      month: m,
      ...(given === undefined ? {} : { year: { kind: 'absolute', year: given } }),
    },
    context,
    year,
  );
}
