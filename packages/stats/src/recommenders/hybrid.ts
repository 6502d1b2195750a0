import { type Undefined, undefinedBecause } from '../undefined.js';
import type { HybridModel, SingleModel } from './models.js';

/**
 * Mixes models over the same items: each one's scores are standardised over the items and added up
 * with the given weights.
 * @param parts at least one, weights > 0
 */
export const hybridOf = (
  parts: readonly { readonly model: SingleModel; readonly weight: number }[],
): HybridModel | Undefined => {
  const itemCount = parts[0]?.model.itemCount ?? 0;
  if (parts.length === 0 || parts.some(({ model }) => model.itemCount !== itemCount)) {
    return undefinedBecause('a hybrid needs models over the same items');
  }
  if (parts.some(({ weight }) => !(weight > 0 && weight < 1e100))) {
    return undefinedBecause('the weights of a hybrid are positive');
  }
  return { kind: 'hybrid', itemCount, parts };
};
