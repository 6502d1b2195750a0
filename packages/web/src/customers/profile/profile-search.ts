import { texts } from '../../address/page-search.js';

/** What the profile keeps in the address: the kinds of things that the timeline tells. */
export const profileSearch = { kind: texts() };
