import { drawIndices } from '../../sampling/draws.js';
import { createRandom, type Random } from '../../sampling/random.js';
import { allFinite, type Undefined, undefinedBecause } from '../../undefined.js';
import { binTable } from './bins.js';
import { appendTree, emptyTrees, truncateTrees } from './flatten.js';
import { binnedLeafValue, createGrower } from './grow.js';
import type { BoostingModel, BoostingOptions, TrainingTable } from './model.js';
import { type BoostingObjective, derivatives, initialScores, meanLoss } from './objectives.js';

const inputError = (table: TrainingTable, options: BoostingOptions): string | undefined => {
  const { x, y, rows, columns, weights } = table;
  const { objective = 'regression' } = options;
  if (!(rows >= 2) || !(columns >= 1)) return 'boosting needs at least two rows and one column';
  if (x.length !== rows * columns || y.length !== rows) {
    return 'the table’s length is not rows × columns, or the target’s is not rows';
  }
  for (let i = 0; i < x.length; i++) {
    if (Math.abs(x[i] ?? 0) === Number.POSITIVE_INFINITY) return 'an input is infinite';
  }
  if (!allFinite(y)) return 'a target is missing or not finite';
  if (weights !== undefined) {
    if (weights.length !== rows || !allFinite(weights)) return 'a weight is missing or not finite';
    for (let i = 0; i < rows; i++) if (!((weights[i] ?? 0) > 0)) return 'weights must be positive';
  }
  if (objective !== 'regression') {
    for (let i = 0; i < rows; i++) {
      const target = y[i] ?? 0;
      if (target < 0 || !Number.isInteger(target)) return 'classes are whole numbers from 0';
      if (objective === 'binary' && target > 1) return 'a binary target is 0 or 1';
      if (target >= 1000) return 'more than 1000 classes';
    }
  }
  return optionsError(options, columns);
};

const optionsError = (options: BoostingOptions, columns: number): string | undefined => {
  const { learningRate = 0.1, rowShare = 1, columnShare = 1, l2 = 1, maxBins = 254 } = options;
  const { rounds = 200, maxLeaves = 31, maxDepth = 6, minLeafRows = 20 } = options;
  const { minLeafHessian = 1e-3, minGain = 0, monotone = [], objective } = options;
  for (const share of [learningRate, rowShare, columnShare]) {
    if (!(share > 0 && share <= 1)) return 'rates and shares lie in (0, 1]';
  }
  if (!(l2 >= 0 && l2 < 1e300) || !(minGain >= 0) || !(minLeafHessian > 0)) {
    return 'penalties are not negative and the smallest leaf hessian is positive';
  }
  if (!(maxBins >= 2 && maxBins <= 254)) return 'a column has 2 to 254 bins';
  if (!(rounds >= 1 && rounds <= 1e6) || !(maxLeaves >= 2) || !(maxDepth >= 1)) {
    return 'boosting needs at least one round, two leaves and a depth of one';
  }
  if (!(minLeafRows >= 1)) return 'a leaf needs at least one row';
  if (objective === 'multiclass' && monotone.some((d) => d !== 0)) {
    return 'monotone constraints have no meaning for several classes';
  }
  const categorical = options.categorical ?? [];
  if (categorical.some((j) => !(j >= 0 && j < columns) || (monotone[j] ?? 0) !== 0)) {
    return 'a categorical column does not exist or has a monotone constraint';
  }
  return undefined;
};

/** Parts the row numbers into those to learn from and those held out. */
const holdOut = (
  rows: number,
  options: BoostingOptions,
  random: Random,
): { readonly train: Int32Array; readonly held: Int32Array } => {
  const { earlyStopping } = options;
  const out = new Uint8Array(rows);
  if (earlyStopping?.rows !== undefined) {
    for (const row of earlyStopping.rows) out[row] = 1;
  } else if (earlyStopping !== undefined) {
    const count = Math.round(rows * (earlyStopping.share ?? 0.1));
    for (const row of drawIndices(random, rows, count)) out[row] = 1;
  }
  const numbers = Int32Array.from({ length: rows }, (_, i) => i);
  return { train: numbers.filter((i) => out[i] === 0), held: numbers.filter((i) => out[i] === 1) };
};

const classesIn = (objective: BoostingObjective, y: Float64Array): number =>
  objective === 'multiclass' ? 1 + y.reduce((most, k) => Math.max(most, k), 1) : 1;

/**
 * Gradient boosting of regression trees on histograms (Friedman 2001; second-order gains and leaf
 * values of Chen & Guestrin 2016; best-first growth, histogram subtraction and ordered categories
 * of Ke et al. 2017).
 * @returns a model for `predictBoosting` and `explainBoosting`; undefined for inputs that are
 * infinite, of wrong length, or leave fewer than two rows to learn from
 */
export const fitBoosting = (
  table: TrainingTable,
  options: BoostingOptions = {},
  onRound?: (share: number) => void,
): BoostingModel | Undefined => {
  const error = inputError(table, options);
  if (error !== undefined) return undefinedBecause(error);
  const { objective = 'regression', rounds = 200, learningRate = 0.1 } = options;
  const { rowShare = 1, columnShare = 1, earlyStopping } = options;
  const { rows, columns } = table;
  const random = createRandom(options.seed ?? 1);
  const y = Float64Array.from(table.y);
  const weights = table.weights && Float64Array.from(table.weights);
  const { train, held } = holdOut(rows, options, random);
  if (train.length < 2 || (earlyStopping !== undefined && held.length === 0)) {
    return undefinedBecause('too few rows to learn from and hold out');
  }
  const width = classesIn(objective, y);
  const initial = initialScores(objective, y, weights, train, width);
  const binned = binTable(
    table.x,
    rows,
    columns,
    new Set(options.categorical),
    options.maxBins ?? 254,
  );
  const grower = createGrower(binned, {
    maxLeaves: options.maxLeaves ?? 31,
    maxDepth: options.maxDepth ?? 6,
    minLeafRows: options.minLeafRows ?? 20,
    minLeafHessian: options.minLeafHessian ?? 1e-3,
    minGain: options.minGain ?? 0,
    l2: options.l2 ?? 1,
    monotone: Int8Array.from({ length: columns }, (_, j) => Math.sign(options.monotone?.[j] ?? 0)),
  });

  const scores = new Float64Array(rows * width);
  for (let i = 0; i < scores.length; i++) scores[i] = initial[i % width] ?? 0;
  const gradients = Array.from({ length: width }, () => new Float64Array(rows));
  const hessians = Array.from({ length: width }, () => new Float64Array(rows));
  const trees = emptyTrees(binned);
  const gains = new Float64Array(columns);
  const losses: number[] = [];
  let bestRound = 0;
  let bestLoss = Number.POSITIVE_INFINITY;
  const sampleSize = Math.max(2, Math.round(train.length * rowShare));
  const columnCount = Math.max(1, Math.round(columns * columnShare));
  const allColumns = Int32Array.from({ length: columns }, (_, j) => j);
  const inSample = new Uint8Array(rows);
  const grown = Int32Array.from(train);

  for (let round = 0; round < rounds; round++) {
    let sample = grown;
    if (sampleSize < train.length) {
      sample = drawIndices(random, train.length, sampleSize)
        .map((i) => train[i] ?? 0)
        .sort();
      inSample.fill(0);
      for (const row of sample) inSample[row] = 1;
    }
    const whole = sampleSize >= train.length && held.length === 0;
    for (let k = 0; k < width; k++) {
      // All classes of a round see the scores of the round before.
      derivatives(
        objective,
        scores,
        y,
        weights,
        k,
        width,
        gradients[k] ?? new Float64Array(0),
        hessians[k] ?? new Float64Array(0),
      );
    }
    for (let k = 0; k < width; k++) {
      const asked =
        columnCount < columns ? drawIndices(random, columns, columnCount).sort() : allColumns;
      const gradient = gradients[k] ?? new Float64Array(0);
      const hessian = hessians[k] ?? new Float64Array(0);
      const tree = grower.grow(sample, asked, gradient, hessian, (value, start, end) => {
        for (let i = start; i < end; i++) {
          const at = (sample[i] ?? 0) * width + k;
          scores[at] = (scores[at] ?? 0) + learningRate * value;
        }
      });
      if (!whole) {
        const others = sampleSize < train.length ? allRowsBut(inSample) : held;
        for (const row of others) {
          const at = row * width + k;
          scores[at] = (scores[at] ?? 0) + learningRate * binnedLeafValue(tree, binned, row);
        }
      }
      appendTree(trees, tree, binned, learningRate, gains);
    }
    onRound?.((round + 1) / rounds);
    if (earlyStopping === undefined) {
      bestRound = round + 1;
      continue;
    }
    const loss = meanLoss(objective, scores, y, weights, width, held);
    losses.push(loss);
    if (loss < bestLoss) {
      bestLoss = loss;
      bestRound = round + 1;
    }
    if (round + 1 - bestRound >= (earlyStopping.patience ?? 20)) break;
  }

  truncateTrees(trees, bestRound * width);
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  const numbers = [...initial, ...losses, total];
  if (!allFinite(trees.value) || !allFinite(numbers)) {
    return undefinedBecause('the targets are too large for their squares to be finite');
  }
  return {
    kind: 'boosting',
    objective,
    columns,
    width,
    initial: initial.map((score) => score + 0),
    trees,
    rounds: bestRound,
    ...(earlyStopping && { validationLoss: losses }),
    importance: Array.from(gains, (gain) => (total > 0 ? gain / total : 0)),
  };
};

const allRowsBut = (inSample: Uint8Array): Int32Array => {
  const others = new Int32Array(inSample.length);
  let count = 0;
  for (let i = 0; i < inSample.length; i++) if (inSample[i] === 0) others[count++] = i;
  return others.subarray(0, count);
};
