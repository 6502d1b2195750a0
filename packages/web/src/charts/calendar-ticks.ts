import type { Grain } from '@olympus/sdk';
import { formatTick, readLocal } from '../format/dates.js';

export interface Tick {
  readonly index: number;
  readonly label: string;
}

interface Bucket {
  readonly date: Date;
  readonly index: number;
  readonly before: Date | undefined;
}

/** Which buckets get a label, and how the labels are written. */
interface Choice {
  readonly holds: (bucket: Bucket) => boolean;
  readonly as: Grain;
}

const hours = (step: number): Choice => ({
  holds: ({ date }) => date.getUTCHours() % step === 0,
  as: 'hour',
});
const every = (step: number, as: Grain): Choice => ({
  holds: ({ index }) => index % step === 0,
  as,
});
const mondays: Choice = { holds: ({ date }) => date.getUTCDay() === 1, as: 'day' };
const halfMonths: Choice = { holds: ({ date }) => [1, 16].includes(date.getUTCDate()), as: 'day' };
/** The first bucket that starts in a month whose number from January is a multiple of the step. */
const months = (step: number, as: Grain): Choice => ({
  holds: ({ date, before }) =>
    date.getUTCMonth() % step === 0 &&
    (before ? before.getUTCMonth() !== date.getUTCMonth() : date.getUTCDate() <= 7),
  as,
});
const years = (step: number): Choice => ({
  holds: ({ date, before }) =>
    date.getUTCFullYear() % step === 0 &&
    (before
      ? before.getUTCFullYear() !== date.getUTCFullYear()
      : date.getUTCMonth() === 0 && date.getUTCDate() <= 7),
  as: 'year',
});

const YEARS = [1, 2, 5, 10, 20, 50, 100].map(years);
const MONTHS = [months(1, 'month'), months(2, 'month'), months(3, 'month'), months(6, 'month')];

/** From the finest to the coarsest. */
const CHOICES: Readonly<Record<Grain, readonly Choice[]>> = {
  hour: [...[1, 2, 3, 6, 12, 24].map(hours), ...MONTHS, ...YEARS],
  day: [every(1, 'day'), every(2, 'day'), mondays, halfMonths, ...MONTHS, ...YEARS],
  week: [every(1, 'week'), every(2, 'week'), ...MONTHS, ...YEARS],
  month: [every(1, 'month'), ...MONTHS.slice(1), ...YEARS],
  quarter: [every(1, 'quarter'), months(6, 'quarter'), ...YEARS],
  year: YEARS,
};

/**
 * The labels of a time axis, where a calendar has its own: midnights, Mondays, firsts of months,
 * years. The finest choice with at most `max` labels is taken; where none of the calendar's has two,
 * the buckets are counted off evenly.
 */
export function timeTicks(
  times: readonly string[],
  grain: Grain,
  max: number,
  locale: string,
): readonly Tick[] {
  const dates = times.map(readLocal);
  const oneDay = times[0]?.slice(0, 10) === times.at(-1)?.slice(0, 10);
  for (const { holds, as } of CHOICES[grain]) {
    const found: Tick[] = [];
    dates.forEach((date, index) => {
      if (!holds({ date, index, before: dates[index - 1] })) return;
      const midnight = as === 'hour' && date.getUTCHours() === 0 && !oneDay;
      found.push({ index, label: formatTick(times[index] ?? '', midnight ? 'day' : as, locale) });
    });
    if (found.length <= max && found.length >= Math.min(2, times.length)) return found;
  }
  return thinned(times.length, max).map((index) => ({
    index,
    label: formatTick(times[index] ?? '', grain, locale),
  }));
}

/** At most `max` of `count` places, evenly apart from the first on. */
export function thinned(count: number, max: number): readonly number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, max)));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}
