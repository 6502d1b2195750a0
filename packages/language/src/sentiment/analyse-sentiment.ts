import { splitWords } from '../classification/words.js';
import { identifyLanguage } from '../identification/index.js';
import { type AspectTerms, aspectIndex, SHOP_ASPECTS } from './aspects.js';
import { sentimentLexicon } from './lexicons/index.js';
import { readSentiment, type SentimentEvidence, type SentimentReading } from './read-sentiment.js';

/** Which way a text leans. `mixed` says both, clearly, and leans neither way. */
export type Polarity = 'positive' | 'negative' | 'neutral' | 'mixed';

/** What a text says of one aspect; undefined when the aspect is named without a judgement. */
export interface AspectSentiment {
  readonly aspect: string;
  readonly sentiment:
    | { readonly kind: 'value'; readonly score: number; readonly polarity: Polarity }
    | { readonly kind: 'undefined'; readonly reason: 'no_judgement' };
  /** Where the aspect is named. */
  readonly mentions: readonly { readonly from: number; readonly to: number }[];
}

/** The sentiment of a text; `score` runs from −1 to 1, and `evidence` says why. */
export type Sentiment =
  | {
      readonly kind: 'sentiment';
      readonly polarity: Polarity;
      readonly score: number;
      readonly language: string;
      readonly evidence: readonly SentimentEvidence[];
      readonly aspects: readonly AspectSentiment[];
    }
  | { readonly kind: 'undefined'; readonly reason: 'nothing_to_read' | 'unsupported_language' };

/** Weights learned from judged texts, entry by entry, that replace those of a lexicon. */
export interface SentimentModel {
  readonly language: string;
  readonly weights: ReadonlyMap<string, number>;
}

/** How a text is read. */
export interface SentimentOptions {
  /** Language of the text (BCP 47); identified when absent. */
  readonly language?: string;
  readonly model?: SentimentModel;
  /** Aspects to look for instead of SHOP_ASPECTS of the language. */
  readonly aspects?: AspectTerms;
}

/** Sum of weights at which the score reaches about .71. */
const HALF_SATURATION = 2.8;
const NEUTRAL = 0.15;
const BOTH_SIDES = 1.2;
const MIXED = 0.4;

/**
 * Sentiment of a text in one of the seven languages (en, de, fr, es, pt, it, nl) from lexicons,
 * learned weights, negation, strengthening, contrast and emoji; emoji alone are read in any
 * language. Irony is not recognised. At most 5,000 words are read.
 */
export function analyseSentiment(text: string, options: SentimentOptions = {}): Sentiment {
  const language = options.language?.split('-')[0]?.toLowerCase() ?? languageOf(text);
  const lexicon = sentimentLexicon(language);
  const model = options.model?.language === language ? options.model : undefined;
  const reading = readSentiment(text, lexicon, (entry) => model?.weights.get(entry));
  if (lexicon === undefined && reading.evidence.length === 0) {
    const reason = reading.words === 0 ? 'nothing_to_read' : 'unsupported_language';
    return { kind: 'undefined', reason };
  }
  if (reading.words === 0 && reading.evidence.length === 0) {
    return { kind: 'undefined', reason: 'nothing_to_read' };
  }
  const terms = options.aspects ?? SHOP_ASPECTS[language];
  return {
    kind: 'sentiment',
    ...judgement(reading.evidence),
    language,
    evidence: reading.evidence,
    aspects: terms ? aspectSentiments(text, reading, terms) : [],
  };
}

function languageOf(text: string): string {
  const found = identifyLanguage(text);
  if (found.kind === 'undefined') return 'und';
  return found.kind === 'language' ? found.language : found.likely;
}

/** Sums evidence into a score from −1 to 1, s / √(s² + h²), and names its side. */
function judgement(evidence: readonly SentimentEvidence[]): {
  readonly score: number;
  readonly polarity: Polarity;
} {
  let good = 0;
  let bad = 0;
  for (const { weight } of evidence) {
    if (weight > 0) good += weight;
    else bad += weight;
  }
  const sum = good + bad;
  const score = sum / Math.hypot(sum, HALF_SATURATION);
  if (good >= BOTH_SIDES && -bad >= BOTH_SIDES && Math.abs(score) < MIXED) {
    return { score, polarity: 'mixed' };
  }
  if (Math.abs(score) < NEUTRAL) return { score, polarity: 'neutral' };
  return { score, polarity: score > 0 ? 'positive' : 'negative' };
}

/** Each piece of evidence counts for the nearest aspect named in its clause. */
function aspectSentiments(
  text: string,
  reading: SentimentReading,
  terms: AspectTerms,
): readonly AspectSentiment[] {
  const mentions = aspectMentions(text, reading, terms);
  const byClause = new Map<number, (typeof mentions)[number][]>();
  for (const mention of mentions) {
    const list = byClause.get(mention.clause);
    if (list) list.push(mention);
    else byClause.set(mention.clause, [mention]);
  }
  const evidence = new Map<string, SentimentEvidence[]>();
  for (const item of reading.evidence) {
    const distance = (mention: (typeof mentions)[number]) =>
      Math.max(0, mention.from - item.to, item.from - mention.to);
    const nearest = (byClause.get(item.clause) ?? []).reduce<(typeof mentions)[number] | undefined>(
      (best, mention) => (best && distance(best) <= distance(mention) ? best : mention),
      undefined,
    );
    if (nearest === undefined) continue;
    const list = evidence.get(nearest.aspect);
    if (list) list.push(item);
    else evidence.set(nearest.aspect, [item]);
  }
  const aspects = [...new Set(mentions.map((mention) => mention.aspect))];
  return aspects.map((aspect) => {
    const found = evidence.get(aspect);
    return {
      aspect,
      sentiment: found
        ? { kind: 'value', ...judgement(found) }
        : { kind: 'undefined', reason: 'no_judgement' },
      mentions: mentions
        .filter((mention) => mention.aspect === aspect)
        .map(({ from, to }) => ({ from, to })),
    };
  });
}

const MAX_MENTIONS = 500;

function aspectMentions(text: string, reading: SentimentReading, terms: AspectTerms) {
  const index = aspectIndex(terms);
  const spans = splitWords(text, 5_000);
  const words = spans.map((span) => span.word.toLowerCase());
  const mentions: { aspect: string; from: number; to: number; clause: number }[] = [];
  let clause = 0;
  for (let at = 0; at < words.length && mentions.length < MAX_MENTIONS; at++) {
    const span = spans[at];
    const match = index.match(words, at);
    if (span === undefined || match === undefined) continue;
    while ((reading.clauses[clause]?.to ?? Number.POSITIVE_INFINITY) <= span.from) clause++;
    const to = spans[at + match.words - 1]?.to ?? span.to;
    mentions.push({ aspect: match.value, from: span.from, to, clause });
    at += match.words - 1;
  }
  return mentions;
}
