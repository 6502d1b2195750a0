import { definePage } from '@olympus/web/kit';
import { FileUp } from 'lucide-react';
import { importSearch } from './import-search.js';

export default definePage({
  path: '/data/import',
  title: { en: 'Import', de: 'Import' },
  group: 'data',
  icon: FileUp,
  order: 5,
  shortcut: 'g i',
  permissions: ['imports:write'],
  search: importSearch,
  load: () => import('./import-page.js'),
});
