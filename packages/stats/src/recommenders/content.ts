import { type Undefined, undefinedBecause } from '../undefined.js';
import type { ContentModel } from './models.js';

/** An item's description: feature numbers 0… (category, brand, word …) and their weights. */
export interface ItemDescription {
  readonly features: ArrayLike<number>;
  /** Default 1. */
  readonly weights?: ArrayLike<number>;
}

/**
 * Similarity by content, for items that nobody has taken yet: features weighed by how rare they are
 * (ln((1 + items) / (1 + items with the feature)) + 1), each item scaled to length 1.
 * @param descriptions one an item; an empty one is similar to nothing
 */
export const fitContent = (descriptions: readonly ItemDescription[]): ContentModel | Undefined => {
  const itemCount = descriptions.length;
  if (itemCount === 0) return undefinedBecause('there are no items');
  const having = new Map<number, number>();
  let featureCount = 0;
  for (const { features, weights } of descriptions) {
    const seen = new Set<number>();
    for (let k = 0; k < features.length; k++) {
      const feature = features[k] ?? -1;
      const weight = weights?.[k] ?? 1;
      if (!Number.isInteger(feature) || feature < 0 || !(Math.abs(weight) < 1e100)) {
        return undefinedBecause('features are whole numbers from 0 with finite weights');
      }
      featureCount = Math.max(featureCount, feature + 1);
      if (!seen.has(feature)) having.set(feature, (having.get(feature) ?? 0) + 1);
      seen.add(feature);
    }
  }
  const offsets = new Int32Array(itemCount + 1);
  const allFeatures: number[] = [];
  const allWeights: number[] = [];
  descriptions.forEach(({ features, weights }, item) => {
    const sums = new Map<number, number>();
    for (let k = 0; k < features.length; k++) {
      const feature = features[k] ?? 0;
      const rarity = Math.log((1 + itemCount) / (1 + (having.get(feature) ?? 0))) + 1;
      sums.set(feature, (sums.get(feature) ?? 0) + rarity * (weights?.[k] ?? 1));
    }
    const length = Math.sqrt([...sums.values()].reduce((sum, w) => sum + w * w, 0));
    for (const [feature, weight] of length > 0 ? [...sums].sort((a, b) => a[0] - b[0]) : []) {
      allFeatures.push(feature);
      allWeights.push(weight / length);
    }
    offsets[item + 1] = allFeatures.length;
  });
  return {
    kind: 'content',
    itemCount,
    featureCount,
    offsets,
    features: Int32Array.from(allFeatures),
    weights: Float64Array.from(allWeights),
  };
};
