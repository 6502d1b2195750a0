import { allFinite, type Undefined, undefinedBecause } from '../undefined.js';

/** Who took what how strongly, by user: items of user u are at offsets[u]…offsets[u + 1] − 1. */
export interface Interactions {
  readonly kind: 'interactions';
  readonly userCount: number;
  readonly itemCount: number;
  /** Length userCount + 1. */
  readonly offsets: Int32Array;
  /** Rising within a user, no doubles. */
  readonly items: Int32Array;
  /** Strength of each, > 0. */
  readonly weights: Float64Array;
}

/** Pairs as they come from a ledger; the same pair may come several times. */
export interface InteractionPairs {
  /** User numbers 0…. */
  readonly users: ArrayLike<number>;
  /** Item numbers 0…. */
  readonly items: ArrayLike<number>;
  /** Strength of each pair, ≥ 0; default 1. */
  readonly weights?: ArrayLike<number>;
  /** Default: one more than the largest number. */
  readonly userCount?: number;
  readonly itemCount?: number;
}

/** A user's past, as far as it is known when items are recommended. */
export interface ItemHistory {
  readonly items: ArrayLike<number>;
  /** Default 1. */
  readonly weights?: ArrayLike<number>;
  /** The user's number in the training data, where known. */
  readonly user?: number;
}

const wholeBelow = (values: ArrayLike<number>, limit: number): boolean => {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? -1;
    if (!Number.isInteger(value) || value < 0 || value >= limit) return false;
  }
  return true;
};

const largest = (values: ArrayLike<number>): number => {
  let most = -1;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i] ?? -1);
  return most;
};

/** Stable counting sort of positions by whole keys below `limit`: linear, for millions of pairs. */
const sortedBy = (order: Int32Array, keys: ArrayLike<number>, limit: number): Int32Array => {
  const next = new Int32Array(limit + 1);
  for (const at of order) {
    const key = keys[at] ?? 0;
    next[key + 1] = (next[key + 1] ?? 0) + 1;
  }
  for (let key = 0; key < limit; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const out = new Int32Array(order.length);
  for (const at of order) {
    const key = keys[at] ?? 0;
    const to = next[key] ?? 0;
    next[key] = to + 1;
    out[to] = at;
  }
  return out;
};

/** Users and items are numbered densely; more than this is a mistake in numbering. */
const MOST_NUMBERS = 2 ** 28;

/**
 * Gathers pairs by user, adding up repeated ones; pairs of weight 0 are dropped.
 * @returns undefined when there are none, or numbers are not whole or out of range
 */
export const interactionsOf = (pairs: InteractionPairs): Interactions | Undefined => {
  const { users, items, weights } = pairs;
  const count = users.length;
  const userCount = pairs.userCount ?? largest(users) + 1;
  const itemCount = pairs.itemCount ?? largest(items) + 1;
  if (count === 0 || items.length !== count || (weights && weights.length !== count)) {
    return undefinedBecause('there are no interactions, or their lists differ in length');
  }
  if (
    !wholeBelow(users, Math.min(userCount, MOST_NUMBERS)) ||
    !wholeBelow(items, Math.min(itemCount, MOST_NUMBERS)) ||
    !(Math.max(userCount, itemCount) <= MOST_NUMBERS)
  ) {
    return undefinedBecause('users and items are whole numbers from 0, below their counts');
  }
  if (weights !== undefined && !allFinite(weights)) {
    return undefinedBecause('a weight is not finite');
  }
  const asGiven = Int32Array.from({ length: count }, (_, i) => i);
  const order = sortedBy(sortedBy(asGiven, items, itemCount), users, userCount);
  const offsets = new Int32Array(userCount + 1);
  const outItems = new Int32Array(count);
  const outWeights = new Float64Array(count);
  let size = 0;
  let lastUser = -1;
  for (const at of order) {
    const user = users[at] ?? 0;
    const item = items[at] ?? 0;
    const weight = weights?.[at] ?? 1;
    if (weight < 0) return undefinedBecause('a weight is negative');
    if (weight === 0) continue;
    if (user === lastUser && outItems[size - 1] === item) {
      outWeights[size - 1] = (outWeights[size - 1] ?? 0) + weight;
    } else {
      outItems[size] = item;
      outWeights[size++] = weight;
      offsets[user + 1] = (offsets[user + 1] ?? 0) + 1;
      lastUser = user;
    }
  }
  if (size === 0) return undefinedBecause('all weights are 0');
  for (let u = 0; u < userCount; u++) offsets[u + 1] = (offsets[u + 1] ?? 0) + (offsets[u] ?? 0);
  return {
    kind: 'interactions',
    userCount,
    itemCount,
    offsets,
    items: outItems.slice(0, size),
    weights: outWeights.slice(0, size),
  };
};

/** The same interactions by item: "users" of the result are the items, and the other way round. */
export const byItem = (interactions: Interactions): Interactions => {
  const { userCount, itemCount, offsets, items, weights } = interactions;
  const starts = new Int32Array(itemCount + 1);
  for (const item of items) starts[item + 1] = (starts[item + 1] ?? 0) + 1;
  for (let i = 0; i < itemCount; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const users = new Int32Array(items.length);
  const turned = new Float64Array(items.length);
  for (let u = 0; u < userCount; u++) {
    for (let k = offsets[u] ?? 0; k < (offsets[u + 1] ?? 0); k++) {
      const item = items[k] ?? 0;
      const to = next[item] ?? 0;
      next[item] = to + 1;
      users[to] = u;
      turned[to] = weights[k] ?? 0;
    }
  }
  return {
    kind: 'interactions',
    userCount: itemCount,
    itemCount: userCount,
    offsets: starts,
    items: users,
    weights: turned,
  };
};

/** The past of one user of the training data. */
export const historyOf = (interactions: Interactions, user: number): ItemHistory => {
  const from = interactions.offsets[user] ?? 0;
  const to = interactions.offsets[user + 1] ?? from;
  return {
    items: interactions.items.subarray(from, to),
    weights: interactions.weights.subarray(from, to),
    user,
  };
};

/** Weights of a history count up to here, so that no score overflows. */
const LARGEST_WEIGHT = 1e9;

/** A history's known items with their weights; others are passed over. */
export const knownItems = (
  history: ItemHistory,
  itemCount: number,
): readonly { readonly item: number; readonly weight: number }[] => {
  const known: { item: number; weight: number }[] = [];
  for (let k = 0; k < history.items.length; k++) {
    const item = history.items[k] ?? -1;
    const weight = history.weights?.[k] ?? 1;
    if (!Number.isInteger(item) || item < 0 || item >= itemCount) continue;
    if (weight > 0) known.push({ item, weight: Math.min(weight, LARGEST_WEIGHT) });
  }
  return known;
};
