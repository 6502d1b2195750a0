import { fitBgNbd } from '../customers/bg-nbd.js';
import { fitGammaGamma } from '../customers/gamma-gamma.js';
import { lifetimeValueIntervals } from '../customers/lifetime-value-interval.js';
import { fitParetoNbd } from '../customers/pareto-nbd.js';
import { populationDrift } from '../drift/population.js';
import { thompsonWeights } from '../experiments/bandits.js';
import { backtest } from '../forecasting/backtest.js';
import { forecast } from '../forecasting/forecast.js';
import { fitCox } from '../survival/cox.js';
import { plain, withProgress } from './heavy.js';

/**
 * The functions a pool can run, by the name they are called with: one line each. Arguments and
 * results must survive structured clone (numbers, typed arrays, plain objects; no functions).
 */
export const registry = {
  backtest: plain(backtest),
  fitBgNbd: plain(fitBgNbd),
  fitCox: plain(fitCox),
  fitGammaGamma: plain(fitGammaGamma),
  fitParetoNbd: plain(fitParetoNbd),
  forecast: plain(forecast),
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
  thompsonWeights: plain(thompsonWeights),
};

/** Every registered function by its name. */
export type Registry = typeof registry;
