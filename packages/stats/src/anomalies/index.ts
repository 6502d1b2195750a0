export { type ChangePointOptions, type LineSegment, segmentLines } from './change-points.js';
export { detectAnomalies } from './detect.js';
export {
  type AnomalyDetector,
  type AnomalyDetectorOptions,
  createAnomalyDetector,
} from './detector.js';
export {
  type JudgedObservation,
  type JudgedSeries,
  type JudgeOptions,
  judgeSeries,
} from './judge.js';
export {
  type ReplayedSeries,
  type ReplayedShift,
  type ReplayOptions,
  replaySeries,
} from './replay.js';
export type {
  AnomalyReport,
  ChangePoint,
  DetectAnomaliesOptions,
  PointAnomaly,
} from './report.js';
export { medianOf } from './robust.js';
export type { OffRun } from './runs.js';
