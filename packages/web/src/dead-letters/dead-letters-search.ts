import { oneOf, text } from '../address/page-search.js';

export const STATUSES = ['open', 'replayed', 'discarded'] as const;

/** What the page keeps in the address: which letters are listed. */
export const deadLettersSearch = { status: oneOf(STATUSES, 'open'), code: text() };
