import { Problem } from '@olympus/core';
import { lengthOf } from '../rules/hours.js';
import type { Condition } from './definition.js';

/** What of the model a condition is held against. */
export interface CheckedModel {
  readonly metrics: readonly {
    readonly name: string;
    readonly unit: string;
    readonly dimensions: readonly string[];
  }[];
}

const invalid = (message: string, at: string, remedy: string) =>
  new Problem({ code: 'invalid_alert', kind: 'invalid', message, at, remedy });

export const unknownMetric = (name: string) =>
  new Problem({
    code: 'unknown_metric',
    kind: 'invalid',
    message: `There is no metric "${name.slice(0, 80)}"`,
    at: '/metric',
    remedy: 'Choose one of the metrics that analytics.model lists.',
  });

/** Windows that move with the clock. */
export const isRolling = (window: Condition['window']): boolean => window.endsWith('m');

/**
 * Refuses what cannot be watched or could never be true.
 * @throws Problem `unknown_metric`, `unknown_dimension`, `invalid_alert`
 */
export function checkCondition(condition: Condition, model: CheckedModel): void {
  const metric = model.metrics.find(({ name }) => name === condition.metric);
  if (metric === undefined) throw unknownMetric(condition.metric);
  const { rule, group_by: groupBy } = condition;
  if (groupBy !== null) checkDimension(metric, groupBy, '/group_by');
  if (rule.kind === 'new_value') checkDimension(metric, rule.dimension, '/rule/dimension');
  checkFit(condition);
  checkLevels(condition, metric.unit);
}

function checkDimension(metric: CheckedModel['metrics'][number], name: string, at: string): void {
  if (metric.dimensions.includes(name)) return;
  throw new Problem({
    code: 'unknown_dimension',
    kind: 'invalid',
    message: `"${metric.name}" cannot be split by "${name.slice(0, 80)}"`,
    at,
    remedy: `Use one of ${metric.dimensions.slice(0, 20).join(', ')}.`,
  });
}

/** What does not go together. */
function checkFit({ rule, window, group_by: groupBy, hours }: Condition): void {
  const needsCalendar = rule.kind === 'band' || rule.kind === 'new_value';
  if (needsCalendar && isRolling(window)) {
    const remedy = 'Choose hour, day, week or month.';
    throw invalid('This rule looks at whole hours or longer', '/window', remedy);
  }
  if (groupBy !== null && (rule.kind === 'new_value' || rule.kind === 'pace')) {
    throw invalid('This rule has no groups', '/group_by', 'Leave group_by out.');
  }
  if (rule.kind !== 'no_data') return;
  if (hours !== null && lengthOf(hours) < rule.minutes) {
    const message = `The hours are shorter than ${rule.minutes} minutes, so this can never be true`;
    throw invalid(message, '/rule/minutes', 'Take fewer minutes or longer hours.');
  }
}

function checkLevels({ rule }: Condition, unit: string): void {
  const counts = unit === 'count';
  if (rule.kind === 'threshold') {
    if (counts && rule.direction === 'below' && rule.level <= 0) {
      const remedy = 'Take a level above 0, or the rule no_data.';
      throw invalid('A count is never below 0', '/rule/level', remedy);
    }
    const { resolve, level, direction } = rule;
    if (resolve === undefined || resolve === null) return;
    if (direction === 'above' ? resolve > level : resolve < level) {
      const side = direction === 'above' ? 'above' : 'below';
      const remedy = `Take the same level or one on the other side of ${level}.`;
      throw invalid(`It cannot resolve ${side} where it fires`, '/rule/resolve', remedy);
    }
  }
  if (rule.kind === 'change') {
    if (counts && rule.as === 'percent' && rule.direction === 'down' && rule.size > 100) {
      const message = 'A count never falls by more than 100 %';
      throw invalid(message, '/rule/size', 'Take a size up to 100.');
    }
    if (rule.resolve !== undefined && rule.resolve !== null && rule.resolve > rule.size) {
      const message = 'It cannot resolve at a larger change than it fires at';
      throw invalid(message, '/rule/resolve', `Take a size up to ${rule.size}.`);
    }
  }
}
