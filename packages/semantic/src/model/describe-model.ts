import { type Grain, grains, type Timeframe, timeframes } from '@olympus/core';
import { sharedDimensions } from '../plan/access.js';
import { createMeasureTable, expandMetric, isAdditive } from '../plan/formula.js';
import {
  type DimensionType,
  isTextOperator,
  type Measure,
  type NamedValue,
  type Operator,
  operators,
  type Polarity,
  type Synonyms,
  type Unit,
} from './declarations.js';
import type { Model } from './model.js';

/** Everything a query can name, for people and programs. */
export interface ModelDescription {
  readonly entities: readonly {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly key: string;
  }[];
  readonly dimensions: readonly {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly type: DimensionType;
    readonly synonyms: Synonyms;
    readonly operators: readonly Operator[];
    /** All values it can have, with their names, where they are known beforehand. */
    readonly values?: readonly NamedValue[];
  }[];
  readonly measures: readonly {
    readonly name: string;
    readonly ledger: string;
    readonly aggregate: string;
    readonly column: string | null;
  }[];
  readonly metrics: readonly {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly formula: string;
    readonly unit: Unit;
    readonly polarity: Polarity;
    /** Whether groups and buckets add up to the whole. */
    readonly additive: boolean;
    readonly synonyms: Synonyms;
    /** Dimensions it can be split and filtered by. */
    readonly dimensions: readonly string[];
    readonly custom: boolean;
    /** Mainly a part that other metrics are made of. */
    readonly part: boolean;
  }[];
  readonly grains: readonly Grain[];
  readonly timeframes: readonly Timeframe[];
  readonly operators: readonly Operator[];
}

function describeMeasure(name: string, measure: Measure): ModelDescription['measures'][number] {
  switch (measure.kind) {
    case 'rows':
      return {
        name,
        ledger: measure.ledger,
        aggregate: measure.aggregate,
        column: measure.column ?? null,
      };
    case 'first':
      return { name, ledger: measure.ledger, aggregate: 'count_first', column: measure.key };
    case 'level':
      return { name, ledger: measure.ledger, aggregate: 'last_level', column: measure.column };
  }
}

/** Describes a model. Measures bear the name of the metric that they are. */
export function describeModel(model: Model): ModelDescription {
  const metrics = [...model.metrics.values()].map((metric) => {
    const table = createMeasureTable();
    const formula = expandMetric(model, metric, table);
    return {
      name: metric.name,
      label: metric.label,
      description: metric.description,
      formula: metric.formula,
      unit: metric.unit,
      polarity: metric.polarity,
      additive: isAdditive(formula, table.measures),
      synonyms: metric.synonyms,
      dimensions: sharedDimensions(model, table.measures).map((dimension) => dimension.name),
      custom: metric.custom === true,
      part: metric.part === true,
    };
  });
  return {
    entities: [...model.entities.values()].map(({ name, label, description, key }) => ({
      name,
      label,
      description,
      key,
    })),
    dimensions: [...model.dimensions.values()].map(
      ({ name, label, description, type, synonyms, values }) => ({
        name,
        label,
        description,
        type,
        synonyms,
        operators: operators.filter((operator) => type === 'string' || !isTextOperator(operator)),
        ...(values === undefined ? {} : { values }),
      }),
    ),
    measures: [...model.metrics.values()].flatMap((metric) =>
      metric.definition.kind === 'measure'
        ? [describeMeasure(metric.name, metric.definition.measure)]
        : [],
    ),
    metrics,
    grains,
    timeframes,
    operators,
  };
}
