export {
  type AnswerColumn,
  type AnswerRow,
  type AnswerTable,
  type AnswerValue,
  changeOf,
} from './answer/answer.js';
export { describeRange, shapeAnswer } from './answer/shape-answer.js';
export { compilePlan, compileWhole } from './compile/compile-plan.js';
export { type Bins, compileBins, compileSpread } from './compile/spread.js';
export { parseCustomMetric, referencesOf } from './custom/custom-metric.js';
export type { CustomMetric } from './custom/custom-metric-schema.js';
export { addsUp, type FormulaMetric, withFormula } from './custom/formula-metric.js';
export type { ThingKind } from './drill/details.js';
export { type Drill, planDrill } from './drill/plan-drill.js';
export { type ThingToMeasure, withThings } from './drill/plan-things.js';
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
export type { DataBounds, QueryPlan } from './plan/plan.js';
export { type PlanContext, planQuery } from './plan/plan-query.js';
export { compileAmountsHeld } from './profile/amounts.js';
export { compileFreshness, type DataProfile, readFreshness } from './profile/freshness.js';
export { compileOpenDeadLetters, compileQuality } from './profile/quality.js';
export {
  type Filter,
  type FilterCondition,
  type MetricQuery,
  metricQuerySchema,
  parseMetricQuery,
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
