import { definePage, text, texts } from '@olympus/web/kit';
import { BellRing } from 'lucide-react';

/** What the builder starts from: an alert that is changed, a template, or a metric of another page. */
export const builderSearch = {
  id: text(),
  template: text(),
  m: text({ everyTenant: true }),
  by: text({ everyTenant: true }),
  kpi: text(),
  /** Conditions, as pages write them: `channel:equals:web`. */
  only: texts(),
};

export default definePage({
  path: '/alerts/new',
  title: { en: 'Set up an alert', de: 'Warnung einrichten' },
  group: 'monitor',
  icon: BellRing,
  order: 41,
  permissions: ['analytics:read', 'alerts:write'],
  parent: '/alerts',
  search: builderSearch,
  load: () => import('./builder-page.js'),
});
