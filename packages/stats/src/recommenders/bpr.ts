import { drawNormal } from '../sampling/draws.js';
import { createRandom, type Random } from '../sampling/random.js';
import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';
import type { Interactions } from './interactions.js';
import type { BprModel } from './models.js';

/** Options of `fitBpr`. */
export interface BprOptions {
  /** Default 32. */
  readonly factors?: number;
  /** Default 0.05. */
  readonly learningRate?: number;
  /** Default 0.1. */
  readonly regularisation?: number;
  /** Passes over the data; default 40. */
  readonly epochs?: number;
  readonly seed?: number;
}

/** One ascent step on ln σ(score of `taken` − score of `other`); `items` are fixed when told so. */
const step = (
  user: Float64Array,
  at: number,
  items: Float64Array,
  bias: Float64Array,
  k: number,
  taken: number,
  other: number,
  rate: number,
  regularisation: number,
  fixedItems: boolean,
): void => {
  const p = taken * k;
  const q = other * k;
  let difference = (bias[taken] ?? 0) - (bias[other] ?? 0);
  for (let f = 0; f < k; f++) {
    difference += (user[at + f] ?? 0) * ((items[p + f] ?? 0) - (items[q + f] ?? 0));
  }
  const pull = 1 / (1 + Math.exp(difference));
  for (let f = 0; f < k; f++) {
    const u = user[at + f] ?? 0;
    const yp = items[p + f] ?? 0;
    const yq = items[q + f] ?? 0;
    user[at + f] = u + rate * (pull * (yp - yq) - regularisation * u);
    if (fixedItems) continue;
    items[p + f] = yp + rate * (pull * u - regularisation * yp);
    items[q + f] = yq + rate * (-pull * u - regularisation * yq);
  }
  if (fixedItems) return;
  bias[taken] = (bias[taken] ?? 0) + rate * (pull - regularisation * (bias[taken] ?? 0));
  bias[other] = (bias[other] ?? 0) + rate * (-pull - regularisation * (bias[other] ?? 0));
};

/** An item outside a sorted range, or undefined when twenty draws find none. */
const drawOther = (
  random: Random,
  items: ArrayLike<number>,
  from: number,
  to: number,
  itemCount: number,
): number | undefined => {
  for (let attempt = 0; attempt < 20; attempt++) {
    const item = random.integer(itemCount);
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((items[middle] ?? 0) < item) low = middle + 1;
      else high = middle;
    }
    if (low >= to || items[low] !== item) return item;
  }
  return undefined;
};

/**
 * Bayesian personalised ranking by matrix factorisation (Rendle et al. 2009, LearnBPR): stochastic
 * ascent on pairs of a taken item and a random other one. Weights do not count.
 */
export const fitBpr = (
  interactions: Interactions,
  options: BprOptions = {},
  onEpoch?: (share: number) => void,
): BprModel | Undefined => {
  const { factors: k = 32, learningRate = 0.05, regularisation = 0.1, epochs = 40 } = options;
  const { userCount, itemCount, offsets, items } = interactions;
  if (!(Number.isInteger(k) && k >= 1 && k <= 1000) || !(epochs >= 1)) {
    return undefinedBecause('a factorisation needs 1 to 1000 factors and one epoch');
  }
  if (!(learningRate > 0 && learningRate <= 1) || !(regularisation >= 0 && regularisation < 1)) {
    return undefinedBecause('the learning rate lies in (0, 1], the regularisation in [0, 1)');
  }
  const seed = options.seed ?? 1;
  const random = createRandom(seed);
  const draw = (): number => drawNormal(random, 0, 0.1);
  const userFactors = Float64Array.from({ length: userCount * k }, draw);
  const itemFactors = Float64Array.from({ length: itemCount * k }, draw);
  const itemBias = new Float64Array(itemCount);
  const userOf = new Int32Array(items.length);
  for (let u = 0; u < userCount; u++) userOf.fill(u, offsets[u] ?? 0, offsets[u + 1] ?? 0);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let draws = 0; draws < items.length; draws++) {
      const entry = random.integer(items.length);
      const user = userOf[entry] ?? 0;
      const other = drawOther(random, items, offsets[user] ?? 0, offsets[user + 1] ?? 0, itemCount);
      if (other === undefined) continue;
      const taken = items[entry] ?? 0;
      step(
        userFactors,
        user * k,
        itemFactors,
        itemBias,
        k,
        taken,
        other,
        learningRate,
        regularisation,
        false,
      );
    }
    onEpoch?.((epoch + 1) / epochs);
  }
  return allFinite(userFactors) && allFinite(itemFactors) && allFinite(itemBias)
    ? {
        kind: 'bpr',
        itemCount,
        factors: k,
        userFactors,
        itemFactors,
        itemBias,
        regularisation,
        learningRate,
        seed,
      }
    : undefinedBecause('the ascent diverged: lower the learning rate');
};

/** Passes over a history when a user unknown to the model is placed among its items. */
const PLACING_EPOCHS = 40;

/** Factors of a user: those learnt, or for an unknown user by the same ascent with items fixed. */
export const bprUserFactors = (
  model: BprModel,
  history: readonly { readonly item: number }[],
  user: number | undefined,
): Float64Array => {
  const { factors: k, userFactors } = model;
  if (user !== undefined && user >= 0 && (user + 1) * k <= userFactors.length) {
    return userFactors.subarray(user * k, (user + 1) * k);
  }
  const random = createRandom(model.seed);
  const placed = new Float64Array(k);
  const sorted = Int32Array.from(history, ({ item }) => item).sort();
  for (let round = 0; round < PLACING_EPOCHS; round++) {
    for (const taken of sorted) {
      const other = drawOther(random, sorted, 0, sorted.length, model.itemCount);
      if (other === undefined) continue;
      step(
        placed,
        0,
        model.itemFactors,
        model.itemBias,
        k,
        taken,
        other,
        model.learningRate,
        model.regularisation,
        true,
      );
    }
  }
  return placed;
};
