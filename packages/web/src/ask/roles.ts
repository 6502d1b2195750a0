import type { QuestionSpan } from '@olympus/sdk';

/** The line that a part of a question bears, by what it was taken for. */
export const MARKS: Readonly<Record<QuestionSpan['role'], string>> = {
  metric: 'border-accent',
  dimension: 'border-good',
  value: 'border-warn border-dotted',
  time: 'border-info border-dashed',
  grain: 'border-info border-dashed',
  comparison: 'border-border-control border-double',
  condition: 'border-warn border-dotted',
  rank: 'border-good',
  transform: 'border-accent',
  intent: 'border-border-control',
  event: 'border-good',
  unknown: 'border-bad border-dashed',
};

/** The kinds of chips that are called like a role; a kind that is not here is called by its name. */
export const CHIP_ROLES: Readonly<Record<string, QuestionSpan['role'] | 'horizon'>> = {
  metric: 'metric',
  dimension: 'dimension',
  filter: 'value',
  time: 'time',
  grain: 'grain',
  compare: 'comparison',
  rank: 'rank',
  transform: 'transform',
  ratio: 'transform',
  horizon: 'horizon',
  step: 'grain',
};
