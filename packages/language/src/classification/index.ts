export {
  accuracyAtCoverage,
  type CalibrationFigure,
  expectedCalibrationError,
  type JudgedPrediction,
} from './calibration.js';
export {
  type Classification,
  createTextClassifier,
  type LabelConfidence,
  type LabelledText,
  type TextClassifier,
  type TextClassifierModel,
} from './classifier.js';
export { type FeedbackOptions, learnCorrections } from './feedback.js';
export { type LabellingRequest, labellingQueue } from './labelling-queue.js';
export {
  decodeTextClassifier,
  encodeTextClassifier,
  type StoredClassifierOutcome,
} from './model-storage.js';
export { MAX_CLASSIFIED_CHARACTERS } from './text-features.js';
export { type TrainingOptions, type TrainingOutcome, trainTextClassifier } from './training.js';
export { splitWords, type WordSpan } from './words.js';
