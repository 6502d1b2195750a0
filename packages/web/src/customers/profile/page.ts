import { User } from 'lucide-react';
import { definePage } from '../../pages/define-page.js';
import { profileSearch } from './profile-search.js';

export default definePage({
  path: '/customers/$key',
  title: { en: 'Customer', de: 'Kunde' },
  group: 'analyse',
  icon: User,
  order: 41,
  permissions: ['analytics:read'],
  search: profileSearch,
  parent: '/customers',
  load: () => import('./profile-page.js'),
});
