import { normalCdf, normalQuantile } from '../distributions/normal.js';
import { brentRoot } from '../optimisation/brent.js';
import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { normalLoss } from './demand.js';

/** What replenishment goes by; all in units and periods. */
export interface ReplenishmentInput {
  /** Demand of one period. */
  readonly demandMean: number;
  readonly demandDeviation: number;
  /** Periods from order to arrival. */
  readonly leadTimeMean: number;
  /** Default 0. */
  readonly leadTimeDeviation?: number;
  /** Periods between looks at the stock; default 0, continuous review. */
  readonly reviewPeriod?: number;
  readonly target: /** Probability of no stock-out in a replenishment cycle. */
    | { readonly kind: 'cycle-service'; readonly level: number }
    /** Share of demand served from stock, given the quantity of an order. */
    | { readonly kind: 'fill-rate'; readonly level: number; readonly orderQuantity: number };
}

/** When to order. */
export interface ReorderPoint {
  readonly kind: 'reorder-point';
  /** Order when stock on hand and on order falls to this. */
  readonly reorderPoint: number;
  /** Stock expected when the order arrives; negative targets of low levels are kept at 0. */
  readonly safetyStock: number;
  readonly protectionDemand: number;
  readonly protectionDeviation: number;
  /** What the reorder point achieves. */
  readonly cycleService: number;
  /** Units short per cycle. */
  readonly expectedShortage: number;
}

/**
 * Safety stock and reorder point for independent normal demands and lead times (Silver, Pyke &
 * Thomas 2017, ch. 6): variance L·σ_d² + d²·σ_L² over the lead time and review period.
 */
export const reorderPoint = (input: ReplenishmentInput): ReorderPoint | Undefined => {
  const { demandMean, demandDeviation, leadTimeMean, target } = input;
  const { leadTimeDeviation = 0, reviewPeriod = 0 } = input;
  const amounts = [demandMean, demandDeviation, leadTimeMean, leadTimeDeviation, reviewPeriod];
  if (!amounts.every((value) => value >= 0 && value < 1e100)) {
    return undefinedBecause('demand, lead time and review period must be finite and not negative');
  }
  if (!(target.level > 0 && target.level < 1)) {
    return undefinedBecause('a service level lies between 0 and 1');
  }
  const periods = leadTimeMean + reviewPeriod;
  const mean = demandMean * periods;
  const deviation = Math.sqrt(
    periods * demandDeviation ** 2 + demandMean ** 2 * leadTimeDeviation ** 2,
  );
  if (!Number.isFinite(mean) || !Number.isFinite(deviation)) {
    return undefinedBecause('the amounts are too large');
  }
  let z = 0;
  if (target.kind === 'cycle-service') {
    z = normalQuantile(target.level);
  } else if (deviation > 0) {
    if (!(target.orderQuantity > 0 && target.orderQuantity < 1e100)) {
      return undefinedBecause('an order has a positive quantity');
    }
    const wanted = ((1 - target.level) * target.orderQuantity) / deviation;
    const root = brentRoot((at) => normalLoss(at) - wanted, -1e6 - wanted, 35);
    // Beyond 35 deviations nothing is short to any number of digits.
    z = isUndefined(root) ? 35 : root;
  }
  z = Math.max(0, z);
  const safetyStock = z * deviation;
  return {
    kind: 'reorder-point',
    reorderPoint: mean + safetyStock,
    safetyStock,
    protectionDemand: mean,
    protectionDeviation: deviation,
    cycleService: deviation > 0 ? normalCdf(z) : 1,
    expectedShortage: deviation * Math.max(0, normalLoss(z)),
  };
};

/**
 * Order quantity that balances ordering and holding costs (Harris 1913): √(2·D·K/h).
 * @param demand units a period, @param orderCost of one order, @param holdingCost of a unit a period
 */
export const economicOrderQuantity = (
  demand: number,
  orderCost: number,
  holdingCost: number,
): number | Undefined => {
  const quantity = Math.sqrt((2 * demand * orderCost) / holdingCost);
  return demand >= 0 && orderCost >= 0 && holdingCost > 0 && Number.isFinite(quantity)
    ? quantity
    : undefinedBecause('costs and demand must be positive and finite');
};
