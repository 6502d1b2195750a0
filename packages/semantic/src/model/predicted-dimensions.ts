import type { Dimension, LatestSource } from './declarations.js';
import { dimension } from './dimension.js';

const foretold = (column: string): LatestSource => ({
  kind: 'latest',
  entity: 'customer',
  ledger: 'predictions',
  column,
});

/** What models foretell of customers, as they were last scored. Absent where nobody was. */
export const predictedDimensions: readonly Dimension[] = [
  dimension(
    'customer.churn_risk',
    'Churn risk',
    'Risk that the customer does not come back, as last foretold: low, medium or high',
    foretold('risk_band'),
    { en: ['churn risk', 'risk of leaving'], de: ['Abwanderungsrisiko', 'Kündigungsrisiko'] },
  ),
  dimension(
    'customer.predicted_value',
    'Predicted value',
    'What the customer is expected to spend in the next 90 days, rounded down to 0, 1, 2, 5, 10, 20, 50, …',
    foretold('value_band'),
    { en: ['predicted value', 'expected value'], de: ['vorhergesagter Wert', 'erwarteter Wert'] },
    'integer',
  ),
];
