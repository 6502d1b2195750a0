export {
  type AnswerColumn,
  type AnswerRow,
  type AnswerTable,
  type AnswerValue,
  changeOf,
} from './answer/answer.js';
export { describeRange, shapeAnswer } from './answer/shape-answer.js';
export { compilePlan, compileWhole } from './compile/compile-plan.js';
export { localSpan } from './compile/local-time.js';
export { type Bins, compileBins, compileSpread } from './compile/spread.js';
export { parseCustomMetric, referencesOf } from './custom/custom-metric.js';
export type { CustomMetric } from './custom/custom-metric-schema.js';
export { addsUp, type FormulaMetric, withFormula } from './custom/formula-metric.js';
export * from './customers/index.js';
export type { ThingKind } from './drill/details.js';
export { type Drill, planDrill, planThingDrill } from './drill/plan-drill.js';
export { type ThingToMeasure, withThings } from './drill/plan-things.js';
export * from './experiments/index.js';
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
export { compileActCounts } from './journeys/count-acts.js';
export {
  compileCorrelations,
  correlationCandidates,
} from './journeys/funnel/compile-correlations.js';
export { compileFunnel, type FunnelDetails, toldShares } from './journeys/funnel/compile-funnel.js';
export {
  type Funnel,
  type FunnelOrder,
  type FunnelPlan,
  funnelLimits,
  funnelOrders,
  funnelProperties,
  type WindowUnit,
  windowUnits,
} from './journeys/funnel/funnel.js';
export {
  compileCustomersAmong,
  compileUnitList,
  type ListedUnits,
} from './journeys/funnel/list-units.js';
export { defaultWindow, dimensionsOfAct, planFunnel } from './journeys/funnel/plan-funnel.js';
export { type FunnelFigures, type FunnelGroup, readFunnel } from './journeys/funnel/read-funnel.js';
export { hasWorth } from './journeys/funnel/worth-step.js';
export {
  compileLifecycle,
  type LifecyclePlan,
  planLifecycle,
} from './journeys/lifecycle/lifecycle.js';
export { compilePaths, pathKeys, pathPrefix } from './journeys/paths/compile-paths.js';
export {
  type PathPlan,
  type Paths,
  pathDirections,
  pathNames,
  pathProperties,
  planPaths,
} from './journeys/paths/paths.js';
export { type PersonGrain, personGrains, wholePeriods } from './journeys/person-steps.js';
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
  CalendarPart,
  Condition,
  Dimension,
  DimensionSource,
  DimensionType,
  Expression,
  FilterValue,
  Measure,
  Metric,
  MetricDefinition,
  NamedValue,
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
  type Filter,
  type FilterCondition,
  filterSchema,
  filtersIn,
  type MetricQuery,
  metricQuerySchema,
  parseMetricQuery,
  type QueryFilters,
  queryLimits,
  type ThresholdOperator,
  thresholdOperators,
} from './query/metric-query.js';
export { compileRollupRefresh, type RefreshWindow } from './rollups/refresh.js';
export {
  type Rollup,
  type RollupState,
  rollupTable,
  type StandingRollup,
} from './rollups/rollup.js';
export { rollups } from './rollups/rollups.js';
