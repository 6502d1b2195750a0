import type { Draft } from './draft.js';
import type { HelpFrame } from './frame.js';
import type { FrameProblem } from './proposed-values.js';

/** The parts of a proposed frame, each good by itself. */
export type CheckedDraft = Omit<Draft, 'intent'> & {
  readonly intent: Draft['intent'] | HelpFrame['intent'];
};

/** What a frame lacks that its intent needs, and what it has that its intent cannot have. */
export function intentProblems(draft: CheckedDraft): FrameProblem[] {
  const { intent, metrics, steps, compare, horizon } = draft;
  const problems: FrameProblem[] = [];
  const problem = (path: string, message: string) => problems.push({ path, message });
  if (intent === 'help') return helpProblems(draft);
  if (metrics.length === 0 && intent !== 'funnel' && intent !== 'retention')
    problem('metrics', 'at least one is needed');
  if (intent === 'funnel' && steps.length < 2) problem('steps', 'a funnel needs two');
  if (intent !== 'funnel' && steps.length > 0) problem('steps', 'only a funnel has them');
  if (intent !== 'forecast' && horizon !== null) problem('horizon', 'only a forecast has one');
  if (intent === 'query' && compare !== null)
    problem('compare', 'a frame that compares has the intent compare');
  if (intent === 'explain' && compare === null)
    problem('compare', 'an explanation needs what the time is set against');
  return problems;
}

/** Help is about metrics alone. */
function helpProblems({ intent: _, metrics: __, chart: ___, ...parts }: CheckedDraft) {
  return Object.entries(parts)
    .filter(([, part]) => part !== null && !(Array.isArray(part) && part.length === 0))
    .map(([path]) => ({ path, message: 'help has only metrics' }));
}
