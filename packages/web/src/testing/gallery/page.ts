import { Shapes } from 'lucide-react';
import { definePage, oneOf } from '../../kit.js';

export const gallerySearch = { tab: oneOf(['fields', 'states'], 'fields') };

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
