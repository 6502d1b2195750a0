export { type AlsOptions, fitAls } from './als.js';
export { type BprOptions, fitBpr } from './bpr.js';
export { fitContent, type ItemDescription } from './content.js';
export { fitEase, pruneEase } from './ease.js';
export { hybridOf } from './hybrid.js';
export {
  historyOf,
  type InteractionPairs,
  type Interactions,
  type ItemHistory,
  interactionsOf,
} from './interactions.js';
export type {
  AlsModel,
  BprModel,
  ContentModel,
  EaseModel,
  HybridModel,
  NeighbourModel,
  PopularityModel,
  RecommenderModel,
  SingleModel,
} from './models.js';
export { fitItemNeighbours, type NeighbourOptions } from './neighbours.js';
export { fitPopularity } from './popularity.js';
export { type RecommendationReason, recommendationReasons } from './reasons.js';
export { type Recommendation, type RecommendOptions, recommend } from './recommend.js';
export { scoreItems } from './score.js';
export { itemSimilarity } from './similarity.js';
