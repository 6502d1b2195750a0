import { LayoutGrid } from 'lucide-react';
import { definePage } from '../../pages/define-page.js';
import { boardSearch } from './board-search.js';

export default definePage({
  path: '/dashboards/$id',
  title: { en: 'Dashboard', de: 'Dashboard' },
  group: 'monitor',
  icon: LayoutGrid,
  order: 16,
  permissions: ['analytics:read'],
  parent: '/dashboards',
  scope: ['range', 'compare', 'grain', 'filters'],
  search: boardSearch,
  load: () => import('./board-page.js'),
});
