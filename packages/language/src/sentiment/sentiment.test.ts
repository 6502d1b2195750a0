import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../classification/seeded-random.js';
import { analyseSentiment, type JudgedText, learnSentiment, sentimentTrend } from './index.js';

function read(text: string, language = 'en') {
  const found = analyseSentiment(text, { language });
  if (found.kind === 'undefined') throw new Error(found.reason);
  return found;
}

function scoreOf(text: string, language = 'en'): number {
  return read(text, language).score;
}

describe('the sentiment of a text', () => {
  it.each([
    ['en', 'Great quality and friendly staff', 'not great and unfriendly'],
    ['de', 'Tolle Qualität, gefällt mir', 'keine tolle Qualität, gefällt mir nicht'],
    ['fr', 'très bon service', "ce n'est pas un bon service"],
    ['es', 'es bueno y rápido', 'no es bueno ni rápido'],
    ['pt', 'é bom e rápido', 'não é bom nem rápido'],
    ['it', 'è buono e veloce', 'non è buono, troppo lento'],
    ['nl', 'het is goed en mooi', 'het is niet goed en niet mooi'],
  ])('is turned by negation in %s', (language, good, bad) => {
    expect(read(good, language).polarity).toBe('positive');
    expect(read(bad, language).polarity).toBe('negative');
  });

  it('is scaled by strengthening, weakening, exclamation and capitals', () => {
    expect(scoreOf('very good')).toBeGreaterThan(scoreOf('good'));
    expect(scoreOf('slightly good')).toBeLessThan(scoreOf('good'));
    expect(scoreOf('good!!')).toBeGreaterThan(scoreOf('good'));
    expect(scoreOf('the soup is GREAT')).toBeGreaterThan(scoreOf('the soup is great'));
    expect(scoreOf('pretty bad')).toBeLessThan(0);
    expect(scoreOf('goooood')).toBeGreaterThan(scoreOf('good'));
  });

  it('believes what follows "but" more than what precedes it', () => {
    expect(scoreOf('nice colour but bad seams')).toBeLessThan(scoreOf('bad seams, nice colour'));
    expect(read('great food, terrible music').polarity).toBe('mixed');
  });

  it('reads emoji in any language and emoticons', () => {
    expect(analyseSentiment('😍😍👍')).toMatchObject({ kind: 'sentiment', polarity: 'positive' });
    expect(analyseSentiment('🤬')).toMatchObject({ kind: 'sentiment', polarity: 'negative' });
    expect(scoreOf('arrived today :)')).toBeGreaterThan(scoreOf('arrived today'));
    expect(scoreOf('see https://x.example/a')).toBe(0);
  });

  it('names its evidence where it stands', () => {
    const text = 'Well, the courier was very rude. Never again!';
    const { evidence } = read(text);
    expect(evidence.map(({ from, to }) => text.slice(from, to))).toEqual(['rude', 'Never again']);
  });

  it('says why it cannot be read', () => {
    expect(analyseSentiment('')).toEqual({ kind: 'undefined', reason: 'nothing_to_read' });
    expect(analyseSentiment('Dlaczego moja paczka jeszcze nie przyszła?')).toEqual({
      kind: 'undefined',
      reason: 'unsupported_language',
    });
  });

  it('stays within bounds for any text, and within bounded time for 100,000 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { score } = read(`${text} bad`);
        expect(Math.abs(score)).toBeLessThan(1);
      }),
    );
    const started = process.cpuUsage().user;
    for (const piece of ['not very good ', 'but ', '!', '😀', ':(', 'a', 'gooo']) {
      analyseSentiment(piece.repeat(Math.ceil(100_000 / piece.length)), { language: 'en' });
    }
    expect(process.cpuUsage().user - started).toBeLessThan(6_000_000);
  });
});

describe('the sentiment of aspects', () => {
  it('gives each aspect what is said of it', () => {
    const { aspects } = read('Delivery was fast and the quality is poor, the price is 20 euros.');
    const found = Object.fromEntries(aspects.map(({ aspect, sentiment }) => [aspect, sentiment]));
    expect(found.delivery).toMatchObject({ kind: 'value', polarity: 'positive' });
    expect(found.quality).toMatchObject({ kind: 'value', polarity: 'negative' });
    expect(found.price).toEqual({ kind: 'undefined', reason: 'no_judgement' });
  });

  it('looks for the aspects it is given', () => {
    const found = analyseSentiment('The gears are terrible, the saddle is soft.', {
      language: 'en',
      aspects: { gears: 'gear*', saddle: 'saddle' },
    });
    expect(found.kind === 'sentiment' && found.aspects.map(({ aspect }) => aspect)).toEqual([
      'gears',
      'saddle',
    ]);
  });
});

describe('learned sentiment', () => {
  const examples: readonly JudgedText[] = [
    ...['sick', 'sick beat', 'so sick', 'this is sick', 'sick sneakers'].map(
      (text): JudgedText => ({ text, polarity: 'positive' }),
    ),
    ...['it squeaks', 'squeaks a lot', 'the door squeaks', 'bad'].map(
      (text): JudgedText => ({ text, polarity: 'negative' }),
    ),
  ];

  it('moves words to what these customers mean by them', () => {
    const learned = learnSentiment(examples, 'en');
    if (learned.kind === 'undefined') throw new Error(learned.reason);
    const options = { language: 'en', model: learned.model };
    expect(scoreOf('sick jacket')).toBeLessThan(0);
    expect(analyseSentiment('sick jacket', options)).toMatchObject({ polarity: 'positive' });
    expect(analyseSentiment('it squeaks', options)).toMatchObject({ polarity: 'negative' });
    expect(analyseSentiment('not sick', options)).toMatchObject({ polarity: 'negative' });
    expect(analyseSentiment('great', options)).toMatchObject({ polarity: 'positive' });
  });

  it('needs both sides and a language with a lexicon', () => {
    expect(learnSentiment(examples.slice(0, 3), 'en')).toEqual({
      kind: 'undefined',
      reason: 'one_polarity_only',
    });
    expect(learnSentiment(examples, 'pl')).toEqual({
      kind: 'undefined',
      reason: 'unsupported_language',
    });
  });
});

describe('the trend of sentiment', () => {
  const edges = [0, 10, 20, 30, 40];
  const random = seededRandom(5);
  const noise = () => random() - 0.5;

  it('tells a fall from noise', () => {
    const falling = Array.from({ length: 200 }, (_, i) => ({
      atMs: i / 5,
      score: 0.5 - i / 400 + noise(),
    }));
    const steady = falling.map(({ atMs }) => ({ atMs, score: noise() }));
    expect(sentimentTrend(falling, edges).direction).toBe('worsening');
    expect(sentimentTrend(steady, edges).direction).toBe('steady');
  });

  it('puts every text into the half-open bucket of its time', () => {
    const { buckets } = sentimentTrend(
      [
        { atMs: 10, score: 0.5 },
        { atMs: 9.99, score: -0.5 },
        { atMs: 40, score: 1 },
        { atMs: -1, score: 1 },
      ],
      edges,
    );
    expect(buckets.map((bucket) => bucket.count)).toEqual([1, 1, 0, 0]);
    expect(buckets[2]?.mean).toEqual({ kind: 'undefined', reason: 'too_few_texts' });
    expect(buckets[0]?.negativeShare).toMatchObject({ kind: 'value', value: 1 });
  });

  it('has no slope with fewer than three buckets that hold texts', () => {
    const trend = sentimentTrend([{ atMs: 1, score: 1 }], edges);
    expect(trend.slope).toEqual({ kind: 'undefined', reason: 'too_few_buckets' });
    expect(trend.direction).toBe('unknown');
    expect(sentimentTrend([], [])).toMatchObject({ buckets: [] });
  });
});
