import { Problem } from '@olympus/core';
import { type FactLedgerName, factLedgers } from '../ledgers/ledgers.js';
import type {
  Condition,
  Expression,
  Measure,
  Metric,
  MetricDefinition,
} from '../model/declarations.js';
import { isTextOperator, takesOneValue } from '../model/declarations.js';
import { accessDimension, ledgerColumn, type Model } from '../model/model.js';
import { suggest } from '../model/near-names.js';
import { createMeasureTable, expandMetric } from '../plan/formula.js';
import { type CustomMetric, parseShape } from './custom-metric-schema.js';
import { parseExpression, printExpression } from './expression.js';

function refuse(code: string, message: string, at: string, remedy: string): Problem {
  return new Problem({ code, kind: 'invalid', message, at, remedy });
}

/** Columns that say nothing about the business or hold what was sealed. */
const hiddenColumns = new Set([
  'tenant_id',
  'commit_id',
  'id_hash',
  'document_hash',
  'sealed',
  'raw',
  'data',
]);

function checkColumn(ledger: FactLedgerName, column: string, at: string) {
  const found = hiddenColumns.has(column) ? undefined : ledgerColumn(ledger, column);
  if (found !== undefined && found.type !== 'json') return found;
  const known = (factLedgers.find((entry) => entry.name === ledger)?.columns ?? [])
    .filter((entry) => entry.type !== 'json' && !hiddenColumns.has(entry.name))
    .map((entry) => entry.name);
  throw refuse(
    'unknown_column',
    `The ledger "${ledger}" has no column "${column}" to compute with`,
    at,
    `It has ${known.join(', ')}.`,
  );
}

function checkValues(
  type: string,
  condition: Extract<CustomMetric, { kind: 'aggregate' }>['filters'],
  index: number,
): void {
  const entry = condition?.[index];
  if (entry === undefined) return;
  const { operator, values } = entry;
  const at = `/filters/${index}`;
  if (type === 'timestamp' || type === 'date') {
    throw refuse(
      'column_not_filterable',
      'A metric cannot be tied to a fixed time',
      at,
      'Leave the time to the query.',
    );
  }
  const many = !takesOneValue(operator);
  const bad = values.findIndex((value) => {
    if (value === null) return operator !== 'equals' && operator !== 'not_equals';
    if (type === 'string') return typeof value !== 'string';
    if (type === 'boolean') return typeof value !== 'boolean';
    return typeof value !== 'number' || (type === 'integer' && !Number.isSafeInteger(value));
  });
  const misused = isTextOperator(operator) && type !== 'string';
  if (bad < 0 && !misused && (many || values.length === 1)) return;
  throw refuse(
    'wrong_value_type',
    `"${operator}" cannot compare a ${type} with ${JSON.stringify(values[Math.max(bad, 0)])}`,
    `${at}/values`,
    'Give values of the column’s type; gt, gte, lt and lte take one.',
  );
}

function parseAggregate(
  model: Model,
  declared: Extract<CustomMetric, { kind: 'aggregate' }>,
): MetricDefinition {
  const ledger = factLedgers.find((entry) => entry.name === declared.ledger)
    ?.name as FactLedgerName;
  const { column, aggregate: kind } = declared;
  if (column === undefined && kind !== 'count') {
    throw refuse('missing_column', `"${kind}" needs a column`, '/column', 'Name the column.');
  }
  const type = column === undefined ? undefined : checkColumn(ledger, column, '/column').type;
  const numeric = type === 'decimal' || type === 'integer' || type === 'float';
  if (kind !== 'count' && kind !== 'count_distinct' && !numeric) {
    throw refuse(
      'column_not_numeric',
      `"${kind}" needs a column of numbers, and "${column}" holds ${type}s`,
      '/column',
      'Use count or count_distinct, or another column.',
    );
  }
  const conditions = (declared.filters ?? []).map((entry, index): Condition => {
    const { operator, values } = entry;
    if ('column' in entry) {
      const found = checkColumn(ledger, entry.column, `/filters/${index}/column`);
      checkValues(found.type, declared.filters, index);
      return { column: entry.column, operator, values };
    }
    const dimension = model.dimensions.get(entry.dimension);
    if (dimension === undefined || accessDimension(model, dimension, ledger) === undefined) {
      throw refuse(
        dimension === undefined ? 'unknown_dimension' : 'dimension_not_joinable',
        `The ledger "${ledger}" cannot be filtered by "${entry.dimension}"`,
        `/filters/${index}/dimension`,
        suggest(entry.dimension, model.dimensions.keys(), 'dimension'),
      );
    }
    checkValues(dimension.type, declared.filters, index);
    return { dimension: entry.dimension, operator, values };
  });
  const zero = kind === 'count' || kind === 'count_distinct' || kind === 'sum';
  const measure: Measure = {
    kind: 'rows',
    ledger,
    aggregate: kind,
    ...(column === undefined ? {} : { column }),
    conditions,
    empty: zero ? 'zero' : 'unknown',
  };
  return { kind: 'measure', measure };
}

function checkReferences(model: Model, expression: Expression, at: string): void {
  if ('constant' in expression) return;
  if ('operator' in expression) {
    checkReferences(model, expression.left, `${at}/left`);
    checkReferences(model, expression.right, `${at}/right`);
    return;
  }
  checkReference(model, expression.metric, `${at}/metric`);
}

function checkReference(model: Model, metric: string, at: string): void {
  if (model.metrics.has(metric)) return;
  throw refuse(
    'unknown_metric',
    `There is no metric "${metric.slice(0, 100)}"`,
    at,
    suggest(metric, model.metrics.keys(), 'metric'),
  );
}

function parseDefinition(model: Model, declared: CustomMetric): MetricDefinition {
  switch (declared.kind) {
    case 'aggregate':
      return parseAggregate(model, declared);
    case 'ratio':
      checkReference(model, declared.numerator, '/numerator');
      checkReference(model, declared.denominator, '/denominator');
      return {
        kind: 'ratio',
        numerator: declared.numerator,
        denominator: declared.denominator,
      };
    case 'arithmetic': {
      const expression = parseExpression(declared.expression, '/expression');
      checkReferences(model, expression, '/expression');
      return { kind: 'arithmetic', expression };
    }
  }
}

function printFormula(declared: CustomMetric, definition: MetricDefinition): string {
  if (definition.kind === 'arithmetic') return printExpression(definition.expression);
  if (definition.kind === 'ratio') return `${definition.numerator} ÷ ${definition.denominator}`;
  if (declared.kind !== 'aggregate') return '';
  const conditions = (declared.filters ?? []).map((entry) => {
    const subject = 'column' in entry ? entry.column : entry.dimension;
    return `${subject} ${entry.operator} ${entry.values.map(String).join(' or ')}`;
  });
  const of = declared.column === undefined ? 'rows' : declared.column;
  const suffix = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  return `${declared.aggregate} of ${of} over ${declared.ledger}${suffix}`;
}

const namePattern = /^[a-z][a-z0-9_]{0,62}$/;

/**
 * A tenant's declaration of a metric, checked against the model it will be part of.
 * @param model  the built-in model with the tenant's other metrics
 * @throws Problem (kind `invalid`) with the JSON pointer of what is wrong: a name that is taken or
 *   malformed, an unknown ledger, column, metric or dimension, values of another type, a cycle
 */
export function parseCustomMetric(metricName: string, value: unknown, model: Model): Metric {
  const taken = model.metrics.get(metricName);
  if (taken !== undefined && taken.custom !== true) {
    throw new Problem({
      code: 'metric_name_taken',
      kind: 'conflict',
      message: `"${metricName}" is a built-in metric`,
      remedy: 'Choose another name.',
    });
  }
  if (
    !namePattern.test(metricName) ||
    metricName === 'time' ||
    /_(?:previous|change)$/.test(metricName)
  ) {
    throw new Problem({
      code: 'invalid_metric_name',
      kind: 'invalid',
      message: `"${metricName.slice(0, 80)}" cannot be the name of a metric`,
      remedy:
        'Use a-z, 0-9 and _, beginning with a letter; not "time", and no ending in _previous or _change.',
    });
  }
  const declared = parseShape(value);
  const definition = parseDefinition(model, declared);
  const words = metricName.replaceAll('_', ' ');
  const metric: Metric = {
    name: metricName,
    label: declared.label ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    description: declared.description ?? '',
    unit: declared.unit ?? (declared.kind === 'ratio' ? 'ratio' : 'number'),
    polarity: declared.polarity ?? 'neutral',
    synonyms: { en: declared.synonyms?.en ?? [], de: declared.synonyms?.de ?? [] },
    definition,
    formula: printFormula(declared, definition),
    custom: true,
  };
  const metrics = new Map(model.metrics).set(metricName, metric);
  const table = createMeasureTable();
  expandMetric({ ...model, metrics }, metric, table);
  if (table.measures.length > 20) {
    throw refuse(
      'metric_too_large',
      'The metric is made of more than 20 measures',
      '',
      'Split it into metrics that are asked for separately.',
    );
  }
  return metric;
}

/** Names of the metrics that a metric is made of, directly. */
export function referencesOf(metric: Metric): readonly string[] {
  const walk = (expression: Expression): readonly string[] => {
    if ('metric' in expression) return [expression.metric];
    if ('constant' in expression) return [];
    return [...walk(expression.left), ...walk(expression.right)];
  };
  const { definition } = metric;
  switch (definition.kind) {
    case 'measure':
      return [];
    case 'ratio':
      return [definition.numerator, definition.denominator];
    case 'arithmetic':
      return walk(definition.expression);
  }
}
