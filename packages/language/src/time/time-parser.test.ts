import { describe, expect, it } from 'vitest';
import type { CalendarOptions } from './parse-time.js';
import { createTimeParser } from './time-parser.js';

const berlin: CalendarOptions = {
  now: '2026-06-17T09:30:00Z',
  timeZone: 'Europe/Berlin',
  weekStart: 'monday',
  fiscalYearStartMonth: 4,
};

function read(
  phrase: string,
  language: Parameters<ReturnType<typeof createTimeParser>>[1] = 'en',
  calendar = berlin,
): string {
  const reading = createTimeParser(calendar)(phrase, language);
  if (reading.kind === 'none') return 'none';
  return reading.kind === 'ambiguous'
    ? reading.ranges.map((r) => r.from).join(' or ')
    : `${reading.range.from}..${reading.range.to}`;
}

describe('time phrases', () => {
  it('end "this", "to date" and "since" after the running day', () => {
    expect(read('this month')).toBe('2026-06-01..2026-06-18');
    expect(read('year to date')).toBe('2026-01-01..2026-06-18');
    expect(read('since May 3')).toBe('2026-05-03..2026-06-18');
  });

  it('take "last" for the complete unit', () => {
    expect(read('last week')).toBe('2026-06-08..2026-06-15');
    expect(read('last quarter')).toBe('2026-01-01..2026-04-01');
    expect(read('last 12 months')).toBe('2025-06-01..2026-06-01');
  });

  it('take a month without a year for the latest that has begun', () => {
    expect(read('December')).toBe('2025-12-01..2026-01-01');
    expect(read('June')).toBe('2026-06-01..2026-07-01');
  });

  it('keep calendar quarters and fiscal ones apart', () => {
    expect(read('Q3 2025')).toBe('2025-07-01..2025-10-01');
    expect(read('fiscal Q3 2025')).toBe('2024-10-01..2025-01-01');
    expect(read('last fiscal year')).toBe('2025-04-01..2026-04-01');
  });

  it('include the end of "between A and B"', () => {
    expect(read('between March 3 and March 10, 2026')).toBe('2026-03-03..2026-03-11');
    expect(read('zwischen März und Mai', 'de')).toBe('2026-03-01..2026-06-01');
  });

  it('carry a range over the turn of the year', () => {
    expect(read('from November to February')).toBe('2025-11-01..2026-03-01');
    expect(read('from November 2024 to February')).toBe('2024-11-01..2025-03-01');
  });

  it('ask which of day and month is meant in 03/04 and know 13/04', () => {
    expect(read('03/04/2026')).toBe('2026-04-03 or 2026-03-04');
    expect(read('13/04/2026')).toBe('2026-04-13..2026-04-14');
  });

  it('start the week where the tenant does', () => {
    const newYork: CalendarOptions = {
      now: '2026-03-02T03:30:00Z',
      timeZone: 'America/New_York',
      weekStart: 'sunday',
      fiscalYearStartMonth: 2,
    };
    expect(read('this week', 'en', newYork)).toBe('2026-03-01..2026-03-02');
    expect(read('last week', 'en', newYork)).toBe('2026-02-22..2026-03-01');
  });

  it('know leap days and refuse those that are not', () => {
    expect(read('29 February 2024')).toBe('2024-02-29..2024-03-01');
    expect(read('29 February 2023')).toBe('none');
  });

  it.each([
    ['de', 'vorletzte Woche', '2026-06-01..2026-06-08'],
    ['fr', 'les 7 derniers jours', '2026-06-10..2026-06-17'],
    ['es', 'en lo que va del año', '2026-01-01..2026-06-18'],
    ['pt', 'há duas semanas', '2026-06-01..2026-06-08'],
    ['it', 'dal 1 al 15 marzo 2026', '2026-03-01..2026-03-16'],
    ['nl', 'tweede helft van 2025', '2025-07-01..2026-01-01'],
    ['ja', '2025年第3四半期', '2025-07-01..2025-10-01'],
    ['zh', '最近三个月', '2026-03-01..2026-06-01'],
  ] as const)('are read in %s: %s', (language, phrase, expected) => {
    expect(read(phrase, language)).toBe(expected);
  });
});
