import { Inbox } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { inboxSearch } from './inbox-search.js';

export default definePage({
  path: '/inbox',
  title: { en: 'Inbox', de: 'Eingang' },
  group: 'monitor',
  icon: Inbox,
  order: 50,
  shortcut: 'g m',
  permissions: ['inbox:read'],
  search: inboxSearch,
  load: () => import('./inbox-page.js'),
});
