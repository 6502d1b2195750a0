import { Users } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { customersSearch } from './customers-search.js';

export default definePage({
  path: '/customers',
  title: { en: 'Customers', de: 'Kunden' },
  group: 'analyse',
  icon: Users,
  order: 40,
  shortcut: 'g c',
  permissions: ['analytics:read'],
  search: customersSearch,
  load: () => import('./customers-page.js'),
});
