import { Send } from 'lucide-react';
import { definePage } from '../pages/define-page.js';

export default definePage({
  path: '/settings/channels',
  title: { en: 'Channels', de: 'Kanäle' },
  group: 'settings',
  icon: Send,
  order: 40,
  permissions: ['delivery:read'],
  load: () => import('./channels-page.js'),
});
