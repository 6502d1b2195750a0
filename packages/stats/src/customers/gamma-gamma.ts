import { logGamma } from '../distributions/special/gamma-function.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { maximizePositive } from './maximum-likelihood.js';

/** A customer's repeat purchases and their mean value. */
export interface SpendHistory {
  readonly frequency: number;
  /** Mean value of the repeat purchases, > 0 where frequency > 0. */
  readonly meanValue: number;
}

/**
 * Gamma-gamma model of spend (Fader & Hardie 2013): a purchase is worth Γ(p, ν), with ν Γ(q, v)
 * over customers, independent of how often they buy.
 */
export interface GammaGammaModel {
  readonly kind: 'gamma-gamma';
  readonly p: number;
  readonly q: number;
  readonly v: number;
  readonly logLikelihood: number;
  /** Covariance of (ln p, ln q, ln v), row-major. */
  readonly logCovariance: readonly number[] | Undefined;
}

/** Fits the gamma-gamma model to customers with repeat purchases; others are left out. */
export const fitGammaGamma = (histories: readonly SpendHistory[]): GammaGammaModel | Undefined => {
  const used = histories.filter((h) => h.frequency > 0);
  if (!used.every((h) => h.meanValue > 0 && Number.isFinite(h.meanValue * h.frequency))) {
    return undefinedBecause('the mean value of repeat purchases is positive and finite');
  }
  if (used.length < 2)
    return undefinedBecause('the model needs two customers with repeat purchases');
  const scale = used.reduce((sum, h) => sum + h.meanValue, 0) / used.length;
  const fit = maximizePositive(
    ([p = 0, q = 0, v = 0]) => {
      const constant = q * Math.log(v) - logGamma(q);
      let sum = 0;
      for (const { frequency: x, meanValue } of used) {
        const m = meanValue / scale;
        sum +=
          constant +
          logGamma(p * x + q) -
          logGamma(p * x) +
          (p * x - 1) * Math.log(m) +
          p * x * Math.log(x) -
          (p * x + q) * Math.log(v + x * m);
      }
      return sum;
    },
    [[4, 4, 1]],
  );
  if (isUndefined(fit)) return fit;
  const [p = 0, q = 0, v = 0] = fit.parameters;
  return {
    kind: 'gamma-gamma',
    p,
    q,
    v: v * scale,
    logLikelihood: fit.logLikelihood - used.length * Math.log(scale),
    logCovariance: fit.logCovariance,
  };
};

/**
 * Expected value of a customer's purchases: the own mean pulled towards the population's.
 * @returns undefined for a customer without repeats when q ≤ 1 (the population mean is infinite)
 */
export const expectedSpend = (model: GammaGammaModel, h: SpendHistory): number | Undefined => {
  const { p, q, v } = model;
  const denominator = p * h.frequency + q - 1;
  const mean = (p * (v + (h.frequency > 0 ? h.frequency * h.meanValue : 0))) / denominator;
  return denominator > 0 && Number.isFinite(mean) && mean >= 0
    ? mean
    : undefinedBecause('the expected spend is not finite for this customer');
};
