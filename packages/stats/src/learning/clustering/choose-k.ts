import { isUndefined, type Undefined, undefinedBecause } from '../../undefined.js';
import { assignKMeans, fitKMeans, type KMeansModel, type KMeansOptions } from './k-means.js';
import { silhouette } from './silhouette.js';

/** The clustering that parts the rows best. */
export interface ChosenKMeans {
  readonly kind: 'chosen-k-means';
  readonly model: KMeansModel;
  /** Mean silhouette of the chosen clustering, −1…1; below about 0.25 there is little structure. */
  readonly silhouette: number;
  /** Silhouette of every number tried. */
  readonly tried: readonly { readonly k: number; readonly silhouette: number }[];
}

/**
 * k-means with the number of clusters that has the largest mean silhouette (Rousseeuw 1987).
 * @param ks numbers of clusters to try, each ≥ 2; default 2…10
 * @returns undefined when none can be fitted
 */
export const chooseKMeans = (
  x: ArrayLike<number>,
  rows: number,
  columns: number,
  ks: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10],
  options: KMeansOptions = {},
): ChosenKMeans | Undefined => {
  const tried: { k: number; silhouette: number }[] = [];
  let best: { model: KMeansModel; silhouette: number } | undefined;
  for (const k of ks) {
    if (k < 2) continue;
    const model = fitKMeans(x, rows, columns, k, options);
    if (isUndefined(model)) continue;
    const labels = assignKMeans(model, x);
    if (isUndefined(labels)) continue;
    const seed = options.seed ?? 1;
    const value = silhouette(x, rows, columns, labels, { seed });
    if (isUndefined(value)) continue;
    tried.push({ k, silhouette: value });
    if (best === undefined || value > best.silhouette) best = { model, silhouette: value };
  }
  return best === undefined
    ? undefinedBecause('too few distinct rows for two clusters, or a value is not finite')
    : { kind: 'chosen-k-means', ...best, tried };
};
