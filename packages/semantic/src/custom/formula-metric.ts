import { Problem } from '@olympus/core';
import type { Expression, Metric, Polarity, Unit } from '../model/declarations.js';
import type { Model } from '../model/model.js';
import { suggest } from '../model/near-names.js';
import { createMeasureTable, expandMetric, isAdditive } from '../plan/formula.js';
import { printExpression } from './expression.js';
import { parseFormula } from './parse-formula.js';

/** A metric made of others for one question, without being declared. */
export interface FormulaMetric {
  readonly name: string;
  readonly label?: string | undefined;
  /** See `parseFormula`. */
  readonly formula: string;
  /** Told by the parts where it is left out. */
  readonly unit?: Unit | undefined;
  readonly polarity?: Polarity | undefined;
}

/** The unit that arithmetic over units gives; a number where it has no better name. */
function unitOf(model: Model, expression: Expression): Unit {
  if ('constant' in expression) return 'number';
  if ('metric' in expression) return model.metrics.get(expression.metric)?.unit ?? 'number';
  const { operator, left, right } = expression;
  const a = unitOf(model, left);
  const b = unitOf(model, right);
  switch (operator) {
    case '+':
    case '-':
      if ('constant' in left && left.constant === 0) return b;
      return a === b ? a : 'number';
    case '*':
      if (a === 'currency' || b === 'currency') return a === b ? 'number' : 'currency';
      return 'number';
    case '/':
      return a === 'currency' && b !== 'currency' ? 'currency' : 'number';
  }
}

/** The expression in the words of its metrics. */
function named(model: Model, expression: Expression): Expression {
  if ('constant' in expression) return expression;
  if ('metric' in expression) {
    return { metric: model.metrics.get(expression.metric)?.label ?? expression.metric };
  }
  const { operator, left, right } = expression;
  return { operator, left: named(model, left), right: named(model, right) };
}

function namesIn(expression: Expression): readonly string[] {
  if ('metric' in expression) return [expression.metric];
  if ('constant' in expression) return [];
  return [...namesIn(expression.left), ...namesIn(expression.right)];
}

const namePattern = /^[a-z][a-z0-9_]{0,62}$/;

/**
 * The model with a metric more, for one question.
 * @param at  JSON pointer of the metric in the request
 * @throws Problem `invalid_formula`, `unknown_metric`, `invalid_metric_name`, `metric_name_taken`,
 *   `metric_too_large`
 */
export function withFormula(model: Model, given: FormulaMetric, at: string): Model {
  const { name } = given;
  const refuse = (code: string, message: string, remedy: string, place: string) =>
    new Problem({ code, kind: 'invalid', message, at: `${at}${place}`, remedy });
  if (!namePattern.test(name) || name === 'time' || /_(?:previous|change)$/.test(name)) {
    throw refuse(
      'invalid_metric_name',
      `"${name.slice(0, 80)}" cannot be the name of a metric`,
      'Use a-z, 0-9 and _, beginning with a letter; not "time", and no ending in _previous or _change.',
      '/name',
    );
  }
  if (model.metrics.has(name)) {
    const remedy = 'Choose another name.';
    throw refuse('metric_name_taken', `There is a metric "${name}"`, remedy, '/name');
  }
  const expression = parseFormula(given.formula, `${at}/formula`);
  const unknown = namesIn(expression).find((one) => !model.metrics.has(one));
  if (unknown !== undefined) {
    const remedy = suggest(unknown, model.metrics.keys(), 'metric');
    const message = `There is no metric "${unknown.slice(0, 80)}"`;
    throw refuse('unknown_metric', message, remedy, '/formula');
  }
  const printed = printExpression(expression);
  const metric: Metric = {
    name,
    label: given.label ?? printExpression(named(model, expression)),
    description: '',
    unit: given.unit ?? unitOf(model, expression),
    polarity: given.polarity ?? 'neutral',
    synonyms: { en: [], de: [] },
    definition: { kind: 'arithmetic', expression },
    formula: printed,
    custom: true,
  };
  const metrics = new Map(model.metrics).set(name, metric);
  const made = { ...model, metrics };
  const table = createMeasureTable();
  expandMetric(made, metric, table);
  if (table.measures.length === 0) {
    const remedy = 'Name at least one metric.';
    throw refuse('invalid_formula', 'The formula names no metric', remedy, '/formula');
  }
  return made;
}

/** Whether a metric's groups and buckets add up to its whole. */
export function addsUp(model: Model, metric: Metric): boolean {
  const table = createMeasureTable();
  return isAdditive(expandMetric(model, metric, table), table.measures);
}
