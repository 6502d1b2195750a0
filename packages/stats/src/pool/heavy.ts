/** Reports how much is done, as a share of 1; may be called any number of times. */
export type Progress = (share: number) => void;

/** A function that may run in a worker: its arguments and result must survive structured clone. */
export interface Heavy<A extends readonly unknown[], R> {
  readonly run: (progress: Progress, ...args: A) => R;
}

/** Registers a function as it is; its progress is 0 until it is done. */
export const plain = <A extends readonly unknown[], R>(f: (...args: A) => R): Heavy<A, R> => ({
  run: (_progress, ...args) => f(...args),
});

/** Registers a function that reports progress itself, through its first argument. */
export const withProgress = <A extends readonly unknown[], R>(
  run: (progress: Progress, ...args: A) => R,
): Heavy<A, R> => ({ run });
