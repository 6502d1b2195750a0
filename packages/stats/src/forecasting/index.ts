export { type Backtest, type BacktestOptions, type BacktestOrigin, backtest } from './backtest.js';
export { type MultipleDecomposition, mstl, type SeasonShape } from './decomposition/mstl.js';
export { type Decomposition, type StlOptions, stl } from './decomposition/stl.js';
export { forecast } from './forecast.js';
export {
  type Hierarchy,
  type Reconciliation,
  type ReconciliationMethod,
  reconcile,
} from './hierarchy/reconcile.js';
export { type ShrunkCovariance, shrunkCovariance } from './hierarchy/shrinkage.js';
export { isSeasonal } from './seasonality.js';
export { type ForecastTotal, forecastTotal, type TotalOptions } from './total.js';
export {
  FORECAST_METHODS,
  type Forecast,
  type ForecastInterval,
  type ForecastMethod,
  type ForecastOptions,
  type ForecastResult,
  type HeldOutAccuracy,
  type Observation,
  type Regressors,
} from './types.js';
