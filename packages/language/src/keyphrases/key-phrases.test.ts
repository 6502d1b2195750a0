import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTagger, extractKeyPhrases } from './index.js';

const REVIEW =
  'The delivery time was far too long. After two weeks of waiting the delivery time doubled, ' +
  'and the customer service never answered. Customer service should know about delivery times.';

describe('key phrases', () => {
  it('are the phrases a text keeps coming back to, inflections counted as one', () => {
    const phrases = extractKeyPhrases(REVIEW);
    expect(phrases.slice(0, 2).map(({ phrase }) => phrase)).toEqual([
      'delivery time',
      'customer service',
    ]);
    expect(phrases[0]?.mentions).toHaveLength(3);
  });

  it('stand where they say they stand', () => {
    for (const { mentions } of extractKeyPhrases(REVIEW)) {
      for (const { from, to } of mentions)
        expect(REVIEW.slice(from, to)).toMatch(/^\p{L}.*\p{L}$/u);
    }
  });

  it.each([
    ['de', 'Die Lieferzeit war zu lang, und die Lieferzeiten werden immer länger.', 'lieferzeit'],
    ['fr', 'Le service client ne répond pas. Le service client est injoignable.', 'service client'],
    ['ja', '配送時間が長い。配送時間を短くしてください。', '配送時間'],
  ])('are found in %s', (language, text, phrase) => {
    expect(extractKeyPhrases(text, { language })[0]?.phrase).toBe(phrase);
  });

  it('are none where nothing is named', () => {
    for (const text of ['', '🦄', 'and so on', '12 34'])
      expect(extractKeyPhrases(text)).toEqual([]);
  });

  it('take bounded time for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { score } of extractKeyPhrases(text)) expect(score).toBeGreaterThan(0);
      }),
    );
    const started = process.cpuUsage().user;
    for (const piece of ['parcel late, ', 'a', 'ab cd ef ', '配']) {
      extractKeyPhrases(piece.repeat(Math.ceil(100_000 / piece.length)));
    }
    expect(process.cpuUsage().user - started).toBeLessThan(4_000_000);
  });
});

describe('automatic tags', () => {
  const texts = [
    'My refund has not arrived',
    'Where is the refund for the gift card?',
    'The gift card code is invalid',
    'gift cards do not work at checkout',
    'I want to return my gift card and get a refund',
    'The checkout page is blank',
    'Checkout hangs after payment',
    'How do I change my address',
    'Is the blue jacket back soon',
    'I forgot my password',
    'Do you ship to Norway',
  ];
  const tagger = createTagger(texts, { language: 'en' });

  it('are words and pairs that recur, a pair instead of its words', () => {
    expect(tagger.tags.map(({ tag }) => tag).sort()).toEqual(['checkout', 'gift card', 'refund']);
  });

  it('are given to new texts', () => {
    expect(tagger.tagsOf('refunds to a gift card')).toEqual(
      tagger.tags.map(({ tag }) => tag).filter((tag) => tag !== 'checkout'),
    );
    expect(tagger.tagsOf('hello there')).toEqual([]);
  });

  it('are none without texts', () => {
    expect(createTagger([]).tags).toEqual([]);
  });
});
