import { oneOf } from '../../kit.js';

/** What the page of parts keeps in the address: its tab. */
export const partsSearch = { tab: oneOf(['fields', 'states'], 'fields') };
