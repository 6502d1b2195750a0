import { type FormulaMetric, type Metric, type Model, withFormula } from '@olympus/semantic';
import { refuse } from './fault.js';

/**
 * The model with the metric that a request is about.
 * @throws Problem `unknown_metric`, those of `withFormula`
 */
export function askedModel(
  given: Model,
  asked: string | FormulaMetric,
): { readonly model: Model; readonly metric: Metric } {
  const model = typeof asked === 'object' ? withFormula(given, asked, '/metric') : given;
  const name = typeof asked === 'object' ? asked.name : asked;
  const metric = model.metrics.get(name);
  if (metric !== undefined) return { model, metric };
  const message = `There is no metric "${name.slice(0, 80)}"`;
  throw refuse('unknown_metric', message, '/metric', 'The names are in the model.');
}
