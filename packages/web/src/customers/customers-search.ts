import { oneOf, text, texts, whole } from '../address/page-search.js';

export const TABS = ['people', 'segments'] as const;
/** Within which orders and amounts of the list are counted. */
export const SPANS = [
  'all_time',
  'last_30_days',
  'last_90_days',
  'last_12_months',
  'this_year',
] as const;

/** What the page keeps in the address beside its filters. */
export const customersSearch = {
  tab: oneOf(TABS, 'people'),
  // the list
  q: text(),
  in: oneOf(SPANS, 'all_time'),
  where: texts(),
  sort: text({ everyTenant: true }),
  page: whole(1, 1),
  // the segments
  by: oneOf(['rfm', 'spend'], 'rfm'),
  as_of: text(),
  since: text(),
};
