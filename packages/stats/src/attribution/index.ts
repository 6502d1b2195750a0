export {
  type GroupParts,
  type MixRateEffect,
  mixAndRate,
  type RatioParts,
} from './mix-rate.js';
export { type FactorPair, productEffects } from './product-effects.js';
