import { oneOf } from '../address/page-search.js';

export const VIEWS = ['jobs', 'schedules'] as const;
export const STATES = [
  'waiting',
  'running',
  'cancelling',
  'succeeded',
  'cancelled',
  'dead',
] as const;

/** What the page keeps in the address. */
export const jobsSearch = {
  view: oneOf(VIEWS, 'jobs'),
  state: oneOf([...STATES, 'any'], 'any'),
};
