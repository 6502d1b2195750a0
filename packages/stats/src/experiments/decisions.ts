import { normalCdf, normalDensity, normalQuantile } from '../distributions/normal.js';
import { tQuantile, tSurvival } from '../distributions/student-t.js';
import { type Undefined, undefinedBecause } from '../undefined.js';
import type { Effect } from './effect.js';

/** An effect with an interval and a p-value. */
export interface TestedEffect {
  readonly kind: 'tested';
  readonly rule: 'fixed-horizon' | 'sequential';
  readonly effect: Effect;
  readonly lower: number;
  readonly upper: number;
  readonly pValue: number;
}

const validAlpha = (alpha: number): boolean => alpha > 0 && alpha < 1;

/** Two-sided Welch t test: valid when looked at once, at a size planned before. */
export const fixedHorizonTest = (effect: Effect, alpha = 0.05): TestedEffect | Undefined => {
  if (!validAlpha(alpha)) return undefinedBecause('alpha lies between 0 and 1');
  const { estimate, standardError, degreesOfFreedom } = effect;
  const half = -tQuantile(alpha / 2, degreesOfFreedom) * standardError;
  return {
    kind: 'tested',
    rule: 'fixed-horizon',
    effect,
    lower: estimate - half,
    upper: estimate + half,
    pValue: Math.min(1, 2 * tSurvival(Math.abs(estimate) / standardError, degreesOfFreedom)),
  };
};

/**
 * Always-valid test: the asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy &
 * Ramdas (2024), whose intervals hold at every look together, so that one may peek and stop.
 * @param tuning units (both arms) at which the interval is tightest; default 5000. Set it to the
 * planned size: it then has the most power, and early looks at a sparse, skewed metric, where the
 * delta method is still coarse, stay within alpha.
 */
export const sequentialTest = (
  effect: Effect,
  { alpha = 0.05, tuning = 5000 }: { readonly alpha?: number; readonly tuning?: number } = {},
): TestedEffect | Undefined => {
  if (!validAlpha(alpha)) return undefinedBecause('alpha lies between 0 and 1');
  if (!(tuning >= 1 && tuning <= Number.MAX_SAFE_INTEGER))
    return undefinedBecause('tuning is a positive size');
  const { estimate, standardError, n } = effect;
  const rhoSquared = (-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1)) / tuning;
  const scaled = n * rhoSquared;
  const factor = (2 * (scaled + 1)) / scaled;
  const half = standardError * Math.sqrt(factor * (0.5 * Math.log(scaled + 1) - Math.log(alpha)));
  const z = estimate / standardError;
  return {
    kind: 'tested',
    rule: 'sequential',
    effect,
    lower: estimate - half,
    upper: estimate + half,
    pValue: Math.min(1, Math.exp(0.5 * Math.log(scaled + 1) - (z * z) / factor)),
  };
};

/** Normal prior over the effect, in its own unit (relative: 0.1 = 10 %). */
export interface EffectPrior {
  readonly mean: number;
  readonly variance: number;
}

/** Posterior of an effect. */
export interface BayesianEffect {
  readonly kind: 'posterior';
  readonly effect: Effect;
  readonly mean: number;
  readonly standardDeviation: number;
  /** Credible interval of mass 1 − alpha. */
  readonly lower: number;
  readonly upper: number;
  /** Probability that the treatment is better than the control. */
  readonly chanceToWin: number;
  /** Expected loss of choosing one arm if the other is better, in the effect's unit. */
  readonly risk: { readonly control: number; readonly treatment: number };
}

/**
 * Normal posterior of an effect; without a prior the flat one.
 * @param options `lowerIsBetter` turns chance to win and risk around (refunds, latency)
 */
export const bayesianTest = (
  effect: Effect,
  options: {
    readonly prior?: EffectPrior;
    readonly alpha?: number;
    readonly lowerIsBetter?: boolean;
  } = {},
): BayesianEffect | Undefined => {
  const { prior, alpha = 0.05, lowerIsBetter = false } = options;
  if (!validAlpha(alpha)) return undefinedBecause('alpha lies between 0 and 1');
  if (prior && !(prior.variance > 0 && Number.isFinite(prior.mean))) {
    return undefinedBecause('a prior needs a finite mean and a positive variance');
  }
  const dataPrecision = 1 / effect.standardError ** 2;
  const priorPrecision = prior ? 1 / prior.variance : 0;
  const variance = 1 / (dataPrecision + priorPrecision);
  const mean =
    variance * (effect.estimate * dataPrecision + (prior ? prior.mean * priorPrecision : 0));
  const standardDeviation = Math.sqrt(variance);
  if (!(standardDeviation > 0 && Number.isFinite(mean))) {
    return undefinedBecause('the posterior cannot be computed: the data or the prior is extreme');
  }
  const half = -normalQuantile(alpha / 2) * standardDeviation;
  const z = mean / standardDeviation;
  const lossBelow = standardDeviation * normalDensity(z) - mean * normalCdf(-z);
  const lossAbove = standardDeviation * normalDensity(z) + mean * normalCdf(z);
  if (!Number.isFinite(lossBelow + lossAbove + half)) {
    return undefinedBecause('the posterior cannot be computed: the data or the prior is extreme');
  }
  return {
    kind: 'posterior',
    effect,
    mean,
    standardDeviation,
    lower: mean - half,
    upper: mean + half,
    chanceToWin: normalCdf(lowerIsBetter ? -z : z),
    risk: lowerIsBetter
      ? { control: lossBelow, treatment: lossAbove }
      : { control: lossAbove, treatment: lossBelow },
  };
};
