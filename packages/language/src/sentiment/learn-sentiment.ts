import { seededRandom, shuffleInPlace } from '../classification/seeded-random.js';
import type { SentimentModel } from './analyse-sentiment.js';
import { sentimentLexicon } from './lexicons/index.js';
import { readSentiment } from './read-sentiment.js';

/** A text somebody judged, or that came with a rating. */
export interface JudgedText {
  readonly text: string;
  readonly polarity: 'positive' | 'negative';
}

/** Learned weights, or why there are none. */
export type SentimentLearning =
  | { readonly kind: 'learned'; readonly model: SentimentModel }
  | {
      readonly kind: 'undefined';
      readonly reason: 'unsupported_language' | 'one_polarity_only';
    };

/** A word outside the lexicon needs so many texts before it is given a weight. */
const MINIMUM_TEXTS = 3;
const EPOCHS = 30;
const RATE = 0.4;
/** Pull towards the lexicon's weight, in texts: how much evidence it takes to move a weight. */
const PRIOR_TEXTS = 2;

/**
 * Learns what words mean to these customers: logistic regression on the same evidence that
 * analyseSentiment reads (negation and strengthening included), with a normal prior around the
 * lexicon's weight, or around 0 for words outside it. Little evidence leaves the lexicon as it is.
 */
export function learnSentiment(
  examples: readonly JudgedText[],
  language: string,
  seed = 1,
): SentimentLearning {
  const lexicon = sentimentLexicon(language);
  if (lexicon === undefined) return { kind: 'undefined', reason: 'unsupported_language' };
  if (new Set(examples.map((example) => example.polarity)).size < 2) {
    return { kind: 'undefined', reason: 'one_polarity_only' };
  }
  const prior = new Map<string, number>();
  const texts = new Map<string, number>();
  const rows = examples.map(({ text, polarity }) => {
    for (const { entry, weight, direction, strength } of readSentiment(text, lexicon).evidence) {
      prior.set(entry, weight / (direction * strength));
    }
    const features = new Map<string, number>();
    // With every weight 1, the weight of evidence is its direction times its strength.
    for (const { entry, weight } of readSentiment(text, lexicon, () => 1).evidence) {
      features.set(entry, (features.get(entry) ?? 0) + weight);
    }
    for (const entry of features.keys()) texts.set(entry, (texts.get(entry) ?? 0) + 1);
    return { features, sign: polarity === 'positive' ? 1 : -1 };
  });
  const weights = new Map<string, number>();
  for (const [entry, count] of texts) {
    const known = prior.get(entry);
    if (known !== undefined || count >= MINIMUM_TEXTS) weights.set(entry, known ?? 0);
  }
  const steps = new Map<string, number>();
  const order = Int32Array.from({ length: rows.length }, (_, i) => i);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffleInPlace(order, order.length, random);
    for (const i of order) {
      const row = rows[i];
      if (row === undefined) continue;
      let score = 0;
      for (const [entry, value] of row.features) score += (weights.get(entry) ?? 0) * value;
      const pull = -row.sign / (1 + Math.exp(row.sign * score));
      for (const [entry, value] of row.features) {
        const weight = weights.get(entry);
        if (weight === undefined) continue;
        const back = (PRIOR_TEXTS / (texts.get(entry) ?? 1)) * (weight - (prior.get(entry) ?? 0));
        const gradient = pull * value + 0.1 * back;
        const squared = (steps.get(entry) ?? 0) + gradient * gradient;
        steps.set(entry, squared);
        weights.set(entry, weight - (RATE * gradient) / Math.sqrt(squared + 1e-8));
      }
    }
  }
  return { kind: 'learned', model: { language, weights } };
}
