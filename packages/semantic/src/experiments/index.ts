export { compileOutcomes } from './compile-outcomes.js';
export {
  type AskedUnitMetric,
  longestExperimentMs,
  type OutcomePlan,
  planOutcomes,
  type UnitSource,
  type UnitTrait,
  unitTraits,
} from './outcomes.js';
export {
  planUnitMetric,
  type UnitMetric,
  type UnitMetricKind,
  unitMetricKinds,
  unitMetricKindsOf,
} from './per-unit.js';
export {
  type ArmSums,
  addArms,
  emptySums,
  type MetricSums,
  metricSums,
  type Outcomes,
  type PairSums,
  readOutcomes,
  type VariableSums,
} from './read-outcomes.js';
