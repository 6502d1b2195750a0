export type { Delivery, Recipients } from './delivery.js';
export type { Notice, Severity } from './notice.js';
