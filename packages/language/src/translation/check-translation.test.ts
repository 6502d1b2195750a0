import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTranslation, type TranslationIssue } from './index.js';
import { numbersInText } from './numbers-in-text.js';

function issuesOf(
  source: string,
  translation: string,
  targetLanguage = 'de',
): readonly TranslationIssue[] {
  const check = checkTranslation({ source, translation, targetLanguage });
  if (check.kind === 'undefined') throw new Error(check.reason);
  return check.issues;
}

describe('checking a translation without a reference', () => {
  it('accepts numbers in the target language’s own writing', () => {
    expect(
      issuesOf(
        'Your order 1047 of $1,234.50 arrives on 03/04/2026 with 25 items.',
        'Ihre Bestellung 1047 über 1.234,50 $ kommt am 03.04.2026 mit 25 Artikeln an.',
      ),
    ).toEqual([]);
  });

  it('reports numbers that were lost and made up', () => {
    expect(issuesOf('Pay 250 euros within 14 days', 'Zahlen Sie 205 Euro in 14 Tagen')).toEqual([
      { kind: 'number_missing', text: '250' },
      { kind: 'number_added', text: '205' },
    ]);
  });

  it('reports placeholders that were translated or dropped', () => {
    expect(
      issuesOf(
        'Hello {name}, <b>%1$s</b> of {{count}} parcels are on their way: https://x.example/a',
        'Hallo {Name}, <b>%1$s von {{count}} Paketen sind unterwegs: https://x.example/a',
      ),
    ).toEqual([
      { kind: 'placeholder_missing', text: '{name}' },
      { kind: 'placeholder_missing', text: '</b>' },
      { kind: 'placeholder_added', text: '{Name}' },
    ]);
  });

  it('reports a translation that is far too short or too long', () => {
    const source = 'Please send the parcel back to us within fourteen days of delivery.';
    expect(issuesOf(source, 'Bitte zurück.')).toEqual([
      { kind: 'length', ratio: expect.closeTo(0.197, 2) },
    ]);
    expect(issuesOf(source, '请在收到包裹后十四天内将其寄回给我们。', 'zh')).toEqual([]);
  });

  it('reports the wrong language and what was not translated at all', () => {
    const source = 'Where is my parcel and when will it arrive at my house?';
    expect(issuesOf(source, source)).toEqual([{ kind: 'untranslated' }]);
    expect(issuesOf(source, 'Où est mon colis et quand est-ce qu’il arrive chez moi ?')).toEqual([
      { kind: 'language', found: 'fr', expected: 'de' },
    ]);
    expect(issuesOf(source, 'Où est mon colis et quand arrive-t-il ?', 'fr-CA')).toEqual([]);
  });

  it('tells an empty translation from an empty source', () => {
    expect(issuesOf('Hello', ' ')).toEqual([{ kind: 'empty' }]);
    expect(checkTranslation({ source: '', translation: 'Hallo', targetLanguage: 'de' })).toEqual({
      kind: 'undefined',
      reason: 'empty_source',
    });
  });

  it('finds no number or placeholder issue between a text and itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        fc.pre(text.trim() !== '');
        const kinds = issuesOf(text, text).map((issue) => issue.kind);
        expect(kinds.filter((kind) => kind !== 'untranslated')).toEqual([]);
      }),
    );
  });

  it('takes bounded time for hostile texts of 100,000 characters', () => {
    const started = process.cpuUsage().user;
    for (const piece of ['{', '<a', '1.', '%(', '[[', '9 ']) {
      const text = piece.repeat(100_000 / piece.length);
      checkTranslation({ source: text, translation: text, targetLanguage: 'en' });
    }
    expect(process.cpuUsage().user - started).toBeLessThan(3_000_000);
  });
});

describe('numbers in a text', () => {
  it.each([
    ['1.234,56', [[1234.56]]],
    ['1,234.56', [[1234.56]]],
    ["1'234.50", [[1234.5]]],
    ['1 234 567', [[1234567]]],
    ['1.234', [[1234, 1.234]]],
    ['3,5', [[3.5]]],
    ['04.03.2026', [[4], [3], [2026]]],
    ['１２個', [[12]]],
    ['none', []],
  ])('reads "%s"', (text, readings) => {
    expect(numbersInText(text).map((number) => number.readings)).toEqual(readings);
  });
});
