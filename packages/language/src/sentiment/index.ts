export {
  type AspectSentiment,
  analyseSentiment,
  type Polarity,
  type Sentiment,
  type SentimentModel,
  type SentimentOptions,
} from './analyse-sentiment.js';
export { type AspectTerms, SHOP_ASPECTS } from './aspects.js';
export { type JudgedText, learnSentiment, type SentimentLearning } from './learn-sentiment.js';
export type { SentimentEvidence } from './read-sentiment.js';
export {
  type DatedScore,
  type SentimentBucket,
  type SentimentTrend,
  sentimentTrend,
  type TrendFigure,
} from './sentiment-trend.js';
