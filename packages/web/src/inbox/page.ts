import { Bell } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { inboxSearch } from './inbox-search.js';

export default definePage({
  path: '/inbox',
  title: { en: 'Inbox', de: 'Eingang' },
  group: 'monitor',
  icon: Bell,
  order: 50,
  shortcut: 'g m',
  permissions: ['inbox:read'],
  search: inboxSearch,
  load: () => import('./inbox-page.js'),
});
