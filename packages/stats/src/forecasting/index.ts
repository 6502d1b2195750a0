export { forecast } from './forecast.js';
export {
  FORECAST_METHODS,
  type Forecast,
  type ForecastInterval,
  type ForecastMethod,
  type ForecastOptions,
  type ForecastResult,
  type Observation,
  type Regressors,
} from './types.js';
