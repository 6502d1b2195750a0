import { Inbox } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { deadLettersSearch } from './dead-letters-search.js';

export default definePage({
  path: '/data/dead-letters',
  title: { en: 'Dead letters', de: 'Unzustellbares' },
  group: 'data',
  icon: Inbox,
  order: 30,
  shortcut: 'g d',
  permissions: ['dead_letters:read'],
  search: deadLettersSearch,
  load: () => import('./dead-letters-page.js'),
});
