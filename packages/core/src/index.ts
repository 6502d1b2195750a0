export type { Brand } from './brand.js';
export { type Clock, createManualClock, systemClock } from './clock.js';
export {
  type Amount,
  amountScale,
  multiplyToAmount,
  negate,
  parseAmount,
  printAmount,
  zeroAmount,
} from './decimal.js';
export { type CustomerKey, parseTenantId, type TenantId, tenantId } from './ids.js';
export { type Logger, silentLogger } from './logger.js';
export { Problem, type ProblemDetails, type ProblemKind } from './problem.js';
export { createRandom, type Random } from './random.js';
