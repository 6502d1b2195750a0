import { Route } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { pathSearch } from './path-search.js';

export default definePage({
  path: '/paths',
  title: { en: 'Paths', de: 'Wege' },
  group: 'analyse',
  icon: Route,
  order: 25,
  shortcut: 'g w',
  permissions: ['analytics:read'],
  scope: ['range'],
  search: pathSearch,
  load: () => import('./paths-page.js'),
});
