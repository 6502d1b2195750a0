import { describe, expect, it } from 'vitest';
import { currencyOf, idOf, weekStartOf } from './regions.js';

describe('first guesses for a shop', () => {
  it('follow from where a locale is spoken', () => {
    expect(['de', 'de-CH', 'en-US', 'en-GB', 'sv', 'pt-BR', 'xx', '?'].map(currencyOf)).toEqual([
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

  it('make an id of a name', () => {
    expect(idOf('Café “Straße” & Söhne')).toBe('cafe-strasse-sohne');
    expect(idOf(' --- ')).toBe('');
    expect(idOf('x'.repeat(80))).toHaveLength(63);
  });
});
