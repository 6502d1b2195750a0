import { ChartNoAxesCombined } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { exploreSearch } from './explore-search.js';

export default definePage({
  path: '/explore',
  title: { en: 'Explore', de: 'Erkunden' },
  group: 'analyse',
  icon: ChartNoAxesCombined,
  order: 10,
  shortcut: 'g e',
  permissions: ['analytics:read', 'model:read'],
  scope: ['range', 'compare', 'grain', 'filters'],
  search: exploreSearch,
  load: () => import('./explore-page.js'),
});
