import { dayMs, printWall, toWall, truncateWall } from '@olympus/core';
import type { Condition } from '../definition/definition.js';
import type { Zone } from '../reading/windows.js';
import type { Firing } from '../store/firing-store.js';

const escapeValue = (value: string) => value.replaceAll('%', '%25').replaceAll(',', '%2C');

/**
 * The page that shows what a firing was about: unusual values where it is one, else the metric as it
 * is explored, over the days around the window and under the alert's filters.
 */
export function viewPath(
  condition: Pick<Condition, 'metric' | 'filters' | 'group_by' | 'rule' | 'window'>,
  { timeZone, weekStart }: Zone,
  { windowFromMs, windowToMs }: Pick<Firing, 'windowFromMs' | 'windowToMs'>,
): string {
  const { metric, filters, rule, window, group_by: groupBy } = condition;
  if (rule.kind === 'pace') return `/kpis/${rule.kpi}`;
  const long = window === 'week' || window === 'month' ? 12 : 1;
  const last = truncateWall(toWall(timeZone, windowToMs - 1), 'day', weekStart);
  const first = truncateWall(toWall(timeZone, windowFromMs), 'day', weekStart);
  const days = window === 'day' || long > 1 ? 28 * (long > 1 ? 6 : 1) : 2;
  const from = Math.min(first, last - days * dayMs);
  const query = new URLSearchParams({ r: `${printWall(from)}..${printWall(last + dayMs)}` });
  for (const { dimension, operator, values } of filters) {
    const list = values.map((value) => (value === null ? '%0' : escapeValue(String(value))));
    query.append('f', `${dimension}:${operator}:${list.join(',')}`);
  }
  const grain = window.endsWith('m') ? 'hour' : window;
  query.set('g', grain);
  if (rule.kind === 'band') {
    query.set('m', metric);
    query.set('s', rule.sensitivity);
    if (groupBy !== null) query.set('by', groupBy);
    return `/anomalies?${query}`;
  }
  query.set('x', metric);
  const dimension = rule.kind === 'new_value' ? rule.dimension : groupBy;
  if (dimension !== null) query.set('b', dimension);
  return `/explore?${query}`;
}
