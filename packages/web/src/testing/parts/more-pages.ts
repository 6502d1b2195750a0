import type { Page } from '../../kit.js';
import parts from './page.js';

/** Stands in for `pages/more-pages.ts` in builds for tests. */
export const morePages: readonly Page[] = [parts];
