import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/** Sum and sum of squares of one variable over an arm's units. */
export interface Moments {
  readonly sum: number;
  readonly sumSquares: number;
}

/** A mean per unit: revenue per visitor, orders per customer. */
export interface MeanSummary extends Moments {
  readonly kind: 'mean';
  readonly n: number;
}

/** A share of units: conversion. */
export interface ProportionSummary {
  readonly kind: 'proportion';
  readonly n: number;
  readonly successes: number;
}

/** A ratio of two sums over the same units: revenue per order with visitors as units. */
export interface RatioSummary {
  readonly kind: 'ratio';
  readonly n: number;
  readonly numerator: Moments;
  readonly denominator: Moments;
  /** Σ numerator × denominator over units. */
  readonly sumProducts: number;
}

/**
 * A quantile with the sample quantiles at the ranks `quantileRanks` names: their distance is what
 * its standard error is computed from (Deng, Knoblich & Lu 2018).
 */
export interface QuantileSummary {
  readonly kind: 'quantile';
  readonly n: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** A mean with a covariate from before the exposure (CUPED, Deng et al. 2013). */
export interface AdjustedMeanSummary {
  readonly kind: 'adjusted-mean';
  readonly n: number;
  readonly post: Moments;
  readonly pre: Moments;
  /** Σ post × pre over units. */
  readonly sumProducts: number;
}

/** A ratio with the same ratio from before the exposure as covariate. */
export interface AdjustedRatioSummary {
  readonly kind: 'adjusted-ratio';
  readonly n: number;
  readonly numeratorPost: Moments;
  readonly denominatorPost: Moments;
  readonly numeratorPre: Moments;
  readonly denominatorPre: Moments;
  /** Sums of products over units, by the two variables' names. */
  readonly products: {
    readonly numeratorPostDenominatorPost: number;
    readonly numeratorPreDenominatorPre: number;
    readonly numeratorPostNumeratorPre: number;
    readonly numeratorPostDenominatorPre: number;
    readonly denominatorPostNumeratorPre: number;
    readonly denominatorPostDenominatorPre: number;
  };
}

/** Sufficient statistics of one metric in one arm. */
export type ArmSummary =
  | MeanSummary
  | ProportionSummary
  | RatioSummary
  | QuantileSummary
  | AdjustedMeanSummary
  | AdjustedRatioSummary;

/**
 * An arm on the scale of one unit: `variance / n` is the sampling variance of `mean`. With a
 * covariate, its own mean and variance and the covariance with the metric come along.
 */
export interface ArmMoments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
  readonly covariate?: {
    readonly mean: number;
    readonly variance: number;
    readonly covariance: number;
  };
}

const sampleCovariance = (products: number, sumA: number, sumB: number, n: number): number =>
  (products - (sumA * sumB) / n) / (n - 1);

const sampleVariance = ({ sum, sumSquares }: Moments, n: number): number =>
  Math.max(0, sampleCovariance(sumSquares, sum, sum, n));

/** Variance of (x − r·y)/ȳ per unit: the delta method for a ratio x̄/ȳ. */
const ratioVariance = (r: number, yMean: number, vx: number, vy: number, cov: number): number =>
  Math.max(0, vx - 2 * r * cov + r * r * vy) / yMean ** 2;

const numbersOf = (value: object): number[] =>
  Object.values(value).flatMap((field: unknown) => {
    if (typeof field === 'number') return [field];
    return typeof field === 'object' && field !== null ? numbersOf(field) : [];
  });

/** Width in standard errors of the quantile's bracket, see `quantileRanks`. */
const BRACKET_Z = 1.959963984540054;

/**
 * The sample quantiles a `QuantileSummary` needs: for the quantile `nu` of `n` values take those
 * at `lower` and `upper` (shares of 1) as well.
 */
export const quantileRanks = (
  n: number,
  nu: number,
): { readonly lower: number; readonly upper: number } | Undefined => {
  if (!(n >= 2) || !(nu > 0 && nu < 1)) {
    return undefinedBecause('a quantile needs two values and a share between 0 and 1');
  }
  const half = BRACKET_Z * Math.sqrt((nu * (1 - nu)) / n);
  const lower = nu - half;
  const upper = nu + half;
  return lower > 0 && upper < 1
    ? { lower, upper }
    : undefinedBecause('too few values for the error of this quantile');
};

/** Brings any summary to the scale of one unit; undefined when it is impossible or too small. */
export const armMoments = (summary: ArmSummary): ArmMoments | Undefined => {
  const { n } = summary;
  if (!allFinite(numbersOf(summary))) return undefinedBecause('a summary holds a value not finite');
  if (!(n >= 2 && n <= Number.MAX_SAFE_INTEGER)) {
    return undefinedBecause('an arm needs at least two units');
  }
  switch (summary.kind) {
    case 'mean':
      return { n, mean: summary.sum / n, variance: sampleVariance(summary, n) };
    case 'proportion': {
      const mean = summary.successes / n;
      return mean >= 0 && mean <= 1
        ? { n, mean, variance: mean * (1 - mean) }
        : undefinedBecause('successes lie between 0 and the number of units');
    }
    case 'ratio': {
      const { numerator, denominator } = summary;
      const yMean = denominator.sum / n;
      if (yMean === 0) return undefinedBecause('the denominator of the ratio sums to 0');
      const r = numerator.sum / denominator.sum;
      const covariance = sampleCovariance(summary.sumProducts, numerator.sum, denominator.sum, n);
      const vx = sampleVariance(numerator, n);
      const vy = sampleVariance(denominator, n);
      return { n, mean: r, variance: ratioVariance(r, yMean, vx, vy, covariance) };
    }
    case 'quantile': {
      if (summary.upper < summary.lower) return undefinedBecause('the bracket is upside down');
      const standardError = (summary.upper - summary.lower) / (2 * BRACKET_Z);
      return { n, mean: summary.value, variance: standardError ** 2 * n };
    }
    case 'adjusted-mean': {
      const { post, pre } = summary;
      return {
        n,
        mean: post.sum / n,
        variance: sampleVariance(post, n),
        covariate: {
          mean: pre.sum / n,
          variance: sampleVariance(pre, n),
          covariance: sampleCovariance(summary.sumProducts, post.sum, pre.sum, n),
        },
      };
    }
    case 'adjusted-ratio':
      return adjustedRatioMoments(summary);
  }
};

const adjustedRatioMoments = (s: AdjustedRatioSummary): ArmMoments | Undefined => {
  const { n, numeratorPost: m, denominatorPost: d, numeratorPre: mp, denominatorPre: dp } = s;
  if (d.sum === 0 || dp.sum === 0) {
    return undefinedBecause('the denominator of the ratio sums to 0');
  }
  const { products } = s;
  const r = m.sum / d.sum;
  const rp = mp.sum / dp.sum;
  const cov = (product: number, a: Moments, b: Moments): number =>
    sampleCovariance(product, a.sum, b.sum, n);
  const covariance =
    (cov(products.numeratorPostNumeratorPre, m, mp) -
      rp * cov(products.numeratorPostDenominatorPre, m, dp) -
      r * cov(products.denominatorPostNumeratorPre, d, mp) +
      r * rp * cov(products.denominatorPostDenominatorPre, d, dp)) /
    ((d.sum / n) * (dp.sum / n));
  const ofPair = (ratio: number, x: Moments, y: Moments, product: number): number =>
    ratioVariance(ratio, y.sum / n, sampleVariance(x, n), sampleVariance(y, n), cov(product, x, y));
  return {
    n,
    mean: r,
    variance: ofPair(r, m, d, products.numeratorPostDenominatorPost),
    covariate: {
      mean: rp,
      variance: ofPair(rp, mp, dp, products.numeratorPreDenominatorPre),
      covariance,
    },
  };
};
