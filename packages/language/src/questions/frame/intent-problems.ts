import type { Draft } from './draft.js';
import type { HelpFrame } from './frame.js';
import { superfluousParts } from './parts.js';
import type { FrameProblem } from './proposed-values.js';

/** The parts of a proposed frame, each good by itself. */
export type CheckedDraft = Omit<Draft, 'intent'> & {
  readonly intent: Draft['intent'] | HelpFrame['intent'];
};

/** What a frame lacks that its intent needs, and what it has that its intent cannot have. */
export function intentProblems(draft: CheckedDraft): FrameProblem[] {
  const { intent, metrics, steps, compare, grain, transform } = draft;
  const problems: FrameProblem[] = superfluousParts(draft).map((path) => ({
    path,
    message: `is no part of a frame with the intent ${intent}`,
  }));
  const problem = (path: string, message: string) => problems.push({ path, message });
  if (intent === 'help') return problems;
  if (metrics.length === 0 && intent !== 'funnel' && intent !== 'retention')
    problem('metrics', 'at least one is needed');
  if (intent === 'funnel' && steps.length < 2) problem('steps', 'a funnel needs two');
  if (intent === 'explain' && compare === null)
    problem('compare', 'an explanation needs what the time is set against');
  if (isSeries(transform) && grain === null)
    problem('grain', 'running totals and moving averages need a step');
  return problems;
}

/** Whether a transform goes from step to step of a series. */
export const isSeries = (transform: Draft['transform']): boolean =>
  transform !== null && transform.kind !== 'share';
