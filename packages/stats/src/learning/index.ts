export { type BoostingExplanation, explainBoosting } from './boosting/explain.js';
export { fitBoosting } from './boosting/fit.js';
export type { BoostingModel, BoostingOptions, TrainingTable } from './boosting/model.js';
export type { BoostingObjective } from './boosting/objectives.js';
export { predictBoosting, scoreBoosting } from './boosting/predict.js';
export type { Trees } from './boosting/trees.js';
export { type Calibration, calibrate, fitIsotonic, fitPlatt } from './calibration/calibration.js';
export { type ChosenKMeans, chooseKMeans } from './clustering/choose-k.js';
export {
  assignKMeans,
  fitKMeans,
  type KMeansModel,
  type KMeansOptions,
} from './clustering/k-means.js';
export {
  fitGaussianMixture,
  type GaussianMixture,
  type MixtureOptions,
  mixtureShares,
} from './clustering/mixture.js';
export { silhouette } from './clustering/silhouette.js';
export {
  fitPrincipalComponents,
  type PrincipalComponents,
  projectOnComponents,
} from './components/pca.js';
export {
  mape,
  mase,
  meanAbsoluteError,
  msis,
  owa,
  rootMeanSquaredError,
  rSquared,
  smape,
} from './metrics/accuracy.js';
export {
  auc,
  brierScore,
  calibrationError,
  logLoss,
  type ReliabilityBin,
  reliability,
} from './metrics/classification.js';
export { ndcg, recallAt } from './metrics/ranking.js';
export {
  type NearestNeighbours,
  nearestNeighbours,
  predictByNeighbours,
} from './neighbours/k-nearest.js';
export type { RegressionFamily } from './regression/families.js';
export {
  type Coefficient,
  fitRegression,
  type RegressionModel,
  type RegressionOptions,
} from './regression/fit.js';
export { predictRegression } from './regression/predict.js';
export {
  type Fold,
  type RandomFoldOptions,
  randomFolds,
  type TimeFoldOptions,
  takeRows,
  timeFolds,
} from './validation/folds.js';
