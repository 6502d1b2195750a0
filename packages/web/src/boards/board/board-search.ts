import { flag } from '../../address/page-search.js';

/** Whether the dashboard is being changed. */
export const boardSearch = { edit: flag() };
