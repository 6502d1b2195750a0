export {
  benjaminiHochberg,
  type Correction,
  correctPValues,
  holm,
} from './corrections.js';
export {
  type DistanceTest,
  kolmogorovSmirnovOneSample,
  kolmogorovSmirnovTest,
} from './kolmogorov-smirnov.js';
export { mannWhitneyTest, type RankTest } from './mann-whitney.js';
export {
  type DifferenceTest,
  type SampleSummary,
  summarize,
  welchTest,
  zTest,
} from './means.js';
export {
  minimumDetectableEffect,
  normalPower,
  type PowerPlan,
  proportionEffectSize,
  sampleSizeForMeans,
  sampleSizeForProportions,
  tPower,
} from './power.js';
export {
  binomialTest,
  type ProportionInterval,
  proportionTest,
  type Share,
  wilsonInterval,
} from './proportions.js';
export {
  type ChiSquaredTest,
  chiSquaredFitTest,
  chiSquaredTableTest,
  type FisherTest,
  fisherExactTest,
} from './tables.js';
