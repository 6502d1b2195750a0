import type { KpiState } from '@olympus/sdk';

/** Where things lie on a goal's bar, as shares of its length. */
export interface BarScale {
  readonly value: number;
  readonly target: number;
  /** Where the target asks it to be by now. */
  readonly expected: number | undefined;
  readonly landing:
    | { readonly low: number; readonly high: number; readonly mean: number }
    | undefined;
}

/** Room behind the last mark. */
const ROOM = 1.04;

/**
 * A bar from nothing to a little beyond the target, the value and the projection. Undefined where there
 * is no such bar: without a target or value, and for targets of nothing and below.
 */
export function barScale({ value, target, pace, landing }: KpiState): BarScale | undefined {
  if (value === null || target === null || target <= 0) return undefined;
  const end = ROOM * Math.max(target, value, landing?.high ?? landing?.mean ?? 0);
  const at = (amount: number) => Math.min(1, Math.max(0, amount / end));
  return {
    value: at(value),
    target: at(target),
    expected: pace?.expected == null ? undefined : at(pace.expected),
    landing:
      landing === null
        ? undefined
        : {
            low: at(landing.low ?? landing.mean),
            high: at(landing.high ?? landing.mean),
            mean: at(landing.mean),
          },
  };
}
