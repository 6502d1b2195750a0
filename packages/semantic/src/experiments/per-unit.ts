import type { FactLedgerName } from '../ledgers/ledgers.js';
import type { Condition, Expression, Measure } from '../model/declarations.js';
import { type Model, metricOf } from '../model/model.js';
import { suggest } from '../model/near-names.js';
import { invalid } from '../plan/fault.js';

/**
 * How a metric is told of one unit of an experiment: `mean`, its sum a unit; `share`, whether the
 * unit has any of it; `ratio`, one sum of all units divided by another.
 */
export const unitMetricKinds = ['mean', 'share', 'ratio'] as const;
export type UnitMetricKind = (typeof unitMetricKinds)[number];

/** A sum of one column of a ledger's rows, times a factor. */
export interface UnitTerm {
  readonly ledger: FactLedgerName;
  /** Absent: rows are counted. */
  readonly column: string | undefined;
  readonly conditions: readonly Condition[];
  readonly factor: number;
}

/** What adds up over a unit's rows. */
export type UnitSum = readonly UnitTerm[];

export interface UnitMetric {
  readonly kind: UnitMetricKind;
  readonly numerator: UnitSum;
  /** Of ratios only. */
  readonly denominator: UnitSum | undefined;
}

/** Ledgers whose rows say who it was. */
const ofPeople: ReadonlySet<FactLedgerName> = new Set([
  'sales',
  'payments',
  'sessions',
  'feedback',
  'messages',
]);

/**
 * A metric of the model as sums over single units.
 * @param kind  `ratio` goes with metrics that are one thing divided by another; the others with what adds up
 * @param at  JSON pointer of the metric
 * @throws Problem `unknown_metric`, `metric_not_per_unit`
 */
export function planUnitMetric(
  model: Model,
  name: string,
  kind: UnitMetricKind,
  at: string,
): UnitMetric {
  const metric = model.metrics.get(name);
  if (metric === undefined) {
    throw invalid(
      'unknown_metric',
      `There is no metric "${name.slice(0, 80)}"`,
      at,
      suggest(name, model.metrics.keys(), 'metric'),
    );
  }
  const { definition } = metric;
  const refuse = () => notPerUnit(name, kind, at);
  if (kind === 'ratio') {
    if (definition.kind !== 'ratio') throw refuse();
    return {
      kind,
      numerator: sumOf(model, { metric: definition.numerator }, 1, refuse),
      denominator: sumOf(model, { metric: definition.denominator }, 1, refuse),
    };
  }
  return { kind, numerator: sumOf(model, { metric: name }, 1, refuse), denominator: undefined };
}

/** The kinds that a metric can be told by, most usual first; none where it is not of single units. */
export function unitMetricKindsOf(model: Model, name: string): readonly UnitMetricKind[] {
  const fits = (kind: UnitMetricKind) => {
    try {
      planUnitMetric(model, name, kind, '');
      return true;
    } catch {
      return false;
    }
  };
  return unitMetricKinds.filter(fits);
}

function sumOf(
  model: Model,
  expression: Expression,
  factor: number,
  refuse: () => Error,
): UnitTerm[] {
  if ('constant' in expression) throw refuse();
  if ('metric' in expression) {
    const { definition } = metricOf(model, expression.metric);
    if (definition.kind === 'ratio') throw refuse();
    if (definition.kind === 'arithmetic') {
      return sumOf(model, definition.expression, factor, refuse);
    }
    return [termOf(definition.measure, definition.negate === true ? -factor : factor, refuse)];
  }
  const { operator, left, right } = expression;
  switch (operator) {
    case '+':
    case '-':
      return [
        ...sumOf(model, left, factor, refuse),
        ...sumOf(model, right, operator === '-' ? -factor : factor, refuse),
      ];
    case '*':
      if ('constant' in right) return sumOf(model, left, factor * right.constant, refuse);
      if ('constant' in left) return sumOf(model, right, factor * left.constant, refuse);
      throw refuse();
    case '/':
      if (!('constant' in right) || right.constant === 0) throw refuse();
      return sumOf(model, left, factor / right.constant, refuse);
  }
}

function termOf(measure: Measure, factor: number, refuse: () => Error): UnitTerm {
  if (measure.kind !== 'rows' || !ofPeople.has(measure.ledger)) throw refuse();
  const { ledger, conditions, aggregate, counter } = measure;
  switch (aggregate) {
    case 'sum':
      return { ledger, column: measure.column, conditions, factor };
    case 'count':
      if (measure.column !== undefined) {
        const present: Condition = {
          column: measure.column,
          operator: 'not_equals',
          values: [null],
        };
        return { ledger, column: undefined, conditions: [...conditions, present], factor };
      }
      return { ledger, column: undefined, conditions, factor };
    case 'count_distinct':
      if (counter === undefined) throw refuse();
      return { ledger, column: counter.column, conditions, factor };
    default:
      throw refuse();
  }
}

function notPerUnit(name: string, kind: UnitMetricKind, at: string): Error {
  return invalid(
    'metric_not_per_unit',
    kind === 'ratio'
      ? `"${name.slice(0, 80)}" is not one sum of people’s deeds divided by another`
      : `"${name.slice(0, 80)}" does not add up over single people`,
    at,
    'Take orders, revenue, units, gross_margin, refunds or another metric that adds up over orders, payments or ratings; or a quotient of two such, as average_order_value.',
  );
}
