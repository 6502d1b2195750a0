import { definePage, oneOf, text } from '@olympus/web/kit';
import { FlaskConical } from 'lucide-react';

/** What the page keeps in the address. */
export const experimentsSearch = {
  state: oneOf(['open', 'archived', 'all'], 'open'),
  q: text(),
};

export default definePage({
  path: '/experiments',
  title: { en: 'Experiments', de: 'Experimente' },
  group: 'decide',
  icon: FlaskConical,
  order: 10,
  shortcut: 'g x',
  permissions: ['analytics:read'],
  search: experimentsSearch,
  load: () => import('./experiments-page.js'),
});
