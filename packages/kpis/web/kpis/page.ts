import { definePage, oneOf } from '@olympus/web/kit';
import { Target } from 'lucide-react';

/** What the page keeps in the address. */
export const kpisSearch = { v: oneOf(['cards', 'table'], 'cards') };

export default definePage({
  path: '/kpis',
  title: { en: 'KPIs & goals', de: 'KPIs & Ziele' },
  group: 'monitor',
  icon: Target,
  order: 20,
  shortcut: 'g k',
  permissions: ['analytics:read'],
  search: kpisSearch,
  load: () => import('./kpis-page.js'),
});
