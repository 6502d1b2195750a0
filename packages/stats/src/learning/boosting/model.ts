import type { BoostingObjective } from './objectives.js';
import type { Trees } from './trees.js';

/** A fitted ensemble: plain numbers only, so it survives JSON and structured clone. */
export interface BoostingModel {
  readonly kind: 'boosting';
  readonly objective: BoostingObjective;
  readonly columns: number;
  /** Scores a row has: the number of classes for `multiclass`, otherwise 1. */
  readonly width: number;
  /** Score of each class before the first tree. */
  readonly initial: readonly number[];
  /** Tree t adds to score t mod width. */
  readonly trees: Trees;
  /** Rounds kept (each grows `width` trees). */
  readonly rounds: number;
  /** Loss after each round on the rows held out; absent without early stopping. */
  readonly validationLoss?: readonly number[];
  /** Reduction of the loss that each column's splits brought, as shares of 1 (all 0 when none). */
  readonly importance: readonly number[];
}

/** Options of `fitBoosting`; every one has a default that suits a few thousand rows. */
export interface BoostingOptions {
  readonly objective?: BoostingObjective;
  /** Default 200. */
  readonly rounds?: number;
  /** Shrinkage of each tree, (0, 1]; default 0.1. */
  readonly learningRate?: number;
  /** Leaves of a tree, grown best first; default 31. 2^maxDepth or more grows by depth alone. */
  readonly maxLeaves?: number;
  /** Default 6. */
  readonly maxDepth?: number;
  /** Default 20. */
  readonly minLeafRows?: number;
  /** Smallest sum of second derivatives in a leaf; default 0.001. */
  readonly minLeafHessian?: number;
  /** Smallest reduction of the loss (times two) that justifies a split; default 0. */
  readonly minGain?: number;
  /** L2 penalty on leaf values; default 1. */
  readonly l2?: number;
  /** Share of rows each round is grown on, (0, 1]; default 1. */
  readonly rowShare?: number;
  /** Share of columns each tree may ask, (0, 1]; default 1. */
  readonly columnShare?: number;
  /** Bins of a column, 2…254; default 254. */
  readonly maxBins?: number;
  /** Columns that hold category codes (any whole or real numbers, compared for equality). */
  readonly categorical?: readonly number[];
  /** Per column −1 prediction never rises, 0 free, 1 never falls. Not for `multiclass`. */
  readonly monotone?: readonly number[];
  /** Holds rows out and stops when their loss has not improved for `patience` rounds. */
  readonly earlyStopping?: {
    /** Share of rows held out, at random; default 0.1. Ignored when `rows` is given. */
    readonly share?: number;
    /** Rows to hold out, for splits that must respect time or groups. */
    readonly rows?: readonly number[];
    /** Default 20. */
    readonly patience?: number;
  };
  /** Default 1. */
  readonly seed?: number;
}

/** Data to learn from. */
export interface TrainingTable {
  /** rows × columns, row-major; NaN where missing. */
  readonly x: ArrayLike<number>;
  /** Numbers for regression, 0 or 1 for binary, classes 0…K−1 for multiclass. */
  readonly y: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  /** Weight of each row, > 0; default 1. */
  readonly weights?: ArrayLike<number>;
}
