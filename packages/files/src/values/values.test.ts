import { describe, expect, it } from 'vitest';
import { type ColumnOrder, createDateSurvey, decideOrder, parseTime } from './dates.js';
import { toInstant } from './instants.js';
import { createNumberSurvey, decideSign, parseNumber } from './numbers.js';
import { compileTimeFormat } from './time-format.js';

const signOf = (values: readonly string[]) => {
  const survey = createNumberSurvey();
  for (const value of values) survey.add(value);
  return { sign: decideSign(survey.evidence), ...survey.evidence };
};

const instant = (text: string, order: ColumnOrder = 'dmy', zone = 'UTC') => {
  const written = parseTime(text, order);
  const ms = written && toInstant(written, zone, { skipped: 0, twice: 0 });
  return ms === undefined ? undefined : new Date(ms).toISOString();
};

describe('the decimal sign of a column', () => {
  it.each([
    [['1.234,56', '12'], 'comma'],
    [['1,234.56'], 'point'],
    [['1 234,56'], 'comma'],
    [['9,95', '1.234'], 'comma'],
    [['9.95', '1,234'], 'point'],
    [['1.234.567'], 'comma'],
    [['0.125'], 'point'],
    [['1.234', '17'], undefined],
    [['9,95', '9.95'], 'each'],
  ])('of %j is %s', (values, sign) => {
    expect(signOf(values).sign).toBe(sign);
  });

  it('is found by a value that comes after many that say nothing', () => {
    expect(signOf([...Array.from({ length: 30_000 }, () => '1.234'), '9,95']).sign).toBe('comma');
  });

  it('counts what is ambiguous and what is no number', () => {
    expect(signOf(['1.234', '2,345', 'many', '7'])).toMatchObject({
      ambiguous: 2,
      others: 1,
      numbers: 3,
      example: '1.234',
    });
  });
});

describe('a number', () => {
  it.each([
    ['1.234,56', 'comma', '1234.56'],
    ['1,234.56', 'point', '1234.56'],
    ['1 234,56', 'comma', '1234.56'],
    ['1\u202f234,56 €', 'comma', '1234.56'],
    ["1'234.50", 'point', '1234.50'],
    ['€ 9,95', 'comma', '9.95'],
    ['$1,299.00', 'point', '1299.00'],
    ['-$5.00', 'point', '-5.00'],
    ['($5.00)', 'point', '-5.00'],
    ['12.50 EUR', 'point', '12.50'],
    ['12-', 'point', '-12'],
    ['−3', 'point', '-3'],
    ['+3', 'point', '3'],
    ['.5', 'point', '0.5'],
    ['1,23,456.78', 'point', '123456.78'],
    ['1e-5', 'point', '0.00001'],
    ['1.234', 'comma', '1234'],
    ['1.234', 'point', '1.234'],
  ] as const)('%s with a %s is %s', (text, sign, expected) => {
    expect(parseNumber(text, sign)).toBe(expected);
  });

  it.each([
    ['9,95', 'point'],
    ['1,23', 'point'],
    ['12.34.56', 'comma'],
    ['1.234', 'each'],
    ['many', 'point'],
    ['12%', 'point'],
    ['', 'point'],
    ['1 2', 'point'],
  ] as const)('%s with a %s is none', (text, sign) => {
    expect(parseNumber(text, sign)).toBeUndefined();
  });
});

describe('the order of day and month', () => {
  const orderOf = (values: readonly string[]) => {
    const survey = createDateSurvey();
    for (const value of values) survey.add(value);
    return decideOrder(survey.evidence);
  };
  it.each([
    [['03/04/2026', '25/04/2026'], 'dmy'],
    [['03/04/2026', '04/25/2026'], 'mdy'],
    [['03/04/2026', '05/05/2026'], undefined],
    [['03.04.2026'], 'dmy'],
    [['13/04/2026', '04/13/2026'], 'each'],
    [['2026-04-03'], 'dmy'],
  ])('of %j is %s', (values, order) => {
    expect(orderOf(values)).toBe(order);
  });
});

describe('a time', () => {
  it.each([
    ['2026-07-01T12:00:00Z', '2026-07-01T12:00:00.000Z'],
    ['2026-07-01 12:00:00 +0200', '2026-07-01T10:00:00.000Z'],
    ['2026-07-01 12:00:00.250+02', '2026-07-01T10:00:00.250Z'],
    ['2026-07-01', '2026-07-01T00:00:00.000Z'],
    ['20260701', '2026-07-01T00:00:00.000Z'],
    ['20260701T120000Z', '2026-07-01T12:00:00.000Z'],
    ['01.07.2026 12:30', '2026-07-01T12:30:00.000Z'],
    ['1.7.26, 9:05 Uhr', '2026-07-01T09:05:00.000Z'],
    ['31/12/2026 11:59 PM', '2026-12-31T23:59:00.000Z'],
    ['Jul 1, 2026', '2026-07-01T00:00:00.000Z'],
    ['Jul 1, 2026 12:05:33 AM PDT', '2026-07-01T07:05:33.000Z'],
    ['1. Juli 2026 08:00', '2026-07-01T08:00:00.000Z'],
    ['1 de julio de 2026', '2026-07-01T00:00:00.000Z'],
    ['Wed, 01 Jul 2026 12:00:00 +0200', '2026-07-01T10:00:00.000Z'],
    ['Wed Jul 01 2026 12:00:00 GMT+0200 (CEST)', '2026-07-01T10:00:00.000Z'],
    ['1782907200', '2026-07-01T12:00:00.000Z'],
    ['46204.5', '2026-07-01T12:00:00.000Z'],
    ['2026-02-30', undefined],
    ['someday', undefined],
    ['31/31/2026', undefined],
  ])('%s', (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  it('is on the clocks of the zone, in summer and winter', () => {
    expect(instant('2026-07-01 12:00', 'dmy', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z');
    expect(instant('2026-01-01 12:00', 'dmy', 'Europe/Berlin')).toBe('2026-01-01T11:00:00.000Z');
  });

  it('is counted when clocks jumped over it or showed it twice', () => {
    const changes = { skipped: 0, twice: 0 };
    const read = (text: string) => {
      const written = parseTime(text, 'dmy');
      const ms = written && toInstant(written, 'Europe/Berlin', changes);
      return new Date(ms ?? 0).toISOString();
    };
    expect(read('2026-03-29 02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(changes).toEqual({ skipped: 1, twice: 0 });
    expect(read('2026-10-25 02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(changes).toEqual({ skipped: 1, twice: 1 });
    read('2026-10-25 12:00');
    expect(changes).toEqual({ skipped: 1, twice: 1 });
  });

  it('is read in a form that is given, with an offset behind it all the same', () => {
    const read = compileTimeFormat('%d.%m.%Y %H:%M');
    expect(new Date(read?.('01.07.2026 10:00')?.wallMs ?? 0).toISOString()).toBe(
      '2026-07-01T10:00:00.000Z',
    );
    expect(read?.('01.07.2026 10:00 +0200')?.offsetMs).toBe(7_200_000);
    expect(read?.('2026-07-01')).toBeUndefined();
    expect(compileTimeFormat('%H:%M')).toBeUndefined();
    const zoned = compileTimeFormat('%Y-%m-%d %H:%M:%S %z');
    expect(zoned?.('2026-07-01 12:00:00 +0200')?.offsetMs).toBe(7_200_000);
    expect(zoned?.('2026-07-01 12:00:00')).toEqual({
      wallMs: Date.UTC(2026, 6, 1, 12),
      offsetMs: undefined,
    });
    expect(zoned?.('2026-07-01 12:00:00 Nowhere')).toBeUndefined();
    expect(compileTimeFormat('%b %d, %Y %I:%M %p')?.('Jul 1, 2026 12:30 AM')?.wallMs).toBe(
      Date.UTC(2026, 6, 1, 0, 30),
    );
  });
});
