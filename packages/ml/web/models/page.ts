import { definePage } from '@olympus/web/kit';
import { BrainCircuit } from 'lucide-react';

export default definePage({
  path: '/models',
  title: { en: 'Models', de: 'Modelle' },
  group: 'decide',
  icon: BrainCircuit,
  order: 30,
  permissions: ['ml:read'],
  load: () => import('./models-page.js'),
});
