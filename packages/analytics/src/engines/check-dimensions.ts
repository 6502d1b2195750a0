import { Problem } from '@olympus/core';
import type { EngineRun } from './engine.js';

/**
 * Refuses dimensions that the run's metric cannot be split by, where they stand in the request.
 * @throws Problem `unknown_dimension`, `dimension_not_joinable`
 */
export function checkDimensions(
  { metric, model }: EngineRun,
  dimensions: readonly string[],
  at: (index: number) => string,
): void {
  dimensions.forEach((name, index) => {
    if (metric.dimensions.includes(name)) return;
    const known = model.dimensions.has(name);
    throw new Problem({
      code: known ? 'dimension_not_joinable' : 'unknown_dimension',
      kind: 'invalid',
      message: known
        ? `"${metric.name}" cannot be split by "${name}"`
        : `There is no dimension "${name.slice(0, 80)}"`,
      at: at(index),
      remedy:
        metric.dimensions.length === 0
          ? `"${metric.name}" can be split by time only.`
          : `"${metric.name}" goes with ${metric.dimensions.join(', ')}.`,
    });
  });
}
