import { shuffle } from '../../sampling/draws.js';
import { createRandom } from '../../sampling/random.js';
import { type Undefined, undefinedBecause } from '../../undefined.js';

/** Rows to learn from and rows to judge on. */
export interface Fold {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** Options of `randomFolds`. */
export interface RandomFoldOptions {
  /** Default 5. */
  readonly folds?: number;
  /** Classes whose shares every fold keeps, length rows. */
  readonly stratifyBy?: ArrayLike<number | string>;
  /** Rows of one group (customer, shop …) never part, length rows. */
  readonly groups?: ArrayLike<number | string>;
  readonly seed?: number;
}

const partition = (foldOf: Int32Array, folds: number): readonly Fold[] =>
  Array.from({ length: folds }, (_, k) => {
    const rows = Int32Array.from(foldOf, (_fold, i) => i);
    return {
      train: rows.filter((i) => foldOf[i] !== k),
      test: rows.filter((i) => foldOf[i] === k),
    };
  });

const rowsBy = (labels: ArrayLike<number | string>): number[][] => {
  const groups = new Map<number | string, number[]>();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? '';
    const rows = groups.get(label);
    if (rows === undefined) groups.set(label, [i]);
    else rows.push(i);
  }
  return [...groups.values()];
};

/**
 * Folds for cross-validation of rows without an order in time: at random, keeping classes' shares,
 * or whole groups (larger groups first, each to the smallest fold).
 * @returns undefined when there are fewer rows or groups than folds
 */
export const randomFolds = (
  rows: number,
  options: RandomFoldOptions = {},
): readonly Fold[] | Undefined => {
  const { folds = 5, stratifyBy, groups, seed = 1 } = options;
  if (!(Number.isInteger(folds) && folds >= 2) || !(Number.isInteger(rows) && rows >= folds)) {
    return undefinedBecause('cross-validation needs two folds and a row for each');
  }
  if ((stratifyBy && stratifyBy.length !== rows) || (groups && groups.length !== rows)) {
    return undefinedBecause('every row has a class and a group');
  }
  if (stratifyBy && groups) return undefinedBecause('either classes or groups can be kept');
  const random = createRandom(seed);
  const foldOf = new Int32Array(rows);
  if (groups !== undefined) {
    const members = shuffle(random, rowsBy(groups)).sort((a, b) => b.length - a.length);
    if (members.length < folds) return undefinedBecause('fewer groups than folds');
    const sizes = new Array<number>(folds).fill(0);
    for (const group of members) {
      const smallest = sizes.indexOf(Math.min(...sizes));
      sizes[smallest] = (sizes[smallest] ?? 0) + group.length;
      for (const row of group) foldOf[row] = smallest;
    }
    return partition(foldOf, folds);
  }
  const strata = stratifyBy ? rowsBy(stratifyBy) : [Array.from({ length: rows }, (_, i) => i)];
  let next = 0;
  for (const stratum of strata) {
    for (const row of shuffle(random, stratum)) foldOf[row] = next++ % folds;
  }
  return partition(foldOf, folds);
};

/** Options of `timeFolds`. */
export interface TimeFoldOptions {
  /** Default 5. */
  readonly folds?: number;
  /** Length of each test period, in the unit of the times. */
  readonly horizon: number;
  /** Time between the last row learnt from and the first judged (labels that ripen); default 0. */
  readonly gap?: number;
  /** Length of the period learnt from; default all the past. */
  readonly window?: number;
}

/**
 * Folds that never learn from the future: the last `folds` periods of length `horizon` are judged
 * one after the other, each by what came before it.
 * @param times of each row, any finite numbers, in any order
 * @returns oldest first; periods without rows on either side are left out; undefined when all are
 */
export const timeFolds = (
  times: ArrayLike<number>,
  { folds = 5, horizon, gap = 0, window }: TimeFoldOptions,
): readonly Fold[] | Undefined => {
  if (!(horizon > 0) || !(gap >= 0) || !(folds >= 1 && folds <= 1e6) || !((window ?? 1) > 0)) {
    return undefinedBecause('horizon and window are positive, the gap is not negative');
  }
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < times.length; i++) last = Math.max(last, times[i] ?? Number.NaN);
  if (!Number.isFinite(last))
    return undefinedBecause('times are finite, and there is at least one');
  const rows = Int32Array.from(times, (_, i) => i);
  const made: Fold[] = [];
  for (let k = Math.floor(folds) - 1; k >= 0; k--) {
    // Periods are half-open on the left, so that the last row is judged.
    const end = last - k * horizon;
    const start = end - horizon;
    const known = start - gap;
    const from = window === undefined ? Number.NEGATIVE_INFINITY : known - window;
    const at = (i: number): number => times[i] ?? 0;
    const train = rows.filter((i) => at(i) <= known && at(i) > from);
    const test = rows.filter((i) => at(i) > start && at(i) <= end);
    if (train.length > 0 && test.length > 0) made.push({ train, test });
  }
  return made.length > 0 ? made : undefinedBecause('no period has rows on both sides');
};

/** The given rows of a table, row-major. */
export const takeRows = (
  x: ArrayLike<number>,
  columns: number,
  rows: ArrayLike<number>,
): Float64Array => {
  const out = new Float64Array(rows.length * columns);
  for (let k = 0; k < rows.length; k++) {
    for (let j = 0; j < columns; j++) out[k * columns + j] = x[(rows[k] ?? 0) * columns + j] ?? 0;
  }
  return out;
};
