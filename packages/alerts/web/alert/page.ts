import { definePage } from '@olympus/web/kit';
import { BellRing } from 'lucide-react';

export default definePage({
  path: '/alerts/$id',
  title: { en: 'Alert', de: 'Warnung' },
  group: 'monitor',
  icon: BellRing,
  order: 40,
  permissions: ['analytics:read'],
  parent: '/alerts',
  load: () => import('./alert-page.js'),
});
