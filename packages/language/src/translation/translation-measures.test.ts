import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BleuOptions,
  type ChrfOptions,
  corpusBleu,
  corpusChrf,
  corpusTer,
  sentenceBleu,
  sentenceChrf,
  sentenceTer,
  type TranslationMeasure,
  tokenise13a,
} from './index.js';

// Cases and scores: test suite of sacreBLEU 2.x (test_bleu.py, test_chrf.py, test_ter.py),
// Apache-2.0; its tolerances are 1e-8, 1e-4 and 1e-3.

function scoreOf(measure: TranslationMeasure): number {
  if (measure.kind === 'undefined') throw new Error(measure.reason);
  return measure.value;
}

const HYPOTHESES = [
  'The dog bit the man.',
  "It wasn't surprising.",
  'The man had just bitten him.',
] as const;
const REFERENCES = [
  ['The dog bit the man.', 'The dog had bit the man.'],
  ['It was not unexpected.', 'No one was surprised.'],
  ['The man bit him first.', 'The man had bitten the dog.'],
] as const;

function corpus(hypotheses: readonly string[]) {
  return hypotheses.map((hypothesis, i) => ({ hypothesis, references: REFERENCES[i] ?? [] }));
}

describe('BLEU', () => {
  it.each<[readonly string[], BleuOptions, number]>([
    [HYPOTHESES, {}, 48.530827],
    [['', '', ''], {}, 0],
    [HYPOTHESES, { tokenise: 'none' }, 49.1919566],
    [HYPOTHESES, { smoothing: 'none' }, 48.530827],
  ])('equals sacreBLEU on a corpus with two references (case %#)', (hypotheses, options, score) => {
    expect(Math.abs(scoreOf(corpusBleu(corpus(hypotheses), options)) - score)).toBeLessThan(1e-8);
  });

  it('scores a short sentence over the orders it has', () => {
    expect(scoreOf(sentenceBleu('a test', ['a test']))).toBeCloseTo(100, 9);
    expect(scoreOf(corpusBleu([{ hypothesis: 'a test', references: ['a test'] }]))).toBe(0);
  });

  it('separates punctuation as mteval-v13a does', () => {
    expect(tokenise13a('It costs $1,000.50, (really) 10-fold &amp; more.')).toEqual([
      'It',
      'costs',
      '$',
      '1,000.50',
      ',',
      '(',
      'really',
      ')',
      '10',
      '-',
      'fold',
      '&',
      'more',
      '.',
    ]);
  });
});

const LONG = [
  'risk assessment must be made of those who are qualified and expertise in the sector - these are the scientists .',
  'risk assessment has to be undertaken by those who are qualified and expert in that area - that is the scientists .',
] as const;
const GERMAN = [
  ' Die    Beziehung zwischen  Obama und Netanjahu ist nicht gerade  freundlich. ',
  'Das Verhältnis zwischen Obama und Netanyahu ist nicht gerade freundschaftlich.',
] as const;

describe('chrF', () => {
  it.each([
    [
      'Co nás nejvíc trápí, protože lékaři si vybírají, kdo bude žít a kdo zemře.',
      'Nejvíce smutní jsme z toho, že musíme rozhodovat o tom, kdo bude žít a kdo zemře.',
      39.14078509,
    ],
    [
      'Nebo prostě nemají vybavení, které by jim pomohlo, uvedli lékaři.',
      'A někdy nemáme ani potřebný materiál, abychom jim pomohli, popsali lékaři.',
      31.22557079,
    ],
    [
      'Lapali po dechu, jejich životy skončily dřív, než skutečně začaly.',
      'Lapali po dechu a pak jejich život skončil - dřív, než skutečně mohl začít, připomněli.',
      57.15704367,
    ],
  ])('equals sacreBLEU on the sentence "%s"', (hypothesis, reference, score) => {
    const found = scoreOf(sentenceChrf(hypothesis, [reference], { everyOrder: true }));
    expect(Math.abs(found - score)).toBeLessThan(1e-4);
  });

  it.each<[readonly string[], readonly string[], ChrfOptions, number]>([
    [['abcdefg'], ['hijklmnop'], { everyOrder: true }, 0],
    [[''], ['reference'], { everyOrder: true }, 0],
    [['aa'], ['ab'], { everyOrder: true }, 8.3333],
    [['a', 'b'], ['a', 'c'], { everyOrder: true }, 8.3333],
    [['a'], ['a'], { everyOrder: true }, 16.6667],
    [['a b c'], ['abc'], { everyOrder: true }, 50],
    [[` ${LONG[0]}`], [LONG[1]], { everyOrder: true }, 63.36173],
    [[GERMAN[0]], [GERMAN[1]], { everyOrder: true }, 64.1302698],
    [['a'], ['a'], {}, 100],
    [['a b c'], ['abc'], {}, 100],
    [[''], ['c'], {}, 0],
    [['a', 'b'], ['a', 'c'], {}, 50],
    [['aa'], ['ab'], {}, 25],
    [[GERMAN[0].replace(/\s+/g, ' ').trim()], [GERMAN[1]], { keepSpaces: true }, 67.3481606],
    [[LONG[0]], [LONG[1]], { keepSpaces: true }, 65.2414427],
  ])(
    'equals sacreBLEU on a corpus with β = 3 (case %#)',
    (hypotheses, references, options, score) => {
      const segments = hypotheses.map((hypothesis, i) => ({
        hypothesis,
        references: [references[i] ?? ''],
      }));
      const found = scoreOf(corpusChrf(segments, { beta: 3, ...options }));
      expect(Math.abs(found - score)).toBeLessThan(1e-4);
    },
  );
});

describe('TER', () => {
  it.each([
    ['aaaa bbbb cccc dddd', 'aaaa bbbb cccc dddd', 0],
    ['dddd eeee ffff', 'aaaa bbbb cccc', 100],
    ['', 'a', 100],
    ['d e f g h a b c', 'a b c d e f g h', 12.5],
  ])('equals sacreBLEU on "%s"', (hypothesis, reference, score) => {
    expect(scoreOf(sentenceTer(hypothesis, [reference]))).toBeCloseTo(score, 9);
  });

  it('equals sacreBLEU on five sentences of WMT 2019', () => {
    const segments = [
      [
        'wählen Sie " Bild neu berechnen , " um beim Ändern der Bildgröße Pixel hinzuzufügen oder zu entfernen , damit das Bild ungefähr dieselbe Größe aufweist wie die andere Größe .',
        'wählen Sie " Bild neu berechnen , " um beim Ändern der Bildgröße Pixel hinzuzufügen oder zu entfernen , damit die Darstellung des Bildes in einer anderen Größe beibehalten wird .',
      ],
      [
        'wenn Sie alle Aufgaben im aktuellen Dokument aktualisieren möchten , wählen Sie im Menü des Aufgabenbedienfelds die Option " Alle Aufgaben aktualisieren . "',
        'wenn Sie alle Aufgaben im aktuellen Dokument aktualisieren möchten , wählen Sie im Menü des Aufgabenbedienfelds die Option " Alle Aufgaben aktualisieren . "',
      ],
      [
        'klicken Sie auf der Registerkarte " Optionen " auf die Schaltfläche " Benutzerdefiniert " und geben Sie Werte für " Fehlerkorrektur-Level " und " Y / X-Verhältnis " ein .',
        'klicken Sie auf der Registerkarte " Optionen " auf die Schaltfläche " Benutzerdefiniert " und geben Sie für " Fehlerkorrektur-Level " und " Y / X-Verhältnis " niedrigere Werte ein .',
      ],
      [
        'Sie können beispielsweise ein Dokument erstellen , das ein Auto über die Bühne enthält .',
        'Sie können beispielsweise ein Dokument erstellen , das ein Auto enthalt , das sich über die Bühne bewegt .',
      ],
      [
        'wählen Sie im Dialogfeld " Neu aus Vorlage " eine Vorlage aus und klicken Sie auf " Neu . "',
        'wählen Sie im Dialogfeld " Neu aus Vorlage " eine Vorlage aus und klicken Sie auf " Neu . "',
      ],
    ].map(([hypothesis = '', reference = '']) => ({ hypothesis, references: [reference] }));
    expect(Math.abs(scoreOf(corpusTer(segments)) - 13.6)).toBeLessThan(1e-3);
  });

  it('is never more than replacing everything, and 0 only for the same words', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const value = scoreOf(sentenceTer(one.join(' '), [other.join(' ')]));
        const edits = (value * other.length) / 100;
        expect(edits).toBeLessThanOrEqual(Math.max(one.length, other.length) + 1e-9);
        expect(value === 0).toBe(one.join(' ') === other.join(' '));
      }),
    );
  });
});

describe('all measures', () => {
  const measures = { corpusBleu, corpusChrf, corpusTer };

  it.each(Object.entries(measures))('%s says why it cannot be computed', (_, measure) => {
    expect(measure([])).toEqual({ kind: 'undefined', reason: 'no_segments' });
    expect(measure([{ hypothesis: 'a', references: [] }])).toEqual({
      kind: 'undefined',
      reason: 'no_reference',
    });
  });

  // one that compared every word with every other would not end within the time of a test
  it('take bounded time for 100,000 characters', () => {
    const text = 'parcel late again '.repeat(5_556);
    const perfect = { kind: 'value', value: expect.closeTo(100) };
    expect(sentenceBleu(text, [text])).toEqual(perfect);
    expect(sentenceChrf(text, [text])).toEqual(perfect);
    expect(sentenceTer(text, [text])).toEqual({ kind: 'undefined', reason: 'too_long' });
    const words = Array.from({ length: 900 }, (_, i) => `w${(i * 7) % 90}`);
    const reversed = [...words].reverse().join(' ');
    expect(sentenceTer(words.join(' '), [reversed])).toMatchObject({ kind: 'value' });
  });
});
