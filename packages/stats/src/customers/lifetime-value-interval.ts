import { cholesky } from '../linear-algebra/cholesky.js';
import { drawBeta, drawExponential, drawGamma, drawNormal } from '../sampling/draws.js';
import { createRandom, type Random } from '../sampling/random.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { bgNbdAlive } from './bg-nbd.js';
import type { GammaGammaModel } from './gamma-gamma.js';
import { historyError, type PurchaseHistory } from './history.js';
import { type CustomerHistory, type LifetimeValueOptions, optionsError } from './lifetime-value.js';
import { paretoNbdAlive } from './pareto-nbd.js';
import type { PurchaseModel } from './predictions.js';

/** Predictive distribution of a customer's value. */
export interface LifetimeValueInterval {
  readonly kind: 'lifetime-value';
  /** Mean over the simulations. */
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Probability of at least one purchase within the horizon. */
  readonly probabilityActive: number;
}

/** Parameters around their estimates by the observed Fisher information, on the log scale. */
const perturb = (
  parameters: readonly number[],
  factor: Float64Array | undefined,
  random: Random,
): readonly number[] => {
  if (factor === undefined) return parameters;
  const d = parameters.length;
  const z = Float64Array.from({ length: d }, () => drawNormal(random));
  return parameters.map((parameter, i) => {
    let shift = 0;
    for (let j = 0; j <= i; j++) shift += (factor[i * d + j] ?? 0) * (z[j] ?? 0);
    // An ill-determined parameter may not leave the range of numbers.
    return parameter * Math.exp(Math.max(-15, Math.min(15, shift)));
  });
};

const factorOf = (covariance: readonly number[] | Undefined, d: number) => {
  if (isUndefined(covariance)) return undefined;
  const factor = cholesky(covariance, d);
  return isUndefined(factor) ? undefined : factor;
};

interface Future {
  /** Whether the customer is still one. */
  readonly alive: boolean;
  /** Purchases per unit of time. */
  readonly rate: number;
  /** Probability to leave after each purchase. */
  readonly leaving: number;
  /** Time until the customer leaves whatever happens. */
  readonly remaining: number;
}

/** One draw of a customer's rate and leaving from their posteriors given the history. */
const drawFuture = (
  model: PurchaseModel,
  h: PurchaseHistory,
  factor: Float64Array | undefined,
  random: Random,
): Future => {
  const x = h.frequency;
  if (model.kind === 'bg-nbd') {
    const { r: r0, alpha: alpha0, a: a0, b: b0 } = model;
    const [r = 0, alpha = 0, a = 0, b = 0] = perturb([r0, alpha0, a0, b0], factor, random);
    return {
      alive: random.next() < bgNbdAlive({ r, alpha, a, b }, h),
      rate: drawGamma(random, r + x, 1 / (alpha + h.age)),
      leaving: drawBeta(random, a, b + x),
      remaining: Number.POSITIVE_INFINITY,
    };
  }
  const { r: r0, alpha: alpha0, s: s0, beta: beta0 } = model;
  const [r = 0, alpha = 0, s = 0, beta = 0] = perturb([r0, alpha0, s0, beta0], factor, random);
  return {
    alive: random.next() < paretoNbdAlive({ r, alpha, s, beta }, h),
    rate: drawGamma(random, r + x, 1 / (alpha + h.age)),
    leaving: 0,
    remaining: drawExponential(random, drawGamma(random, s, 1 / (beta + h.age))),
  };
};

/**
 * Interval of what a customer will really spend within the horizon: simulates parameters from
 * their Fisher information, then the customer's own rate, leaving and spend from their posteriors
 * given the history, then the purchases.
 * @param options `alpha` mass outside the interval, default 0.2; `simulations` default 2000
 */
export const lifetimeValueInterval = (
  model: PurchaseModel,
  spend: GammaGammaModel,
  customer: CustomerHistory,
  options: LifetimeValueOptions & {
    readonly alpha?: number;
    readonly simulations?: number;
    readonly seed?: number;
  },
): LifetimeValueInterval | Undefined => {
  const bad = historyError(customer) ?? optionsError(options);
  if (bad) return bad;
  const { horizon, discountRate = 0, margin = 1, alpha = 0.2, simulations = 2000 } = options;
  if (!(alpha > 0 && alpha < 1 && simulations >= 100)) {
    return undefinedBecause('an interval needs an alpha and at least 100 simulations');
  }
  const x = customer.frequency;
  if (x > 0 && !(customer.meanValue > 0 && Number.isFinite(customer.meanValue))) {
    return undefinedBecause('the mean value of repeat purchases is positive and finite');
  }
  const random = createRandom(options.seed ?? 1);
  const modelFactor = factorOf(model.logCovariance, 4);
  const spendFactor = factorOf(spend.logCovariance, 3);
  const values = new Float64Array(simulations);
  let active = 0;
  const log = Math.log1p(discountRate);
  for (let k = 0; k < simulations; k++) {
    const { alive, rate, leaving, remaining } = drawFuture(model, customer, modelFactor, random);
    if (!alive) continue;
    const [p = 0, q = 0, v = 0] = perturb([spend.p, spend.q, spend.v], spendFactor, random);
    const inverseScale = drawGamma(
      random,
      p * x + q,
      1 / (v + (x > 0 ? x * customer.meanValue : 0)),
    );
    const nu = Math.max(inverseScale, 1e-300);
    const end = Math.min(horizon, remaining);
    let total = 0;
    let bought = 0;
    for (let t = drawExponential(random, rate); t <= end; t += drawExponential(random, rate)) {
      total += drawGamma(random, p, 1 / nu) * Math.exp(-t * log);
      bought++;
      if (random.next() < leaving || bought >= 100_000) break;
    }
    if (bought > 0) active++;
    values[k] = margin * total;
  }
  values.sort();
  const mean = values.reduce((sum, value) => sum + value / simulations, 0);
  const at = (share: number): number => values[Math.round(share * (simulations - 1))] ?? 0;
  return Number.isFinite(mean)
    ? {
        kind: 'lifetime-value',
        mean,
        lower: at(alpha / 2),
        upper: at(1 - alpha / 2),
        probabilityActive: active / simulations,
      }
    : undefinedBecause('the simulated value is not finite');
};

/**
 * Intervals for many customers; each gets a stream of its own, so that the answer for one does not
 * depend on the others' order beyond its position.
 * @param onProgress called with the share of customers done
 */
export const lifetimeValueIntervals = (
  model: PurchaseModel,
  spend: GammaGammaModel,
  customers: readonly CustomerHistory[],
  options: Parameters<typeof lifetimeValueInterval>[3],
  onProgress?: (share: number) => void,
): readonly (LifetimeValueInterval | Undefined)[] => {
  const seeds = createRandom(options.seed ?? 1);
  return customers.map((customer, i) => {
    const seed = seeds.uint32();
    const interval = lifetimeValueInterval(model, spend, customer, { ...options, seed });
    onProgress?.((i + 1) / customers.length);
    return interval;
  });
};
