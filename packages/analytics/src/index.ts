export type { AskAnswer, AskColumn, AskTable } from './ask/ask-answer.js';
