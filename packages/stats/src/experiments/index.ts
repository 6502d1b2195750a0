export {
  type BanditArm,
  type RewardArm,
  thompsonRewardWeights,
  thompsonWeights,
} from './bandits.js';
export { type BetaBelief, probabilityGreater } from './beta-comparison.js';
export {
  type BanditChoice,
  type ContextualBandit,
  chooseArm,
  createContextualBandit,
  updateContextualBandit,
} from './contextual-bandit.js';
export {
  type BayesianEffect,
  bayesianTest,
  type EffectPrior,
  fixedHorizonTest,
  sequentialTest,
  type TestedEffect,
} from './decisions.js';
export {
  type Difference,
  type Effect,
  effectFromMoments,
  estimateEffect,
  relativeInterval,
} from './effect.js';
export {
  analyseFactorial,
  type FactorialCell,
  type FactorialEffect,
  type FactorialResult,
} from './factorial.js';
export { type HoldoutResult, holdoutEffect } from './holdout.js';
export { type ArmBelief, probabilityOfBest } from './probability-of-best.js';
export {
  type PreExposureCheck,
  type PreExposureMetric,
  preExposureCheck,
  type SampleRatioCheck,
  sampleRatioCheck,
  sequentialSampleRatioCheck,
} from './randomisation.js';
export { postStratifiedEffect, type Stratum } from './stratification.js';
export {
  type AdjustedMeanSummary,
  type AdjustedRatioSummary,
  type ArmMoments,
  type ArmSummary,
  armMoments,
  type MeanSummary,
  type Moments,
  type ProportionSummary,
  type QuantileSummary,
  quantileRanks,
  type RatioSummary,
} from './summaries.js';
export {
  type Comparison,
  type ComparisonOptions,
  compareVariants,
  type VariantResult,
} from './variants.js';
