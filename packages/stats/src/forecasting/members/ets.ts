import { restoreSeason, restoreSpread } from '../adjustment.js';
import { type EtsFit, fitEts } from '../ets/fit.js';
import { type EtsForm, etsName, projectEts } from '../ets/model.js';
import { selectEts } from '../ets/select.js';
import { etsStandardErrors } from '../ets/variance.js';
import { type Member, type MemberForecast, RESELECT_BELOW } from './member.js';

/** The exponential smoothing family with choice by AICc, on the series itself. */
export const ets: Member = (series, horizon) => {
  const fit = selectEts(series.values, series.seasonLength);
  return fit ? toForecast(fit, horizon) : undefined;
};

function toForecast(fit: EtsFit, horizon: number): MemberForecast {
  const { parameters, state, form, observations, seasonLength } = fit;
  const mean = projectEts(observations, seasonLength, form, parameters.phi, state, horizon);
  // On a short series the choice of form is itself the risk: a backtest must choose anew.
  if (observations < RESELECT_BELOW) {
    return { name: etsName(form), mean, spread: etsStandardErrors(fit, mean), again: ets };
  }
  const again: Member = (series, ahead) => {
    if (form.season !== 'N' && series.values.length < 2 * seasonLength + 2) return undefined;
    const refit = fitEts(series.values, seasonLength, form, 150);
    return refit ? toForecast(refit, ahead) : undefined;
  };
  return { name: etsName(form), mean, spread: etsStandardErrors(fit, mean), again };
}

/** One given smoothing form without season, on the series without its season. */
export function smoothing(name: string, form: EtsForm): Member {
  const member: Member = ({ values, adjusted }, horizon) => {
    const fit = fitEts(adjusted.adjusted, 1, form);
    if (!fit) return undefined;
    const n = values.length;
    const mean = projectEts(n, 1, form, fit.parameters.phi, fit.state, horizon);
    const spread = etsStandardErrors(fit, mean);
    return {
      name,
      mean: restoreSeason(mean, adjusted, n),
      spread: restoreSpread(spread, adjusted, n),
      again: member,
    };
  };
  return member;
}

/** Simple exponential smoothing (level only). */
export const simpleSmoothing = smoothing('simple exponential smoothing', {
  error: 'A',
  trend: 'N',
  season: 'N',
});

/** Holt's linear trend. */
export const holt = smoothing('Holt’s linear trend', { error: 'A', trend: 'A', season: 'N' });

/** Holt's trend, damped (Gardner & McKenzie 1985). */
export const dampedTrend = smoothing('damped trend', { error: 'A', trend: 'Ad', season: 'N' });
