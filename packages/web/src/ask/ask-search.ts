import { text } from '../address/page-search.js';

/** What the page Ask keeps in the address: the question that its conversation began with. */
export const askSearch = { q: text() };
