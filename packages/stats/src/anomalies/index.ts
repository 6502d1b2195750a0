export { type ChangePointOptions, type LineSegment, segmentLines } from './change-points.js';
export { detectAnomalies } from './detect.js';
export {
  type AnomalyDetector,
  type AnomalyDetectorOptions,
  createAnomalyDetector,
} from './detector.js';
export type {
  AnomalyReport,
  ChangePoint,
  DetectAnomaliesOptions,
  PointAnomaly,
} from './report.js';
export { medianOf } from './robust.js';
