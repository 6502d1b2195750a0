import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, isIban, maskPersonalData, passesLuhn } from './index.js';

function found(text: string): readonly string[] {
  return findPersonalData(text).map((span) => `${span.kind}: ${span.text}`);
}

describe('finding personal data', () => {
  it.each([
    [
      'write to anna.muller+shop@mail.example.co.uk, please',
      ['email: anna.muller+shop@mail.example.co.uk'],
    ],
    ['card 4111 1111 1111 1111 was declined', ['card: 4111 1111 1111 1111']],
    ['paid with 5500-0000-0000-0004.', ['card: 5500-0000-0000-0004']],
    ['IBAN DE89 3704 0044 0532 0130 00 bitte', ['iban: DE89 3704 0044 0532 0130 00']],
    ['to GB82WEST12345698765432', ['iban: GB82WEST12345698765432']],
    [
      'from 192.168.10.254 and 2001:db8::ff00:42:8329',
      ['ip_address: 192.168.10.254', 'ip_address: 2001:db8::ff00:42:8329'],
    ],
    ['call +49 30 901820 or (020) 7946 0958', ['phone: +49 30 901820', 'phone: (020) 7946 0958']],
    ['their number is 20 7071 5029.', ['phone: 20 7071 5029']],
    ['at 1532 20th Street, suite 4', ['address: 1532 20th Street, suite 4']],
    ['mein Telefon: 01761234567', ['phone: 01761234567']],
    ['reach me at 555-867-5309', ['phone: 555-867-5309']],
    ['Hello, my name is Maria von Trapp and I wait', ['name: Maria von Trapp']],
    [
      'Dear Anna Schmidt,\nthe mug is broken.\nPeter Falk',
      ['name: Anna Schmidt', 'name: Peter Falk'],
    ],
    ['Hallo, hier ist Jürgen Klopp wegen der Rechnung', ['name: Jürgen Klopp']],
    ['Frau Dr. Müller-Lüdenscheidt hat bestellt', ['name: Müller-Lüdenscheidt']],
    ['Thanks.\nKind regards,\nJohn P. Smith', ['name: John P. Smith']],
    ['Je m’appelle Élodie Durand', ['name: Élodie Durand']],
    [
      'send it to 221B Baker Street, NW1 6XE London',
      ['address: 221B Baker Street, NW1 6XE London'],
    ],
    ['Lieferung an Hauptstraße 5a, 10115 Berlin', ['address: Hauptstraße 5a, 10115 Berlin']],
    ['livrer au 12 rue de la Paix, 75002 Paris svp', ['address: 12 rue de la Paix, 75002 Paris']],
    ['vivo en Calle Mayor 12', ['address: Calle Mayor 12']],
    [
      'naar Keizersgracht 174, 1016 DW Amsterdam',
      ['address: Keizersgracht 174, 1016 DW Amsterdam'],
    ],
  ])('finds what is personal in "%s"', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'order 4111111111111112 is not a card',
    'DE89 3704 0044 0532 0130 01 fails its check',
    'version 1.2.3 and 999.1.1.1 and 10:30:00',
    'order 20261120 of 1,234,567.89 on 2026-11-20',
    'between 03.04.2026 and 05/06/2026, 12 items',
    'I bought 2 shirts in Berlin for 45.90',
    'meet @ noon, user@localhost',
    'Dear Customer, Dear Support Team,\nI am German. This is Great!',
    'Ihre Bestellnummer 12345678 und das Label 87654321',
    'order number 20261120 is not shipped',
    '',
    '🦄',
  ])('leaves "%s" alone', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('masking', () => {
  it('keeps the text followable and says where everything was', () => {
    const text = 'a@x.org wrote to b@y.org; a@x.org pays with 4111111111111111.';
    const masked = maskPersonalData(text);
    expect(masked.text).toBe('[EMAIL] wrote to [EMAIL 2]; [EMAIL] pays with [CARD].');
    for (const { from, to, maskedFrom, maskedTo } of masked.replacements) {
      expect(text.slice(from, to)).not.toBe('');
      expect(masked.text.slice(maskedFrom, maskedTo)).toMatch(/^\[[A-Z]+( \d)?\]$/);
    }
  });

  it('keeps all offsets when asked for the same length', () => {
    const text = 'mail a@x.org or call +49 30 901820 now';
    const masked = maskPersonalData(text, { style: 'same_length', kinds: ['phone'] });
    expect(masked.text).toBe('mail a@x.org or call ••••••••••••• now');
    expect(masked.text.length).toBe(text.length);
  });

  it('leaves nothing that would be found again, and all else untouched', () => {
    const piece = fc.constantFrom(
      'a@x.org',
      '4111 1111 1111 1111',
      'DE89370400440532013000',
      '10.0.0.1',
      '+33 1 42 68 53 00',
      'Mr. Smith',
      ' and ',
      'order 77, ',
      '🦄 ',
      '12 Main Street ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ');
        const masked = maskPersonalData(text, { style: 'same_length' });
        expect(findPersonalData(masked.text)).toEqual([]);
        let at = 0;
        for (const span of findPersonalData(text)) {
          expect(masked.text.slice(at, span.from)).toBe(text.slice(at, span.from));
          at = span.to;
        }
        expect(masked.text.slice(at)).toBe(text.slice(at));
      }),
    );
  });

  it('takes bounded time for hostile texts of 100,000 characters', () => {
    const started = process.cpuUsage().user;
    const pieces = [
      'a',
      '1',
      '1 ',
      'a.',
      'a@',
      'DE89 ',
      '1.',
      'f:',
      'Rue ',
      'Mr. A',
      'Aa ',
      '12 A ',
      '(0) ',
    ];
    for (const piece of pieces) {
      findPersonalData(piece.repeat(Math.ceil(100_000 / piece.length)));
    }
    expect(process.cpuUsage().user - started).toBeLessThan(6_000_000);
  });
});

describe('check digits', () => {
  it('catch every single wrong digit of a card number', () => {
    fc.assert(
      fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (place, change) => {
        const digits = [...'4111111111111111'];
        digits[place] = String((Number(digits[place]) + change) % 10);
        expect(passesLuhn(digits.join(''))).toBe(false);
      }),
    );
    expect(passesLuhn('4111111111111111')).toBe(true);
    expect(passesLuhn('')).toBe(false);
  });

  it('accept IBANs of the right length only', () => {
    expect(isIban('FR1420041010050500013M02606')).toBe(true);
    expect(isIban('FR1420041010050500013M026060')).toBe(false);
    expect(isIban('XX1420041010050500013M02606')).toBe(false);
  });
});
