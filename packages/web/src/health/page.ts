import { HeartPulse } from 'lucide-react';
import { definePage } from '../pages/define-page.js';

export default definePage({
  path: '/settings/health',
  title: { en: 'System health', de: 'Systemzustand' },
  group: 'settings',
  icon: HeartPulse,
  order: 70,
  permissions: ['tenants:admin'],
  load: () => import('./health-page.js'),
});
