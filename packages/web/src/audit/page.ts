import { ScrollText } from 'lucide-react';
import { definePage } from '../pages/define-page.js';

export default definePage({
  path: '/settings/audit',
  title: { en: 'Audit log', de: 'Änderungsprotokoll' },
  group: 'settings',
  icon: ScrollText,
  order: 60,
  permissions: ['audit:read'],
  load: () => import('./audit-page.js'),
});
