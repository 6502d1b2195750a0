export {
  type Elasticity,
  estimateElasticity,
  type PriceObservations,
  type RobustSlope,
} from './elasticity.js';
export {
  type DemandCurve,
  type OptimalPrice,
  optimalPrice,
  type PriceOptions,
} from './optimal-price.js';
export { type ShrunkEstimates, shrinkEstimates, type UncertainEstimate } from './shrinkage.js';
