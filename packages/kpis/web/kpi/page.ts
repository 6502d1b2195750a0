import { definePage } from '@olympus/web/kit';
import { Target } from 'lucide-react';

export default definePage({
  path: '/kpis/$id',
  title: { en: 'KPI', de: 'KPI' },
  group: 'monitor',
  icon: Target,
  order: 20,
  permissions: ['analytics:read'],
  parent: '/kpis',
  load: () => import('./kpi-page.js'),
});
