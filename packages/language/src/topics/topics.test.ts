import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../classification/seeded-random.js';
import {
  createTopicReader,
  fitTopics,
  matchTopics,
  type TopicModel,
  type TopicOptions,
  trackTopics,
} from './index.js';

const THEMES: Readonly<Record<string, readonly string[]>> = {
  delivery: ['parcel', 'courier', 'delivery', 'tracking', 'address', 'postman', 'shipment'],
  payment: ['invoice', 'card', 'payment', 'bank', 'charge', 'transfer', 'balance'],
  shoes: ['shoes', 'sole', 'leather', 'laces', 'heel', 'size', 'boots'],
};
const OUTAGE = ['login', 'password', 'browser', 'outage', 'screen', 'session', 'error'];

/** Texts of random words of a theme, with a few words any text may hold. */
function written(words: readonly string[], count: number, length: number, seed: number) {
  const random = seededRandom(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const anything = ['colleague', 'kitchen', 'holiday', 'morning', 'garden', 'neighbour'];
  return Array.from({ length: count }, () =>
    Array.from({ length }, () => pick(random() < 0.85 ? words : anything)).join(' '),
  );
}

function corpus(length: number, seed = 1): readonly string[] {
  return Object.values(THEMES).flatMap((words, i) => written(words, 40 - 10 * i, length, seed + i));
}

function fitted(texts: readonly string[], options: TopicOptions = {}): TopicModel {
  const outcome = fitTopics(texts, { count: 3, language: 'en', ...options });
  if (outcome.kind === 'undefined') throw new Error(outcome.reason);
  return outcome.model;
}

describe.each([
  ['short texts', 5, 'clusters'],
  ['long texts', 60, 'factorisation'],
] as const)('topics of %s', (_, length, method) => {
  const texts = corpus(length);
  const model = fitted(texts);

  it('are found by the method that suits their length', () => {
    expect(model.method).toBe(method);
  });

  it('are the themes they were written from, the largest first, named by their words', () => {
    model.topics.forEach((topic, i) => {
      const words = Object.values(THEMES)[i] ?? [];
      expect(words).toEqual(expect.arrayContaining(topic.label.split(', ')));
      expect(topic.size).toBeGreaterThan(20 - 5);
    });
    const themeOf = (i: number) => (i < 40 ? 0 : i < 70 ? 1 : 2);
    const right = model.assignments.filter(
      (found, i) => found.kind === 'topic' && found.topic === themeOf(i),
    );
    expect(right.length / texts.length).toBeGreaterThan(0.9);
  });

  it('are the same for the same seed and match for another', () => {
    expect(fitted(texts)).toEqual(model);
    const matches = matchTopics(model, fitted(texts, { seed: 99 }));
    expect(matches.kept.map(({ before }) => before).sort()).toEqual([0, 1, 2]);
  });

  it('are recognised in new texts, and strangers have none', () => {
    const read = createTopicReader(model);
    expect(read('leather boots with a broken heel and new laces')).toMatchObject({
      kind: 'topic',
      topic: 2,
    });
    expect(read('completely unrelated wording')).toEqual({ kind: 'none', similarity: 0 });
  });
});

describe('topics over time', () => {
  const model = fitted(corpus(6));
  const edges = [0, 1, 2, 3, 4];
  const steady = edges
    .slice(0, 4)
    .flatMap((atMs) => corpus(6, 50 + atMs).map((text) => ({ atMs, text })));

  it('counts every text of a bucket once', () => {
    const timeline = trackTopics(model, steady, edges);
    for (let bucket = 0; bucket < 4; bucket++) {
      const known = timeline.series.reduce((sum, one) => sum + (one.counts[bucket] ?? 0), 0);
      expect(known + (timeline.withoutTopic[bucket] ?? 0)).toBe(90);
    }
    expect(timeline.alarms).toEqual([]);
  });

  it('raises an alarm for a topic that is new in the last bucket', () => {
    const outage = written(OUTAGE, 12, 6, 7).map((text) => ({ atMs: 3, text }));
    const [alarm] = trackTopics(model, [...steady, ...outage], edges).alarms;
    expect(alarm?.texts.length).toBeGreaterThanOrEqual(8);
    expect(OUTAGE).toEqual(expect.arrayContaining(alarm?.label.split(', ') ?? ['none']));
    expect(alarm?.probability).toBeLessThan(0.001);
  });

  it('raises none for what has come up all along', () => {
    const outages = edges
      .slice(0, 4)
      .flatMap((atMs) => written(OUTAGE, 12, 6, 7 + atMs).map((text) => ({ atMs, text })));
    expect(trackTopics(model, [...steady, ...outages], edges).alarms).toEqual([]);
  });

  it('has no share in a bucket without texts', () => {
    const timeline = trackTopics(model, [], edges);
    expect(timeline.series[0]?.shares[0]).toEqual({ kind: 'undefined', reason: 'no_texts' });
  });
});

describe('matching topics of two fits', () => {
  it('tells what was kept, what appeared and what vanished', () => {
    const { delivery = [], payment = [], shoes = [] } = THEMES;
    const make = (...themes: (readonly string[])[]) =>
      fitted(themes.flatMap((words, i) => written(words, 30 - 5 * i, 6, i + 3)));
    const matches = matchTopics(make(delivery, payment, shoes), make(payment, delivery, OUTAGE));
    expect(matches.kept.map(({ before, after }) => [before, after]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(matches).toMatchObject({ appeared: [2], vanished: [2] });
  });
});

describe('texts without topics', () => {
  it('are told why', () => {
    expect(fitTopics(['one text'])).toEqual({ kind: 'undefined', reason: 'too_few_texts' });
    expect(fitTopics(['aa', 'bb', 'cc', 'dd', 'ee', 'ff', '🦄', ''])).toEqual({
      kind: 'undefined',
      reason: 'no_shared_words',
    });
  });

  it('of 100,000 characters take bounded time', () => {
    const started = process.cpuUsage().user;
    const texts = ['parcel late, ', 'ab', '配送', '🦄', 'a b c '].map((piece) =>
      piece.repeat(Math.ceil(100_000 / piece.length)),
    );
    fitTopics([...texts, ...corpus(3)], { count: 4 });
    expect(process.cpuUsage().user - started).toBeLessThan(6_000_000);
  });

  it('never break a fit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 30 }),
        (texts, count) => {
          const outcome = fitTopics([...texts, ...corpus(3).slice(0, 8)], { count });
          if (outcome.kind === 'undefined') return;
          expect(outcome.model.directions.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});
