import { UsersRound } from 'lucide-react';
import { definePage } from '../pages/define-page.js';
import { cohortsSearch } from './cohorts-search.js';

export default definePage({
  path: '/cohorts',
  title: { en: 'Cohorts', de: 'Kohorten' },
  group: 'analyse',
  icon: UsersRound,
  order: 45,
  permissions: ['analytics:read'],
  search: cohortsSearch,
  load: () => import('./cohorts-page.js'),
});
