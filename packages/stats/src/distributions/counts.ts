import { drawBinomial, drawPoisson } from '../sampling/draws.js';
import { type Undefined, undefinedBecause } from '../undefined.js';
import {
  binomialLogMass,
  binomialTails,
  discreteQuantile,
  poissonLogMass,
  poissonTails,
} from './discrete.js';
import { type Distribution, distributionOf } from './distribution.js';

/** Binomial: successes in `trials` (whole, ≥ 0) with the given probability of each. */
export const binomialDistribution = (
  trials: number,
  probability: number,
): Distribution | Undefined => {
  if (!Number.isSafeInteger(trials) || trials < 0 || !(probability >= 0 && probability <= 1)) {
    return undefinedBecause('a binomial needs a whole number of trials and a probability');
  }
  const variance = trials * probability * (1 - probability);
  const tails = (k: number) => binomialTails(k, trials, probability);
  return distributionOf({
    name: 'binomial',
    parameters: { trials, probability },
    mean: trials * probability,
    variance,
    logDensity: (k) => binomialLogMass(k, trials, probability),
    cdf: (k) => tails(k).lower,
    survival: (k) => tails(k).upper,
    quantile: (p, q) =>
      discreteQuantile(tails, p, q, trials * probability, Math.sqrt(variance), 0, trials),
    draw: (random) => drawBinomial(random, trials, probability),
  });
};

/** Poisson with mean ≥ 0. */
export const poissonDistribution = (mean: number): Distribution | Undefined => {
  if (!(mean >= 0 && mean < 1e15)) {
    return undefinedBecause('a Poisson distribution needs a mean from 0 to 1e15');
  }
  const tails = (k: number) => poissonTails(k, mean);
  return distributionOf({
    name: 'Poisson',
    parameters: { mean },
    mean,
    variance: mean,
    logDensity: (k) => poissonLogMass(k, mean),
    cdf: (k) => tails(k).lower,
    survival: (k) => tails(k).upper,
    quantile: (p, q) =>
      discreteQuantile(tails, p, q, mean, Math.sqrt(mean), 0, Number.POSITIVE_INFINITY),
    draw: (random) => drawPoisson(random, mean),
  });
};
