import { Shapes } from 'lucide-react';
import { definePage } from '../../kit.js';
import { gallerySearch } from './gallery-search.js';

/** Every building block on one page: only in builds made with VITE_GALLERY. */
export default definePage({
  path: '/gallery',
  title: { en: 'Gallery', de: 'Galerie' },
  group: 'settings',
  icon: Shapes,
  order: 90,
  permissions: [],
  scope: ['range', 'compare', 'grain', 'filters'],
  search: gallerySearch,
  load: () => import('./gallery-page.js'),
});
