import { allFinite } from '../../undefined.js';

/** What is wrong with a table of points, if anything. */
export const pointsError = (
  x: ArrayLike<number>,
  rows: number,
  columns: number,
): string | undefined => {
  if (!(rows >= 1) || !(columns >= 1) || x.length !== rows * columns) {
    return 'the table’s length is not rows × columns, or it is empty';
  }
  if (!allFinite(x)) return 'a value is missing or not finite';
  for (let i = 0; i < x.length; i++) {
    if (Math.abs(x[i] ?? 0) > 1e140) return 'a value is too large to square';
  }
  return undefined;
};

/** Squared Euclidean distance of row i of `a` and row j of `b`. */
export const squaredDistance = (
  a: ArrayLike<number>,
  i: number,
  b: ArrayLike<number>,
  j: number,
  columns: number,
): number => {
  let sum = 0;
  for (let c = 0; c < columns; c++) {
    const gap = (a[i * columns + c] ?? 0) - (b[j * columns + c] ?? 0);
    sum += gap * gap;
  }
  return sum;
};
