import { oneOf, text } from '../address/page-search.js';

/** What the overview keeps in the address: the main chart's metric, and how it is shown. */
export const overviewSearch = {
  m: text({ everyTenant: true }),
  v: oneOf(['chart', 'table'], 'chart'),
};
