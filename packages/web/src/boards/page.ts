import { LayoutGrid } from 'lucide-react';
import { text } from '../address/page-search.js';
import { definePage } from '../pages/define-page.js';

export default definePage({
  path: '/dashboards',
  title: { en: 'Dashboards', de: 'Dashboards' },
  group: 'monitor',
  icon: LayoutGrid,
  order: 15,
  shortcut: 'g b',
  permissions: ['analytics:read'],
  search: { find: text() },
  load: () => import('./list/list-page.js'),
});
