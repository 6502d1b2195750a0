import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accuracyAtCoverage,
  decodeTextClassifier,
  encodeTextClassifier,
  expectedCalibrationError,
  type LabelledText,
  labellingQueue,
  learnCorrections,
  splitWords,
  type TextClassifier,
  trainTextClassifier,
} from './index.js';

const STEMS: Readonly<Record<string, readonly string[]>> = {
  delivery: ['where is my parcel', 'when does my order arrive', 'track the delivery of my parcel'],
  refund: ['i want my money back', 'please refund my order', 'how long does a refund take'],
  password: ['i cannot log in', 'reset my password please', 'my login does not work any more'],
};
const ENDINGS = ['', ' today', ' please help', ' it is urgent', ' since monday', ' thanks', ' now'];

const EXAMPLES: readonly LabelledText[] = Object.entries(STEMS).flatMap(([label, stems]) =>
  stems.flatMap((stem) => ENDINGS.map((ending) => ({ text: `${stem}${ending}`, label }))),
);

function trained(examples: readonly LabelledText[] = EXAMPLES): TextClassifier {
  const outcome = trainTextClassifier(examples, { seed: 3 });
  if (outcome.kind === 'undefined') throw new Error(outcome.reason);
  return outcome.classifier;
}

const classifier = trained();

function labelOf(from: TextClassifier, text: string): string {
  const found = from.classify(text);
  return found.kind === 'label' ? found.label : found.kind;
}

describe('a trained classifier', () => {
  it('labels questions it has not seen', () => {
    expect(labelOf(classifier, 'has my parcel arrived?')).toBe('delivery');
    expect(labelOf(classifier, 'I forgot my password')).toBe('password');
    expect(labelOf(classifier, 'REFUND the money')).toBe('refund');
  });

  it('says what is out of scope instead of guessing', () => {
    expect(labelOf(classifier, 'Quels restaurants italiens sont ouverts ce soir ?')).toBe(
      'out_of_scope',
    );
    expect(labelOf(classifier, 'Which volcano erupted in 1883 near Java')).toBe('out_of_scope');
  });

  it('answers undefined when nothing in the text is known', () => {
    const undefinedOutcome = { kind: 'undefined', reason: 'no_known_features' };
    expect(classifier.classify('')).toEqual(undefinedOutcome);
    expect(classifier.classify('🦄🦄🦄')).toEqual(undefinedOutcome);
  });

  it('gives the same model for the same seed', () => {
    expect(encodeTextClassifier(trained())).toEqual(encodeTextClassifier(classifier));
  });

  it('is not trained from one label or from texts that share nothing', () => {
    expect(trainTextClassifier([])).toEqual({
      kind: 'undefined',
      reason: 'fewer_than_two_labels',
    });
    expect(
      trainTextClassifier([
        { text: 'aaaa', label: 'one' },
        { text: 'bbbb', label: 'two' },
      ]),
    ).toEqual({ kind: 'undefined', reason: 'no_shared_features' });
  });

  it('has confidences that are probabilities for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const found = classifier.classify(text);
        if (found.kind === 'undefined') return;
        const sum = found.ranking.reduce((total, entry) => total + entry.confidence, 0);
        expect(sum).toBeCloseTo(1, 9);
        expect(found.margin).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 100 },
    );
  });

  it('answers 100,000 hostile characters within bounded time', () => {
    for (const text of ['a'.repeat(100_000), "a'".repeat(50_000), 'parcel '.repeat(14_286)]) {
      const started = process.cpuUsage().user;
      classifier.classify(text);
      expect(process.cpuUsage().user - started).toBeLessThan(1_000_000);
    }
  });
});

describe('corrections', () => {
  const corrections: readonly LabelledText[] = ENDINGS.map((ending) => ({
    text: `do you ship to norway${ending}`,
    label: 'shipping_countries',
  }));
  const learned = learnCorrections(classifier, corrections);

  it('teach a new label without forgetting the others', () => {
    expect(labelOf(learned, 'can you ship to norway')).toBe('shipping_countries');
    const right = EXAMPLES.filter((one) => labelOf(learned, one.text) === one.label).length;
    expect(right / EXAMPLES.length).toBeGreaterThan(0.95);
  });

  it('leave the given classifier as it was', () => {
    expect(classifier.model.labels).not.toContain('shipping_countries');
    expect(learnCorrections(classifier, [])).toBe(classifier);
  });

  it('overrule what was learned before', () => {
    const moved = learnCorrections(classifier, [
      { text: 'where is my parcel', label: 'refund' },
      { text: 'where is my parcel now', label: 'refund' },
    ]);
    expect(labelOf(moved, 'where is my parcel')).toBe('refund');
  });
});

describe('the labelling queue', () => {
  it('asks about close calls first and about nothing twice', () => {
    const texts = [
      'where is my parcel today',
      'refund my parcel login',
      'Refund my  parcel login',
      'reset my password please now',
    ];
    const queue = labellingQueue(classifier, texts, { limit: 3 });
    expect(queue[0]?.index).toBe(1);
    expect(queue.map((request) => request.index)).not.toContain(2);
    const margins = queue.map((request) => request.margin);
    expect(margins).toEqual([...margins].sort((a, b) => a - b));
  });
});

describe('a stored classifier', () => {
  it('answers as before it was stored', () => {
    const stored = decodeTextClassifier(encodeTextClassifier(classifier));
    if (stored.kind === 'undefined') throw new Error(stored.reason);
    for (const { text } of EXAMPLES) {
      expect(stored.classifier.classify(text)).toEqual(classifier.classify(text));
    }
  });

  it('is refused when its bytes are not those of a classifier', () => {
    const bytes = encodeTextClassifier(classifier);
    expect(decodeTextClassifier(new Uint8Array(3)).kind).toBe('undefined');
    expect(decodeTextClassifier(bytes.slice(0, bytes.length - 1))).toEqual({
      kind: 'undefined',
      reason: 'damaged',
    });
    const older = bytes.slice();
    older[7] = 9;
    expect(decodeTextClassifier(older)).toEqual({ kind: 'undefined', reason: 'unknown_version' });
  });
});

describe('calibration figures', () => {
  it('is zero when confidence equals the share of right answers', () => {
    const half = [
      { confidence: 0.5, isRight: true },
      { confidence: 0.5, isRight: false },
    ];
    expect(expectedCalibrationError(half)).toEqual({ kind: 'value', value: 0 });
    expect(expectedCalibrationError([{ confidence: 0.9, isRight: false }])).toEqual({
      kind: 'value',
      value: 0.9,
    });
  });

  it('keeps the surest predictions at a coverage', () => {
    const predictions = [
      { confidence: 0.1, isRight: false },
      { confidence: 0.9, isRight: true },
    ];
    expect(accuracyAtCoverage(predictions, 0.5)).toEqual({ kind: 'value', value: 1 });
    expect(accuracyAtCoverage(predictions, 1)).toEqual({ kind: 'value', value: 0.5 });
    expect(accuracyAtCoverage([], 1)).toEqual({ kind: 'undefined', reason: 'no_predictions' });
  });
});

describe('splitting into words', () => {
  it('keeps offsets, apostrophes, and one word a Han character', () => {
    expect(splitWords("I don't, 我要X退款!").map(({ word }) => word)).toEqual([
      'I',
      "don't",
      '我',
      '要',
      'X',
      '退',
      '款',
    ]);
  });

  it('gives spans that hold the word they name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        for (const span of splitWords(text)) {
          expect(text.slice(span.from, span.to)).toBe(span.word);
        }
      }),
    );
  });
});
