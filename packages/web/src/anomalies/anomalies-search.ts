import { oneOf, text } from '../address/page-search.js';

export const VIEWS = ['anomalies', 'drivers'] as const;
export const SENSITIVITIES = ['low', 'medium', 'high'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What the page keeps in the address beside the scope. */
export const anomaliesSearch = {
  view: oneOf(VIEWS, 'anomalies'),
  /** The metric. */
  m: text({ everyTenant: true }),
  /** The dimension that is looked at by its groups too. */
  by: text({ everyTenant: true }),
  s: oneOf(SENSITIVITIES, 'medium'),
  /** The series of the breakdown that is charted. */
  series: text(),
  /** The dimension whose drivers are shown: a name, a pair joined by `+`, or `tree`. */
  dim: text({ everyTenant: true }),
  v: oneOf(['chart', 'table'], 'chart'),
};
