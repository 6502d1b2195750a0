import { basketsOperations } from '../baskets/baskets.contract.js';
import { lifecycleOperations } from '../lifecycle/lifecycle.contract.js';
import { repeatsOperations } from '../repeats/repeats.contract.js';
import { retentionOperations } from '../retention/retention.contract.js';
import { stickinessOperations } from '../stickiness/stickiness.contract.js';

/** Questions about what people do over time. */
export const watchingOperations = [
  ...retentionOperations,
  ...lifecycleOperations,
  ...stickinessOperations,
  ...repeatsOperations,
  ...basketsOperations,
] as const;
