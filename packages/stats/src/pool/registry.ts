import { detectAnomalies } from '../anomalies/detect.js';
import { judgeSeries } from '../anomalies/judge.js';
import { replaySeries } from '../anomalies/replay.js';
import { fitBgNbd } from '../customers/bg-nbd.js';
import { projectCohorts } from '../customers/cohort-value.js';
import { fitGammaGamma } from '../customers/gamma-gamma.js';
import { lifetimeValueIntervals } from '../customers/lifetime-value-interval.js';
import { fitParetoNbd } from '../customers/pareto-nbd.js';
import { populationDrift } from '../drift/population.js';
import { thompsonWeights } from '../experiments/bandits.js';
import { backtest } from '../forecasting/backtest.js';
import { forecast } from '../forecasting/forecast.js';
import { explainBoosting } from '../learning/boosting/explain.js';
import { fitBoosting } from '../learning/boosting/fit.js';
import { fitKMeans } from '../learning/clustering/k-means.js';
import { fitGaussianMixture } from '../learning/clustering/mixture.js';
import { silhouette } from '../learning/clustering/silhouette.js';
import { fitRegression } from '../learning/regression/fit.js';
import { fitAls } from '../recommenders/als.js';
import { fitBpr } from '../recommenders/bpr.js';
import { fitEase } from '../recommenders/ease.js';
import { fitItemNeighbours } from '../recommenders/neighbours.js';
import { fitCox } from '../survival/cox.js';
import { plain, withProgress } from './heavy.js';

/**
 * The functions a pool can run, by the name they are called with: one line each. Arguments and
 * results must survive structured clone (numbers, typed arrays, plain objects; no functions).
 */
export const registry = {
  backtest: plain(backtest),
  detectAnomalies: plain(detectAnomalies),
  explainBoosting: plain(explainBoosting),
  fitAls: withProgress(
    (
      progress,
      interactions: Parameters<typeof fitAls>[0],
      options?: Parameters<typeof fitAls>[1],
    ) => fitAls(interactions, options, progress),
  ),
  fitBgNbd: plain(fitBgNbd),
  fitBoosting: withProgress(
    (
      progress,
      table: Parameters<typeof fitBoosting>[0],
      options?: Parameters<typeof fitBoosting>[1],
    ) => fitBoosting(table, options, progress),
  ),
  fitBpr: withProgress(
    (
      progress,
      interactions: Parameters<typeof fitBpr>[0],
      options?: Parameters<typeof fitBpr>[1],
    ) => fitBpr(interactions, options, progress),
  ),
  fitCox: plain(fitCox),
  fitEase: plain(fitEase),
  fitGammaGamma: plain(fitGammaGamma),
  fitGaussianMixture: plain(fitGaussianMixture),
  fitItemNeighbours: plain(fitItemNeighbours),
  fitKMeans: plain(fitKMeans),
  fitParetoNbd: plain(fitParetoNbd),
  fitRegression: plain(fitRegression),
  forecast: plain(forecast),
  judgeSeries: plain(judgeSeries),
  lifetimeValueIntervals: withProgress(
    (
      progress,
      model: Parameters<typeof lifetimeValueIntervals>[0],
      spend: Parameters<typeof lifetimeValueIntervals>[1],
      customers: Parameters<typeof lifetimeValueIntervals>[2],
      options: Parameters<typeof lifetimeValueIntervals>[3],
    ) => lifetimeValueIntervals(model, spend, customers, options, progress),
  ),
  populationDrift: plain(populationDrift),
  projectCohorts: plain(projectCohorts),
  replaySeries: plain(replaySeries),
  silhouette: plain(silhouette),
  thompsonWeights: plain(thompsonWeights),
};

/** Every registered function by its name. */
export type Registry = typeof registry;
