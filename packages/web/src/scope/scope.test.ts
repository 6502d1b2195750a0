import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../format/dates.js';
import { parseFilter, printFilter } from './filters.js';
import {
  canCompare,
  DEFAULT_SCOPE,
  dashboardRequest,
  isLocalDate,
  readScope,
  shiftRange,
  writePeriod,
} from './scope.js';
import { isTimeframe, TIMEFRAME_GROUPS } from './timeframes.js';

describe('scope in the address', () => {
  it('falls back on what is missing, and names what it could not read', () => {
    expect(readScope({})).toEqual({ scope: DEFAULT_SCOPE, misread: [] });
    expect(readScope({ r: 'yesteryear', c: 'nothing' })).toEqual({
      scope: DEFAULT_SCOPE,
      misread: ['yesteryear', 'nothing'],
    });
    expect(readScope({ r: 'constructor' }).misread).toEqual(['constructor']);
  });

  it('reads every filter that it writes', () => {
    const filter = fc.record({
      dimension: fc.constantFrom('channel', 'product.category', 'customer.country'),
      operator: fc.constantFrom('equals', 'not_equals', 'contains', 'gt'),
      values: fc.array(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), {
        minLength: 1,
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(filter, (one) => {
        expect(parseFilter(printFilter(one))).toEqual(one);
      }),
    );
    expect(readScope({ f: ['channel:equals:web,app', 'nonsense'], g: 'week' })).toEqual({
      scope: {
        ...DEFAULT_SCOPE,
        grain: 'week',
        filters: [{ dimension: 'channel', operator: 'equals', values: ['web', 'app'] }],
      },
      misread: ['nonsense'],
    });
  });

  it('leaves the period to the server where nobody chose one', () => {
    expect(dashboardRequest(DEFAULT_SCOPE)).toEqual({ compare: 'previous_period' });
    expect(writePeriod(DEFAULT_SCOPE.period)).toBeUndefined();
  });

  it('refuses ranges that run backwards or name impossible dates', () => {
    for (const r of [
      '2026-02-01..2026-01-01',
      '2026-01-01..2026-01-01',
      '2026-02-30..2026-03-02',
      '2026-01-01..',
      '1-1-1..2-2-2',
    ]) {
      expect(readScope({ r }).misread).toEqual([r]);
    }
  });

  it('reads every period that it writes', () => {
    const timeframes = TIMEFRAME_GROUPS.flatMap((group) => group.timeframes);
    const period = fc.oneof(
      fc
        .constantFrom(...timeframes)
        .map((timeframe) => ({ kind: 'timeframe' as const, timeframe })),
      fc
        .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 900 }))
        .map(([start, days]) => {
          const from = addDays('1990-01-01', start);
          return { kind: 'dates' as const, range: { from, to: addDays(from, days) } };
        }),
    );
    fc.assert(
      fc.property(period, (value) => {
        expect(readScope({ r: writePeriod(value) }).scope.period).toEqual(value);
      }),
    );
  });

  it('offers only timeframes that there are, each once', () => {
    const offered = TIMEFRAME_GROUPS.flatMap((group) => group.timeframes);
    expect(new Set(offered).size).toBe(offered.length);
    expect(offered.every(isTimeframe)).toBe(true);
  });

  it('never compares all of time', () => {
    const period = { kind: 'timeframe', timeframe: 'all_time' } as const;
    expect(canCompare(period)).toBe(false);
    expect(dashboardRequest({ period, compare: 'previous_period' })).toEqual({
      timeframe: 'all_time',
      compare: 'none',
    });
  });
});

describe('previous and next period', () => {
  it('moves by the same number of days', () => {
    expect(shiftRange({ from: '2026-10-23', to: '2026-11-20' }, -1)).toEqual({
      from: '2026-09-25',
      to: '2026-10-23',
    });
  });

  it('keeps whole months whole', () => {
    expect(shiftRange({ from: '2026-03-01', to: '2026-04-01' }, -1)).toEqual({
      from: '2026-02-01',
      to: '2026-03-01',
    });
    expect(shiftRange({ from: '2025-01-01', to: '2026-01-01' }, 1)).toEqual({
      from: '2026-01-01',
      to: '2027-01-01',
    });
  });

  it('returns to where it started', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 1, max: 400 }),
        (start, days) => {
          const from = addDays('2000-01-01', start);
          const range = { from, to: addDays(from, days) };
          const there = shiftRange(range, 1);
          expect(there.from).toBe(range.to);
          expect(isLocalDate(there.to)).toBe(true);
          expect(shiftRange(there, -1).to).toBe(there.from);
        },
      ),
    );
  });
});
