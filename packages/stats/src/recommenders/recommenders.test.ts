import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invertPositiveDefinite } from '../linear-algebra/cholesky.js';
import { createRandom } from '../sampling/random.js';
import { isUndefined, type Undefined } from '../undefined.js';
import { invertLarge } from './blocked-inverse.js';
import {
  fitAls,
  fitBpr,
  fitContent,
  fitEase,
  fitItemNeighbours,
  fitPopularity,
  historyOf,
  hybridOf,
  type Interactions,
  interactionsOf,
  itemSimilarity,
  pruneEase,
  type RecommenderModel,
  recommend,
  recommendationReasons,
  type SingleModel,
  scoreItems,
} from './index.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

/** Two tastes: users of the first take items 0–9, of the second items 10–19; item 0 is common. */
const tastes = (): Interactions => {
  const random = createRandom(1);
  const users: number[] = [];
  const items: number[] = [];
  for (let user = 0; user < 200; user++) {
    for (let draw = 0; draw < 6; draw++) {
      users.push(user);
      items.push((user % 2) * 10 + random.integer(10));
    }
    if (user % 3 === 0) {
      users.push(user);
      items.push(0);
    }
  }
  return defined(interactionsOf({ users, items }));
};

const descriptions = Array.from({ length: 20 }, (_, i) => ({ features: [i < 10 ? 0 : 1, 2 + i] }));

const allModels = (train: Interactions): readonly SingleModel[] => [
  fitPopularity(train),
  defined(fitItemNeighbours(train)),
  defined(fitEase(train)),
  defined(fitAls(train, { factors: 4, regularisation: 5 })),
  defined(fitBpr(train, { factors: 4, regularisation: 0.01 })),
  defined(fitContent(descriptions)),
];

describe('the blocked inverse', () => {
  it('agrees with the plain one for orders around the block size', () => {
    const random = createRandom(2);
    for (const n of [1, 5, 47, 48, 49, 110]) {
      const a = new Float64Array(n * n);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) {
          a[i * n + j] = random.next() - 0.5 + (i === j ? n : 0);
          a[j * n + i] = a[i * n + j] ?? 0;
        }
      }
      const [plain, blocked] = [defined(invertPositiveDefinite(a, n)), defined(invertLarge(a, n))];
      plain.forEach((value, at) => {
        expect(blocked[at]).toBeCloseTo(value, 13);
      });
    }
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(isUndefined(invertLarge([1, 2, 2, 1], 2))).toBe(true);
  });
});

describe('interactions', () => {
  it('are gathered by user and added up', () => {
    const got = defined(interactionsOf({ users: [1, 0, 1], items: [2, 0, 2], weights: [1, 2, 3] }));
    expect([...got.offsets]).toEqual([0, 1, 2]);
    expect([...got.items]).toEqual([0, 2]);
    expect([...got.weights]).toEqual([2, 4]);
  });

  it('are refused when empty, negative, broken or out of range', () => {
    for (const pairs of [
      { users: [], items: [] },
      { users: [0], items: [-1] },
      { users: [0.5], items: [1] },
      { users: [0], items: [1], weights: [-1] },
      { users: [0], items: [1], weights: [Number.NaN] },
      { users: [0], items: [5], itemCount: 3 },
    ]) {
      expect(isUndefined(interactionsOf(pairs))).toBe(true);
    }
  });
});

describe('EASE', () => {
  it('is each item’s ridge regression on all others', () => {
    const train = defined(
      interactionsOf({ users: [0, 0, 1, 1, 2, 2, 3], items: [0, 1, 0, 1, 1, 2, 2] }),
    );
    const model = defined(fitEase(train, { regularisation: 0.5 }));
    // Item 0 on items 1 and 2: (X'X + λI) b = X'y with X'X = [[3, 1], [1, 2]], X'y = [2, 0].
    const determinant = 3.5 * 2.5 - 1;
    expect(model.weights[3]).toBeCloseTo((2.5 * 2) / determinant, 6);
    expect(model.weights[6]).toBeCloseTo(-2 / determinant, 6);
    expect(model.weights[0]).toBe(0);
  });

  it('keeps each item’s largest weights when pruned', () => {
    const model = defined(fitEase(tastes()));
    const pruned = pruneEase(model, 3);
    const row = [...model.weights.subarray(20, 40)];
    const kept = [...pruned.neighbours.subarray(pruned.offsets[1], pruned.offsets[2])];
    expect(kept).toHaveLength(3);
    const largest = [...row].sort((a, b) => b - a).slice(0, 3);
    expect(kept.map((j) => row[j])).toEqual(largest);
  });
});

describe('recommenders', () => {
  const train = tastes();
  const models = allModels(train);

  it.each(models.filter((m) => m.kind !== 'popularity').map((m) => [m.kind, m] as const))(
    '%s recommends within the user’s taste, also to users it has never seen',
    (_, model) => {
      for (const items of [
        [1, 2, 3],
        [11, 12, 13],
      ]) {
        const group = (items[0] ?? 0) < 10 ? 0 : 1;
        const best = recommend(model, { items }, { count: 4 });
        expect(best).toHaveLength(4);
        for (const { item } of best) {
          expect(items).not.toContain(item);
          expect(Math.floor(item / 10)).toBe(group);
        }
      }
    },
  );

  it('popularity puts the most taken item first and says how popular it is', () => {
    const [first] = recommend(fitPopularity(train), { items: [] });
    expect(first?.item).toBe(0);
    expect(first?.reasons[0]).toMatchObject({ kind: 'popular' });
  });

  it.each(models.filter((m) => m.kind !== 'popularity').map((m) => [m.kind, m] as const))(
    '%s gives items of the history as reasons',
    (_, model) => {
      const reasons = recommendationReasons(model, { items: [4, 5, 15] }, 6);
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) {
        if (reason.kind !== 'because-of-item') throw new Error(reason.kind);
        expect([4, 5, 15]).toContain(reason.item);
        expect(reason.share).toBeGreaterThan(0);
      }
      expect(reasons[0]).not.toMatchObject({ item: 15 });
    },
  );

  it('splits an ALS score exactly among the items of the history', () => {
    const model = defined(fitAls(train, { factors: 4 }));
    const items = [1, 2, 13];
    // Reasons are shares of the positive contributions; one item alone carries all of its score.
    for (const item of items) {
      const [only] = recommendationReasons(model, { items: [item] }, 3);
      if (only !== undefined) expect(only).toMatchObject({ item, share: 1 });
    }
    expect(scoreItems(model, { items })[3]).toBeGreaterThan(scoreItems(model, { items })[17] ?? 1);
  });

  it('recommends what nobody has taken by content, alone and within a hybrid', () => {
    const withNew = [...descriptions, { features: [0, 2] }];
    const grown = defined(
      interactionsOf({
        users: [...train.items].map((_, k) => k % 50),
        items: train.items,
        itemCount: 21,
      }),
    );
    const content = defined(fitContent(withNew));
    const neighbours = defined(fitItemNeighbours(grown));
    const hybrid = defined(
      hybridOf([
        { model: content, weight: 1 },
        { model: neighbours, weight: 0.1 },
      ]),
    );
    for (const model of [content, hybrid] satisfies RecommenderModel[]) {
      expect(recommend(model, { items: [0] }, { count: 1 })[0]?.item).toBe(20);
    }
    expect(recommend(neighbours, { items: [0] }, { count: 1 })[0]?.item).not.toBe(20);
  });

  it('diversity lowers likeness within the list', () => {
    const content = defined(fitContent(descriptions));
    const model = defined(fitEase(train));
    const alike = (diversity: number): number => {
      const list = recommend(
        model,
        { items: [1, 2, 3] },
        { count: 6, diversity, similarity: content },
      );
      let sum = 0;
      for (const a of list) for (const b of list) sum += itemSimilarity(content, a.item, b.item);
      return sum;
    };
    expect(alike(0.8)).toBeLessThan(0.9 * alike(0));
  });

  it('honours candidates, count and exclusion', () => {
    const model = defined(fitEase(train));
    const only = recommend(model, { items: [1] }, { candidates: [1, 2, 3, 99, -1, 2] });
    expect(only.map((r) => r.item).sort()).toEqual([2, 3]);
    const repeats = recommend(model, { items: [1] }, { candidates: [1], excludeHistory: false });
    expect(repeats).toHaveLength(1);
    expect(recommend(model, { items: [1] }, { count: 0 })).toEqual([]);
  });

  it('fits the same factors for the same seed', () => {
    expect(fitBpr(train, { seed: 5, epochs: 3 })).toEqual(fitBpr(train, { seed: 5, epochs: 3 }));
    expect(fitAls(train, { seed: 5, iterations: 2 })).toEqual(
      fitAls(train, { seed: 5, iterations: 2 }),
    );
  });

  it('refuses options that make no sense', () => {
    for (const model of [
      fitEase(train, { regularisation: 0 }),
      fitAls(train, { factors: 0 }),
      fitBpr(train, { learningRate: 2 }),
      fitItemNeighbours(train, { neighbours: 0 }),
      fitContent([]),
      hybridOf([]),
    ]) {
      expect(model.kind).toBe('undefined');
    }
  });

  it('never lets NaN or Infinity out, whatever the history', () => {
    const hybrid = defined(hybridOf(models.map((model) => ({ model, weight: 1 }))));
    const history = fc.array(
      fc.tuple(fc.oneof(fc.integer({ min: -2, max: 22 }), fc.double()), fc.double()),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(history, fc.nat({ max: models.length }), (pairs, which) => {
        const model = models[which] ?? hybrid;
        const given = { items: pairs.map(([i]) => i), weights: pairs.map(([, w]) => w) };
        for (const score of scoreItems(model, given)) expect(Number.isFinite(score)).toBe(true);
        for (const { reasons } of recommend(model, given, { count: 3, diversity: 0.5 })) {
          for (const { share } of reasons) expect(share > 0 && share <= 1 + 1e-12).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('knows the past of a user it has learnt from', () => {
    expect(historyOf(train, 0).user).toBe(0);
    expect(historyOf(train, 0).items.length).toBe(train.offsets[1]);
  });
});
