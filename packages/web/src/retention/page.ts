import { Repeat } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { retentionSearch } from './retention-search.js';

export default definePage({
  path: '/retention',
  title: { en: 'Retention', de: 'Wiederkehr' },
  group: 'analyse',
  icon: Repeat,
  order: 40,
  shortcut: 'g r',
  permissions: ['analytics:read'],
  scope: ['range', 'filters'],
  search: retentionSearch,
  load: () => import('./retention-page.js'),
});
