import { Activity } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { anomaliesSearch } from './anomalies-search.js';

export default definePage({
  path: '/anomalies',
  title: { en: 'Anomalies & drivers', de: 'Auffälliges & Treiber' },
  group: 'monitor',
  icon: Activity,
  order: 30,
  shortcut: 'g n',
  permissions: ['analytics:read', 'model:read'],
  scope: ['range', 'compare', 'grain', 'filters'],
  search: anomaliesSearch,
  load: () => import('./anomalies-page.js'),
});
