import { beforeAll, describe, expect, it } from 'vitest';
import { loadLanguage } from '../messages/language.js';
import {
  addDays,
  formatAge,
  formatBucket,
  formatInstant,
  formatRange,
  formatTick,
  lastDateOf,
} from './dates.js';
import { describeDelta } from './delta.js';
import { formatAxis, formatChangeSize, formatFull, formatShare, formatShort } from './numbers.js';

const UK = { locale: 'en-GB', currency: 'GBP' };
const DE = { locale: 'de-DE', currency: 'EUR' };
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');

describe('numbers', () => {
  it('writes values in full by unit', () => {
    expect(formatFull(9747747.934, 'currency', UK)).toBe('£9,747,747.93');
    expect(plain(formatFull(1234.5, 'currency', DE))).toBe('1.234,50 €');
    expect(formatFull(22064, 'count', UK)).toBe('22,064');
    expect(formatFull(0.1234, 'ratio', UK)).toBe('12.3%');
    expect(formatFull(2.345, 'number', UK)).toBe('2.35');
    expect(formatFull(null, 'count', UK)).toBe('—');
  });

  it('uses the true minus sign', () => {
    expect(formatFull(-5.5, 'currency', UK)).toBe('−£5.50');
    expect(formatShort(-1_240_000, 'currency', UK)).toBe('−£1.24m');
  });

  it('shortens only what is long, to three significant digits', () => {
    expect(formatShort(64.321, 'currency', UK)).toBe('£64.32');
    expect(formatShort(4339, 'count', UK)).toBe('4,339');
    expect(formatShort(9999.4, 'currency', UK)).toBe('£9,999');
    expect(formatShort(1_243_210, 'currency', UK)).toBe('£1.24m');
    expect(formatShort(1_200_000, 'currency', UK)).toBe('£1.20m');
    expect(plain(formatShort(1_243_210, 'currency', DE))).toBe('1,24 Mio. €');
  });

  it('keeps all digits where the locale has no short thousand', () => {
    expect(plain(formatShort(12_345, 'currency', DE))).toBe('12.345 €');
  });

  it('says that a tiny share is tiny, not zero', () => {
    expect(formatShare(0.0001, UK)).toBe('< 0.1%');
    expect(formatShare(0, UK)).toBe('0.0%');
  });

  it('keeps axis labels short', () => {
    expect(formatAxis(40_000, 'currency', UK)).toBe('£40k');
    expect(formatAxis(0, 'currency', UK)).toBe('£0');
    expect(formatAxis(2.5, 'currency', UK)).toBe('£2.5');
    expect(formatAxis(0.05, 'ratio', UK)).toBe('5%');
  });

  it('survives an unknown currency or locale', () => {
    expect(formatFull(5, 'currency', { locale: 'xx_bad', currency: '??' })).toContain('5');
  });

  it('drops the decimals of changes over one hundred percent', () => {
    expect(formatChangeSize(0.082, 'en-GB')).toBe('8.2%');
    expect(formatChangeSize(-1.234, 'en-GB')).toBe('123%');
  });
});

describe('delta', () => {
  const tell = (value: number | null, previous: number | null, change: number | null) =>
    describeDelta({ value, previous, change }, 'ratio', 'up_good', 'en-GB');

  it('tells direction, verdict and size apart', () => {
    expect(tell(108.2, 100, 0.082)).toEqual({
      kind: 'up',
      tone: 'good',
      text: '8.2%',
      spoken: 'up 8.2%, better',
    });
    expect(
      describeDelta({ value: 2, previous: 1, change: 1 }, 'ratio', 'down_good', 'en'),
    ).toMatchObject({
      kind: 'up',
      tone: 'bad',
      spoken: 'up 100%, worse',
    });
    expect(
      describeDelta({ value: 2, previous: 1, change: 1 }, 'ratio', 'neutral', 'en'),
    ).toMatchObject({
      tone: 'neutral',
      spoken: 'up 100%',
    });
  });

  it('writes changes of rates in percentage points', () => {
    expect(
      describeDelta(
        { value: 0.05, previous: 0.062, change: -0.012 },
        'points',
        'down_good',
        'en-GB',
      ),
    ).toEqual({
      kind: 'down',
      tone: 'good',
      text: '1.2 pp',
      spoken: 'down 1.2 percentage points, better',
    });
  });

  it('calls growth from zero new, and missing sides nothing', () => {
    expect(tell(5, 0, null).text).toBe('New');
    expect(tell(0, 0, null).kind).toBe('same');
    expect(tell(5, null, null).text).toBe('—');
    expect(tell(null, 5, null).text).toBe('—');
  });

  it('paints an unchanged value neither green nor red', () => {
    expect(tell(100, 100, 0)).toMatchObject({ kind: 'same', tone: 'neutral' });
    expect(tell(100.3, 100, 0.003)).toMatchObject({ kind: 'up', tone: 'neutral', text: '0.3%' });
    expect(tell(100.01, 100, 0.0001)).toMatchObject({ kind: 'same', tone: 'neutral' });
  });
});

describe('dates', () => {
  it('writes both ends of a half-open range, inclusive', () => {
    expect(plain(formatRange({ from: '2026-10-23', to: '2026-11-20' }, 'en-GB'))).toBe(
      '23 Oct – 19 Nov 2026',
    );
    expect(formatRange({ from: '2026-11-20', to: '2026-11-21' }, 'en-GB')).toBe('20 Nov 2026');
  });

  it('counts the running day in when a range ends inside it', () => {
    expect(lastDateOf({ from: '2026-11-01', to: '2026-11-20T14:30' })).toBe('2026-11-20');
    expect(lastDateOf({ from: '2026-11-01T00:00', to: '2026-11-20T00:00' })).toBe('2026-11-19');
    expect(lastDateOf({ from: '2026-11-01', to: '2026-11-01' })).toBe('2026-11-01');
  });

  it('writes buckets by grain', () => {
    const write = (grain: Parameters<typeof formatBucket>[1]) =>
      plain(formatBucket('2026-11-09T14:00', grain, 'en-GB'));
    expect(write('hour')).toBe('Mon 9 Nov, 14:00');
    expect(write('day')).toBe('Mon, 9 Nov 2026');
    expect(write('week')).toBe('Week of 9 Nov 2026');
    expect(write('month')).toBe('November 2026');
    expect(write('quarter')).toBe('Q4 2026');
    expect(write('year')).toBe('2026');
    expect(formatTick('2026-11-09', 'day', 'en-US')).toBe('Nov 9');
  });

  it('adds days across months and leap years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('shows instants on the tenant’s clock, with the date when it is another day there', () => {
    const now = Date.parse('2026-11-20T23:30:00Z');
    expect(formatInstant('2026-11-20T23:10:00Z', 'Europe/Berlin', 'en-GB', now)).toBe(
      'today, 00:10',
    );
    expect(formatInstant('2026-11-20T21:10:00Z', 'Europe/Berlin', 'en-GB', now)).toBe(
      '20 Nov 2026, 22:10',
    );
  });

  it('says how long ago in one unit', () => {
    expect(
      [0, 40e3, 20 * 60e3, 3 * 3600e3, 5 * 86400e3, 15 * 365.25 * 86400e3].map((ms) =>
        formatAge(ms, 'en-GB'),
      ),
    ).toEqual(['0 s', '40 s', '20 min', '3 h', '5 days', '15 years']);
  });
});

describe('in German', () => {
  beforeAll(() => loadLanguage('de'));

  it('writes dates, ages and changes as Germans do', () => {
    const at = '2026-11-20T23:10:00Z';
    expect(formatInstant(at, 'Europe/Berlin', 'de-DE', Date.parse(at))).toBe('heute, 00:10');
    expect(formatTick('2026-11-09', 'day', 'de-DE')).toBe('9. Nov.');
    expect(plain(formatBucket('2026-11-09', 'week', 'de-DE'))).toBe('Woche ab 9. Nov. 2026');
    expect(plain(formatRange({ from: '2026-10-23', to: '2026-11-20' }, 'de-AT'))).toBe(
      '23. Okt. – 19. Nov. 2026',
    );
    expect([86400e3 * 1.6, 5 * 86400e3].map((ms) => formatAge(ms, 'de-DE'))).toEqual([
      '2 Tagen',
      '5 Tagen',
    ]);
    expect(
      describeDelta({ value: 0.05, previous: 0.062, change: -0.012 }, 'points', 'down_good', 'de'),
    ).toMatchObject({ text: '1,2 PP', spoken: 'minus 1,2 Prozentpunkte, besser' });
  });

  it('reads English where a language is not spoken here', () => {
    expect(formatAge(5 * 86400e3, 'ja-JP')).toBe('5 days');
    expect(formatTick('2026-11-09', 'day', 'xx_bad')).toBe('9 Nov');
  });
});
