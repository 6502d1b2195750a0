import { oneOf } from '../../kit.js';

/** What the gallery keeps in the address: its tab. */
export const gallerySearch = { tab: oneOf(['fields', 'states'], 'fields') };
