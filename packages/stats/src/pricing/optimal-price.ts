import { normalQuantile } from '../distributions/normal.js';
import { brentMinimum } from '../optimisation/brent.js';
import { type Undefined, undefinedBecause } from '../undefined.js';

/** How demand answers price around a known point. */
export interface DemandCurve {
  /** Price and quantity of today; both > 0. */
  readonly price: number;
  readonly quantity: number;
  readonly elasticity: number;
  /** Uncertainty of the elasticity; default 0. */
  readonly elasticityError?: number;
  /** `constant`: q ∝ price^elasticity; `linear`: the tangent at today's point, never below 0. */
  readonly shape?: 'constant' | 'linear';
}

/** Options of `optimalPrice`. */
export interface PriceOptions {
  readonly objective: 'profit' | 'revenue';
  /** Cost of one unit, ≥ 0; default 0. */
  readonly unitCost?: number;
  /** 0 < lower ≤ upper; a curve is trusted only near the prices it was learnt from. */
  readonly lower: number;
  readonly upper: number;
}

/** The best price within the bounds and what to expect of it. */
export interface OptimalPrice {
  readonly kind: 'optimal-price';
  readonly price: number;
  readonly quantity: number;
  readonly revenue: number;
  readonly profit: number;
  /** The same at today's price. */
  readonly today: {
    readonly price: number;
    readonly quantity: number;
    readonly revenue: number;
    readonly profit: number;
  };
  /** The bound that stops the price from going further, if one does. */
  readonly boundBy?: 'lower' | 'upper';
  /** Share of the elasticity's distribution under which the new price beats today's. */
  readonly probabilityBetter: number;
}

/** Elasticities are averaged over this many equally likely values. */
const NODES = 41;
/** Prices tried before the best one is refined. */
const GRID = 200;

const quantityAt = (curve: DemandCurve, elasticity: number, price: number): number => {
  const ratio = price / curve.price;
  return curve.shape === 'linear'
    ? curve.quantity * Math.max(0, 1 + elasticity * (ratio - 1))
    : curve.quantity * ratio ** elasticity;
};

/**
 * The price between the bounds that maximises expected profit or revenue over the uncertainty of
 * the elasticity. Without uncertainty and bounds, constant elasticity e < −1 gives Lerner's
 * cost × e/(1 + e).
 */
export const optimalPrice = (
  curve: DemandCurve,
  options: PriceOptions,
): OptimalPrice | Undefined => {
  const { objective, unitCost = 0, lower, upper } = options;
  const { elasticityError = 0 } = curve;
  const usable = (value: number): boolean => value > 1e-50 && value < 1e50;
  if (![curve.price, curve.quantity, lower, upper].every(usable) || lower > upper) {
    return undefinedBecause('prices, quantity and bounds must be positive, lower ≤ upper');
  }
  if (!(unitCost >= 0 && unitCost < 1e50) || !(elasticityError >= 0 && elasticityError < 100)) {
    return undefinedBecause('cost and error of the elasticity must not be negative');
  }
  if (!(Math.abs(curve.elasticity) < 100)) return undefinedBecause('the elasticity is not usable');
  const elasticities = Array.from({ length: elasticityError > 0 ? NODES : 1 }, (_, k) =>
    elasticityError > 0
      ? curve.elasticity + elasticityError * normalQuantile((k + 0.5) / NODES)
      : curve.elasticity,
  );
  const outcome = (price: number) => {
    const quantity =
      elasticities.reduce((sum, e) => sum + quantityAt(curve, e, price), 0) / elasticities.length;
    const revenue = price * quantity;
    return { price, quantity, revenue, profit: (price - unitCost) * quantity };
  };
  const loss = (logPrice: number): number => -outcome(Math.exp(logPrice))[objective];
  const [from, to] = [Math.log(lower), Math.log(upper)];
  const width = (to - from) / GRID;
  let at = Math.min(to, Math.max(from, Math.log(curve.price)));
  let best = loss(at);
  let cell = -1;
  for (let k = 0; k <= GRID; k++) {
    const value = loss(from + k * width);
    // Where the objective is flat, today's price stays.
    if (value < best - 1e-12 * Math.abs(best)) {
      best = value;
      at = from + k * width;
      cell = k;
    }
  }
  if (width > 0) {
    const middle = cell < 0 ? Math.round((at - from) / width) : cell;
    const low = from + Math.max(0, middle - 1) * width;
    const high = from + Math.min(GRID, middle + 1) * width;
    const refined = brentMinimum(loss, low, high);
    if (refined.value < best - 1e-13 * Math.abs(best)) at = refined.x;
  }
  const price = Math.min(upper, Math.max(lower, Math.exp(at)));
  const chosen = outcome(price);
  const today = outcome(curve.price);
  const gains = elasticities.filter((e) => {
    const value = (p: number): number =>
      (objective === 'profit' ? p - unitCost : p) * quantityAt(curve, e, p);
    return value(price) > value(curve.price);
  });
  const numbers = [...Object.values(chosen), ...Object.values(today)];
  if (!numbers.every(Number.isFinite)) return undefinedBecause('the demand curve overflows');
  const near = (bound: number): boolean => Math.abs(price - bound) <= 1e-6 * bound;
  const boundBy = near(upper) ? 'upper' : near(lower) ? 'lower' : undefined;
  return {
    kind: 'optimal-price',
    ...chosen,
    today,
    ...(boundBy && { boundBy }),
    probabilityBetter: gains.length / elasticities.length,
  };
};
