import { text } from '@olympus/web/kit';

/** What the page keeps in the address: the file that is looked at, or the import and the dates that it covers. */
export const importSearch = { upload: text(), import: text(), covers: text() };
