import type { ItemHistory } from './interactions.js';
import type { RecommenderModel } from './models.js';
import { type RecommendationReason, recommendationReasons } from './reasons.js';
import { scoreItems } from './score.js';
import { itemSimilarity } from './similarity.js';

/** One recommended item. */
export interface Recommendation {
  readonly item: number;
  /** On the model's own scale. */
  readonly score: number;
  readonly reasons: readonly RecommendationReason[];
}

/** Options of `recommend`. */
export interface RecommendOptions {
  /** Default 10. */
  readonly count?: number;
  /** Leave out what the user already took; default true. */
  readonly excludeHistory?: boolean;
  /** Only these items; default all. */
  readonly candidates?: readonly number[];
  /**
   * 0 goes by score alone, 1 by difference from what was chosen before alone; default 0. Balanced
   * by maximal marginal relevance (Carbonell & Goldstein 1998) over the best candidates.
   */
  readonly diversity?: number;
  /** Model that says how alike items are; default the recommending one. */
  readonly similarity?: RecommenderModel;
  /** Reasons given for each item, default 3; 0 saves their time. */
  readonly reasons?: number;
}

/** Candidates that maximal marginal relevance chooses from, for each item wanted. */
const POOL = 10;

/** The best items for a user, best first, each with its reasons. Fewer when items run out. */
export const recommend = (
  model: RecommenderModel,
  history: ItemHistory,
  options: RecommendOptions = {},
): readonly Recommendation[] => {
  const { count = 10, excludeHistory = true, candidates, diversity = 0 } = options;
  const scores = scoreItems(model, history);
  const taken = new Set(excludeHistory ? Array.from(history.items) : []);
  const open: number[] = [];
  const all = candidates ?? Array.from({ length: model.itemCount }, (_, i) => i);
  for (const item of new Set(all)) {
    if (Number.isInteger(item) && item >= 0 && item < model.itemCount && !taken.has(item)) {
      open.push(item);
    }
  }
  open.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const wanted = Math.max(0, Math.floor(count));
  const lambda = Math.min(1, Math.max(0, diversity));
  const chosen =
    lambda > 0
      ? diverse(open.slice(0, wanted * POOL), scores, wanted, lambda, options.similarity ?? model)
      : open.slice(0, wanted);
  return chosen.map((item) => ({
    item,
    score: scores[item] ?? 0,
    reasons: recommendationReasons(model, history, item, options.reasons ?? 3),
  }));
};

/** Relevance is scaled to 0…1 over the pool, so that it compares with similarity. */
const diverse = (
  pool: readonly number[],
  scores: Float64Array,
  count: number,
  lambda: number,
  model: RecommenderModel,
): number[] => {
  const best = scores[pool[0] ?? 0] ?? 0;
  const worst = scores[pool[pool.length - 1] ?? 0] ?? 0;
  const scale = best > worst ? 1 / (best - worst) : 0;
  const nearest = new Float64Array(pool.length);
  const left = new Set(pool.keys());
  const chosen: number[] = [];
  while (chosen.length < count && left.size > 0) {
    let bestAt = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const at of left) {
      const relevance = ((scores[pool[at] ?? 0] ?? 0) - worst) * scale;
      const value = (1 - lambda) * relevance - lambda * (nearest[at] ?? 0);
      if (value > bestValue) {
        bestValue = value;
        bestAt = at;
      }
    }
    left.delete(bestAt);
    const item = pool[bestAt] ?? 0;
    chosen.push(item);
    for (const at of left) {
      const alike = itemSimilarity(model, pool[at] ?? 0, item);
      nearest[at] = Math.max(nearest[at] ?? 0, alike);
    }
  }
  return chosen;
};
