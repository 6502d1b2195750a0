import type { Polarity, Unit } from './dashboard.js';
import type { Grain, Timeframe } from './time.js';

/** Other words for the same thing, by language. */
export interface Synonyms {
  readonly en: readonly string[];
  readonly de: readonly string[];
}

export interface ModelEntity {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly key: string;
}

export interface ModelDimension {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly synonyms: Synonyms;
  readonly operators: readonly string[];
}

export interface ModelMeasure {
  readonly name: string;
  readonly ledger: string;
  readonly aggregate: string;
  readonly column: string | null;
}

export interface ModelMetric {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** How it is made, in words of other metrics. */
  readonly formula: string;
  readonly unit: Unit;
  readonly polarity: Polarity;
  /** Whether groups and buckets add up to the whole. */
  readonly additive: boolean;
  readonly synonyms: Synonyms;
  /** Names of the dimensions this metric may be split and filtered by. */
  readonly dimensions: readonly string[];
  /** Declared by the tenant. */
  readonly custom: boolean;
  /** Mainly a part that other metrics are made of. */
  readonly part: boolean;
}

/** What may be asked: the semantic model as one tenant sees it, custom metrics included. */
export interface ModelDescription {
  readonly entities: readonly ModelEntity[];
  readonly dimensions: readonly ModelDimension[];
  readonly measures: readonly ModelMeasure[];
  readonly metrics: readonly ModelMetric[];
  readonly grains: readonly Grain[];
  readonly timeframes: readonly Timeframe[];
  readonly operators: readonly string[];
}
