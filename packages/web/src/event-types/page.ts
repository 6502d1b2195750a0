import { Braces } from 'lucide-react';
import { definePage } from '../pages/define-page.js';

export default definePage({
  path: '/data/schemas',
  title: { en: 'Event types', de: 'Ereignistypen' },
  group: 'data',
  icon: Braces,
  order: 20,
  permissions: ['schemas:read'],
  load: () => import('./event-types-page.js'),
});
