import { KeyRound } from 'lucide-react';
import { definePage } from '../pages/define-page.js';

export default definePage({
  path: '/settings/keys',
  title: { en: 'API keys', de: 'API-Schlüssel' },
  group: 'settings',
  icon: KeyRound,
  order: 30,
  permissions: ['keys:admin'],
  load: () => import('./keys-page.js'),
});
