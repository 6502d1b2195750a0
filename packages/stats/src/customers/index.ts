export { type BgNbdModel, fitBgNbd } from './bg-nbd.js';
export {
  type CohortProjection,
  type CohortProjectionOptions,
  type CohortValues,
  type ProjectedValue,
  type ProjectionRecord,
  projectCohorts,
} from './cohort-value.js';
export {
  expectedSpend,
  fitGammaGamma,
  type GammaGammaModel,
  type SpendHistory,
} from './gamma-gamma.js';
export type { PurchaseHistory } from './history.js';
export {
  type CustomerHistory,
  type LifetimeValueOptions,
  lifetimeValue,
} from './lifetime-value.js';
export {
  type LifetimeValueInterval,
  lifetimeValueInterval,
  lifetimeValueIntervals,
} from './lifetime-value-interval.js';
export { fitParetoNbd, type ParetoNbdModel } from './pareto-nbd.js';
export { expectedPurchases, type PurchaseModel, probabilityAlive } from './predictions.js';
