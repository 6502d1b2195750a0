import { solveCholesky } from '../linear-algebra/cholesky.js';
import { isUndefined } from '../undefined.js';
import { confidenceFactor } from './als.js';
import { bprUserFactors } from './bpr.js';
import { type ItemHistory, knownItems } from './interactions.js';
import type { AlsModel, ContentModel, RecommenderModel, SingleModel } from './models.js';

type Known = ReturnType<typeof knownItems>;

/**
 * Score of every item for a user with the given history; higher is better, the scale is the
 * model's own. Items the model does not know are passed over; an empty history gives 0 everywhere,
 * except where popularity plays a part.
 */
export const scoreItems = (model: RecommenderModel, history: ItemHistory): Float64Array => {
  const known = knownItems(history, model.itemCount);
  if (model.kind !== 'hybrid') return scoreWith(model, known, history.user);
  const total = new Float64Array(model.itemCount);
  for (const part of model.parts) {
    const scores = standardise(scoreWith(part.model, known, history.user));
    for (let i = 0; i < total.length; i++) {
      total[i] = (total[i] ?? 0) + part.weight * (scores[i] ?? 0);
    }
  }
  return total;
};

/** Mean 0 and variance 1 over the items; all 0 where they do not differ. */
export const standardise = (scores: Float64Array): Float64Array => {
  const n = scores.length;
  const mean = scores.reduce((sum, s) => sum + s, 0) / n;
  const variance = scores.reduce((sum, s) => sum + (s - mean) ** 2, 0) / n;
  const scale = variance > 1e-300 ? 1 / Math.sqrt(variance) : 0;
  return scores.map((s) => (s - mean) * scale);
};

const scoreWith = (model: SingleModel, known: Known, user: number | undefined): Float64Array => {
  const n = model.itemCount;
  switch (model.kind) {
    case 'popularity':
      return model.popularity.slice();
    case 'item-neighbours': {
      const scores = new Float64Array(n);
      for (const { item, weight } of known) {
        for (let k = model.offsets[item] ?? 0; k < (model.offsets[item + 1] ?? 0); k++) {
          const j = model.neighbours[k] ?? 0;
          scores[j] = (scores[j] ?? 0) + weight * (model.similarities[k] ?? 0);
        }
      }
      return scores;
    }
    case 'ease': {
      const scores = new Float64Array(n);
      for (const { item, weight } of known) {
        const row = item * n;
        for (let j = 0; j < n; j++) {
          scores[j] = (scores[j] ?? 0) + weight * (model.weights[row + j] ?? 0);
        }
      }
      return scores;
    }
    case 'als':
      return withFactors(model.itemFactors, alsUser(model, known), model.factors, n);
    case 'bpr': {
      if (known.length === 0 && user === undefined) return model.itemBias.slice();
      const factors = bprUserFactors(model, known, user);
      const scores = withFactors(model.itemFactors, factors, model.factors, n);
      return scores.map((score, i) => score + (model.itemBias[i] ?? 0));
    }
    case 'content':
      return contentScores(model, known);
    default: {
      const never: never = model;
      return never;
    }
  }
};

const withFactors = (
  itemFactors: Float64Array,
  user: Float64Array,
  k: number,
  n: number,
): Float64Array => {
  const scores = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let f = 0; f < k; f++) sum += (itemFactors[i * k + f] ?? 0) * (user[f] ?? 0);
    scores[i] = sum;
  }
  return scores;
};

/** Normal equations of one user, factorised; undefined only for weights beyond all measure. */
export const alsSystem = (model: AlsModel, known: Known): Float64Array | undefined => {
  const { itemGram, itemFactors, factors, regularisation, alpha } = model;
  const l = confidenceFactor(itemGram, itemFactors, factors, regularisation, alpha, known);
  return isUndefined(l) ? undefined : l;
};

const alsUser = (model: AlsModel, known: Known): Float64Array => {
  const { factors: k, itemFactors, alpha } = model;
  const right = new Float64Array(k);
  for (const { item, weight } of known) {
    for (let f = 0; f < k; f++) {
      right[f] = (right[f] ?? 0) + (1 + alpha * weight) * (itemFactors[item * k + f] ?? 0);
    }
  }
  const l = alsSystem(model, known);
  return l === undefined ? new Float64Array(k) : solveCholesky(l, right, k);
};

const contentScores = (model: ContentModel, known: Known): Float64Array => {
  const profile = new Float64Array(model.featureCount);
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  for (const { item, weight } of known) {
    for (let k = model.offsets[item] ?? 0; k < (model.offsets[item + 1] ?? 0); k++) {
      const feature = model.features[k] ?? 0;
      profile[feature] = (profile[feature] ?? 0) + (weight / total) * (model.weights[k] ?? 0);
    }
  }
  const scores = new Float64Array(model.itemCount);
  for (let i = 0; i < model.itemCount; i++) {
    let sum = 0;
    for (let k = model.offsets[i] ?? 0; k < (model.offsets[i + 1] ?? 0); k++) {
      sum += (profile[model.features[k] ?? 0] ?? 0) * (model.weights[k] ?? 0);
    }
    scores[i] = sum;
  }
  return scores;
};
