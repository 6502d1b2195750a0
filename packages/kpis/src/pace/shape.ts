import {
  bucketsIn,
  type KpiCalendar,
  type Period,
  sameLastYear,
  shiftPeriod,
  wallOfDate,
} from '../calendar/period.js';

/** Finished buckets of a metric, oldest first and without gaps; null for what is unknown. */
export interface BucketSeries {
  /** Local starts. */
  readonly times: readonly string[];
  readonly values: readonly (number | null)[];
}

/** What a period's shape was learnt from, the most telling first. */
export const shapeMethods = [
  'same_period_last_year',
  'earlier_periods',
  'weekdays',
  'hours',
  'straight_line',
] as const;
export type ShapeMethod = (typeof shapeMethods)[number];

/** How the whole of a period is usually spread over its buckets. */
export interface PeriodShape {
  /** Share of the whole in each bucket; not negative, they sum to 1. */
  readonly weights: readonly number[];
  readonly method: ShapeMethod;
  /** Earlier periods, weeks or days that it was learnt from; 0 for a straight line. */
  readonly learntFrom: number;
}

/** Weeks that weekdays are learnt from, and the fewest that tell something. */
const weeks = { most: 12, fewest: 2 } as const;
/** Days of the same weekday that hours are learnt from. */
const sameDays = { most: 8, fewest: 3 } as const;
/** Weight of one period of the same season, of another one with and without such, and of an even spread. */
const trust = { season: 4, beside: 0.25, other: 1, even: 1 } as const;
/** Earlier periods beside those of the same season. */
const others: Readonly<Record<KpiCalendar, number>> = {
  day: 0,
  week: 0,
  month: 6,
  quarter: 4,
  year: 0,
};
const yearsBack = 2;
/** Buckets to each side that a profile is smoothed over. */
const smoothing = 3;

const even = (count: number): PeriodShape => ({
  weights: Array.from({ length: count }, () => 1 / count),
  method: 'straight_line',
  learntFrom: 0,
});

/**
 * The usual shape of a period, learnt from finished buckets before it. Days: the hours of the same
 * weekday. Weeks: their weekdays. Longer periods: weekdays, times where in the period sales fall, taken
 * from the same period of up to two earlier years (4 parts each), up to six periods before (a quarter of
 * a part each beside those, else 1) and an even spread (1 part). A straight line where there is too little.
 */
export function shapeOf(period: Period, history: BucketSeries): PeriodShape {
  const labels = bucketsIn(period);
  const before = cutBefore(history, period.from);
  if (period.calendar === 'day') return hoursShape(labels, before);
  const days = weekdayFactors(before);
  if (days === undefined) return even(labels.length);
  const plain = labels.map((label) => days.factors[weekdayOf(label)] ?? 1);
  const profile =
    period.calendar === 'week' ? undefined : positionProfile(period, before, days.factors);
  const weights = normalised(plain.map((weight, i) => weight * (profile?.values[i] ?? 1)));
  if (weights === undefined) return even(labels.length);
  return profile === undefined
    ? { weights, method: 'weekdays', learntFrom: days.weeks }
    : { weights, method: profile.method, learntFrom: profile.periods };
}

const weekdayOf = (label: string) => new Date(wallOfDate(label)).getUTCDay();

/** The part of a history before a date, from its first bucket that holds something. */
function cutBefore({ times, values }: BucketSeries, date: string): BucketSeries {
  const end = times.findIndex((time) => time.slice(0, 10) >= date);
  const to = end < 0 ? times.length : end;
  const first = values.findIndex((value) => (value ?? 0) !== 0);
  const from = first < 0 ? to : Math.min(first, to);
  return { times: times.slice(from, to), values: values.slice(from, to) };
}

function normalised(values: readonly number[]): readonly number[] | undefined {
  const positive = values.map((value) => Math.max(0, value));
  const sum = positive.reduce((all, value) => all + value, 0);
  return sum > 0 && Number.isFinite(sum) ? positive.map((value) => value / sum) : undefined;
}

/** Mean of each weekday over the mean of all, from the last whole weeks. */
function weekdayFactors({ times, values }: BucketSeries) {
  const count = Math.min(weeks.most, Math.floor(values.length / 7));
  if (count < weeks.fewest) return undefined;
  const sums = new Array<number>(7).fill(0);
  for (let back = 1; back <= count * 7; back++) {
    const day = weekdayOf(times[times.length - back] ?? '');
    sums[day] = (sums[day] ?? 0) + (values[values.length - back] ?? 0);
  }
  const shares = normalised(sums);
  return shares && { weeks: count, factors: shares.map((share) => share * 7) };
}

/** Where in such periods things fall, apart from weekdays; undefined without an earlier one. */
function positionProfile(period: Period, history: BucketSeries, factors: readonly number[]) {
  const count = bucketsIn(period).length;
  const valueAt = new Map(history.times.map((time, i) => [time, history.values[i] ?? 0]));
  const profilesOf = (periods: readonly Period[]) =>
    periods
      .map((one) => profileOf(one, count, valueAt, factors))
      .filter((profile) => profile !== undefined);
  const seasonal = profilesOf(lastYears(period));
  const near = profilesOf(
    Array.from({ length: others[period.calendar] }, (_, back) => shiftPeriod(period, -1 - back)),
  );
  const periods = seasonal.length + near.length;
  if (periods === 0) return undefined;
  // a year is its seasons: spread evenly it would lose them
  const flat = period.calendar === 'year' ? 0 : trust.even;
  const other = seasonal.length > 0 ? trust.beside : trust.other;
  const total = trust.season * seasonal.length + other * near.length + flat;
  const values = Array.from({ length: count }, (_, i) => {
    const sum = (all: readonly (readonly number[])[]) =>
      all.reduce((so, one) => so + (one[i] ?? 1), 0);
    return (trust.season * sum(seasonal) + other * sum(near) + flat) / total;
  });
  const method: ShapeMethod = seasonal.length > 0 ? 'same_period_last_year' : 'earlier_periods';
  return { values, periods: method === 'earlier_periods' ? periods : seasonal.length, method };
}

function lastYears(period: Period): readonly Period[] {
  const found: Period[] = [];
  let at = period;
  for (let years = 0; years < yearsBack; years++) {
    at = sameLastYear(at);
    found.push(at);
  }
  return found;
}

/** One period's days without their weekdays, smoothed, mean 1, stretched to so many buckets. */
function profileOf(
  period: Period,
  count: number,
  valueAt: ReadonlyMap<string, number>,
  factors: readonly number[],
): readonly number[] | undefined {
  const labels = bucketsIn(period);
  if (!labels.every((label) => valueAt.has(label))) return undefined;
  const plain = labels.map((label) => {
    const factor = factors[weekdayOf(label)] ?? 1;
    // a weekday on which nothing is ever sold tells nothing of where in the period things fall
    return factor > 0.02 ? (valueAt.get(label) ?? 0) / factor : undefined;
  });
  const smooth = plain.map((_, i) => {
    const around = plain
      .slice(Math.max(0, i - smoothing), i + smoothing + 1)
      .filter((value) => value !== undefined);
    return around.reduce((all, value) => all + value, 0) / Math.max(1, around.length);
  });
  const shares = normalised(smooth);
  if (shares === undefined) return undefined;
  const last = Math.max(1, count - 1);
  return Array.from(
    { length: count },
    (_, i) => (shares[Math.round((i / last) * (shares.length - 1))] ?? 0) * shares.length,
  );
}

/** The hours of the same weekday, with two parts of every day's. */
function hoursShape(labels: readonly string[], { times, values }: BucketSeries): PeriodShape {
  const day = weekdayOf(labels[0] ?? '');
  const same = new Map<string, number>();
  const all = new Map<string, number>();
  const days = new Set<string>();
  for (let i = times.length - 1; i >= 0; i--) {
    const time = times[i] ?? '';
    const hour = time.slice(11, 13);
    const value = values[i] ?? 0;
    all.set(hour, (all.get(hour) ?? 0) + value / 7);
    if (weekdayOf(time) !== day) continue;
    if (!days.has(time.slice(0, 10)) && days.size === sameDays.most) break;
    days.add(time.slice(0, 10));
    same.set(hour, (same.get(hour) ?? 0) + value);
  }
  if (days.size < sameDays.fewest) return even(labels.length);
  const everyDay = 2 / days.size;
  const weights = normalised(
    labels.map((label) => {
      const hour = label.slice(11, 13);
      return Math.max(0, same.get(hour) ?? 0) + everyDay * Math.max(0, all.get(hour) ?? 0);
    }),
  );
  if (weights === undefined) return even(labels.length);
  return { weights, method: 'hours', learntFrom: days.size };
}
