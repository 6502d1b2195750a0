export { type CheckedFrame, checkFrame } from './check-frame.js';
export { type Chip, chipsOf } from './chips.js';
export * from './frame.js';
export { interpret } from './interpret.js';
export { createQuestionParser, type ParseOptions, type QuestionParser } from './parser.js';
export type { Suggestion } from './suggest.js';
