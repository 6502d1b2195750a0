import { fromWall, toWall } from '@olympus/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecurrence, latestUntil, nextAfter, type Recurrence } from './recurrence.js';

const berlin = 'Europe/Berlin';

/** The first `count` occurrences after an instant. */
function occurrences(recurrence: Recurrence, from: string, count: number): readonly string[] {
  const found: string[] = [];
  let at: number | undefined = Date.parse(from);
  for (let i = 0; i < count && at !== undefined; i++) {
    at = nextAfter(recurrence, at, Date.parse(from));
    if (at !== undefined) found.push(new Date(at).toISOString().replace(':00.000Z', 'Z'));
  }
  return found;
}

describe('a cron expression', () => {
  it('keeps the time of day over both changes of the clocks', () => {
    const at = { cron: '30 6 * * *', timeZone: berlin };
    expect(occurrences(at, '2026-03-27T12:00Z', 3)).toEqual([
      '2026-03-28T05:30Z',
      '2026-03-29T04:30Z',
      '2026-03-30T04:30Z',
    ]);
    expect(occurrences(at, '2026-10-24T00:00Z', 3)).toEqual([
      '2026-10-24T04:30Z',
      '2026-10-25T05:30Z',
      '2026-10-26T05:30Z',
    ]);
  });

  it('runs after the gap what would fall into it, on the same day', () => {
    const at = { cron: '30 2 * * *', timeZone: berlin };
    expect(occurrences(at, '2026-03-27T12:00Z', 3)).toEqual([
      '2026-03-28T01:30Z',
      '2026-03-29T01:00Z',
      '2026-03-30T00:30Z',
    ]);
  });

  it('runs once what comes twice in autumn, at the first time', () => {
    const at = { cron: '30 2 * * *', timeZone: berlin };
    expect(occurrences(at, '2026-10-23T12:00Z', 3)).toEqual([
      '2026-10-24T00:30Z',
      '2026-10-25T00:30Z',
      '2026-10-26T01:30Z',
    ]);
  });

  it('runs every hour of days of 23 and of 25 hours', () => {
    const hourly = { cron: '0 * * * *', timeZone: berlin };
    const count = (fromMs: number, toMs: number) => {
      let n = 0;
      let at = nextAfter(hourly, fromMs - 1, 0);
      for (; at !== undefined && at < toMs; at = nextAfter(hourly, at, 0)) n++;
      return n;
    };
    const day = (y: number, m: number, d: number) => fromWall(berlin, Date.UTC(y, m, d));
    expect(count(day(2026, 2, 29), day(2026, 2, 30))).toBe(23);
    expect(count(day(2026, 9, 25), day(2026, 9, 26))).toBe(25);
  });

  it('knows zones whose clocks change at midnight, and by half an hour', () => {
    expect(
      occurrences({ cron: '15 0 * * *', timeZone: 'America/Santiago' }, '2026-09-05T12:00Z', 2),
    ).toEqual(['2026-09-06T04:00Z', '2026-09-07T03:15Z']);
    expect(
      occurrences({ cron: '15 2 * * *', timeZone: 'Australia/Lord_Howe' }, '2026-10-03T00:00Z', 2),
    ).toEqual(['2026-10-03T15:30Z', '2026-10-04T15:15Z']);
  });

  it('knows ends of months', () => {
    expect(occurrences({ cron: '0 0 L * *', timeZone: 'UTC' }, '2028-01-15T00:00Z', 4)).toEqual([
      '2028-01-31T00:00Z',
      '2028-02-29T00:00Z',
      '2028-03-31T00:00Z',
      '2028-04-30T00:00Z',
    ]);
    expect(occurrences({ cron: '0 0 31 * *', timeZone: 'UTC' }, '2026-01-15T00:00Z', 3)).toEqual([
      '2026-01-31T00:00Z',
      '2026-03-31T00:00Z',
      '2026-05-31T00:00Z',
    ]);
  });

  it('runs on 29 February only when there is one, over a century without it too', () => {
    const leap = { cron: '0 0 29 2 *', timeZone: berlin };
    expect(occurrences(leap, '2026-03-01T00:00Z', 2)).toEqual([
      '2028-02-28T23:00Z',
      '2032-02-28T23:00Z',
    ]);
    expect(occurrences(leap, '2096-03-01T00:00Z', 1)).toEqual(['2104-02-28T23:00Z']);
  });

  it.each([
    ['0 0 * *', 'UTC', 'invalid_schedule'],
    ['0 25 * * *', 'UTC', 'invalid_schedule'],
    ['2027-01-01T00:00:00', 'UTC', 'invalid_schedule'],
    ['0 0 30 2 *', 'UTC', 'invalid_schedule'],
    ['0 0 * * *', 'Mars/Olympus', 'unknown_time_zone'],
    ['0 0 * * *', '+02:00', 'unknown_time_zone'],
  ])('is refused when it means nothing: %s in %s', (cron, timeZone, code) => {
    expect(() => checkRecurrence({ cron, timeZone })).toThrow(expect.objectContaining({ code }));
  });
});

it('finds backwards what it finds forwards, around every change of the clocks', () => {
  const zones = [berlin, 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe', 'UTC'];
  const field = (max: number) => fc.oneof(fc.constant('*'), fc.nat(max).map(String));
  const cron = fc
    .tuple(fc.nat(59).map(String), field(23), fc.constantFrom('*', '1', '15', 'L'), field(6))
    .map(([minute, hour, day, weekday]) => `${minute} ${hour} ${day} * ${weekday}`);
  const from = Date.parse('2026-01-01T00:00Z');
  fc.assert(
    fc.property(fc.constantFrom(...zones), cron, fc.nat(365 * 24 * 60), (timeZone, text, min) => {
      const recurrence = { cron: text, timeZone };
      const ms = from + min * 60_000;
      const next = nextAfter(recurrence, ms, 0);
      if (next === undefined) throw new Error('it never comes');
      expect(next).toBeGreaterThan(ms);
      expect(latestUntil(recurrence, next, 0)).toBe(next);
      const before = latestUntil(recurrence, next - 1, 0);
      expect(before).toBeLessThanOrEqual(ms);
      if (before !== undefined) expect(nextAfter(recurrence, before, 0)).toBe(next);
      const [, hour] = text.split(' ');
      // an hour that is asked for is the hour it runs in, but for what falls into a gap
      const wall = new Date(toWall(timeZone, next));
      if (hour !== '*' && wall.getUTCHours() !== Number(hour)) {
        expect(fromWall(timeZone, wall.getTime() - 1)).toBeGreaterThanOrEqual(next);
      }
    }),
    { numRuns: 500 },
  );
});

describe('an interval', () => {
  it('keeps its distance from where it began, without drift', () => {
    const every = { everyMs: 7_000 };
    expect(nextAfter(every, 20_000, 1_000)).toBe(22_000);
    expect(nextAfter(every, 22_000, 1_000)).toBe(29_000);
    expect(latestUntil(every, 28_999, 1_000)).toBe(22_000);
    expect(() => checkRecurrence({ everyMs: 10 })).toThrow('whole milliseconds');
  });
});
