export type { Analytics } from './analytics.js';
export type { AskAnswer, AskColumn, AskTable } from './ask/ask-answer.js';
export type { GoalStanding, Goals } from './ask/goals.js';
