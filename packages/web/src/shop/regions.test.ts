import { describe, expect, it } from 'vitest';
import { currencyOf, idOf, weekStartOf } from './regions.js';

describe('first guesses for a shop', () => {
  it('follow from where a locale is spoken', () => {
    const locales = ['de', 'de-CH', 'en-US', 'en-GB', 'sv', 'pt-BR', 'xx', '?'];
    expect(locales.map((locale) => currencyOf('UTC', locale))).toEqual([
      'EUR',
      'CHF',
      'USD',
      'GBP',
      'SEK',
      'BRL',
      'EUR',
      'EUR',
    ]);
    expect(['de', 'en-US', 'ar-AE', 'en-GB'].map(weekStartOf)).toEqual([
      'monday',
      'sunday',
      'saturday',
      'monday',
    ]);
  });

  it('take the currency of the time zone before that of the language', () => {
    const zones = ['Europe/Berlin', 'Europe/Zurich', 'America/Indiana/Indianapolis', 'Asia/Tokyo'];
    expect(zones.map((zone) => currencyOf(zone, 'en-GB'))).toEqual(['EUR', 'CHF', 'USD', 'JPY']);
    expect(currencyOf('Etc/GMT+1', 'en-GB')).toBe('GBP');
  });

  it('make an id of a name', () => {
    expect(idOf('Café “Straße” & Söhne')).toBe('cafe-strasse-sohne');
    expect(idOf(' --- ')).toBe('');
    expect(idOf('x'.repeat(80))).toHaveLength(63);
  });
});
