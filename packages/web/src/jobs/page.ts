import { ListTodo } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { jobsSearch } from './jobs-search.js';

export default definePage({
  path: '/data/jobs',
  title: { en: 'Jobs', de: 'Aufgaben' },
  group: 'data',
  icon: ListTodo,
  order: 50,
  permissions: ['jobs:read'],
  search: jobsSearch,
  load: () => import('./jobs-page.js'),
});
