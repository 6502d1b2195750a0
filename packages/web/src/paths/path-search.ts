import { oneOf, text } from '../address/page-search.js';

export const DIRECTIONS = ['next', 'previous'] as const;
export const NAMES = ['page', 'act'] as const;
export const DEPTHS = ['1', '2', '3', '4', '5', '6'] as const;
export const TOPS = ['3', '5', '8', '12', '20'] as const;

/** What the page keeps in the address. */
export const pathSearch = {
  /** The act to begin with, as a step of a funnel is written; none: where visits begin or end. */
  a: text(),
  dir: oneOf(DIRECTIONS, 'next'),
  by: oneOf(NAMES, 'page'),
  depth: oneOf(DEPTHS, '3'),
  top: oneOf(TOPS, '5'),
};
