import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  createRandom,
  fitAls,
  fitBpr,
  fitContent,
  fitEase,
  fitItemNeighbours,
  fitPopularity,
  historyOf,
  hybridOf,
  type Interactions,
  type ItemDescription,
  interactionsOf,
  isUndefined,
  ndcg,
  pruneEase,
  type RecommenderModel,
  recallAt,
  recommend,
  type Undefined,
} from '@olympus/stats';
import { cpuSeconds, line, sharedFile } from './shared.js';

const defined = <T>(value: T | Undefined): T => {
  if (isUndefined(value)) throw new Error(value.reason);
  return value;
};

/** Splits one CSV line with quoted fields. */
const fields = (row: string): string[] =>
  [...row.matchAll(/"((?:[^"]|"")*)"|([^,]+)|(?<=,)(?=,|$)/g)].map((m) => m[1] ?? m[2] ?? '');

const rowsOf = (path: string): string[][] =>
  gunzipSync(readFileSync(path)).toString().trim().split('\n').slice(1).map(fields);

interface Purchases {
  readonly rows: readonly { readonly user: number; readonly item: number; readonly week: number }[];
  readonly users: number;
  readonly descriptions: readonly ItemDescription[];
}

/** Purchases of the items most households bought before `lastWeek`, numbered from 0. */
const readPurchases = (lastWeek: number, itemCount: number): Purchases | undefined => {
  const transactions = sharedFile('complete-journey/transactions_sample.csv.gz');
  const products = sharedFile('complete-journey/products.csv.gz');
  if (!transactions || !products) return undefined;
  const rows = rowsOf(transactions).map((r) => ({
    household: r[0] ?? '',
    product: r[3] ?? '',
    week: Number(r[9]),
  }));
  const buyers = new Map<string, Set<string>>();
  for (const { household, product, week } of rows) {
    if (week > lastWeek) continue;
    const set = buyers.get(product) ?? new Set();
    buyers.set(product, set.add(household));
  }
  const kept = [...buyers]
    .sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
    .slice(0, itemCount)
    .map(([product]) => product);
  const items = new Map(kept.map((product, i) => [product, i]));
  const households = new Map<string, number>();
  const features = new Map<string, number>();
  const numbered = <K>(map: Map<K, number>, key: K): number => {
    const number = map.get(key) ?? map.size;
    map.set(key, number);
    return number;
  };
  const described = new Map(rowsOf(products).map((r) => [r[0] ?? '', r]));
  return {
    rows: rows.flatMap(({ household, product, week }) => {
      const item = items.get(product);
      return item === undefined ? [] : [{ user: numbered(households, household), item, week }];
    }),
    users: households.size,
    descriptions: kept.map((product) => {
      const [, maker, department, brand, category, type] = described.get(product) ?? [];
      const words = (type ?? '').split(/[^A-Z]+/).filter((word) => word.length > 2);
      const names = [`d:${department}`, `m:${maker}`, `b:${brand}`, `c:${category}`, `t:${type}`];
      return { features: [...names, ...words].map((name) => numbered(features, name)) };
    }),
  };
};

const LAST_TRAINING_WEEK = 40;

interface Test {
  readonly user: number;
  readonly relevant: ReadonlySet<number>;
}

const evaluate = (
  model: RecommenderModel,
  train: Interactions,
  tests: readonly Test[],
  excludeHistory: boolean,
): string => {
  let gain = 0;
  let recall = 0;
  for (const { user, relevant } of tests) {
    const options = { count: 10, excludeHistory, reasons: 0 };
    const ranked = recommend(model, historyOf(train, user), options).map((r) => r.item);
    gain += defined(ndcg(ranked, relevant)) / tests.length;
    recall += defined(recallAt(ranked, relevant)) / tests.length;
  }
  return `${gain.toFixed(4)} ${recall.toFixed(4)}`;
};

/** Every recommender on The Complete Journey: learnt to week 40, judged on weeks 41 to 53. */
export const run = async (): Promise<void> => {
  const data = readPurchases(LAST_TRAINING_WEEK, 2000);
  if (data === undefined) return;
  const before = data.rows.filter((r) => r.week <= LAST_TRAINING_WEEK);
  const pairs = {
    users: before.map((r) => r.user),
    items: before.map((r) => r.item),
    userCount: data.users,
    itemCount: data.descriptions.length,
  };
  const counts = defined(interactionsOf(pairs));
  // How often a household bought an item counts less than that it did.
  const train = { ...counts, weights: counts.weights.map((w) => 1 + Math.log(w)) };
  const bought = new Map<number, Set<number>>();
  const later = new Map<number, Set<number>>();
  for (const { user, item, week } of data.rows) {
    const map = week <= LAST_TRAINING_WEEK ? bought : later;
    map.set(user, (map.get(user) ?? new Set()).add(item));
  }
  const all = [...later].flatMap(([user, relevant]) =>
    bought.has(user) ? [{ user, relevant }] : [],
  );
  const fresh = all.flatMap(({ user, relevant }) => {
    const unseen = new Set([...relevant].filter((item) => !bought.get(user)?.has(item)));
    return unseen.size > 0 ? [{ user, relevant: unseen }] : [];
  });
  line('households, items, purchases learnt from', `${data.users}, 2000, ${train.items.length}`);
  line('households judged (any, only new items)', `${all.length}, ${fresh.length}`);

  const timed = <T>(name: string, work: () => T | Undefined, goal = ''): T => {
    const { result, seconds } = cpuSeconds(() => defined(work()));
    line(`${name}: fit, CPU s`, seconds.toFixed(2), goal);
    return result;
  };
  const popularity = fitPopularity(train);
  const neighbours = timed('item neighbours', () => fitItemNeighbours(train));
  const ease = timed('EASE on 2,000 items', () => fitEase(train), '≤ 2 s');
  const als = timed('ALS', () => fitAls(train));
  const bpr = timed('BPR', () => fitBpr(train));
  const content = timed('content', () => fitContent(data.descriptions));
  const hybrid = defined(
    hybridOf([
      { model: ease, weight: 1 },
      { model: als, weight: 1 },
      { model: popularity, weight: 1 },
      { model: content, weight: 0.25 },
    ]),
  );
  const pruned = pruneEase(ease);
  const models = {
    popularity,
    neighbours,
    ease,
    'ease, 100 weights an item': pruned,
    als,
    bpr,
    content,
    hybrid,
  };
  console.log(
    '  Defaults and the hybrid’s weights were chosen on weeks 33 to 40 after learning to 32.',
  );
  console.log(`  ${''.padEnd(40)} any item             new items only`);
  console.log(`  ${''.padEnd(40)} nDCG@10 recall@10    nDCG@10 recall@10`);
  const random = createRandom(1);
  const shuffled = { ...popularity, popularity: popularity.popularity.map(() => random.next()) };
  for (const [name, model] of Object.entries({ random: shuffled, ...models })) {
    const any = evaluate(model, train, all, false);
    console.log(`  ${name.padEnd(40)} ${any}        ${evaluate(model, train, fresh, true)}`);
  }
  const example = recommend(hybrid, historyOf(train, fresh[0]?.user ?? 0), {
    count: 3,
    diversity: 0.3,
    similarity: content,
  });
  console.log(`  an example: ${JSON.stringify(example[0])}`);
};
