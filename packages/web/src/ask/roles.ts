import type { QuestionSpan } from '@olympus/sdk';

/** What the parts of a question are called, and the line they bear. */
export const ROLES: Readonly<
  Record<QuestionSpan['role'], { readonly label: string; readonly mark: string }>
> = {
  metric: { label: 'Figure', mark: 'border-accent' },
  dimension: { label: 'Breakdown', mark: 'border-good' },
  value: { label: 'Only', mark: 'border-warn border-dotted' },
  time: { label: 'Period', mark: 'border-info border-dashed' },
  grain: { label: 'Step', mark: 'border-info border-dashed' },
  comparison: { label: 'Comparison', mark: 'border-border-control border-double' },
  condition: { label: 'Condition', mark: 'border-warn border-dotted' },
  rank: { label: 'Ranking', mark: 'border-good' },
  transform: { label: 'Computed as', mark: 'border-accent' },
  intent: { label: 'What to do', mark: 'border-border-control' },
  event: { label: 'Event', mark: 'border-good' },
  unknown: { label: 'Not understood', mark: 'border-bad border-dashed' },
};

/** The kinds of chips in the words of the roles. */
export const CHIP_LABELS: Readonly<Record<string, string>> = {
  metric: 'Figure',
  dimension: 'Breakdown',
  filter: 'Only',
  time: 'Period',
  grain: 'Step',
  compare: 'Comparison',
  rank: 'Ranking',
  transform: 'Computed as',
  horizon: 'Horizon',
  step: 'Step',
};
