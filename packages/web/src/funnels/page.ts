import { Filter } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { funnelSearch } from './funnel-search.js';

export default definePage({
  path: '/funnels',
  title: { en: 'Funnels', de: 'Trichter' },
  group: 'analyse',
  icon: Filter,
  order: 20,
  shortcut: 'g f',
  permissions: ['analytics:read'],
  scope: ['range', 'compare', 'filters'],
  search: funnelSearch,
  load: () => import('./funnels-page.js'),
});
