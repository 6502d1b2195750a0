/** Items ranked by how strongly all users took them. */
export interface PopularityModel {
  readonly kind: 'popularity';
  readonly itemCount: number;
  /** Share of users who took each item. */
  readonly popularity: Float64Array;
}

/** Each item's most similar items, by users in common. */
export interface NeighbourModel {
  readonly kind: 'item-neighbours';
  readonly itemCount: number;
  /** Neighbours of item i are at offsets[i]…offsets[i + 1] − 1, most similar first. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  /** Cosine with shrinkage, (0, 1], or a weight > 0 of a pruned EASE. */
  readonly similarities: Float32Array;
}

/** A linear map from a history to scores with zero diagonal. */
export interface EaseModel {
  readonly kind: 'ease';
  readonly itemCount: number;
  /** items × items, row-major: row i holds what having taken i adds to the score of each item. */
  readonly weights: Float32Array;
}

/** Factors of items; a user's factors follow from the history in closed form. */
export interface AlsModel {
  readonly kind: 'als';
  readonly itemCount: number;
  readonly factors: number;
  /** items × factors, row-major. */
  readonly itemFactors: Float64Array;
  /** Σ y·yᵀ over items, factors × factors. */
  readonly itemGram: Float64Array;
  readonly regularisation: number;
  readonly alpha: number;
}

/** Factors of users and items learnt from pairs of a taken and an untaken item. */
export interface BprModel {
  readonly kind: 'bpr';
  readonly itemCount: number;
  readonly factors: number;
  /** users × factors, row-major. */
  readonly userFactors: Float64Array;
  readonly itemFactors: Float64Array;
  readonly itemBias: Float64Array;
  readonly regularisation: number;
  readonly learningRate: number;
  readonly seed: number;
}

/** Items described by weighted features; a history is its items' mean description. */
export interface ContentModel {
  readonly kind: 'content';
  readonly itemCount: number;
  readonly featureCount: number;
  /** Features of item i are at offsets[i]…offsets[i + 1] − 1; each item's weights have length 1. */
  readonly offsets: Int32Array;
  readonly features: Int32Array;
  readonly weights: Float64Array;
}

/** Weighted sum of standardised scores of several models over the same items. */
export interface HybridModel {
  readonly kind: 'hybrid';
  readonly itemCount: number;
  readonly parts: readonly { readonly model: SingleModel; readonly weight: number }[];
}

/** A model that is not itself a mixture. */
export type SingleModel =
  | PopularityModel
  | NeighbourModel
  | EaseModel
  | AlsModel
  | BprModel
  | ContentModel;

/** Every kind of recommender. */
export type RecommenderModel = SingleModel | HybridModel;
