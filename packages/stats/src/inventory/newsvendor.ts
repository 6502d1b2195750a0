import { isUndefined, type Undefined, undefinedBecause } from '../undefined.js';
import { type Demand, demandFunctions } from './demand.js';

/** Money per unit. */
export interface NewsvendorEconomics {
  readonly price: number;
  readonly cost: number;
  /** What a unit left over is worth; default 0, may be negative (disposal). */
  readonly salvage?: number;
  /** Goodwill lost for a unit that is asked for and missing, beyond the margin; default 0. */
  readonly shortageCost?: number;
}

/** The order for one selling period. */
export interface NewsvendorOrder {
  readonly kind: 'newsvendor';
  /** ≥ 0; whole for Poisson demand. */
  readonly quantity: number;
  /** Underage over underage + overage: the probability with which demand should be covered. */
  readonly criticalRatio: number;
  readonly expectedProfit: number;
  readonly expectedSales: number;
  /** Expected demand that goes unserved. */
  readonly expectedShortage: number;
  readonly expectedLeftover: number;
}

/**
 * Quantity that maximises expected profit when stock cannot be replenished within the period (Arrow,
 * Harris & Marschak 1951): the critical-ratio quantile of demand.
 */
export const newsvendor = (
  demand: Demand,
  economics: NewsvendorEconomics,
): NewsvendorOrder | Undefined => {
  const { price, cost, salvage = 0, shortageCost = 0 } = economics;
  const underage = price - cost + shortageCost;
  const overage = cost - salvage;
  if (!(underage > 0 && underage < 1e100) || !(overage > 0 && overage < 1e100)) {
    return undefinedBecause('price must exceed cost, and cost the salvage value');
  }
  const functions = demandFunctions(demand);
  if (isUndefined(functions)) return functions;
  const criticalRatio = underage / (underage + overage);
  const quantity = Math.max(0, functions.quantile(criticalRatio));
  const shortage = functions.shortage(quantity);
  const sales = functions.mean - shortage;
  const leftover = quantity - sales;
  const expectedProfit =
    price * sales + salvage * leftover - cost * quantity - shortageCost * shortage;
  if (!Number.isFinite(expectedProfit)) return undefinedBecause('the amounts are too large');
  return {
    kind: 'newsvendor',
    quantity,
    criticalRatio,
    expectedProfit,
    expectedSales: sales,
    expectedShortage: shortage,
    expectedLeftover: leftover,
  };
};
