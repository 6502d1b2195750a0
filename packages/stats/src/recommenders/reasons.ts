import { solveCholesky } from '../linear-algebra/cholesky.js';
import { type ItemHistory, knownItems } from './interactions.js';
import type { RecommenderModel, SingleModel } from './models.js';
import { alsSystem } from './score.js';
import { itemSimilarity } from './similarity.js';

/** Why an item is recommended. */
export type RecommendationReason =
  /** Because of an item of the history; `share` of all that spoke for the item, (0, 1]. */
  | { readonly kind: 'because-of-item'; readonly item: number; readonly share: number }
  /** Because this share of all users took it. */
  | { readonly kind: 'popular'; readonly share: number };

type Known = ReturnType<typeof knownItems>;

/**
 * What each item of the history adds to the score of `item`. Exact where the score is linear in
 * the history (neighbours, EASE, content; ALS by eq. 7 of Hu, Koren & Volinsky 2008), and likeness
 * of factors for BPR, whose score cannot be split.
 */
const contributions = (model: SingleModel, known: Known, item: number): Float64Array => {
  switch (model.kind) {
    case 'popularity':
      return new Float64Array(known.length);
    case 'ease':
      return Float64Array.from(
        known,
        (h) => h.weight * (model.weights[h.item * model.itemCount + item] ?? 0),
      );
    case 'item-neighbours':
    case 'content':
      return Float64Array.from(known, (h) => h.weight * itemSimilarity(model, h.item, item));
    case 'bpr':
      return Float64Array.from(known, (h) => itemSimilarity(model, h.item, item));
    case 'als': {
      const { factors: k, itemFactors, alpha } = model;
      const l = alsSystem(model, known);
      if (l === undefined) return new Float64Array(known.length);
      const solved = solveCholesky(l, itemFactors.subarray(item * k, (item + 1) * k), k);
      return Float64Array.from(known, (h) => {
        let sum = 0;
        for (let f = 0; f < k; f++) sum += (solved[f] ?? 0) * (itemFactors[h.item * k + f] ?? 0);
        return (1 + alpha * h.weight) * sum;
      });
    }
    default: {
      const never: never = model;
      return never;
    }
  }
};

/**
 * The strongest reasons for recommending an item, at most `count`: items of the history that speak
 * for it ("because you bought …"), and its popularity where the model goes by that.
 */
export const recommendationReasons = (
  model: RecommenderModel,
  history: ItemHistory,
  item: number,
  count = 3,
): readonly RecommendationReason[] => {
  const known = knownItems(history, model.itemCount);
  const parts = model.kind === 'hybrid' ? model.parts : [{ model, weight: 1 }];
  const shares = new Float64Array(known.length);
  const reasons: RecommendationReason[] = [];
  let voices = 0;
  for (const part of parts) {
    if (part.model.kind === 'popularity') {
      const share = part.model.popularity[item] ?? 0;
      if (share > 0) reasons.push({ kind: 'popular', share });
      continue;
    }
    const added = contributions(part.model, known, item);
    const total = added.reduce((sum, v) => sum + Math.max(v, 0), 0);
    if (!(total > 0)) continue;
    voices += part.weight;
    added.forEach((v, h) => {
      shares[h] = (shares[h] ?? 0) + (part.weight * Math.max(v, 0)) / total;
    });
  }
  const because = known
    .map((h, at): RecommendationReason & { share: number } => ({
      kind: 'because-of-item',
      item: h.item,
      share: voices > 0 ? (shares[at] ?? 0) / voices : 0,
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  return [...because, ...reasons].slice(0, Math.max(0, count));
};
