export {
  betaDistribution,
  chiSquaredDistribution,
  exponentialDistribution,
  fDistribution,
  gammaDistribution,
  logNormalDistribution,
  normalDistribution,
  tDistribution,
} from './continuous.js';
export { binomialDistribution, poissonDistribution } from './counts.js';
export type { Distribution } from './distribution.js';
export {
  normalCdf,
  normalDensity,
  normalLogCdf,
  normalLogDensity,
  normalQuantile,
  normalSurvival,
} from './normal.js';
export { logGamma } from './special/gamma-function.js';
