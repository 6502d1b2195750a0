export { type CoxCoefficient, type CoxModel, coxSurvival, fitCox } from './cox.js';
export {
  kaplanMeier,
  type SurvivalCurve,
  type SurvivalPoint,
  survivalAt,
} from './kaplan-meier.js';
export { type LogRankTest, logRankTest } from './log-rank.js';
export type { SurvivalObservation } from './observations.js';
