export { type ChangePointOptions, type LineSegment, segmentLines } from './change-points.js';
export {
  type AnomalyReport,
  type ChangePoint,
  type DetectAnomaliesOptions,
  detectAnomalies,
  type PointAnomaly,
} from './detect.js';
export {
  type AnomalyDetector,
  type AnomalyDetectorOptions,
  createAnomalyDetector,
} from './detector.js';
