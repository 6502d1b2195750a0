import type { Dimension, Measure } from '../model/declarations.js';
import { accessDimension, type DimensionAccess, type Model } from '../model/model.js';

/** How a measure's rows reach a dimension; undefined when they do not. */
export function accessFromMeasure(
  model: Model,
  measure: Measure,
  dimension: Dimension,
): DimensionAccess | undefined {
  const columns = measure.kind === 'level' ? measure.per : undefined;
  return accessDimension(model, dimension, measure.ledger, columns);
}

/** The dimensions that every one of the measures can be split and filtered by. */
export function sharedDimensions(model: Model, measures: readonly Measure[]): readonly Dimension[] {
  return [...model.dimensions.values()].filter((dimension) =>
    measures.every((measure) => accessFromMeasure(model, measure, dimension) !== undefined),
  );
}
