import type { Polarity } from './dashboard.js';

export interface ModelMetric {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly unit: string;
  readonly polarity: Polarity;
  readonly additive: boolean;
  readonly synonyms: readonly string[];
  /** Names of the dimensions this metric may be broken down by. */
  readonly dimensions: readonly string[];
}

export interface ModelDimension {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly type: string;
  readonly synonyms?: readonly string[];
}

/** What may be asked: the semantic model as one tenant sees it, custom metrics included. */
export interface ModelDescription {
  readonly entities: readonly { readonly name: string; readonly label: string }[];
  readonly dimensions: readonly ModelDimension[];
  readonly measures: readonly { readonly name: string; readonly label?: string }[];
  readonly metrics: readonly ModelMetric[];
  readonly grains: readonly string[];
  readonly timeframes: readonly string[];
  readonly operators: readonly string[];
}
