import { definePage, oneOf, text } from '@olympus/web/kit';
import { BellRing } from 'lucide-react';

/** What the page keeps in the address. */
export const alertsSearch = { state: oneOf(['all', 'open', 'quiet', 'broken'], 'all'), q: text() };

export default definePage({
  path: '/alerts',
  title: { en: 'Alerts', de: 'Warnungen' },
  group: 'monitor',
  icon: BellRing,
  order: 40,
  shortcut: 'g l',
  permissions: ['analytics:read'],
  search: alertsSearch,
  load: () => import('./alerts-page.js'),
});
