export { type BoostingExplanation, explainBoosting } from './boosting/explain.js';
export { fitBoosting } from './boosting/fit.js';
export type { BoostingModel, BoostingOptions, TrainingTable } from './boosting/model.js';
export type { BoostingObjective } from './boosting/objectives.js';
export { predictBoosting, scoreBoosting } from './boosting/predict.js';
export type { Trees } from './boosting/trees.js';
export { ndcg, recallAt } from './metrics/ranking.js';
