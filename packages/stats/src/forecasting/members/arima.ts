import { type ArimaFit, fitArima } from '../arima/fit.js';
import { arimaStandardErrors, projectArima } from '../arima/forecast.js';
import { arimaName } from '../arima/polynomials.js';
import { selectArima } from '../arima/select.js';
import { type Member, type MemberForecast, RESELECT_BELOW } from './member.js';

/** Seasonal ARIMA with choice of orders, by conditional least squares: the combination's member. */
export const quickArima: Member = ({ values, seasonLength }, horizon) => {
  const fit = selectArima(values, seasonLength, { estimation: 'css' });
  return fit ? toForecast(values, fit, horizon) : undefined;
};

/** Seasonal ARIMA with choice of orders, the chosen one by exact maximum likelihood. */
export const arima: Member = ({ values, seasonLength }, horizon) => {
  const fit = selectArima(values, seasonLength, { estimation: 'ml' });
  return fit ? toForecast(values, fit, horizon) : undefined;
};

function toForecast(values: Float64Array, fit: ArimaFit, horizon: number): MemberForecast {
  const again: Member = (series, ahead) => {
    const refit = fitArima(series.values, fit.order, 'css');
    return refit ? toForecast(series.values, refit, ahead) : undefined;
  };
  return {
    name: arimaName(fit.order),
    mean: projectArima(values, fit, horizon),
    spread: arimaStandardErrors(fit, horizon),
    again: values.length < RESELECT_BELOW ? quickArima : again,
  };
}
