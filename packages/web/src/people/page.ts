import { Users } from 'lucide-react';
import { definePage } from '../pages/define-page.js';

export default definePage({
  path: '/settings/people',
  title: { en: 'People', de: 'Personen' },
  group: 'settings',
  icon: Users,
  order: 20,
  permissions: ['users:admin'],
  load: () => import('./people-page.js'),
});
