import { Shapes } from 'lucide-react';
import { definePage } from '../../kit.js';
import { partsSearch } from './parts-search.js';

/** Every building block on one page: only in builds for tests. */
export default definePage({
  path: '/parts',
  title: { en: 'Parts', de: 'Teile' },
  group: 'settings',
  icon: Shapes,
  order: 90,
  permissions: [],
  scope: ['range', 'compare', 'grain', 'filters'],
  search: partsSearch,
  load: () => import('./parts-page.js'),
});
