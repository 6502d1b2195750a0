import type { ContentModel, RecommenderModel } from './models.js';

const cosine = (a: Float64Array, i: number, j: number, k: number): number => {
  let product = 0;
  let left = 0;
  let right = 0;
  for (let f = 0; f < k; f++) {
    const x = a[i * k + f] ?? 0;
    const y = a[j * k + f] ?? 0;
    product += x * y;
    left += x * x;
    right += y * y;
  }
  return left > 0 && right > 0 ? product / Math.sqrt(left * right) : 0;
};

const contentSimilarity = (model: ContentModel, i: number, j: number): number => {
  let k = model.offsets[i] ?? 0;
  let l = model.offsets[j] ?? 0;
  let sum = 0;
  while (k < (model.offsets[i + 1] ?? 0) && l < (model.offsets[j + 1] ?? 0)) {
    const difference = (model.features[k] ?? 0) - (model.features[l] ?? 0);
    if (difference === 0) sum += (model.weights[k] ?? 0) * (model.weights[l] ?? 0);
    if (difference <= 0) k++;
    if (difference >= 0) l++;
  }
  return sum;
};

/**
 * How alike two items are to a model, about −1…1: stored similarity, cosine of factors or features,
 * or the mean of the two weights (EASE). 0 for popularity, which knows no likeness.
 */
export const itemSimilarity = (model: RecommenderModel, i: number, j: number): number => {
  switch (model.kind) {
    case 'popularity':
      return 0;
    case 'item-neighbours': {
      const at = model.neighbours.subarray(model.offsets[i], model.offsets[i + 1]).indexOf(j);
      return at < 0 ? 0 : (model.similarities[(model.offsets[i] ?? 0) + at] ?? 0);
    }
    case 'ease': {
      const n = model.itemCount;
      return ((model.weights[i * n + j] ?? 0) + (model.weights[j * n + i] ?? 0)) / 2;
    }
    case 'als':
    case 'bpr':
      return cosine(model.itemFactors, i, j, model.factors);
    case 'content':
      return contentSimilarity(model, i, j);
    case 'hybrid': {
      let sum = 0;
      let total = 0;
      for (const part of model.parts) {
        if (part.model.kind === 'popularity') continue;
        sum += part.weight * itemSimilarity(part.model, i, j);
        total += part.weight;
      }
      return total > 0 ? sum / total : 0;
    }
    default: {
      const never: never = model;
      return never;
    }
  }
};
