export { type AsOf, asOfWall, parseAsOf } from './as-of.js';
export { type AtRiskRequest, compileAtRisk } from './at-risk.js';
export {
  type CustomerColumn,
  type CustomerColumnName,
  type CustomerColumnType,
  customerColumn,
  customerColumns,
} from './columns.js';
export {
  compileCustomerKeys,
  compileCustomerRows,
} from './compile-customers.js';
export {
  type CustomersQuery,
  customersLimits,
  customersQueryFields,
  parseCustomersQuery,
} from './customers-query.js';
export type { CustomersInput } from './expressions.js';
export { compileMovement, type MovementEnd, type SegmentKind } from './movement.js';
export type { CustomersContext } from './people.js';
export { type CustomersPlan, findCustomerColumn, planCustomers } from './plan-customers.js';
export { compileCustomerOrders, compileCustomerRecord } from './profile.js';
export {
  type CustomerDays,
  compileBuyers,
  compilePurchaseDays,
  type PurchaseDay,
  type PurchaseDaysRequest,
  readPurchaseDays,
} from './purchase-days.js';
export type { Cuts, RfmCuts } from './scoring.js';
export {
  type RfmSegment,
  type RfmSegmentId,
  rfmIndexOf,
  rfmSegments,
  type SpendRule,
  type SpendSegmentId,
  spendSegments,
  valueScoreOf,
} from './segments.js';
export { compileStanding, cutsOf, readStanding, type StandingGroup } from './standing.js';
export {
  compileOrderLines,
  compileTimeline,
  compileVisitSteps,
  type OneCustomer,
  type TimelineCursor,
  type TimelineKind,
  timelineKinds,
} from './timeline.js';
