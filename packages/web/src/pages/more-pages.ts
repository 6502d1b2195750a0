import type { Page } from './define-page.js';

/** Pages beside those that are found: none, but where a test builds the page with some of its own. */
export const morePages: readonly Page[] = [];
