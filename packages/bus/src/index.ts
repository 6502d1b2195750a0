/**
 * Messages between rooms: topics are declared as data (`defineTopic`), `createBus` carries them
 * within a process and `connectRedisBus` between several. They are hints that something changed or
 * happened, no record of it.
 */
export type { Bus, Listener, MessageTenant } from './bus.js';
export { createLocalBus as createBus } from './local-bus.js';
export { connectRedisBus, type RedisBusOptions } from './redis-bus.js';
export { defineTopic, type Topic } from './topic.js';
export {
  accessChanged,
  alertFired,
  inboxChanged,
  jobFinished,
  ledgersChanged,
  modelChanged,
  tenantChanged,
} from './topics.js';
