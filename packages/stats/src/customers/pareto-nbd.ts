import { logGamma } from '../distributions/special/gamma-function.js';
import { isUndefined, type Undefined } from '../undefined.js';
import { fittingData, type PurchaseHistory } from './history.js';
import { hypergeometric } from './hypergeometric.js';
import { maximizePositive } from './maximum-likelihood.js';

/**
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987): purchases are Poisson with rates Γ(r, α) over
 * customers, lifetimes exponential with rates Γ(s, β); a customer may leave at any time.
 */
export interface ParetoNbdModel {
  readonly kind: 'pareto-nbd';
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
  readonly logLikelihood: number;
  /** Covariance of (ln r, ln α, ln s, ln β), row-major. */
  readonly logCovariance: readonly number[] | Undefined;
}

type Parameters = Pick<ParetoNbdModel, 'r' | 'alpha' | 's' | 'beta'>;

/** ln A₀ (Fader & Hardie 2005, "A note on deriving the Pareto/NBD model"), −∞ when recency = age. */
const logLeft = (h: PurchaseHistory, { r, alpha, s, beta }: Parameters): number => {
  const x = h.frequency;
  const sum = r + s + x;
  const larger = Math.max(alpha, beta);
  const second = alpha >= beta ? s + 1 : r + x;
  const gap = Math.abs(alpha - beta);
  const at = (t: number): number => {
    // ₂F₁(sum, second; sum+1; z) = (1−z)^(1−second) ₂F₁(1, sum+1−second; sum+1; z).
    const z = gap / (larger + t);
    const series = hypergeometric(1, sum + 1 - second, sum + 1, z);
    return (1 - second) * Math.log1p(-z) + Math.log(series) - sum * Math.log(larger + t);
  };
  const early = at(h.recency);
  const late = at(h.age);
  return late < early ? early + Math.log(-Math.expm1(late - early)) : Number.NEGATIVE_INFINITY;
};

const logStayed = (h: PurchaseHistory, { r, alpha, s, beta }: Parameters): number =>
  -(r + h.frequency) * Math.log(alpha + h.age) - s * Math.log(beta + h.age);

const logLikelihoodOf = (h: PurchaseHistory, m: Parameters): number => {
  const x = h.frequency;
  const stayed = logStayed(h, m);
  const left = Math.log(m.s / (m.r + m.s + x)) + logLeft(h, m);
  const larger = Math.max(stayed, left);
  return (
    logGamma(m.r + x) -
    logGamma(m.r) +
    m.r * Math.log(m.alpha) +
    m.s * Math.log(m.beta) +
    larger +
    Math.log1p(Math.exp(-Math.abs(stayed - left)))
  );
};

/** Fits Pareto/NBD by maximum likelihood; needs two customers with repeat purchases. */
export const fitParetoNbd = (histories: readonly PurchaseHistory[]): ParetoNbdModel | Undefined => {
  const data = fittingData(histories);
  if (isUndefined(data)) return data;
  const { scale, groups } = data;
  const fit = maximizePositive(
    ([r = 0, alpha = 0, s = 0, beta = 0]) => {
      let sum = 0;
      for (const { history, count } of groups) {
        sum += count * logLikelihoodOf(history, { r, alpha, s, beta });
      }
      return sum;
    },
    [[0.5, 0.3, 0.6, 0.4]],
  );
  if (isUndefined(fit)) return fit;
  const [r = 0, alpha = 0, s = 0, beta = 0] = fit.parameters;
  const purchases = histories.reduce((sum, h) => sum + h.frequency, 0);
  return {
    kind: 'pareto-nbd',
    r,
    alpha: alpha * scale,
    s,
    beta: beta * scale,
    logLikelihood: fit.logLikelihood - purchases * Math.log(scale),
    logCovariance: fit.logCovariance,
  };
};

/** P(alive) given a history. */
export const paretoNbdAlive = (m: Parameters, h: PurchaseHistory): number => {
  const left = Math.log(m.s / (m.r + m.s + h.frequency)) + logLeft(h, m);
  return 1 / (1 + Math.exp(left - logStayed(h, m)));
};

/** Expected purchases in the next `time`. */
export const paretoNbdExpected = (m: Parameters, h: PurchaseHistory, time: number): number => {
  const rate = ((m.r + h.frequency) * (m.beta + h.age)) / (m.alpha + h.age);
  const log = Math.log((m.beta + h.age) / (m.beta + h.age + time));
  // (1 − q^(s−1)) / (s−1) has a removable singularity at s = 1.
  const years = Math.abs(m.s - 1) < 1e-9 ? -log : -Math.expm1((m.s - 1) * log) / (m.s - 1);
  return rate * years * paretoNbdAlive(m, h);
};
