import type { Interval, MetricComparison } from './compare.js';
import type { HealthFinding } from './health.js';

/**
 * What is known of an experiment, in one word. `winner`: a treatment is better and hurts nothing.
 * `guardrail`: it is better, but something that must not suffer does. `loser`: every treatment is
 * worse. `no_difference`: a change that would matter is ruled out. `not_shown`: the planned size is
 * reached and nothing was shown. `undecided`: go on.
 */
export const verdictKinds = [
  'not_started',
  'no_exposures',
  'broken',
  'too_early',
  'winner',
  'guardrail',
  'loser',
  'no_difference',
  'not_shown',
  'undecided',
] as const;
export type VerdictKind = (typeof verdictKinds)[number];

export interface Verdict {
  readonly kind: VerdictKind;
  /** The treatment that it is about. */
  readonly arm: string | null;
  readonly change: Interval | null;
  /** What the change brings in the metric's own unit, a unit. */
  readonly gain: Interval | null;
  readonly chanceToWin: number | null;
  /** Guardrails that are hurt, or checks that failed. */
  readonly because: readonly string[];
}

/** Whether a guardrail holds: `safe`, a loss beyond its margin is ruled out; `hurt`, it is worse. */
export type GuardrailStatus = 'safe' | 'hurt' | 'open';

/** @param margin  relative loss that is bearable */
export function guardrailStatus(
  change: Interval | null,
  significant: boolean,
  lowerIsBetter: boolean,
  margin: number,
): GuardrailStatus {
  if (change === null) return 'open';
  const sign = lowerIsBetter ? -1 : 1;
  const worst = Math.min(sign * change.lower, sign * change.upper);
  if (significant && sign * change.estimate < 0) return worst > -margin ? 'safe' : 'hurt';
  return worst > -margin ? 'safe' : 'open';
}

export interface VerdictInput {
  readonly arms: readonly string[];
  readonly health: readonly HealthFinding[];
  readonly primary: MetricComparison;
  readonly lowerIsBetter: boolean;
  readonly guardrails: readonly {
    readonly metric: string;
    /** By treatment, in the order of arms without the control. */
    readonly status: readonly GuardrailStatus[];
  }[];
  readonly minimumEffect: number;
  readonly units: number;
  readonly plannedUnits: number | null;
}

const nothing = {
  arm: null,
  change: null,
  gain: null,
  chanceToWin: null,
  because: [],
} as const;

export const emptyVerdict = (kind: VerdictKind): Verdict => ({ kind, ...nothing });

export function judge(input: VerdictInput): Verdict {
  const { arms, health, primary, lowerIsBetter, minimumEffect } = input;
  if (input.units === 0) return emptyVerdict('no_exposures');
  const bad = health.filter(({ status }) => status === 'bad').map(({ check }) => check);
  if (bad.length > 0) return { ...emptyVerdict('broken'), because: bad };
  if (health.some(({ check, status }) => check === 'enough_units' && status !== 'ok')) {
    return emptyVerdict('too_early');
  }
  const sign = lowerIsBetter ? -1 : 1;
  const treatments = primary.arms.slice(1).flatMap((arm, index) => {
    const { comparison } = arm;
    return comparison === null ? [] : [{ index, key: arms[index + 1] ?? '', comparison }];
  });
  const gained = ({ comparison }: (typeof treatments)[number]) =>
    sign * (comparison.absolute?.estimate ?? 0);
  const [best] = [...treatments].sort((one, two) => gained(two) - gained(one));
  if (best === undefined || best.comparison.absolute === null) return emptyVerdict('too_early');
  const about = (kind: VerdictKind, one: (typeof treatments)[number], because: string[] = []) => ({
    kind,
    arm: one.key,
    change: one.comparison.relative,
    gain: one.comparison.absolute,
    chanceToWin: one.comparison.chanceToWin,
    because,
  });
  const better = treatments
    .filter((one) => one.comparison.significant && gained(one) > 0)
    .sort((one, two) => gained(two) - gained(one));
  const hurtBy = (index: number) =>
    input.guardrails.filter(({ status }) => status[index] === 'hurt').map(({ metric }) => metric);
  const winner = better.find(({ index }) => hurtBy(index).length === 0);
  if (winner !== undefined) return about('winner', winner);
  const [first] = better;
  if (first !== undefined) return about('guardrail', first, hurtBy(first.index));
  if (treatments.every((one) => one.comparison.significant && gained(one) < 0)) {
    return about('loser', best);
  }
  const ruledOut = treatments.every(({ comparison: { relative } }) => {
    return relative !== null && relative.lower > -minimumEffect && relative.upper < minimumEffect;
  });
  if (ruledOut) return about('no_difference', best);
  const { plannedUnits, units } = input;
  return about(plannedUnits !== null && units >= plannedUnits ? 'not_shown' : 'undecided', best);
}
