export {
  type AnswerColumn,
  type AnswerRow,
  type AnswerTable,
  type AnswerValue,
  changeOf,
} from './answer/answer.js';
export { describeRange, shapeAnswer } from './answer/shape-answer.js';
export { compilePlan } from './compile/compile-plan.js';
export { parseCustomMetric, referencesOf } from './custom/custom-metric.js';
export type { CustomMetric } from './custom/custom-metric-schema.js';
export * from './customers/index.js';
export { type Act, actNames, actSchema, actSource } from './journeys/act.js';
export {
  type BasketItem,
  type BasketOrder,
  type BasketsPlan,
  type BasketUnit,
  planBaskets,
} from './journeys/baskets/baskets-plan.js';
export {
  basketParts,
  compileBasketPairs,
  compileBasketSizes,
} from './journeys/baskets/compile-baskets.js';
export { cohortDimension } from './journeys/cohorts/cohort-dimension.js';
export { cohortReferences, findCohortCycle } from './journeys/cohorts/cohort-references.js';
export {
  type CohortDefinition,
  cohortDefinitionSchema,
  cohortLimits,
  parseCohortDefinition,
} from './journeys/cohorts/cohort-schema.js';
export { compileCohort, compileEverybody } from './journeys/cohorts/compile-cohort.js';
export { planCohort, unknownCohort } from './journeys/cohorts/plan-cohort.js';
export type { Cohort, PlannedCohort } from './journeys/cohorts/planned-cohort.js';
export {
  type ActRows,
  type ActSpan,
  compileActs,
  type PeopleContext,
} from './journeys/compile-acts.js';
export {
  compileLifecycle,
  type LifecyclePlan,
  planLifecycle,
} from './journeys/lifecycle/lifecycle.js';
export { type PersonGrain, personGrains } from './journeys/person-steps.js';
export { type PlannedAct, planAct } from './journeys/plan-act.js';
export {
  compileOrderIntervals,
  compileSecondOrders,
  planRepeats,
  type RepeatsPlan,
} from './journeys/repeats/repeats.js';
export {
  compileRetainedRevenue,
  compileRetention,
  shownGroups,
} from './journeys/retention/compile-retention.js';
export { planRetention, type RetentionPlan } from './journeys/retention/retention-plan.js';
export {
  compileStickiness,
  planStickiness,
  type StickinessPlan,
} from './journeys/stickiness/stickiness.js';
export { type ModelLanguage, modelLanguageOf } from './languages/language.js';
export { translateModel } from './languages/translate-model.js';
export type { Column, ColumnType } from './ledgers/column.js';
export {
  type EntityLedger,
  type EntityLedgerName,
  type FactLedgerName,
  keyColumnOf,
  type Ledger,
  type LedgerName,
  ledgers,
} from './ledgers/ledgers.js';
export {
  type ColumnName,
  fromRow,
  type LedgerRow,
  type LedgerRows,
  type LedgerValues,
  type NewRow,
  type NewValues,
  positionOf,
  type RecordRemoval,
  removalOf,
  toRow,
} from './ledgers/row.js';
export type {
  Condition,
  Dimension,
  DimensionSource,
  DimensionType,
  Expression,
  FilterValue,
  Measure,
  Metric,
  MetricDefinition,
  Operator,
  Polarity,
  Synonyms,
  Unit,
} from './model/declarations.js';
export { operators } from './model/declarations.js';
export { describeModel, type ModelDescription } from './model/describe-model.js';
export { createModel, type Model } from './model/model.js';
export { invalid } from './plan/fault.js';
export type { DataBounds, QueryPlan } from './plan/plan.js';
export { type PlanContext, planQuery } from './plan/plan-query.js';
export { planRange } from './plan/plan-time.js';
export { compileAmountsHeld } from './profile/amounts.js';
export { compileFreshness, type DataProfile, readFreshness } from './profile/freshness.js';
export { compileOpenDeadLetters, compileQuality } from './profile/quality.js';
export {
  filterSchema,
  type MetricQuery,
  metricQuerySchema,
  parseMetricQuery,
  type QueryFilters,
  queryLimits,
} from './query/metric-query.js';
export { compileRollupRefresh, type RefreshWindow } from './rollups/refresh.js';
export {
  type Rollup,
  type RollupState,
  rollupTable,
  type StandingRollup,
} from './rollups/rollup.js';
export { rollups } from './rollups/rollups.js';
