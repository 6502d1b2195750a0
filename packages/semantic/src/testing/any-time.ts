import type { LocalSpan } from '../compile/local-time.js';

/** A clock without changes of its offset, over all that tests look at. */
export const anyTime: LocalSpan = {
  timeZone: 'UTC',
  fromMs: Date.UTC(1990, 0, 1),
  toMs: Date.UTC(2100, 0, 1),
};
