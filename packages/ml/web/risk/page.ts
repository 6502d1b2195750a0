import { definePage, flag, oneOf, whole } from '@olympus/web/kit';
import { UserRoundX } from 'lucide-react';

/** What the page keeps in the address. */
export const riskSearch = {
  band: oneOf(['high', 'medium', 'low', 'all'], 'high'),
  rising: flag(),
  page: whole(1, 1),
};

export default definePage({
  path: '/customers-at-risk',
  title: { en: 'Customers at risk', de: 'Gefährdete Kunden' },
  group: 'decide',
  icon: UserRoundX,
  order: 20,
  permissions: ['ml:read'],
  search: riskSearch,
  load: () => import('./risk-page.js'),
});
