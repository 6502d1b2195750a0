import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, stem, tokenise, typedEditDistance } from './index.js';

describe('tokens', () => {
  it('keep their offsets in the original text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const token of tokenise(text))
          expect(text.slice(token.from, token.to)).toBe(token.text);
      }),
    );
  });

  it('divide words from numbers and keep dates whole', () => {
    expect(
      tokenise("Q3 2025, d'affaires sign-ups 28-day 5.3.2026 1,000.50€").map((t) => t.fold),
    ).toEqual([
      'q',
      '3',
      '2025',
      ',',
      'd',
      'affaires',
      'sign',
      'ups',
      '28',
      'day',
      '5.3.2026',
      '1,000.50',
      '€',
    ]);
  });

  it('make one of accents, full width and case', () => {
    expect(fold('Größe ＱＵÉ')).toBe('grosse que');
  });
});

describe('slips of the keyboard', () => {
  it('cost less than other changes', () => {
    expect(typedEditDistance('reveneu', 'revenue', 2)).toBe(0.5);
    expect(typedEditDistance('contry', 'country', 2)).toBe(0.5);
    expect(typedEditDistance('cost', 'most', 2)).toBe(1);
  });

  it('are given up above the limit', () => {
    expect(typedEditDistance('weather', 'revenue', 2)).toBe(Number.POSITIVE_INFINITY);
  });

  it('cost nothing where there are none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (word) => typedEditDistance(word, word, 3) === 0),
    );
  });
});

describe('stems', () => {
  it.each([
    ['countries', 'country', 'en'],
    ['produits', 'produit', 'fr'],
    ['lander', 'land', 'de'],
    ['kanalen', 'kanaal', 'nl'],
    ['prodotti', 'prodotto', 'it'],
    ['promocoes', 'promocao', 'pt'],
    ['ingresos', 'ingreso', 'es'],
  ])('bring %s and %s together in %s', (a, b, language) => {
    expect(stem(a, language)).toBe(stem(b, language));
  });
});
