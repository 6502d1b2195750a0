import type { Rule } from '../definition/rule.js';
import type { Observation } from './observation.js';

/** `unknown`: nothing can be said, so things stay as they are. */
export type Verdict = 'breach' | 'clear' | 'unknown';

/**
 * Whether a rule is broken by what was observed. While it fires, the level is the one at which it
 * resolves, where it has one: between the two levels things stay as they are.
 * @param firing  whether the group fires already
 */
export function judge(rule: Rule, observed: Observation, firing: boolean): Verdict {
  const { value, reference, low, high } = observed;
  switch (rule.kind) {
    case 'threshold': {
      if (value === null) return 'unknown';
      const level = firing ? (rule.resolve ?? rule.level) : rule.level;
      return verdict(rule.direction === 'above' ? value > level : value < level);
    }
    case 'change': {
      const change = changeOf(rule, value, reference);
      if (change === null) return 'unknown';
      const size = firing ? (rule.resolve ?? rule.size) : rule.size;
      return verdict(rule.direction === 'up' ? change >= size : -change >= size);
    }
    case 'band': {
      if (value === null || low === null || high === null) return 'unknown';
      const above = rule.direction !== 'below' && value > high;
      return verdict(above || (rule.direction !== 'above' && value < low));
    }
    case 'no_data':
      return verdict(value === null || value === 0);
    case 'pace':
      return value === null ? 'unknown' : verdict(value < 0);
    case 'new_value':
      return verdict(value !== null && value !== 0 && reference === 0);
  }
}

const verdict = (breach: boolean): Verdict => (breach ? 'breach' : 'clear');

/**
 * How a value differs from its reference: in per cent of the reference's size, or in the metric's
 * unit. Null where either is unknown, or there is nothing to take per cent of.
 */
export function changeOf(
  { as }: Extract<Rule, { kind: 'change' }>,
  value: number | null,
  reference: number | null,
): number | null {
  if (value === null || reference === null) return null;
  if (as === 'absolute') return value - reference;
  return reference === 0 ? null : (100 * (value - reference)) / Math.abs(reference);
}
