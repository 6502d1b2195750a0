import { LayoutDashboard } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { overviewSearch } from './overview-search.js';

export default definePage({
  path: '/',
  title: 'page.overview',
  group: 'monitor',
  icon: LayoutDashboard,
  order: 10,
  shortcut: 'g o',
  permissions: ['analytics:read'],
  scope: ['range', 'compare'],
  search: overviewSearch,
  load: () => import('./overview-page.js'),
});
