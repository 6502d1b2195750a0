import { Problem } from '@olympus/core';
import type { Dimension } from '../model/declarations.js';
import { ledgerColumn, type Model, metricOf } from '../model/model.js';
import { createMeasureTable, expandMetric } from '../plan/formula.js';

/** What a metric can be computed for one by one. */
export type ThingToMeasure = 'order' | 'customer';

const columns: Readonly<Record<ThingToMeasure, string>> = {
  order: 'order_id',
  customer: 'customer_key',
};

/**
 * The model with a dimension that tells orders or customers apart, by which a metric has a value for
 * each of them.
 * @returns the dimension's name with the model
 * @throws Problem `unknown_metric`; `no_distribution` where the metric's facts do not name the things
 */
export function withThings(
  model: Model,
  name: string,
  thing: ThingToMeasure,
): { readonly model: Model; readonly dimension: string } {
  const metric = metricOf(model, name);
  const table = createMeasureTable();
  expandMetric(model, metric, table);
  const column = columns[thing];
  const ledgers = [...new Set(table.measures.map(({ ledger }) => ledger))];
  const reached =
    table.measures.every((measure) => measure.kind === 'rows') &&
    ledgers.every((ledger) => ledgerColumn(ledger, column) !== undefined);
  if (!reached) {
    throw new Problem({
      code: 'no_distribution',
      kind: 'invalid',
      message: `"${metric.label}" is not known of each ${thing}`,
      at: '/metric',
      remedy: 'Take a sum or a count of facts that name them, such as revenue or units.',
    });
  }
  const dimension: Dimension = {
    name: `each.${thing}`,
    label: thing,
    description: '',
    type: 'string',
    synonyms: { en: [], de: [] },
    source: {
      kind: 'columns',
      columns: Object.fromEntries(ledgers.map((ledger) => [ledger, column])),
    },
  };
  const dimensions = new Map(model.dimensions).set(dimension.name, dimension);
  return { model: { ...model, dimensions }, dimension: dimension.name };
}
