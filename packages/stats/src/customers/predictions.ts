import { type Undefined, undefinedBecause } from '../undefined.js';
import { type BgNbdModel, bgNbdAlive, bgNbdExpected } from './bg-nbd.js';
import { historyError, type PurchaseHistory } from './history.js';
import { type ParetoNbdModel, paretoNbdAlive, paretoNbdExpected } from './pareto-nbd.js';

/** A fitted model of buying till leaving. */
export type PurchaseModel = BgNbdModel | ParetoNbdModel;

/** Probability that a customer is still a customer. */
export const probabilityAlive = (
  model: PurchaseModel,
  history: PurchaseHistory,
): number | Undefined => {
  const bad = historyError(history);
  if (bad) return bad;
  switch (model.kind) {
    case 'bg-nbd':
      return bgNbdAlive(model, history);
    case 'pareto-nbd':
      return paretoNbdAlive(model, history);
  }
};

/**
 * Expected purchases in the next `time`, in the histories' unit.
 */
export const expectedPurchases = (
  model: PurchaseModel,
  history: PurchaseHistory,
  time: number,
): number | Undefined => {
  const bad = historyError(history);
  if (bad) return bad;
  if (!(time >= 0 && time < 1e9))
    return undefinedBecause('the time ahead is finite and not negative');
  const expected =
    model.kind === 'bg-nbd'
      ? bgNbdExpected(model, history, time)
      : paretoNbdExpected(model, history, time);
  return Number.isFinite(expected)
    ? expected
    : undefinedBecause('the expectation is not finite for this customer');
};
