export { type BgNbdModel, fitBgNbd } from './bg-nbd.js';
export {
  expectedSpend,
  fitGammaGamma,
  type GammaGammaModel,
  type SpendHistory,
} from './gamma-gamma.js';
export type { PurchaseHistory } from './history.js';
export {
  type CustomerHistory,
  type LifetimeValueInterval,
  type LifetimeValueOptions,
  lifetimeValue,
  lifetimeValueInterval,
  lifetimeValueIntervals,
} from './lifetime-value.js';
export { fitParetoNbd, type ParetoNbdModel } from './pareto-nbd.js';
export { expectedPurchases, type PurchaseModel, probabilityAlive } from './predictions.js';
