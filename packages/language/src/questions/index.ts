export { type CheckedFrame, checkFrame } from './frame/check-frame.js';
export * from './frame/frame.js';
export * from './frame/outcome.js';
export { createQuestionParser, type ParseOptions, type QuestionParser } from './parser.js';
export * from './studies/study.js';
export { type Chip, chipsOf } from './telling/chips.js';
export { interpret } from './telling/interpret.js';
export { labelOf, ratioText, termText } from './telling/labels.js';
export type { Suggestion } from './telling/suggest.js';
