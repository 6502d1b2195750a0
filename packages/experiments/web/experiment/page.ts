import { definePage } from '@olympus/web/kit';
import { FlaskConical } from 'lucide-react';

export default definePage({
  path: '/experiments/$key',
  title: { en: 'Experiment', de: 'Experiment' },
  group: 'decide',
  icon: FlaskConical,
  order: 10,
  permissions: ['analytics:read'],
  parent: '/experiments',
  load: () => import('./experiment-page.js'),
});
