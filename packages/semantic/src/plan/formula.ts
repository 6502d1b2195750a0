import { Problem } from '@olympus/core';
import type { Expression, Measure, Metric } from '../model/declarations.js';
import { type Model, metricOf } from '../model/model.js';
import type { Formula } from './plan.js';

/** Collects the different measures that formulas refer to. */
interface MeasureTable {
  readonly measures: Measure[];
  readonly positions: Map<string, number>;
  /** Parts of the formulas so far. */
  parts: number;
}

export const createMeasureTable = (): MeasureTable => ({
  measures: [],
  positions: new Map(),
  parts: 0,
});

/** Parts of the formulas of one table: metrics made of each other twice would double them each time. */
const maxParts = 2_000;

/** What tells measures apart, written out once for each: the model's are asked for again and again. */
const keys = new WeakMap<Measure, string>();

function keyOf(measure: Measure): string {
  const known = keys.get(measure);
  if (known !== undefined) return known;
  const key = JSON.stringify(measure);
  keys.set(measure, key);
  return key;
}

function position(table: MeasureTable, measure: Measure): number {
  const key = keyOf(measure);
  const known = table.positions.get(key);
  if (known !== undefined) return known;
  const index = table.measures.push(measure) - 1;
  table.positions.set(key, index);
  return index;
}

/**
 * A metric written out down to measures.
 * @throws Problem `metric_cycle` when it refers to itself, through others or not; `metric_too_large`
 */
export function expandMetric(
  model: Model,
  metric: Metric,
  table: MeasureTable,
  path: readonly string[] = [],
): Formula {
  if (path.includes(metric.name)) {
    throw new Problem({
      code: 'metric_cycle',
      kind: 'invalid',
      message: `The metric refers to itself: ${[...path, metric.name].join(' → ')}`,
      remedy: 'Take one of the references out.',
    });
  }
  table.parts += 1;
  if (table.parts > maxParts) {
    throw new Problem({
      code: 'metric_too_large',
      kind: 'invalid',
      message: `The metric has more than ${maxParts} parts when the metrics in it are written out`,
      remedy: 'Make it of fewer metrics.',
    });
  }
  const inner = [...path, metric.name];
  const expandName = (name: string) => expandMetric(model, metricOf(model, name), table, inner);
  const expandExpression = (expression: Expression): Formula => {
    if ('metric' in expression) return expandName(expression.metric);
    if ('constant' in expression) return { kind: 'constant', value: expression.constant };
    return {
      kind: 'binary',
      operator: expression.operator,
      left: expandExpression(expression.left),
      right: expandExpression(expression.right),
    };
  };
  const { definition } = metric;
  switch (definition.kind) {
    case 'measure':
      return {
        kind: 'measure',
        measure: position(table, definition.measure),
        negate: definition.negate === true,
      };
    case 'ratio':
      return {
        kind: 'binary',
        operator: '/',
        left: expandName(definition.numerator),
        right: expandName(definition.denominator),
      };
    case 'arithmetic':
      return expandExpression(definition.expression);
  }
}

/** Indexes of the measures that a formula needs. */
export function measuresOf(formula: Formula): readonly number[] {
  switch (formula.kind) {
    case 'measure':
      return [formula.measure];
    case 'constant':
      return [];
    case 'binary':
      return [...new Set([...measuresOf(formula.left), ...measuresOf(formula.right)])];
  }
}

/** The formula's value where no row contributes: 0 for sums and counts, null for what is unknown. */
export function emptyValue(formula: Formula, measures: readonly Measure[]): number | null {
  switch (formula.kind) {
    case 'measure': {
      const measure = measures[formula.measure];
      if (measure === undefined || measure.kind === 'level') return null;
      return measure.kind === 'first' || measure.empty === 'zero' ? 0 : null;
    }
    case 'constant':
      return formula.value;
    case 'binary': {
      const left = emptyValue(formula.left, measures);
      const right = emptyValue(formula.right, measures);
      if (left === null || right === null) return null;
      switch (formula.operator) {
        case '+':
          return left + right;
        case '-':
          return left - right;
        case '*':
          return left * right;
        case '/':
          return right === 0 ? null : left / right;
      }
    }
  }
}

/** Whether parts of the metric, over groups and over time, add up to the whole. */
export function isAdditive(formula: Formula, measures: readonly Measure[]): boolean {
  switch (formula.kind) {
    case 'measure': {
      const measure = measures[formula.measure];
      return (
        measure?.kind === 'rows' && (measure.aggregate === 'sum' || measure.aggregate === 'count')
      );
    }
    case 'constant':
      return false;
    case 'binary': {
      const left = isAdditive(formula.left, measures);
      const right = isAdditive(formula.right, measures);
      if (formula.operator === '+' || formula.operator === '-') return left && right;
      if (formula.operator === '/') return left && formula.right.kind === 'constant';
      return (
        (left && formula.right.kind === 'constant') || (right && formula.left.kind === 'constant')
      );
    }
  }
}
