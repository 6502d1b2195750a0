import { difference, ordinaryDifferences, seasonalStrength } from './differencing.js';
import { type ArimaEstimation, type ArimaFit, fitArima } from './fit.js';
import type { ArimaOrder } from './polynomials.js';

/** Bounds of the order search. */
export interface ArimaSearch {
  readonly maxOrder: number;
  readonly maxSeasonalOrder: number;
  readonly maxTotal: number;
  readonly maxModels: number;
  readonly estimation: ArimaEstimation;
}

/** Longest season that gets seasonal AR and MA terms. */
const LONGEST_SEASONAL_LAG = 60;

const DEFAULT_SEARCH: ArimaSearch = {
  maxOrder: 4,
  maxSeasonalOrder: 2,
  maxTotal: 5,
  maxModels: 40,
  estimation: 'ml',
};

/**
 * Stepwise choice of a seasonal ARIMA by AICc (Hyndman & Khandakar 2008): differences from the
 * strength of the season and the KPSS test, then a walk over neighbouring orders. Candidates are
 * fitted by conditional least squares and compared by their exact likelihood; the winner is
 * polished to maximum likelihood when `estimation` says so.
 * @returns undefined when no model fits (fewer than about six observations)
 */
export function selectArima(
  values: Float64Array,
  seasonLength: number,
  search: Partial<ArimaSearch> = {},
): ArimaFit | undefined {
  const limits = { ...DEFAULT_SEARCH, ...search };
  const m = seasonLength > 1 && values.length >= 3 * seasonLength ? seasonLength : 1;
  const D = m > 1 && seasonalStrength(values, m) > 0.64 ? 1 : 0;
  let w = D === 1 ? difference(values, m) : values;
  const d = ordinaryDifferences(w);
  for (let i = 0; i < d; i++) w = difference(w, 1);
  const mayHaveConstant = d + D <= 1;
  const tried = new Map<string, ArimaFit | undefined>();
  const room = Math.floor(w.length / 3);
  // Exact likelihoods with seasonal lags cost m³: long seasons are differenced only.
  const maxSeasonal =
    m > 1 && m <= LONGEST_SEASONAL_LAG
      ? Math.min(limits.maxSeasonalOrder, Math.floor(room / m))
      : 0;
  const maxOrder = Math.min(limits.maxOrder, room);

  let best: ArimaFit | undefined;
  const consider = (p: number, q: number, P: number, Q: number, constant: boolean): boolean => {
    if (p < 0 || q < 0 || P < 0 || Q < 0) return false;
    if (p > maxOrder || q > maxOrder || P > maxSeasonal || Q > maxSeasonal) return false;
    if (p + q + P + Q > limits.maxTotal || (constant && !mayHaveConstant)) return false;
    const key = `${p},${q},${P},${Q},${constant}`;
    if (tried.has(key) || tried.size >= limits.maxModels) return false;
    const order: ArimaOrder = { p, d, q, P, D, Q, m, constant };
    const fit = fitArima(values, order, 'css', w);
    tried.set(key, fit);
    if (fit && Number.isFinite(fit.aicc) && (!best || fit.aicc < best.aicc)) {
      best = fit;
      return true;
    }
    return false;
  };

  const c = mayHaveConstant;
  const s = maxSeasonal > 0 ? 1 : 0;
  consider(Math.min(2, maxOrder), Math.min(2, maxOrder), s, s, c);
  consider(0, 0, 0, 0, c);
  consider(1, 0, s, 0, c);
  consider(0, 1, 0, s, c);
  if (c) consider(0, 0, 0, 0, false);
  let moved = true;
  while (moved && best) {
    const { p, q, P, Q, constant } = best.order;
    moved =
      consider(p, q, P - 1, Q, constant) ||
      consider(p, q, P, Q - 1, constant) ||
      consider(p, q, P + 1, Q, constant) ||
      consider(p, q, P, Q + 1, constant) ||
      consider(p, q, P - 1, Q - 1, constant) ||
      consider(p, q, P + 1, Q + 1, constant) ||
      consider(p - 1, q, P, Q, constant) ||
      consider(p, q - 1, P, Q, constant) ||
      consider(p + 1, q, P, Q, constant) ||
      consider(p, q + 1, P, Q, constant) ||
      consider(p - 1, q - 1, P, Q, constant) ||
      consider(p + 1, q + 1, P, Q, constant) ||
      consider(p, q, P, Q, !constant);
  }
  if (!best || limits.estimation === 'css') return best;
  return fitArima(values, best.order, 'ml', w) ?? best;
}
