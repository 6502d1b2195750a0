import type { Rule } from '../definition/rule.js';
import { judge, type Verdict } from './judge.js';
import type { Frame, Observation } from './observation.js';

export type Phase = 'ok' | 'pending' | 'firing';

/** Where one group stands. */
export interface GroupProgress {
  readonly phase: Phase;
  /** Windows in a row that broke the rule. */
  readonly streak: number;
  readonly value: number | null;
  readonly reference: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Where an alert stands after a window. */
export interface Progress {
  /** The last window that was judged; null before the first. */
  readonly at: string | null;
  readonly groups: Readonly<Record<string, GroupProgress>>;
}

export const noProgress: Progress = { at: null, groups: {} };

/** What of a definition says when it fires. */
export interface Watching {
  readonly rule: Rule;
  /** Windows in a row that have to break the rule. */
  readonly for: number;
}

/** What a window changed. */
export interface Step {
  readonly progress: Progress;
  readonly opened: readonly string[];
  readonly closed: readonly string[];
}

/**
 * Judges one window: live evaluation and the look at the past are both nothing but a fold of this.
 * The same window seen again (more of it has become known) counts once.
 * @param open  whether the alert watches at this time; otherwise things stay as they are
 */
export function advance(before: Progress, frame: Frame, watching: Watching, open: boolean): Step {
  if (!open) return { progress: { ...before, at: frame.at }, opened: [], closed: [] };
  const again = before.at === frame.at;
  const groups: Record<string, GroupProgress> = { ...before.groups };
  const opened: string[] = [];
  const closed: string[] = [];
  for (const observed of frame.observations) {
    const was = Object.hasOwn(groups, observed.key) ? groups[observed.key] : undefined;
    const firing = was?.phase === 'firing';
    const now = stepOf(was, observed, judge(watching.rule, observed, firing), {
      again,
      needed: watching.for,
    });
    if (now.phase === 'firing' && !firing) opened.push(observed.key);
    if (now.phase !== 'firing' && firing) closed.push(observed.key);
    groups[observed.key] = now;
  }
  // groups that are gone and were quiet are forgotten
  const seen = new Set(frame.observations.map(({ key }) => key));
  for (const [key, group] of Object.entries(groups)) {
    if (!seen.has(key) && group.phase !== 'firing') delete groups[key];
    else if (!seen.has(key) && watching.rule.kind === 'new_value') {
      closed.push(key);
      delete groups[key];
    }
  }
  return { progress: { at: frame.at, groups }, opened, closed };
}

function stepOf(
  was: GroupProgress | undefined,
  { value, reference, low, high }: Observation,
  verdict: Verdict,
  { again, needed }: { readonly again: boolean; readonly needed: number },
): GroupProgress {
  const figures = { value, reference, low, high };
  if (verdict === 'unknown') {
    return { phase: was?.phase ?? 'ok', streak: was?.streak ?? 0, ...figures };
  }
  if (verdict === 'clear') return { phase: 'ok', streak: 0, ...figures };
  const before = was?.streak ?? 0;
  const streak = again ? Math.max(1, before) : before + 1;
  const fires = was?.phase === 'firing' || streak >= needed;
  return { phase: fires ? 'firing' : 'pending', streak, ...figures };
}

/** Whether any group fires. */
export const isFiring = ({ groups }: Progress): boolean =>
  Object.values(groups).some(({ phase }) => phase === 'firing');
