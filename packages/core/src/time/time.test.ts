import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { Problem } from '../problem.js';
import { bucketsOf, printBucket } from './buckets.js';
import { type Calendar, type Grain, grains } from './calendar.js';
import { comparisonRange } from './comparison.js';
import { parseTimeRange, resolveTimeframe, type TimeRange } from './range.js';
import { type Timeframe, timeframes } from './timeframe.js';
import { fromWall, isTimeZone, offsetAt, offsetSpans, toWall } from './zone.js';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
];
const instant = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2035, 0, 1) });
const zone = fc.constantFrom(...zones);
const weekStart = fc.constantFrom('monday' as const, 'sunday' as const, 'saturday' as const);

const calendarAt = (now: string, timeZone = 'Europe/Berlin'): Calendar => ({
  timeZone,
  weekStart: 'monday',
  nowMs: Date.parse(now),
});

function resolve(timeframe: Timeframe, calendar: Calendar): TimeRange {
  const range = resolveTimeframe(timeframe, calendar);
  if (range === undefined) throw new Error(`${timeframe} has no range`);
  return range;
}

const ends = (range: TimeRange) => [range.fromLocal, range.toLocal];

describe('zones', () => {
  test('agree with Temporal on every offset', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, ms) => {
        const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
        expect(offsetAt(timeZone, ms)).toBe(at.offsetNanoseconds / 1e6);
      }),
      { numRuns: 300 },
    );
  });

  test('agree with Temporal on the instant of a local time, repeated and skipped ones too', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, ms) => {
        const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC');
        const expected = local.toPlainDateTime().toZonedDateTime(timeZone).epochMilliseconds;
        expect(fromWall(timeZone, ms)).toBe(expected);
      }),
      { numRuns: 300 },
    );
    // 2024-03-31 02:30 is skipped in Berlin, 2024-10-27 02:30 occurs twice
    expect(fromWall('Europe/Berlin', Date.UTC(2024, 2, 31, 2, 30))).toBe(
      Date.parse('2024-03-31T03:30:00+02:00'),
    );
    expect(fromWall('Europe/Berlin', Date.UTC(2024, 9, 27, 2, 30))).toBe(
      Date.parse('2024-10-27T02:30:00+02:00'),
    );
  });

  test('give spans that cover a range without gaps, each of one offset', () => {
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 1, max: 3e11 }), (timeZone, from, length) => {
        const spans = offsetSpans(timeZone, from, from + length);
        expect(spans[0]?.fromMs).toBe(from);
        expect(spans.at(-1)?.toMs).toBe(from + length);
        spans.forEach((span, index) => {
          expect(offsetAt(timeZone, span.fromMs)).toBe(span.offsetMs);
          expect(offsetAt(timeZone, span.toMs - 1)).toBe(span.offsetMs);
          const next = spans[index + 1];
          if (next === undefined) return;
          expect(next.fromMs).toBe(span.toMs);
          expect(next.offsetMs).not.toBe(span.offsetMs);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('knows which names are zones', () => {
    expect(isTimeZone('Europe/London')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(() => toWall('Mars/Olympus', 0)).toThrow(Problem);
  });
});

describe('buckets', () => {
  test('are printed alike whatever was printed before, before 1970 too', () => {
    const any = fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(any, (ms) => {
        const hour = Math.floor(ms / 3_600_000) * 3_600_000;
        expect(printBucket(hour, 'hour')).toBe(new Date(hour).toISOString().slice(0, 16));
        expect(printBucket(hour + 3_600_000, 'hour')).toBe(
          new Date(hour + 3_600_000).toISOString().slice(0, 16),
        );
      }),
    );
  });

  test('cover their range once, and each starts where its label says', () => {
    const grain = fc.constantFrom(...grains);
    fc.assert(
      fc.property(zone, weekStart, grain, instant, (timeZone, start, size: Grain, from) => {
        const days = size === 'hour' ? 4 : 800;
        const calendar = { timeZone, weekStart: start, nowMs: from };
        const range = { ...resolve('today', calendar), fromMs: from, toMs: from + days * 864e5 };
        const buckets = bucketsOf(range, size, calendar);
        expect(buckets[0]?.fromMs).toBe(range.fromMs);
        expect(buckets.at(-1)?.toMs).toBe(range.toMs);
        buckets.forEach((bucket, index) => {
          if (index === 0) return;
          expect(bucket.fromMs).toBe(buckets[index - 1]?.toMs);
          expect(bucket.fromMs).toBe(fromWall(timeZone, bucket.wallMs));
        });
        expect(new Set(buckets.map((bucket) => bucket.label)).size).toBe(buckets.length);
      }),
      { numRuns: 100 },
    );
  });

  test('make one bucket of the repeated hour and none of the skipped one', () => {
    const calendar = calendarAt('2024-12-01T00:00:00Z');
    const hours = (from: string, to: string) =>
      bucketsOf(parseTimeRange({ from, to }, calendar), 'hour', calendar);
    const autumn = hours('2024-10-27', '2024-10-28');
    expect(autumn).toHaveLength(24);
    expect(autumn[2]).toMatchObject({ label: '2024-10-27T02:00' });
    expect((autumn[2]?.toMs ?? 0) - (autumn[2]?.fromMs ?? 0)).toBe(7_200_000);
    const spring = hours('2024-03-31', '2024-04-01');
    expect(spring).toHaveLength(23);
    expect(spring.map((bucket) => bucket.label)).not.toContain('2024-03-31T02:00');
  });

  test('start weeks on the day the business says', () => {
    const from = '2026-11-18';
    const firsts = (['monday', 'sunday', 'saturday'] as const).map((start) => {
      const calendar = { ...calendarAt('2026-11-20T12:00:00Z'), weekStart: start };
      return bucketsOf(parseTimeRange({ from, to: '2026-11-19' }, calendar), 'week', calendar)[0];
    });
    expect(firsts.map((bucket) => bucket?.label)).toEqual([
      '2026-11-16',
      '2026-11-15',
      '2026-11-14',
    ]);
    expect(firsts.every((bucket) => bucket?.incomplete)).toBe(true);
  });
});

describe('timeframes', () => {
  const calendar = calendarAt('2026-11-20T12:34:56Z');

  test('are half-open ranges of the tenant’s own days', () => {
    const expected: Partial<Record<Timeframe, readonly string[]>> = {
      today: ['2026-11-20', '2026-11-20T13:35'],
      yesterday: ['2026-11-19', '2026-11-20'],
      this_week: ['2026-11-16', '2026-11-20T13:35'],
      last_week: ['2026-11-09', '2026-11-16'],
      this_month: ['2026-11-01', '2026-11-20T13:35'],
      month_to_date: ['2026-11-01', '2026-11-20T13:35'],
      last_month: ['2026-10-01', '2026-11-01'],
      this_quarter: ['2026-10-01', '2026-11-20T13:35'],
      last_quarter: ['2026-07-01', '2026-10-01'],
      year_to_date: ['2026-01-01', '2026-11-20T13:35'],
      last_year: ['2025-01-01', '2026-01-01'],
      last_7_days: ['2026-11-13', '2026-11-20'],
      last_28_days: ['2026-10-23', '2026-11-20'],
      last_12_months: ['2025-11-01', '2026-11-01'],
    };
    for (const [timeframe, range] of Object.entries(expected)) {
      expect(ends(resolve(timeframe as Timeframe, calendar)), timeframe).toEqual(range);
    }
  });

  test('hold the present exactly when they are running', () => {
    fc.assert(
      fc.property(zone, weekStart, instant, (timeZone, start, nowMs) => {
        const at = { timeZone, weekStart: start, nowMs };
        for (const timeframe of timeframes) {
          if (timeframe === 'all_time') continue;
          const range = resolve(timeframe, at);
          expect(range.fromMs).toBeLessThan(range.toMs);
          const holdsNow = range.fromMs <= nowMs && nowMs < range.toMs;
          expect(range.running).toBe(holdsNow);
          expect(holdsNow).toBe(!/^(?:last_|yesterday)/.test(timeframe));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('take all time from the data, in whole days, and nothing without data', () => {
    expect(resolveTimeframe('all_time', calendar)).toBeUndefined();
    const range = resolveTimeframe('all_time', calendar, {
      dataFromMs: Date.parse('2026-01-05T23:30:00Z'),
      dataToMs: Date.parse('2026-02-01T08:00:00Z'),
    });
    expect(range && ends(range)).toEqual(['2026-01-06', '2026-02-02']);
  });
});

describe('explicit ranges', () => {
  const calendar = calendarAt('2026-11-20T12:00:00Z');

  test('read local dates, local times and instants', () => {
    const range = parseTimeRange({ from: '2011-11-01', to: '2011-12-01' }, calendar);
    expect(range.fromMs).toBe(Date.parse('2011-11-01T00:00:00+01:00'));
    expect(range.toMs).toBe(Date.parse('2011-12-01T00:00:00+01:00'));
    const times = parseTimeRange(
      { from: '2011-11-01T09:30', to: '2011-11-01T09:00:00Z' },
      calendar,
    );
    expect(ends(times)).toEqual(['2011-11-01T09:30', '2011-11-01T10:00']);
  });

  test('refuse what is no date, what is reversed, and name the place', () => {
    const problem = (from: string, to: string) => {
      try {
        parseTimeRange({ from, to }, calendar, '/time');
      } catch (error) {
        if (error instanceof Problem) return `${error.code} ${error.at}`;
      }
      return undefined;
    };
    expect(problem('2011-02-30', '2011-12-01')).toBe('invalid_time_range /time/from');
    expect(problem('2011-11-01', 'yesterday')).toBe('invalid_time_range /time/to');
    expect(problem('2011-11-01', '2011-11-01')).toBe('invalid_time_range /time/to');
    expect(problem('0001-01-01', '2011-11-01')).toBe('invalid_time_range /time/from');
  });
});

describe('comparisons', () => {
  const calendar = calendarAt('2026-11-20T12:34:56Z');
  const previous = (timeframe: Timeframe, at = calendar) =>
    ends(comparisonRange(resolve(timeframe, at), 'previous_period', at));

  test('move whole calendar units by calendar units', () => {
    expect(previous('last_month')).toEqual(['2026-09-01', '2026-10-01']);
    expect(previous('last_quarter')).toEqual(['2026-04-01', '2026-07-01']);
    expect(previous('last_year')).toEqual(['2024-01-01', '2025-01-01']);
    expect(previous('last_week')).toEqual(['2026-11-02', '2026-11-09']);
    expect(previous('last_28_days')).toEqual(['2026-09-25', '2026-10-23']);
    const half = parseTimeRange({ from: '2026-01-01', to: '2026-07-01' }, calendar);
    expect(ends(comparisonRange(half, 'previous_period', calendar))).toEqual([
      '2025-07-01',
      '2026-01-01',
    ]);
  });

  test('move other ranges by their length', () => {
    const days = parseTimeRange({ from: '2026-11-05', to: '2026-11-08' }, calendar);
    expect(ends(comparisonRange(days, 'previous_period', calendar))).toEqual([
      '2026-11-02',
      '2026-11-05',
    ]);
    const hours = parseTimeRange({ from: '2026-11-05T10:00', to: '2026-11-05T13:00' }, calendar);
    expect(ends(comparisonRange(hours, 'previous_period', calendar))).toEqual([
      '2026-11-05T07:00',
      '2026-11-05T10:00',
    ]);
  });

  test('take as much of the earlier period as has elapsed of a running one', () => {
    expect(previous('today')).toEqual(['2026-11-19', '2026-11-19T13:35']);
    expect(previous('this_week')).toEqual(['2026-11-09', '2026-11-13T13:35']);
    expect(previous('this_month')).toEqual(['2026-10-01', '2026-10-20T13:35']);
    expect(previous('year_to_date')).toEqual(['2025-01-01', '2025-11-20T13:35']);
    const march = calendarAt('2026-03-31T10:00:00Z');
    expect(previous('this_month', march)).toEqual(['2026-02-01', '2026-03-01']);
    const future = parseTimeRange({ from: '2026-11-01', to: '2026-12-01' }, calendar);
    expect(ends(comparisonRange(future, 'previous_period', calendar))).toEqual([
      '2026-10-01',
      '2026-10-20T13:35',
    ]);
  });

  test('compare the same time of day across a clock change', () => {
    // clocks went back on 2026-10-25 in Berlin
    const monday = calendarAt('2026-10-26T09:00:00Z');
    expect(previous('today', monday)).toEqual(['2026-10-25', '2026-10-25T10:01']);
  });

  test('take a midnight that the clocks skipped for a midnight', () => {
    // clocks went from 00:00 to 01:00 on 1977-05-01 in Casablanca
    const at = calendarAt('1977-05-01T12:00:00Z', 'Africa/Casablanca');
    expect(previous('yesterday', at)).toEqual(['1977-04-29', '1977-04-30']);
    const day = parseTimeRange({ from: '1977-04-30', to: '1977-05-01' }, at);
    expect(ends(day)).toEqual(['1977-04-30', '1977-05-01']);
    expect(comparisonRange(day, 'previous_period', at).toMs).toBe(day.fromMs);
  });

  test('look a year back by the calendar, and weeks by weekdays', () => {
    const year = (timeframe: Timeframe) =>
      ends(comparisonRange(resolve(timeframe, calendar), 'same_period_last_year', calendar));
    expect(year('last_month')).toEqual(['2025-10-01', '2025-11-01']);
    expect(year('last_week')).toEqual(['2025-11-10', '2025-11-17']);
    expect(year('this_month')).toEqual(['2025-11-01', '2025-11-20T13:35']);
    const leap = parseTimeRange({ from: '2024-02-01', to: '2024-03-01' }, calendar);
    expect(ends(comparisonRange(leap, 'same_period_last_year', calendar))).toEqual([
      '2023-02-01',
      '2023-03-01',
    ]);
  });

  test('never reach into the range they are compared with', () => {
    fc.assert(
      fc.property(zone, weekStart, instant, (timeZone, start, nowMs) => {
        const at = { timeZone, weekStart: start, nowMs };
        for (const timeframe of timeframes) {
          if (timeframe === 'all_time') continue;
          const range = resolve(timeframe, at);
          const earlier = comparisonRange(range, 'previous_period', at);
          expect(earlier.toMs).toBeLessThanOrEqual(range.fromMs);
          expect(earlier.fromMs).toBeLessThan(earlier.toMs);
        }
      }),
      { numRuns: 100 },
    );
  });
});
