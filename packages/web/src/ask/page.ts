import { MessageCircleQuestionMark } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { askSearch } from './ask-search.js';

export default definePage({
  path: '/ask',
  title: 'page.ask',
  group: 'top',
  icon: MessageCircleQuestionMark,
  order: 10,
  shortcut: 'g a',
  permissions: ['analytics:read'],
  search: askSearch,
  load: () => import('./ask-page.js'),
});
