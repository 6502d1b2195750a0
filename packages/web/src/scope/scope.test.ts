import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../format/dates.js';
import {
  canCompare,
  DEFAULT_SCOPE,
  dashboardRequest,
  isLocalDate,
  readScope,
  readSearch,
  shiftRange,
  writePeriod,
} from './scope.js';
import { TIMEFRAME_GROUPS, TIMEFRAME_LABELS } from './timeframes.js';

describe('scope in the address', () => {
  it('falls back on what is missing, and names what it could not read', () => {
    expect(readScope({})).toEqual({ scope: DEFAULT_SCOPE, misread: [] });
    expect(readScope({ r: 'yesteryear', c: 'nothing' })).toEqual({
      scope: DEFAULT_SCOPE,
      misread: ['yesteryear', 'nothing'],
    });
    expect(readScope({ r: 'constructor' }).misread).toEqual(['constructor']);
  });

  it('ignores unknown keys and values that are not text', () => {
    expect(readSearch({ r: 'today', utm: 'x', c: 3, m: '' })).toEqual({ r: 'today' });
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

  it('offers only timeframes that have a name, each once', () => {
    const offered = TIMEFRAME_GROUPS.flatMap((group) => group.timeframes);
    expect(new Set(offered).size).toBe(offered.length);
    expect(offered.every((timeframe) => timeframe in TIMEFRAME_LABELS)).toBe(true);
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
