import { Store } from 'lucide-react';
import { definePage } from '../pages/define-page.js';

export default definePage({
  path: '/settings/shop',
  title: { en: 'Shop', de: 'Shop' },
  group: 'settings',
  icon: Store,
  order: 10,
  permissions: ['tenants:admin'],
  load: () => import('./shop-page.js'),
});
