export {
  type CensoredDemand,
  estimateCensoredDemand,
  type SalesHistory,
} from './censored-demand.js';
export { type Demand, type DemandFunctions, demandFunctions } from './demand.js';
export { type NewsvendorEconomics, type NewsvendorOrder, newsvendor } from './newsvendor.js';
export {
  economicOrderQuantity,
  type ReorderPoint,
  type ReplenishmentInput,
  reorderPoint,
} from './reorder.js';
