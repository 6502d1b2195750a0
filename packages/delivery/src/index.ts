export type { Delivery, Recipients } from './delivery.js';
export { type Notice, type Severity, severities } from './notice.js';
export { createUnsubscribeLinks } from './unsubscribe/links.js';
