import type { Rule } from '../definition/rule.js';
import { changeOf } from './judge.js';
import type { Frame } from './observation.js';
import type { Watching } from './progress.js';
import { type IsOpen, replay } from './replay.js';

/** A level, and how often the alert would have fired with it. */
export interface Suggestion {
  readonly level: number;
  readonly firings: number;
}

/** Levels that are tried. */
const tried = 48;

/**
 * The level that would have given about so many firings: the strictest of those that come closest
 * from below. Undefined where the rule has no level or nothing was observed.
 */
export function suggestLevel(
  frames: readonly Frame[],
  watching: Watching,
  isOpen: IsOpen,
  aim: number,
): Suggestion | undefined {
  const { rule } = watching;
  if (rule.kind !== 'threshold' && rule.kind !== 'change') return undefined;
  const sizes = frames
    .filter(isOpen)
    .flatMap(({ observations }) => observations.flatMap((one) => levelOf(rule, one) ?? []))
    .sort((a, b) => a - b);
  let best: Suggestion | undefined;
  for (const size of spread([...new Set(sizes)], tried)) {
    const level = rounded(size);
    const { episodes } = replay(frames, { ...watching, rule: withLevel(rule, level) }, isOpen);
    const firings = episodes.length;
    if (firings > aim || (rule.kind === 'change' && level <= 0)) continue;
    if (best === undefined || firings > best.firings) best = { level, firings };
  }
  return best;
}

type Levelled = Extract<Rule, { kind: 'threshold' | 'change' }>;

function levelOf(rule: Levelled, one: { value: number | null; reference: number | null }) {
  if (rule.kind === 'threshold') return one.value;
  const change = changeOf(rule, one.value, one.reference);
  return change === null ? null : rule.direction === 'up' ? change : -change;
}

function withLevel(rule: Levelled, level: number): Rule {
  return rule.kind === 'threshold'
    ? { ...rule, level, resolve: null }
    : { ...rule, size: level, resolve: null };
}

/** So many of them, evenly over their order, both ends among them. */
function spread(values: readonly number[], count: number): readonly number[] {
  if (values.length <= count) return values;
  const step = (values.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => values[Math.round(index * step)] ?? 0);
}

/** Three digits: people do not set an alert at 512.37. */
const rounded = (value: number): number => Number(value.toPrecision(3));
