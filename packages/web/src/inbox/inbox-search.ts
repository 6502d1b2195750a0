import { oneOf } from '../address/page-search.js';

export const SHOWN = ['all', 'unread'] as const;
export const SEVERITIES = ['info', 'warning', 'critical'] as const;

/** What the page keeps in the address. */
export const inboxSearch = {
  show: oneOf(SHOWN, 'all'),
  severity: oneOf(SEVERITIES, 'info'),
};
