import type { MetricQuery } from '../query/metric-query.js';
import { invalid } from './fault.js';
import type { PlannedMetric, PlannedThreshold } from './plan.js';

/**
 * Thresholds on the metrics of groups.
 * @throws Problem `unknown_threshold` for a metric that is not asked for; `threshold_needs_groups`
 *   where the rows are no groups over the whole span
 */
export function planHaving(
  query: Pick<MetricQuery, 'having' | 'grain' | 'dimensions'>,
  metrics: readonly PlannedMetric[],
): readonly PlannedThreshold[] {
  const { having = [], grain, dimensions = [] } = query;
  if (having.length > 0 && (grain !== undefined || dimensions.length === 0)) {
    throw invalid(
      'threshold_needs_groups',
      'Thresholds are for groups over the whole span of time',
      '/having',
      'Name dimensions and leave "grain" out, or leave "having" out.',
    );
  }
  return having.map(({ metric: name, operator, value }, index) => {
    const metric = metrics.findIndex((planned) => planned.metric.name === name);
    if (metric >= 0) return { metric, operator, value };
    throw invalid(
      'unknown_threshold',
      `The query does not ask for "${name}"`,
      `/having/${index}/metric`,
      `Name one of ${metrics.map((planned) => planned.metric.name).join(', ')}.`,
    );
  });
}
