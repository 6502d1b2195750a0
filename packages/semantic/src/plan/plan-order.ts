import type { MetricQuery } from '../query/metric-query.js';
import { invalid } from './fault.js';
import type { OrderKey, PlannedMetric, PlannedOrder } from './plan.js';

/**
 * The order of the answer's rows: as asked, then by time or by the first metric, then by the
 * dimensions, so that rows have one order on every engine.
 * @throws Problem `unknown_order` for a column that the answer does not have
 */
export function planOrder(
  query: MetricQuery,
  metrics: readonly PlannedMetric[],
): readonly PlannedOrder[] {
  const names = query.dimensions ?? [];
  const keys = new Map<string, OrderKey>();
  if (query.grain !== undefined) keys.set('time', { kind: 'time' });
  names.forEach((name, index) => {
    keys.set(name, { kind: 'dimension', index });
  });
  metrics.forEach(({ metric }, index) => {
    keys.set(metric.name, { kind: 'metric', index, value: 'current' });
    if (query.compare === undefined) return;
    keys.set(`${metric.name}_previous`, { kind: 'metric', index, value: 'previous' });
    keys.set(`${metric.name}_change`, { kind: 'metric', index, value: 'change' });
  });
  const asked = (query.order ?? []).map((order, index): PlannedOrder => {
    const key = keys.get(order.by);
    if (key === undefined) {
      throw invalid(
        'unknown_order',
        `The answer has no column "${order.by}" to order by`,
        `/order/${index}/by`,
        `Its columns are ${[...keys.keys()].join(', ')}.`,
      );
    }
    return { key, direction: order.direction ?? (key.kind === 'metric' ? 'desc' : 'asc') };
  });
  const usual: PlannedOrder[] = [];
  if (query.grain !== undefined) usual.push({ key: { kind: 'time' }, direction: 'asc' });
  else if (asked.length === 0 && names.length > 0) {
    const key = { kind: 'metric', index: 0, value: 'current' } as const;
    usual.push({ key, direction: 'desc' });
  }
  // dimensions come last, so that equal values have one order everywhere
  const ties = names.map(
    (_, index): PlannedOrder => ({ key: { kind: 'dimension', index }, direction: 'asc' }),
  );
  return [...asked, ...usual, ...ties];
}
