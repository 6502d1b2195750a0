import { logGamma } from '../distributions/special/gamma-function.js';
import { isUndefined, type Undefined } from '../undefined.js';
import { fittingData, type PurchaseHistory } from './history.js';
import { hypergeometric } from './hypergeometric.js';
import { maximizePositive } from './maximum-likelihood.js';

/**
 * BG/NBD (Fader, Hardie & Lee 2005): purchases are Poisson with rates Γ(r, α) over customers, and
 * after each purchase a customer leaves with a probability Beta(a, b) over customers.
 */
export interface BgNbdModel {
  readonly kind: 'bg-nbd';
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly logLikelihood: number;
  /** Covariance of (ln r, ln α, ln a, ln b), row-major. */
  readonly logCovariance: readonly number[] | Undefined;
}

type Parameters = Pick<BgNbdModel, 'r' | 'alpha' | 'a' | 'b'>;

const logLikelihoodOf = (h: PurchaseHistory, { r, alpha, a, b }: Parameters): number => {
  const x = h.frequency;
  const shared =
    logGamma(r + x) -
    logGamma(r) +
    r * Math.log(alpha) +
    logGamma(a + b) +
    logGamma(b + x) -
    logGamma(b) -
    logGamma(a + b + x);
  const stayed = -(r + x) * Math.log(alpha + h.age);
  if (x === 0) return shared + stayed;
  const left = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + h.recency);
  const larger = Math.max(stayed, left);
  return shared + larger + Math.log1p(Math.exp(-Math.abs(stayed - left)));
};

/**
 * Fits BG/NBD by maximum likelihood.
 * @param histories at least two customers, one of them with a repeat purchase
 */
export const fitBgNbd = (histories: readonly PurchaseHistory[]): BgNbdModel | Undefined => {
  const data = fittingData(histories);
  if (isUndefined(data)) return data;
  // only α carries the unit of time
  const { scale, groups } = data;
  const fit = maximizePositive(
    ([r = 0, alpha = 0, a = 0, b = 0]) => {
      let sum = 0;
      for (const { history, count } of groups) {
        sum += count * logLikelihoodOf(history, { r, alpha, a, b });
      }
      return sum;
    },
    [[0.5, 0.3, 1, 2]],
  );
  if (isUndefined(fit)) return fit;
  const [r = 0, alpha = 0, a = 0, b = 0] = fit.parameters;
  const purchases = histories.reduce((sum, h) => sum + h.frequency, 0);
  return {
    kind: 'bg-nbd',
    r,
    alpha: alpha * scale,
    a,
    b,
    logLikelihood: fit.logLikelihood - purchases * Math.log(scale),
    logCovariance: fit.logCovariance,
  };
};

/** P(alive) given a history; 1 without a repeat purchase, since the model lets no one leave then. */
export const bgNbdAlive = (m: Parameters, h: PurchaseHistory): number => {
  if (h.frequency === 0) return 1;
  const odds =
    Math.log(m.a / (m.b + h.frequency - 1)) +
    (m.r + h.frequency) * Math.log((m.alpha + h.age) / (m.alpha + h.recency));
  return 1 / (1 + Math.exp(odds));
};

/**
 * Expected purchases in the next `time` (eq. 10), after Euler's transformation of ₂F₁, which
 * converges also for long horizons.
 */
export const bgNbdExpected = (m: Parameters, h: PurchaseHistory, time: number): number => {
  if (time === 0) return 0;
  const x = h.frequency;
  // The formula has a removable singularity at a = 1.
  const a = Math.abs(m.a - 1) < 1e-6 ? 1 + 1e-6 : m.a;
  const total = m.alpha + h.age + time;
  const z = time / total;
  const series = hypergeometric(a + m.b - 1 - m.r, a - 1, a + m.b + x - 1, z);
  const remaining = ((m.alpha + h.age) / total) ** (a - 1) * series;
  return Math.max(0, ((a + m.b + x - 1) / (a - 1)) * (1 - remaining) * bgNbdAlive(m, h));
};
