export { type Ask, type AskRequest, createAsk, longestQuestion } from './ask.js';
export type {
  AskAnswer,
  AskColumn,
  AskData,
  AskRole,
  AskTable,
  Insight,
} from './ask-answer.js';
export { cellValue } from './insights.js';
export type { AskDependencies, AskPlatform } from './ports.js';
export type { AskSuggestions } from './proposals.js';
